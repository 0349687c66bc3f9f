"""The table of a breakdown by one dimension: then and now as bars on one scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from boardtui.core.criterion.dimension import DIMENSIONS, Slices
from boardtui.panels import cells
from boardtui.panels.bar_table import NOTHING, Laid, drawn, laid_out
from boardtui.panels.breakdown.columns import figure_columns
from boardtui.panels.breakdown.naming import by_words
from boardtui.panels.breakdown.rows import Number, Rows
from boardtui.panels.cards.bars import Scale, scale_of
from boardtui.panels.table import ARROW, Column, Sort, heads_line, text_lines
from boardtui.panels.text import Line
from boardtui.review.breakdown import why_not
from boardtui.review.day.compared import ComparedFigure

NAME = "name"
"""The column of the slices; rows that stand by it stand in their own order."""

ASKED = ("now", "share", "per_post", "later", "change", "points", "part", "share_then", "then")
"""The columns in the order in which they are asked for."""

NAME_LEAST, NAME_MOST = 10, 32


class SliceTable:
    """The rows of a breakdown as lines, for any width and in any order."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        baseline = rows.review.selection.baseline
        self.then_unknown = why_not(baseline.snapshot, rows.breakdown) if baseline else None
        """Why the records then cannot tell the slices apart, if they cannot."""
        then = self.then_unknown is None
        self.columns = figure_columns(rows.review, rows.first, rows.total, then=then)
        ordered = DIMENSIONS[rows.breakdown.by[0]].closed
        self.sort_by(Sort(NAME) if ordered else Sort("now", descending=True))

    @property
    def count(self) -> int:
        return self.rows.count

    @property
    def values(self) -> Sequence[str | None]:
        """The slices that are shown, in their order."""
        return self.rows.values

    @property
    def words(self) -> list[str]:
        """The words that the names of the rows hold which are shown."""
        return self.rows.words

    def filter(self, words: list[str]) -> None:
        """Show only rows whose names hold all of some words."""
        self.rows.filter(words)

    def largest(self) -> int:
        return self.rows.largest()

    def slices(self, place: int) -> Slices:
        return self.rows.slices(place)

    def at(self, place: int) -> ComparedFigure | None:
        return self.rows.at(place)

    # The order

    @property
    def sorts(self) -> list[str]:
        """The columns by which rows can stand, in the order in which one key takes them."""
        names = [column.name for column in self.columns]
        return [*(n for n in ASKED if n in names), *(n for n in names if n not in ASKED), NAME]

    def sort_by(self, sort: Sort) -> None:
        """Put the rows in an order; by their names they stand in their own."""
        self.sort = sort
        self.rows.sort(self._number(sort.column), descending=sort.descending)

    def _number(self, name: str) -> Number | None:
        if name == "now":
            return self.rows.now  # nothing has to be compared for it
        column = next((column for column in self.columns if column.name == name), None)
        if column is None:
            return None

        def number(value: str | None) -> float | None:
            row = self.rows.of(value)
            return column.number(row) if row else None

        return number

    # The lines

    def laid_out(self, width: int) -> Laid[ComparedFigure]:
        """Which columns have room in a width, and how wide each is."""
        known = [*self.rows.first, *([self.rows.total] if self.rows.total else [])]
        return laid_out(self._name(), self.columns, known, width, self.sort.column)

    def _name(self) -> Column:
        """The column of the slices: as wide as their names, but there is room for numbers."""
        head = by_words(self.rows.breakdown.by[0])
        wanted = max(NAME_LEAST, cells.width(head) + ARROW, self._longest)
        return Column(NAME, head, min(wanted, NAME_MOST))

    @cached_property
    def _longest(self) -> int:
        """The cells of the longest name."""
        titles = map(self.rows.title, self.rows.values)
        return max(map(cells.width, (*titles, self._total_name())))

    @cached_property
    def _most(self) -> float:
        """The largest number of any row, on either day."""
        rows = self.rows
        numbers = (
            number for value in rows.values for number in (rows.now(value), rows.then(value))
        )
        return max((number for number in numbers if number is not None), default=0)

    def scale(self, laid: Laid[ComparedFigure]) -> Scale:
        """The one scale of all bars, then and now."""
        return scale_of([(self._most, laid.bars)])

    def heads(self, laid: Laid[ComparedFigure], *, arrow: bool = True) -> Line:
        return heads_line(laid.columns, self.sort if arrow else None)

    def row(self, laid: Laid[ComparedFigure], scale: Scale, place: int, *, current: bool) -> Line:
        """A row; where it is the current one its name and its number now are bold."""
        name, row = self._title(place), self.rows.at(place)
        return drawn(laid, scale, name, row, current=current, quiet=False)

    def total(self, laid: Laid[ComparedFigure], *, current: bool) -> Line:
        """The whole, under the rows: without bars, which it would outgrow."""
        name, row = self._total_name(), self.rows.total
        return drawn(laid, None, name, row, current=current, quiet=True)

    def _title(self, place: int) -> str:
        return self.rows.title(self.rows.values[place])

    def _total_name(self) -> str:
        rows = self.rows
        return "all" if rows.count == rows.in_all else f"all {rows.in_all:,}"

    def text_lines(self) -> Iterator[str]:
        """All rows and columns as text, without bars."""
        rows = self.rows
        titles = [rows.title(value) for value in rows.values]
        name = Column(NAME, self._name().head, max(map(cells.width, (*titles, "all", NAME))))
        columns = [name]
        for column in self.columns:
            texts = [column.text(row) for row in map(rows.at, range(rows.count + 1)) if row]
            wide = max(cells.width(text) for text in (column.head, *texts))
            columns.append(Column(column.name, column.head, wide, right=True))
        yield from text_lines(columns, (self._texts(place) for place in range(rows.count + 1)))

    def _texts(self, place: int) -> list[str]:
        row = self.rows.at(place)
        name = self._title(place) if place < self.rows.count else "all"
        return [name, *(column.text(row) if row else NOTHING for column in self.columns)]
