"""Inspections in full: all that is known of each, and of the figures that speak to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boardtui.core.figure.agreement import thing_of
from boardtui.core.figure.figure import Origin
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import value_text
from boardtui.panels.choices import given_too
from boardtui.panels.explaining.explanation import title_of
from boardtui.panels.inspections.figures import NO_FIGURE
from boardtui.panels.phrases import day_of, of_base, stated_base, then_and_change, then_other
from boardtui.panels.text import (
    Chunk,
    Line,
    Role,
    Span,
    chunk,
    number,
    parts,
    quiet,
    space,
    wrapped,
)
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review
from boardtui.review.inspections.inspections import Inspected, Speaking

NONE = (
    "No inspection of this force is in the database. A file of inspections fills this screen "
    "(boardtui ingest --inspections)."
)

GRADES = (
    "Grades of different inspection cycles are not compared: by the inspectorate's own words they "
    "cannot be."
)
"""hmicfrs.justiceinspectorates.gov.uk/peel-reports/avon-and-somerset-2023-25/"""

RESPONSES = "Whether the commissioner's comments were published is not recorded here."

CHOSEN = (
    "Figures are chosen by the words of a finding, which stand before them; that one speaks to a "
    "finding does not say that it is answered."
)

INDENT = 2


def told(review: Review, found: Sequence[Inspected], width: int) -> list[Line]:
    """Every inspection in full, newest first; or what would fill the screen."""
    if not found:
        return wrapped([chunk(quiet(NONE))], width)
    notes = [line for note in _notes(review, found) for line in wrapped([note], width)]
    return parts(*(_inspection(review, one, width) for one in found), notes)


def _notes(review: Review, found: Sequence[Inspected]) -> list[Chunk]:
    """What a reader must know of all of them."""
    notes = [RESPONSES]
    if any(one.inspection.grade for one in found):
        notes.append(GRADES)
    if any(one.speaking for one in found):
        notes.append(CHOSEN)
        baseline = review.selection.baseline
        records = ", else the records of that day" if baseline and baseline.snapshot else ""
        notes.append(f"“then” is of: {baseline.label if baseline else 'nothing'}{records}")
    return [chunk(quiet(note)) for note in notes]


def _inspection(review: Review, one: Inspected, width: int) -> list[Line]:
    day, inspection = review.selection.day, one.inspection
    finding = inspection.finding or "not recorded"
    lines = wrapped(_head(one, day), width, indent=INDENT)
    lines += _told("found", finding, width)
    lines += _told("grade", inspection.grade or "none given", width)
    lines += _told("commissioner's response", one.response_words(day), width)
    for speaking in one.speaking:
        lines += _speaking(review, speaking, width)
    if not one.speaking:
        lines += wrapped([chunk(quiet(NO_FIGURE))], width, indent=INDENT)
    if one.silent:
        titles = "; ".join(measure.title for measure in one.silent)
        text = f"would speak to it, but not on this board: {titles}"
        lines += wrapped([chunk(quiet(text))], width, indent=INDENT)
    return lines


def _head(one: Inspected, day: date) -> list[Chunk]:
    """Who inspected, under which programme, when; and whether the board is compared with it."""
    inspection = one.inspection
    names = [name for name in (inspection.body, inspection.programme) if name]
    pieces = [chunk(Span(", ".join(names), Role.NUMBER))]
    for done, when, stated in (
        ("inspected", inspection.inspected_on, one.inspected_stated),
        ("published", inspection.published_on, one.published_stated),
    ):
        if when is None:
            pieces.append(chunk(quiet(f"{done}: day not given")))
            continue
        words = f", stated “{stated}”" if stated else ""
        later = ", after this board's day" if when > day else ""
        pieces.append(chunk(f"{done} {day_text(when)}{words}{later}"))
    if one.baseline:
        pieces.append(chunk("this board's then"))
    return pieces


def _told(label: str, text: str, width: int) -> list[Line]:
    return wrapped([chunk(quiet(f"{label}: "), text)], width, indent=INDENT)


def _speaking(review: Review, speaking: Speaking, width: int) -> list[Line]:
    """The words of the finding, and under them the figures that they speak of."""
    lines = wrapped([chunk(quiet(f"“{' … '.join(speaking.words)}”:"))], width, indent=INDENT)
    first: ComparedFigure | None = None
    for one in speaking.figures:
        if first is not None and thing_of(first.figure) == thing_of(one.figure):
            told = given_too([(first, one, "")], width - INDENT)
        else:
            first, told = one, wrapped(_figure(review, one), width - INDENT, indent=INDENT)
        lines += [(space(INDENT), *line) for line in told]
    return lines


def _figure(review: Review, one: ComparedFigure) -> list[Chunk]:
    """A figure with its base, its own day where that is another, and what it was."""
    figure = one.figure
    pieces = [chunk(f"{title_of(one)}: ", number(value_text(figure)), subject=one)]
    if one.share:
        pieces.append(chunk(of_base(one.share), subject=one))
    elif base := stated_base(figure):
        pieces.append(chunk(quiet(base)))
    if figure.period_start:
        period = f"{day_text(figure.period_start)} to {day_text(figure.as_at)}"
        part = f" (not a whole month: {figure.partial})" if figure.partial else ""
        pieces.append(chunk(quiet(f"{period}{part}")))
    if one.earlier or (figure.as_at_stated and figure.as_at != review.selection.day):
        pieces.append(chunk(quiet(f"stated: {day_of(figure)}")))
    if figure.origin is Origin.PUBLISHED and figure.said_by:
        pieces.append(chunk(quiet(f"said by {figure.said_by}")))
    return [*pieces, *then_and_change(one), *then_other(one)]
