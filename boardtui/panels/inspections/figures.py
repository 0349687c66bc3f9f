"""The figures that speak to a finding, then and now, with the words of the finding that say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boardtui.core.figure.agreement import thing_of
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import value_text
from boardtui.panels.cards.words import change_line, label, strong, then_text
from boardtui.panels.explaining.explanation import title_of
from boardtui.panels.head import short_stated
from boardtui.panels.text import (
    Chunk,
    Line,
    chunk,
    columns,
    fit,
    line_width,
    quiet,
    space,
    wrapped,
)
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review
from boardtui.review.inspections.inspections import Inspected, Speaking

NO_FIGURE = "no figure on this board speaks to it"
NOT_SINCE = "not given since"

HEADS = ("speaks to it", "then", "now", "change", "by its words")
RIGHT = frozenset((1, 2, 3))
GAP = 3


def figures_lines(review: Review, one: Inspected, width: int) -> list[Line]:
    """A row for each figure, as many columns of it as have room; else each as running text."""
    rows = [row for speaking in one.speaking for row in _rows(review, speaking)]
    if not rows:
        return [(chunk(quiet(NO_FIGURE)),)]
    table = [[chunk(quiet(head)) for head in HEADS], *rows]
    for count in (len(HEADS), len(HEADS) - 1):
        shown = [row[:count] for row in table]
        if fit(shown, width, GAP):
            return columns(shown, RIGHT, width, GAP)
    narrowed = [row[: len(HEADS) - 1] for row in table]
    room = width - sum(_widths(narrowed)) - CLOSE * (len(HEADS) - 2)
    if room >= LEAST_NAME:
        return [line for row in narrowed for line in _broken(row, _widths(narrowed), room)]
    return [line for row in rows for line in _as_text(row, width)]


CLOSE = 2
"""Blank columns between those of a table that has little room."""

LEAST_NAME = 30
"""The cells that names are broken to at the least, beside numbers in columns."""


def _widths(table: Sequence[Sequence[Chunk]]) -> list[int]:
    """The cells that the numbers need, column by column."""
    return [max(row[place].width for row in table) for place in range(1, len(table[0]))]


def _broken(row: Sequence[Chunk], widths: Sequence[int], room: int) -> Iterator[Line]:
    """A row of which the name goes on under itself, where it has no room beside the numbers."""
    title, *numbers = row
    first, *more = wrapped([title], room, indent=CLOSE)
    cells: list[Chunk] = [*first, space(room - line_width(first))]
    for number, wide in zip(numbers, widths, strict=True):
        cells += [space(CLOSE + wide - number.width), number]
    yield tuple(piece for piece in cells if piece.width)
    yield from more


def _rows(review: Review, speaking: Speaking) -> Iterator[list[Chunk]]:
    """The figures of some words of the finding; others for the same thing are told in full."""
    words = chunk(quiet(f"“{' … '.join(speaking.words)}”"))
    before: ComparedFigure | None = None
    for one in speaking.figures:
        if before is not None and thing_of(before.figure) == thing_of(one.figure):
            continue
        before = one
        yield [chunk(title_of(one), subject=one), *_values(review, one), words]


def _values(review: Review, one: ComparedFigure) -> Sequence[Chunk]:
    """Then, now, and the change; a figure of an earlier day stands under then, with its day."""
    value = value_text(one.figure)
    if one.earlier:
        return chunk(value, subject=one), chunk(quiet(NOT_SINCE)), chunk(quiet(_day(one)))
    then = then_text(one, review, unit=True)
    return chunk(then), chunk(strong(value), subject=one), chunk(change_line(one))


def _day(one: ComparedFigure) -> str:
    stated = one.figure.as_at_stated
    day = one.figure.as_at
    return f"“{short_stated(stated, day)}”" if stated else day_text(day)


def _as_text(row: Sequence[Chunk], width: int) -> list[Line]:
    """A figure on a narrow screen: its name, and its numbers below it."""
    title, then, now, change, _ = row
    heads = ((label("then "), then), (label("now "), now), (None, change))
    told = [
        Chunk((*([head] if head else []), *piece.spans), piece.subject)
        for head, piece in heads
        if piece.width
    ]
    lead = space(2)
    return [*wrapped([title], width), *((lead, *line) for line in wrapped(told, width - 2))]
