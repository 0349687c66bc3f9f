"""A figure's own statement: large, with its name, its change, its base, and how late it is."""

from __future__ import annotations

from collections.abc import Iterator

from boardtui.core.criterion.dimension import slice_title
from boardtui.core.figure.agreement import agree
from boardtui.core.figure.figure import Figure
from boardtui.core.measures import MEASURES
from boardtui.core.measures.backlogs import VISITS
from boardtui.core.words.wording import share_text, value_text
from boardtui.panels import cells
from boardtui.panels.breakdown.naming import mixed_of, named
from boardtui.panels.breakdown.then import since
from boardtui.panels.cards import digits as large
from boardtui.panels.cards.card import Card, Headline, Way
from boardtui.panels.cards.fit import fitted
from boardtui.panels.cards.hedges import split_hedge
from boardtui.panels.cards.risk_said import said_line
from boardtui.panels.cards.words import change_line, joined, known, label, line, strong
from boardtui.panels.choices import said_later
from boardtui.panels.phrases import base_words, own_day, stated_base
from boardtui.panels.text import Line, chunk, clipped, line_width, space, wrapped
from boardtui.review.breakdown import Breakdown, ages_of
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

WIDE = 60
"""The width from which a number is drawn large, with what is said of it beside it."""

APART = 2
"""Blank cells between the large number and what stands beside it."""

DIGITS = ((140, 44, 10), (WIDE, 22, 5), (WIDE, 17, 3))
"""From which width and height of a screen on digits are so many rows high."""


def digits_for(width: int, height: int) -> int:
    """How many rows high digits are on a screen; 0 where they are not drawn."""
    return next((rows for wide, tall, rows in DIGITS if width >= wide and height >= tall), 0)


def statement(review: Review, breakdown: Breakdown, width: int, digits: int) -> list[Line]:
    """What a breakdown is of, whole: "273 overdue visits", how it changed, of what base, how late.

    With `digits` the number is so many rows high; without, all of it stands in a line or two.
    """
    figures = review.figures(breakdown.measure, breakdown.within)
    one = known(figures) or next(iter(figures), None)
    name = named(breakdown.measure, breakdown.within)
    if one is None:
        return [clipped(line(strong(name)), width), *_of_slices(review, breakdown, width)]
    room = width // 2 if digits else width
    notes = [note for note in _notes(review, breakdown, one, width, room) if note]
    first, rest = _first(review, one, name)
    before, value = split_hedge(one.figure)
    if digits and not one.earlier and large.can_draw(value):
        lead = cells.width(f"{before} ") if before else 0
        room = max(1, width - lead - large.width_of(value, digits) - APART)
        beside = _beside(first, rest, notes, room)
        if len(beside) <= digits:
            blank = [()] if len(beside) < digits - 1 else []
            card = Card(Headline(name, value, one, before, (Way((*blank, *beside)),)), ())
            return fitted(card, width, digits, digits)
    value_line = line(strong(f"{_plain_value(one)} "), subject=one)
    return [*_beside((*value_line, *first), rest, notes[: 5 if digits else 1], width)]


def _beside(first: Line, rest: Line, notes: list[Line], room: int) -> list[Line]:
    """The name with the change on one line where there is room, else on two; then the notes."""
    whole = (*first, *([space(APART), *rest] if rest else ()))
    lines = [whole] if line_width(whole) <= room else [first, rest]
    return [part for each in (*lines, *notes) for part in wrapped(each, room, gap=0)]


def _plain_value(one: ComparedFigure) -> str:
    return "not given of this day:" if one.earlier else value_text(one.figure)


def _first(review: Review, one: ComparedFigure, name: str) -> tuple[Line, Line]:
    """The name with the change; and since when that is, or why there is none."""
    title = chunk(strong(name), subject=one)
    baseline, then = review.selection.baseline, one.comparison.then
    if one.earlier:
        return (title,), (chunk(value_text(one.figure), label(f" {own_day(one)}"), subject=one),)
    if baseline is None or then is None:
        return (title,), ()
    if change := change_line(one):
        since_then = chunk(label(since(baseline, then)), subject=one)
        return (title, chunk(f"   {change}", subject=one)), (since_then,)
    if one.comparison.comparable is False:
        was = f"then {value_text(then)}, not comparable"
        return (title,), (chunk(label(was), subject=one),)
    return (title,), ()


def _notes(
    review: Review, breakdown: Breakdown, one: ComparedFigure, width: int, room: int
) -> Iterator[Line]:
    """What is to be known of it; of what can be said in fewer words as much as has room."""
    yield _base(one)
    yield lateness(review, breakdown, width)
    yield _otherwise(one, width)
    if mixed_of(breakdown.measure) is not None and not breakdown.within:
        yield _late(review)
        yield from said_line(review, room)


def _base(one: ComparedFigure) -> Line:
    """The share of its base, named with the slices that it is of; else the base as stated."""
    share = one.share
    if share is None:
        stated = stated_base(one.figure)
        return line(label(stated), subject=one) if stated else ()
    if mixed_of(one.measure.name) is not None and not one.figure.slices:
        return ()  # All of those that are mixed: that would say their number once more.
    words = base_words(share.of)
    slices = ", ".join(slice_title(each.dimension, each.value) for each in share.slices)
    return line(
        share_text(share.interval),
        label(" of "),
        value_text(share.base, unit=False),
        label(f" {words} ({slices})" if slices else f" {words}"),
        subject=one,
    )


def _late(review: Review) -> Line:
    """Those overdue at high or very high risk: the number of the card that a mix is opened from."""
    one = known(review.figures(VISITS.high_risk_name))
    if one is None:
        return ()
    return line(
        strong(value_text(one.figure, unit=False)),
        label(" at high or very high risk, visit overdue"),
        subject=one,
    )


AGES = {"oldest_months": "the oldest", "median_days": "the median"}


def lateness(review: Review, breakdown: Breakdown, width: int) -> Line:
    """How late the oldest is, and half of them."""
    pieces = []
    for measure in ages_of(MEASURES[breakdown.measure]):
        found = known(review.figures(measure.name, breakdown.within))
        if found is not None:
            words = label(f" {AGES[measure.statistic.value]}")
            pieces.append(chunk(value_text(found.figure), words, subject=found))
    return joined(pieces, width, ", ")


def _otherwise(one: ComparedFigure, width: int) -> Line:
    """What others gave for the same thing that cannot be true as well."""
    pieces = []
    for other in one.others:
        if agree(other, one.figure) is False:
            words = label(f"{_who(other)} ")
            pieces.append(chunk(words, value_text(other, unit=False), subject=one))
    return joined(pieces, width)


def _who(other: Figure) -> str:
    if other.source is None:
        return "counted"
    return "later said" if said_later(other) else "said"


def _of_slices(review: Review, breakdown: Breakdown, width: int) -> list[Line]:
    """What is to be known of all slices, where no whole was given: their base as it was stated."""
    rows = review.by(breakdown.measure, breakdown.by[0]) if not breakdown.within else []
    bases = dict.fromkeys(filter(None, (stated_base(row.figure) for row in rows)))
    return [part for base in bases for part in wrapped(line(label(base)), width)]
