"""Tables as plain text: columns of so many cells, their heads with the arrow of the order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from boardtui.core.words.shown import shown
from boardtui.panels import cells
from boardtui.panels.text import Chunk, Line, Role, Span, space

GAP = 2
"""Blank cells between two columns, at the least."""

ARROWS = {False: "▲", True: "▼"}
"""Behind the head of the column by which rows stand: the least first, or the greatest."""

ARROW = 2
"""The cells that the arrow takes, with the blank before it."""


class Column(Struct, frozen=True):
    """A column as it is laid out: its name, its head, and how many cells it has."""

    name: str
    head: str
    width: int
    right: bool = False
    gap: int = GAP
    """The blank cells before it."""


class Sort(Struct, frozen=True):
    """By which column the rows of a table stand, and which way."""

    column: str
    descending: bool = False

    @property
    def turned(self) -> Sort:
        """The same column the other way."""
        return Sort(self.column, not self.descending)


def fitted(text: str, width: int, *, right: bool = False) -> str:
    """Text in so many cells, fit to be drawn; where it is longer, it ends in an ellipsis."""
    text = cells.shortened(shown(text), width)
    pad = " " * (width - cells.width(text))
    return pad + text if right else text + pad


def cell(column: Column, text: str, role: Role) -> Chunk:
    """A cell of a column."""
    return Chunk((Span(fitted(text, column.width, right=column.right), role),))


def row_line(columns: Sequence[Column], row: Iterable[Chunk]) -> Line:
    """A row of cells with the gaps between them."""
    line: list[Chunk] = []
    for column, made in zip(columns, row, strict=True):
        line += [space(column.gap), made] if line else [made]
    return tuple(line)


def heads_line(columns: Sequence[Column], sort: Sort | None) -> Line:
    """The heads of columns; the one that the rows stand by is marked with its arrow."""
    return row_line(columns, (_head(column, sort) for column in columns))


def _head(column: Column, sort: Sort | None) -> Chunk:
    if sort is None or sort.column != column.name:
        return cell(column, column.head, Role.QUIET)
    arrow = f" {ARROWS[sort.descending]}"
    head = cells.shortened(shown(column.head), max(1, column.width - ARROW)) + arrow
    return cell(column, head, Role.KEY)


def starts(columns: Sequence[Column]) -> list[int]:
    """The cell at which each column begins."""
    found, at = [], 0
    for number, column in enumerate(columns):
        at += column.gap if number else 0
        found.append(at)
        at += column.width
    return found


def text_lines(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A whole table as lines of text, its heads first."""
    for row in ([column.head for column in columns], *rows):
        texts = (
            fitted(text, column.width, right=column.right)
            for column, text in zip(columns, row, strict=True)
        )
        yield (" " * GAP).join(texts).rstrip()
