"""The table of a breakdown by two dimensions: a row and a column for each slice, with margins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boardtui.core.criterion.dimension import DIMENSIONS, Slice, Slices, slice_title
from boardtui.core.words.wording import value_text
from boardtui.panels import cells
from boardtui.panels.heading import broken, heading_lines
from boardtui.panels.text import Role
from boardtui.review.breakdown import Breakdown
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review
from boardtui.screens.breakdown.breakdown_columns import NOTHING
from boardtui.screens.drawing.table_view import GAP, Cells, Column, Table, text_lines

NAME_LEAST, NAME_MOST = 8, 30
NUMBER, MOST = 9, 14
"""The cells of a column: for a number, and at the most for a slice's name above it."""


class CrossTable:
    """A breakdown by two dimensions, with one current cell in the current row."""

    def __init__(
        self,
        review: Review,
        breakdown: Breakdown,
        rows: Sequence[str | None],
        columns: Sequence[str | None],
        crumb: str,
    ) -> None:
        self._review, self._breakdown = review, breakdown
        self._rows, self._columns, self._crumb = rows, columns, crumb
        self._column = 0
        """The current column; the margin's comes after the last slice's."""
        self._first = 0
        """The first of the columns that is shown."""

    def turn(self, by: int) -> None:
        """Make another column current."""
        self._column = max(0, min(self._column + by, len(self._columns)))

    def slices(self, place: int) -> Slices:
        """The slices of the current cell of a row."""
        return self._slices(place, self._column)

    def subject(self, place: int) -> ComparedFigure | None:
        """The figure of the current cell of a row."""
        found = self._review.figures(self._breakdown.measure, self.slices(place))
        return found[0] if found else None

    def _slices(self, place: int, column: int) -> Slices:
        """The slices of a cell; those of the margins leave a dimension out, or both."""
        row, across = self._breakdown.by
        slices = list(self._breakdown.within)
        slices += [Slice(row, value) for value in self._rows[place : place + 1]]
        slices += [Slice(across, value) for value in self._columns[column : column + 1]]
        return tuple(slices)

    def __call__(self, width: int) -> Table:
        row, across = (DIMENSIONS[name] for name in self._breakdown.by)
        heads = [slice_title(across.name, value) for value in self._columns]
        longest = max(
            (cells.width(slice_title(row.name, value)) for value in self._rows), default=0
        )
        name = min(NAME_MOST, max(NAME_LEAST, longest, cells.width(row.title)), max(8, width // 3))
        wide = min(MOST, max(NUMBER, *map(cells.width, heads))) if heads else NUMBER
        room = max(1, (width - name - NUMBER - GAP) // (wide + GAP))
        shown = self._in_sight(room)
        columns = [Column(row.title, name)]
        columns += [Column(heads[number], wide, right=True) for number in shown]
        columns.append(Column("all", NUMBER, right=True))
        at = 1 + shown.index(self._column) if self._column in shown else len(columns) - 1
        return Table(
            heading_lines(self._review, width) + broken(self._crumb + self._more(shown), width),
            columns,
            len(self._rows),
            lambda place: self._cells(place, shown),
            self._cells(len(self._rows), shown),
            cell=at,
        )

    def lines(self) -> Iterator[str]:
        """All rows and columns as text."""
        across, shown = self._breakdown.by[1], range(len(self._columns))
        heads = [slice_title(across, value) for value in self._columns]
        rows = [self._cells(place, shown) for place in range(len(self._rows) + 1)]
        wide = max(cells.width(row[0][0]) for row in rows)
        columns = [Column(DIMENSIONS[self._breakdown.by[0]].title, max(wide, NAME_LEAST))]
        columns += [Column(head, max(NUMBER, cells.width(head)), right=True) for head in heads]
        return text_lines([*columns, Column("all", NUMBER, right=True)], rows)

    def _in_sight(self, room: int) -> range:
        """The columns shown, the current one among them; the margin is always in sight."""
        last = len(self._columns) - 1
        current = min(self._column, last)
        first = max(current - room + 1, min(self._first, current, max(0, last - room + 1)))
        self._first = max(0, first)
        return range(self._first, min(len(self._columns), self._first + room))

    def _more(self, shown: range) -> str:
        count = len(self._columns)
        if len(shown) == count:
            return ""
        seen = f"columns {shown.start + 1}–{shown.stop}"
        if len(shown) == 1:
            seen = f"column {shown.stop}"
        return f" · {seen} of {count}, ← →"

    def _cells(self, place: int, shown: range) -> Cells:
        total = place == len(self._rows)
        name = "all" if total else slice_title(self._breakdown.by[0], self._rows[place])
        ends = len(self._columns)
        inner = Role.NUMBER if total else Role.TEXT
        found = [(name, Role.TEXT)]
        found += [(self._text(self._slices(place, number)), inner) for number in shown]
        return [*found, (self._text(self._slices(place, ends)), Role.NUMBER)]

    def _text(self, slices: Slices) -> str:
        figures = self._review.now.from_records(self._breakdown.measure, slices)
        if not figures:
            return NOTHING
        return value_text(figures[0], unit=False) if figures[0].given else "none"
