"""A figure over time: its rows, oldest first, in the columns that are told of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Generic

from msgspec import Struct

from boardtui.panels import cells
from boardtui.panels.bar_table import BarColumn, Laid, Row, drawn, laid_out
from boardtui.panels.cards.bars import Scale, scale_of
from boardtui.panels.table import ARROW, Column, Sort, heads_line, text_lines
from boardtui.panels.text import Line
from boardtui.review.day.compared import ComparedFigure

NUMBERS_LEAST = 14
"""The cells that are kept for numbers beside the months or years."""

TIME = "time"
"""The column of the months or years."""


class Series(Struct, Generic[Row], frozen=True):
    """What is told of a figure over time.

    `crumb` is the way to it from the board, and `every` what its rows are called: "month". `name`
    names a row, and `subjects` are the figures that it shows, the first of them its own. `begin` is
    the row to begin on.
    `statement` gives what stands above for a width, with digits so many rows high; `under` what
    stands beneath the table of one row, in parts of which each is shown whole. `picture` gives what
    is drawn above the table, for a width and at most so many rows.
    """

    crumb: str
    every: str
    rows: Sequence[Row]
    columns: Sequence[BarColumn[Row]]
    name: Callable[[Row], str]
    subjects: Callable[[Row], list[ComparedFigure]]
    begin: Row
    statement: Callable[[int, int], list[Line]]
    under: Callable[[Row, int], list[list[Line]]]
    picture: Callable[[int, int], list[Line]] | None = None


class SeriesTable(Generic[Row]):
    """The rows of a series as lines, for any width and in any order; the latest first at first."""

    def __init__(self, series: Series[Row]) -> None:
        self.series = series
        self.rows: Sequence[Row] = ()
        self.sort_by(Sort(TIME, descending=True))

    @property
    def count(self) -> int:
        return len(self.rows)

    def at(self, place: int) -> Row | None:
        return self.rows[place] if place < len(self.rows) else None

    @property
    def sorts(self) -> list[str]:
        """The columns by which rows can stand, in the order in which one key takes them."""
        return [*(column.name for column in self.series.columns), TIME]

    def sort_by(self, sort: Sort) -> None:
        """Put the rows in an order; those whose number is not known come last either way."""
        self.sort = sort
        rows = list(self.series.rows)
        column = next((c for c in self.series.columns if c.name == sort.column), None)
        if column is None:
            self.rows = rows[::-1] if sort.descending else rows
            return
        number = column.number
        known = [row for row in rows if number(row) is not None]
        known.sort(key=lambda row: number(row) or 0.0, reverse=sort.descending)
        self.rows = [*known, *(row for row in rows if number(row) is None)]

    def laid_out(self, width: int) -> Laid[Row]:
        """Which columns have room in a width, and how wide each is."""
        head = self.series.every
        names = map(cells.width, map(self.series.name, self.series.rows))
        wide = max(cells.width(head) + ARROW, *names, 0)
        name = Column(TIME, head, wide)
        columns, rows = self.series.columns, self.series.rows
        return laid_out(name, columns, rows, width, self.sort.column, NUMBERS_LEAST)

    def scale(self, laid: Laid[Row]) -> Scale:
        """The one scale of all bars."""
        bars = [column for column in self.series.columns if column.bar]
        numbers = (column.number(row) for column in bars for row in self.series.rows)
        return scale_of((number, laid.bars) for number in numbers)

    def heads(self, laid: Laid[Row]) -> Line:
        return heads_line(laid.columns, self.sort)

    def row(self, laid: Laid[Row], scale: Scale, place: int, *, current: bool) -> Line:
        row = self.rows[place]
        return drawn(laid, scale, self.series.name(row), row, current=current, quiet=False)

    def text_lines(self) -> Iterator[str]:
        """All rows and columns as text, without bars."""
        texts = [
            [self.series.name(row), *(column.text(row) for column in self.series.columns)]
            for row in self.rows
        ]
        heads = [self.series.every, *(column.head for column in self.series.columns)]
        widths = [max(map(cells.width, each)) for each in zip(heads, *texts, strict=True)]
        columns = [
            Column(head, head, wide, right=place > 0)
            for place, (head, wide) in enumerate(zip(heads, widths, strict=True))
        ]
        return text_lines(columns, texts)
