"""The table of a breakdown by two dimensions: a row and a column for each slice, with margins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boardtui.core.criterion.dimension import DIMENSIONS, Slice, Slices
from boardtui.core.words.wording import value_text
from boardtui.panels import cells
from boardtui.panels.bar_table import NOTHING
from boardtui.panels.breakdown.naming import by_words, row_title
from boardtui.panels.breakdown.words import holding
from boardtui.panels.sheet import cursor
from boardtui.panels.table import ARROW, GAP, Column, Sort, cell, heads_line, row_line, text_lines
from boardtui.panels.text import Chunk, Line, Role, Span
from boardtui.review.breakdown import Breakdown, slices_of
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

NAME, ALL = "name", "all"
"""The columns of the rows' slices, and of the whole of each row."""

NAME_MOST = 34
NUMBER, MOST = 8, 14
"""The cells of a column: for a number, and at the most for a slice's name above it."""


class CrossTable:
    """A breakdown by two dimensions, with one current cell in the current row.

    Not all columns have room everywhere: which are in sight is said in the row of the totals, whose
    last number is of all of them.
    """

    def __init__(self, review: Review, breakdown: Breakdown) -> None:
        self._review, self._breakdown = review, breakdown
        self._own = slices_of(review, breakdown)
        self._across = slices_of(review, breakdown, 1)
        self._sorted: Sequence[str | None] = self._own
        self.values: Sequence[str | None] = self._own
        """The slices of the rows that are shown."""
        self.words: list[str] = []
        self._column = 0
        """The current column; the margin's comes after the last slice's."""
        self._first = 0
        """The first of the columns that is shown."""
        ordered = DIMENSIONS[breakdown.by[0]].closed
        self.sort_by(Sort(NAME) if ordered else Sort(ALL, descending=True))
        numbers = [self._number_of([], at) or 0 for at in range(len(self._across))]
        self._column = numbers.index(max(numbers)) if numbers else 0

    @property
    def count(self) -> int:
        return len(self.values)

    def largest(self) -> int:
        """The row with the most, of those that are shown."""
        numbers = [self._number(value, len(self._across)) or 0 for value in self.values]
        return numbers.index(max(numbers)) if numbers else 0

    def turn(self, by: int) -> None:
        """Make another column current."""
        self._column = max(0, min(self._column + by, len(self._across)))

    # The order

    @property
    def sorts(self) -> list[str]:
        """The columns by which rows can stand: the whole, each slice, and their names."""
        return [ALL, *map(str, range(len(self._across))), NAME]

    def sort_by(self, sort: Sort) -> None:
        """Put the rows in an order, by the numbers of a column; by their names in their own."""
        self.sort = sort
        if sort.column == NAME:
            self._sorted = self._own[::-1] if sort.descending else self._own
        else:
            column = len(self._across) if sort.column == ALL else int(sort.column)
            numbers = {value: self._number(value, column) or 0.0 for value in self._own}
            self._sorted = sorted(
                self._own, key=lambda value: numbers[value], reverse=sort.descending
            )
        self.filter(self.words)

    def filter(self, words: list[str]) -> None:
        """Show only rows whose names hold all of some words."""
        self.words = words
        self.values = holding(words, self._sorted, self._title)

    # What is current

    def slices(self, place: int) -> Slices:
        """The slices of the current cell of a row."""
        return self._slices(self.values[place : place + 1], self._column)

    def at(self, place: int) -> ComparedFigure | None:
        """The figure of the current cell of a row."""
        found = self._review.figures(self._breakdown.measure, self.slices(place))
        return found[0] if found else None

    def _slices(self, row: Sequence[str | None], column: int) -> Slices:
        """The slices of a cell; those of the margins leave a dimension out, or both."""
        first, second = self._breakdown.by
        slices = list(self._breakdown.within)
        slices += [Slice(first, value) for value in row]
        slices += [Slice(second, value) for value in self._across[column : column + 1]]
        return tuple(slices)

    def _number(self, value: str | None, column: int) -> float | None:
        return self._number_of([value], column)

    def _number_of(self, row: Sequence[str | None], column: int) -> float | None:
        slices = self._slices(row, column)
        found = self._review.now.from_records(self._breakdown.measure, slices)
        return found[0].value if found else None

    # The lines

    def laid_out(self, width: int) -> tuple[list[Column], range]:
        """The columns for a width, and which slices across stand in them.

        All alike where all have room so; else each as narrow as it can be, and as many as have.
        """
        heads = [row_title(self._breakdown.by[1], value) for value in self._across]
        margin = max(cells.width("all") + ARROW, cells.width(self._text(self._breakdown.within)))
        room = width - margin - 2 * GAP
        alike = min(MOST, max(NUMBER, *(cells.width(head) + ARROW for head in heads), 1))
        close = [min(MOST, self._least(at, head)) for at, head in enumerate(heads)]
        every = range(len(heads))
        for widths in ([alike] * len(heads), close):
            name = self._name(width, "all")
            if span(widths) <= room - name.width:
                return self._columns(name, heads, widths, every, margin), every
        last = len(heads)
        name = self._name(width, f"all, columns {last}–{last} of {last}")
        shown = self._in_sight(close, room - name.width)
        if len(shown) == 1:
            name = self._name(width, f"all, column {last} of {last}")
        widths = [min(wide, max(1, room - name.width)) for wide in close]
        return self._columns(name, heads, widths, shown, margin), shown

    @staticmethod
    def _columns(
        name: Column, heads: Sequence[str], widths: Sequence[int], shown: range, margin: int
    ) -> list[Column]:
        columns = [Column(str(at), heads[at], widths[at], right=True) for at in shown]
        return [name, *columns, Column(ALL, "all", margin, right=True)]

    def _least(self, at: int, head: str) -> int:
        """The cells of a column: for its head, with its arrow if it has one, and its numbers."""
        arrow = ARROW if self.sort.column == str(at) else 0
        return max(cells.width(head) + arrow, 1 + cells.width(self._text(self._slices([], at))))

    def _name(self, width: int, total: str) -> Column:
        head = by_words(self._breakdown.by[0])
        wanted = max(map(cells.width, (head + " " * ARROW, total, *map(self._title, self.values))))
        least = cells.width(total.removeprefix("all, "))
        return Column(NAME, head, min(wanted, NAME_MOST, max(least, width // 3)))

    def _in_sight(self, widths: Sequence[int], room: int) -> range:
        """The columns shown, the current one among them; the margin is always in sight."""
        current = min(self._column, len(widths) - 1)
        first, stop = min(self._first, current), current + 1
        while first < current and span(widths[first:stop]) > room:
            first += 1
        while stop < len(widths) and span(widths[first : stop + 1]) <= room:
            stop += 1
        while first > 0 and span(widths[first - 1 : stop]) <= room:
            first -= 1
        self._first = max(0, first)
        return range(self._first, stop)

    def heads(self, columns: Sequence[Column]) -> Line:
        return heads_line(columns, self.sort)

    def row(self, columns: Sequence[Column], shown: range, place: int, *, current: bool) -> Line:
        """A row; the current cell of the current one is marked, and its name is bold."""
        value = self.values[place]
        return self._line(columns, shown, [value], self._title(value), current=current)

    def total(self, columns: Sequence[Column], shown: range, *, current: bool) -> Line:
        """The totals of the columns in sight, and of all; it says which these are."""
        name = self._total_name(shown, columns[0].width)
        return self._line(columns, shown, [], name, current=current)

    def _total_name(self, shown: range, room: int) -> str:
        across = len(self._across)
        if len(shown) == across:
            return "all"
        which = f"{shown.stop:,}"
        if len(shown) > 1:
            which = f"{shown.start + 1:,}–{which}"
        which = f"{which} of {across:,}"
        plural = "column" if len(shown) == 1 else "columns"
        told = f"all, {plural} {which}"
        return told if cells.width(told) <= room else f"{plural} {which}"

    def _title(self, value: str | None) -> str:
        return row_title(self._breakdown.by[0], value)

    def _line(
        self,
        columns: Sequence[Column],
        shown: range,
        row: Sequence[str | None],
        name: str,
        *,
        current: bool,
    ) -> Line:
        role = Role.STRONG if current else Role.TEXT if row else Role.QUIET
        made = [cell(columns[0], name, role)]
        for column, at in zip(columns[1:], [*shown, len(self._across)], strict=True):
            text = self._text(self._slices(row, at))
            made.append(_cell(column, text, current=current and at == self._column))
        return row_line(columns, made)

    def _text(self, slices: Slices) -> str:
        figures = self._review.now.from_records(self._breakdown.measure, slices)
        if not figures:
            return NOTHING
        return value_text(figures[0], unit=False) if figures[0].given else "none"

    def text_lines(self) -> Iterator[str]:
        """All rows and columns as text."""
        across = range(len(self._across))
        rows = [self._texts([value], self._title(value)) for value in self.values]
        rows.append(self._texts([], "all"))
        wide = max(cells.width(row[0]) for row in rows)
        first, second = self._breakdown.by
        heads = [row_title(second, self._across[at]) for at in across]
        columns = [Column(NAME, by_words(first), max(wide, cells.width(by_words(first))))]
        columns += [
            Column(head, head, max(NUMBER, cells.width(head)), right=True) for head in heads
        ]
        return text_lines([*columns, Column(ALL, "all", NUMBER, right=True)], rows)

    def _texts(self, row: Sequence[str | None], name: str) -> list[str]:
        ends = range(len(self._across) + 1)
        return [name, *(self._text(self._slices(row, at)) for at in ends)]


def span(widths: Sequence[int]) -> int:
    """The cells of columns beside each other."""
    return sum(widths) + GAP * max(0, len(widths) - 1)


def _cell(column: Column, text: str, *, current: bool) -> Chunk:
    """A number; the current one is bold behind its mark."""
    if not current:
        return cell(column, text, Role.TEXT)
    text = cells.shortened(text, column.width - 1)
    pad = " " * (column.width - 1 - cells.width(text))
    return Chunk((Span(pad, Role.TEXT), Span(cursor(), Role.KEY), Span(text, Role.STRONG)))
