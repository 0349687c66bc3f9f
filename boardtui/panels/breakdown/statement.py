"""A figure's own statement: large, with its name, its change, its base, and how late it is."""

from __future__ import annotations

from collections.abc import Iterator

from boardtui.core.criterion.dimension import slice_title
from boardtui.core.figure.agreement import agree
from boardtui.core.figure.figure import Figure
from boardtui.core.measures import MEASURES
from boardtui.core.words.wording import share_text, value_text
from boardtui.panels.breakdown.naming import named
from boardtui.panels.breakdown.then import since
from boardtui.panels.cards.card import Card, Headline
from boardtui.panels.cards.fit import fitted
from boardtui.panels.cards.hedges import split_hedge
from boardtui.panels.cards.words import change_line, joined, known, label, line, strong
from boardtui.panels.choices import said_later
from boardtui.panels.phrases import base_words, own_day, stated_base
from boardtui.panels.text import Line, chunk, clipped
from boardtui.review.breakdown import Breakdown, ages_of
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

WIDE = 60
"""The width from which a number is drawn large, with what is said of it beside it."""

DIGITS = ((22, 5), (17, 3))
"""From which height of a screen on digits are so many rows high."""


def digits_for(width: int, height: int) -> int:
    """How many rows high digits are on a screen; 0 where they are not drawn."""
    if width < WIDE:
        return 0
    return next((rows for least, rows in DIGITS if height >= least), 0)


def statement(review: Review, breakdown: Breakdown, width: int, digits: int) -> list[Line]:
    """What a breakdown is of, whole: "273 overdue visits", how it changed, of what base, how late.

    With `digits` the number is so many rows high; without, all of it stands in a line or two.
    """
    figures = review.figures(breakdown.measure, breakdown.within)
    one = known(figures) or next(iter(figures), None)
    name = named(breakdown.measure, breakdown.within)
    if one is None:
        return [clipped(line(strong(name)), width), *_of_slices(review, breakdown, width)]
    notes = [note for note in _notes(review, breakdown, one, width) if note]
    first = _first(review, one, name)
    before, value = split_hedge(one.figure)
    told = f"{before} {value}".strip()
    if not digits or one.earlier or one.figure.value is None:
        value_line = line(strong(f"{_plain_value(one)} "), subject=one)
        return [clipped((*value_line, *first), width), *(notes[:1] if not digits else notes)]
    beside = (first, *notes)
    lead = () if len(beside) >= digits - 1 else ((),)
    headline = Headline(name, value, one, before, wide=(*lead, *beside), narrow=(*lead, *beside))
    found = fitted(Card(headline, ()), width, digits, digits)
    if len(found) < digits:  # no digit can draw it
        return [clipped((*line(strong(f"{told} "), subject=one), *first), width), *notes]
    return found


def _plain_value(one: ComparedFigure) -> str:
    return "not given of this day:" if one.earlier else value_text(one.figure)


def _first(review: Review, one: ComparedFigure, name: str) -> Line:
    """The name, and how the figure changed."""
    pieces = [chunk(strong(name), subject=one)]
    baseline, then = review.selection.baseline, one.comparison.then
    if one.earlier:
        pieces.append(chunk(f"  {value_text(one.figure)}", label(f" {own_day(one)}"), subject=one))
    elif baseline is not None and then is not None:
        if change := change_line(one):
            pieces.append(chunk(f"   {change}", label(f" {since(baseline, then)}"), subject=one))
        elif one.comparison.comparable is False:
            was = f"   then {value_text(then)}, not comparable"
            pieces.append(chunk(label(was), subject=one))
    return tuple(pieces)


def _notes(review: Review, breakdown: Breakdown, one: ComparedFigure, width: int) -> Iterator[Line]:
    yield _base(one)
    yield lateness(review, breakdown, width)
    yield _otherwise(one, width)


def _base(one: ComparedFigure) -> Line:
    """The share of its base, named with the slices that it is of; else the base as stated."""
    share = one.share
    if share is None:
        stated = stated_base(one.figure)
        return line(label(stated), subject=one) if stated else ()
    words = base_words(share.of)
    slices = ", ".join(slice_title(each.dimension, each.value) for each in share.slices)
    return line(
        share_text(share.interval),
        label(" of "),
        value_text(share.base, unit=False),
        label(f" {words} ({slices})" if slices else f" {words}"),
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
    return [clipped(line(label(base)), width) for base in bases]
