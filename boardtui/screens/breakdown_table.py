"""The tables of a breakdown: by one dimension, or crossed with a second."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rich.cells import cell_len

from boardtui.core.dimension import DIMENSIONS, Slices, slice_title
from boardtui.core.wording import value_number, value_text
from boardtui.panels.heading import heading_lines
from boardtui.panels.phrases import change_text, of_base
from boardtui.panels.text import Role, bar
from boardtui.review.breakdown import Breakdown, figures_at
from boardtui.review.review import ComparedFigure, Review
from boardtui.screens.table_view import Cells, Column, Table

NAME_LEAST, NAME_MOST = 12, 30
NUMBER = 9
CHANGE = 18
SHARE = 32
BAR_LEAST = 8
CROSS_MOST = 14


class BreakdownTable:
    """A breakdown by one dimension as a table: slice, now, then, change, share of base, bar."""

    def __init__(
        self, review: Review, breakdown: Breakdown, values: Sequence[str | None], crumb: str
    ) -> None:
        self._review, self._breakdown = review, breakdown
        self._values, self._crumb = values, crumb
        self.compared = lru_cache(maxsize=4096)(self._compared)
        numbers = (self._number(place) for place in range(len(values)))
        self._largest = max(numbers, default=0)

    def __call__(self, width: int) -> Table:
        columns = self._columns(width)
        return Table(
            [*heading_lines(self._review, width), self._crumb],
            columns,
            len(self._values),
            lambda place: self._cells(place, columns),
            self._total(columns),
            "no figure by this dimension",
        )

    def total(self) -> ComparedFigure | None:
        """The figure of the whole that the slices add up to."""
        found = figures_at(self._review, self._breakdown)
        return found[0] if found else None

    def _compared(self, place: int) -> ComparedFigure | None:
        found = figures_at(self._review, self._breakdown, self._values[place])
        return found[0] if found else None

    def _number(self, place: int) -> float:
        slices = self._breakdown.cell(self._values[place])
        figures = self._review.now.both(self._breakdown.measure, slices)
        return (figures[0].value or 0) if figures else 0

    def _columns(self, width: int) -> list[Column]:
        """As many columns as fit: the name and now first, then then, change, share and bar."""
        titles = (self._title(value) for value in self._values)
        longest = max(map(cell_len, titles), default=0)
        dimension = DIMENSIONS[self._breakdown.by[0]].title
        name = min(max(NAME_LEAST, longest, len(dimension)), NAME_MOST, max(8, width - 24))
        columns = [Column(dimension, name), Column("now", NUMBER, right=True)]
        used = name + NUMBER + 4
        wanted = [Column("then", NUMBER, right=True), Column("change", CHANGE, right=True)]
        wanted.append(Column("share of base", SHARE))
        for column in wanted:
            if used + column.width <= width:
                columns.append(column)
                used += column.width + 2
        if width - used >= BAR_LEAST:
            columns.append(Column("", min(width - used, 60)))
        return columns

    def _title(self, value: str | None) -> str:
        return slice_title(self._breakdown.by[0], value)

    def _cells(self, place: int, columns: Sequence[Column]) -> Cells:
        compared = self.compared(place)
        cells = self._row(self._title(self._values[place]), compared, columns)
        if columns[-1].head == "":
            drawn = bar(self._number(place), self._largest, columns[-1].width)
            cells.append((drawn, Role.BAR))
        return cells

    def _total(self, columns: Sequence[Column]) -> Cells | None:
        compared = self.total()
        cells = self._row("all", compared, columns)
        if columns[-1].head == "":
            cells.append(("", Role.TEXT))
        return cells

    def _row(
        self, name: str, compared: ComparedFigure | None, columns: Sequence[Column]
    ) -> list[tuple[str, Role]]:
        shown = {column.head for column in columns}
        cells = [(name, Role.TEXT), (_now(compared), Role.NUMBER)]
        then = compared.comparison.then if compared else None
        if "then" in shown:
            cells.append((value_text(then, unit=False) if then else "–", Role.TEXT))
        if "change" in shown:
            cells.append((_change(compared), Role.TEXT))
        if "share of base" in shown:
            share = compared.share if compared else None
            cells.append((of_base(share) if share else "", Role.QUIET))
        return cells


def _now(compared: ComparedFigure | None) -> str:
    if compared is None:
        return "–"
    figure = compared.figure
    return value_text(figure, unit=False) if figure.value is not None else "none"


def _change(compared: ComparedFigure | None) -> str:
    if compared is None or compared.comparison.then is None:
        return ""
    if not compared.comparison.comparable:
        return "not comparable"
    return change_text(compared.comparison)


class CrossTable:
    """A breakdown by two dimensions: a two-way table with margins."""

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
        self.first = 0
        """The first of the columns that is shown."""

    def turn(self, by: int) -> None:
        """Begin with a column further on or back; the last one stays in sight."""
        self.first = max(0, min(self.first + by, len(self._columns) - 1))

    def __call__(self, width: int) -> Table:
        heads = [slice_title(self._breakdown.by[1], value) for value in self._columns]
        name = min(NAME_MOST, max(8, width // 4))
        wide = min(CROSS_MOST, max(NUMBER, *map(cell_len, heads))) if heads else NUMBER
        room = (width - name - NUMBER - 6) // (wide + 2)
        shown = range(self.first, min(len(heads), self.first + max(1, room)))
        columns = [Column(DIMENSIONS[self._breakdown.by[0]].title, name)]
        columns += [Column(heads[n], wide, right=True) for n in shown]
        columns.append(Column("all", NUMBER, right=True))
        unseen = len(heads) - len(shown)
        more = f"   ({unseen} more columns: ← →)" if unseen else ""
        return Table(
            [*heading_lines(self._review, width), self._crumb + more],
            columns,
            len(self._rows),
            lambda place: self._cells(self._rows[place], shown),
            self._margin(shown),
        )

    def _cells(self, row: str | None, shown: Sequence[int]) -> Cells:
        name = slice_title(self._breakdown.by[0], row)
        inner = [self._text(self._breakdown.cell(row, self._columns[n])) for n in shown]
        total = self._text((*self._breakdown.within, *self._breakdown.cell(row, None)[-2:-1]))
        numbers = [(text, Role.TEXT) for text in inner]
        return [(name, Role.TEXT), *numbers, (total, Role.NUMBER)]

    def _margin(self, shown: Sequence[int]) -> Cells:
        within = self._breakdown.within
        ends = [self._breakdown.cell(None, self._columns[n])[-1:] for n in shown]
        texts = [self._text((*within, *end)) for end in ends]
        return [
            ("all", Role.TEXT),
            *((text, Role.NUMBER) for text in texts),
            (self._text(within), Role.NUMBER),
        ]

    def _text(self, slices: Slices) -> str:
        figures = self._review.now.from_records(self._breakdown.measure, slices)
        if not figures:
            return "–"
        value = figures[0].value
        return "none" if value is None else value_number(value)
