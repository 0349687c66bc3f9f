"""The table of a breakdown by one dimension."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from boardtui.core.criterion.dimension import DIMENSIONS, Slices, slice_title
from boardtui.panels import cells
from boardtui.panels.heading import broken, heading_lines
from boardtui.panels.phrases import stated_base
from boardtui.panels.text import Role, bar
from boardtui.review.breakdown import Breakdown, figures_at, whole_of
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review
from boardtui.screens.breakdown.breakdown_columns import NOTHING, FigureColumn, figure_columns
from boardtui.screens.drawing.column_pages import pages_of, unseen
from boardtui.screens.drawing.table_view import GAP, Cells, Column, Table, text_lines

NAME_LEAST, NAME_MOST = 12, 30
BAR_LEAST, BAR_MOST = 8, 60
MEASURED = 100
"""Rows that the widths of the columns are taken from: more would be slow to open."""


class BreakdownTable:
    """A breakdown by one dimension: slice, now, then, change, share of base, part, bar.

    Where not all columns have room, the others stand on further pages beside the slice.
    """

    def __init__(
        self, review: Review, breakdown: Breakdown, values: Sequence[str | None], crumb: str
    ) -> None:
        self._review, self._breakdown = review, breakdown
        self._values, self._crumb = values, crumb
        self._row = lru_cache(maxsize=4096)(self._compared)
        numbers = (self._number(place) for place in range(len(values)))
        self._largest = max(numbers, default=0)
        first = [row for row in map(self._row, range(min(MEASURED, len(values)))) if row]
        self._total = whole_of(review, breakdown, first)
        self._columns = figure_columns(first, self._total)
        # A per cent says nothing without its base; of a count it is said where one was stated.
        bases = (stated_base(row.figure) for row in first)
        self._bases = list(dict.fromkeys(filter(None, bases)))
        self._page = 0

    def turn(self, by: int) -> None:
        """Show another page of columns."""
        self._page += by

    def slices(self, place: int) -> Slices:
        """The slices of a row; of the total, those that all rows are in."""
        values = self._values[place : place + 1]
        return self._breakdown.cell(*values) if values else self._breakdown.within

    def subject(self, place: int) -> ComparedFigure | None:
        """The figure of a row, or the total's."""
        return self._row(place) if place < len(self._values) else self._total

    def __call__(self, width: int) -> Table:
        name = self._name(width)
        pages = pages_of(self._columns, lambda column: column.width, width - name.width)
        self._page = max(0, min(self._page, len(pages) - 1))
        shown = pages[self._page]
        columns = [name, *(Column(c.head, c.width, right=True) for c in shown)]
        room = width - sum(column.width + GAP for column in columns)
        # Beside a page of other columns they would be taken for what those say.
        has_bars = self._largest and any(column.drawn for column in shown)
        drawn = min(room, BAR_MOST) if room >= BAR_LEAST and has_bars else 0
        if drawn:
            columns.append(Column("", drawn))
        heading = [self._crumb, *self._bases]
        if len(pages) > 1:
            others = (column.head for column in self._columns if column not in shown)
            heading.append(unseen(self._page, len(pages), others))
        return Table(
            heading_lines(self._review, width)
            + [line for text in heading for line in broken(text, width)],
            columns,
            len(self._values),
            lambda place: self._cells(place, shown, drawn),
            self._cells(len(self._values), shown, drawn),
            "no figure by this dimension",
        )

    def lines(self) -> Iterator[str]:
        """All rows and columns as text, without bars."""
        titles = (self._title(value) for value in self._values)
        head = DIMENSIONS[self._breakdown.by[0]].title
        wide = max(map(cells.width, (*titles, head)))
        columns = [Column(head, wide)]
        columns += [Column(column.head, column.width, right=True) for column in self._columns]
        rows = (self._cells(place, self._columns, 0) for place in range(len(self._values) + 1))
        yield from text_lines(columns, rows)
        yield from self._bases

    def _compared(self, place: int) -> ComparedFigure | None:
        found = figures_at(self._review, self._breakdown, self._values[place])
        return found[0] if found else None

    def _number(self, place: int) -> float:
        slices = self._breakdown.cell(self._values[place])
        figures = self._review.now.both(self._breakdown.measure, slices)
        return (figures[0].value or 0) if figures else 0

    def _name(self, width: int) -> Column:
        """The column of the slices: as wide as their names, but there is room for a number."""
        longest = max((cells.width(self._title(value)) for value in self._values), default=0)
        head = DIMENSIONS[self._breakdown.by[0]].title
        wanted = max(NAME_LEAST, longest, cells.width(head))
        return Column(head, min(wanted, NAME_MOST, max(8, width - 24)))

    def _title(self, value: str | None) -> str:
        return slice_title(self._breakdown.by[0], value)

    def _cells(self, place: int, shown: Sequence[FigureColumn], drawn: int) -> Cells:
        row = self.subject(place)
        total = place == len(self._values)
        name = "all" if total else self._title(self._values[place])
        found = [(name, Role.TEXT)]
        found += [(column.text(row) if row else NOTHING, column.role) for column in shown]
        if drawn:
            length = "" if total else bar(self._number(place), self._largest, drawn)
            found.append((length, Role.BAR))
        return found
