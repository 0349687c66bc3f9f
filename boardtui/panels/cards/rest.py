"""The cards of whatever no other card shows: of the day itself, and of earlier in the year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boardtui.core.criterion.dimension import slice_title
from boardtui.core.measures.units import PER_CENT
from boardtui.core.words.wording import value_text
from boardtui.panels.cards.card import Block, Card, Headline, Way
from boardtui.panels.cards.hedges import split_hedge
from boardtui.panels.cards.said import said_by, short_when
from boardtui.panels.cards.words import and_more, label, line, strong
from boardtui.panels.panel import Board
from boardtui.panels.phrases import when
from boardtui.panels.text import Chunk, Line, chunk, columns, fit, quiet, space, wrapped
from boardtui.review.day.compared import ComparedFigure

FEW = 3
"""Figures of which the first is large, and above which all stand in a table."""

INDENT = 2
"""Blank columns before what belongs to the row above."""

WIDE = 90
"""Columns from which a table says who said each figure: `d` always does."""


def also_titles(board: Board) -> tuple[str, ...]:
    """What the one figure is that no other card shows, or that there are several."""
    found = _of_day(board)
    several = ("Also published of this day", "Also published")
    return (title(found[0]), several[1]) if len(found) == 1 else several


def also_card(board: Board, width: int) -> Card | None:
    """What was published of the day and stands on no other card."""
    found = _of_day(board)
    if not found:
        return None
    if len(found) > FEW:
        return Card(None, (_table(found, width),))
    first, *others = found
    before, value = split_hedge(first.figure)
    notes = tuple(_notes(first, width))
    return Card(
        Headline(
            title(first),
            value,
            first,
            before,
            (Way(((), *notes)), Way(below=notes)),
            also_titles(board)[-1],
        ),
        (
            Block(said_by(first, width), need=2, apart=True),
            *((_table(others, width),) if others else ()),
        ),
    )


def _notes(one: ComparedFigure, width: int) -> Iterator[Line]:
    """What a number counts, of which base, and when."""
    yield line(strong(title(one)))
    if base := _of_what(one):
        yield from wrapped([chunk(label(base), subject=one)], width)
    yield from wrapped([chunk(label(when(one.figure)), subject=one)], width)


def earlier_card(board: Board, width: int) -> Card | None:
    """What was published of earlier in the year, and not of the day: never a figure of now."""
    found = [one for one in _published(board) if one.earlier]
    return Card(None, (_table(found, width),)) if found else None


def _of_day(board: Board) -> list[ComparedFigure]:
    return [one for one in _published(board) if not one.earlier]


def _published(board: Board) -> Iterator[ComparedFigure]:
    mine = (figure for figure in board.review.now.published if figure not in board.elsewhere)
    return map(board.review.compared, mine)


def _table(found: Sequence[ComparedFigure], width: int) -> Block:
    """Each figure in a row: what it is, as at when, and who said it, as far as there is room."""
    ways = (
        ([("", "", "as at", "said by"), *map(_in_full, found)], 4),
        ([("", "", "as at", "said by"), *map(_in_short, found)], 2),
        ([("", "", "as at"), *(_in_short(one)[:3] for one in found)], 2),
    )
    for cells, gap in ways if width >= WIDE else ways[2:]:
        rows = [_row(texts, one) for texts, one in zip(cells, (None, *found), strict=True)]
        if fit(rows, width, gap):
            heads, *lines = columns(rows, frozenset((1,)), width, gap)
            based = [(line, *_base(one, width)) for line, one in zip(lines, found, strict=True)]
            told = [heads, *(line for lines in based for line in lines)]
            return Block(tuple(told), 1, apart=True, loose=True, more=and_more)
    told = [row for one in found for row in (*_running(one, width), *_base(one, width))]
    return Block(tuple(told), 1, apart=True, more=and_more)


def _base(one: ComparedFigure, width: int) -> list[Line]:
    """Of what a per cent was said, under its row."""
    if one.figure.unit != PER_CENT:
        return []
    lines = wrapped([chunk(quiet(_of_what(one)), subject=one)], max(1, width - INDENT))
    return [(space(INDENT), *line) for line in lines]


def _of_what(one: ComparedFigure) -> str:
    """The base of a figure as it was stated; of a per cent also that it was not."""
    if one.figure.base:
        return f"of {one.figure.base}"
    return "of what is not stated" if one.figure.unit == PER_CENT else ""


def _in_full(one: ComparedFigure) -> tuple[str, ...]:
    figure = one.figure
    base = f" of {figure.base}" if figure.base and figure.unit != PER_CENT else ""
    return title(one), f"{value_text(figure)}{base}", when(figure), figure.said_by or ""


def _in_short(one: ComparedFigure) -> tuple[str, ...]:
    return title(one), value_text(one.figure), short_when(one.figure), one.figure.said_by or ""


def _row(texts: Sequence[str], one: ComparedFigure | None) -> tuple[Chunk, ...]:
    if one is None:
        return tuple(chunk(quiet(text)) for text in texts)
    name, value, *rest = texts
    return (chunk(strong(name)), chunk(value, subject=one), *(chunk(quiet(text)) for text in rest))


def _running(one: ComparedFigure, width: int) -> list[Line]:
    """A figure where there is no room for columns: on as many lines as it takes."""
    pieces = [
        chunk(strong(title(one)), "  ", value_text(one.figure), subject=one),
        chunk(label(short_when(one.figure))),
    ]
    return wrapped(pieces, width, indent=2)


def title(one: ComparedFigure) -> str:
    """What a figure is of, with its slices, and without the unit that its value has."""
    slices = [slice_title(each.dimension, each.value) for each in one.figure.slices]
    whole = one.measure.title
    for unit in (f", in {one.figure.unit}", f", as said in {one.figure.unit}"):
        whole = whole.removesuffix(unit)
    return ", ".join((whole, *slices))
