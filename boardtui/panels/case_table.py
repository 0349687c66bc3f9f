"""A list of cases as plain text: its own statement, its columns for a width, and its rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from boardtui.core.history.case import Case
from boardtui.core.words.shown import shown
from boardtui.panels import cells
from boardtui.panels.cards.words import label
from boardtui.panels.case_columns import ALWAYS, Column, case_columns
from boardtui.panels.table import ARROW, GAP, Sort, cell, heads_line, row_line
from boardtui.panels.table import Column as Laid
from boardtui.panels.text import Line, Role, chunk, wrapped
from boardtui.review.cases.cases import CaseList
from boardtui.store.lists.listing import Sort as Order

NOT_READ = "…"

SPREAD = 2
"""The cells by which a gap between two columns grows, where there is room."""


LEAST = 24
"""The cells that are left beside who it is for what the list is about, at the least."""


class Pages(Struct, frozen=True):
    """The columns that a width has room for, on as many pages as they need.

    On each stand first the columns that say who it is, as far as they leave room for others.
    """

    all: tuple[tuple[Laid, ...], ...]

    def page(self, number: int) -> tuple[Laid, ...]:
        return self.all[max(0, min(number, len(self.all) - 1))]


class CaseTable:
    """The columns of a list, widened to the cases that were seen of it; none ever narrows."""

    def __init__(self, cases: CaseList) -> None:
        self.columns = case_columns(cases)
        self.named = {column.name: column for column in self.columns}
        self._widths = {c.name: cells.width(c.title) for c in self.columns}

    def widen(self, cases: Iterable[Case]) -> bool:
        """Widen the columns to some cases; whether one grew."""
        grown, cases = False, list(cases)
        for column in self.columns:
            widest = max((cells.width(shown(column.text(case))) for case in cases), default=0)
            if widest > self._widths[column.name]:
                self._widths[column.name] = widest
                grown = True
        return grown

    def pages(self, width: int, by: str) -> Pages:
        """The columns for a width; the one that the list is sorted by is seen first."""
        if by in self.named:
            # None narrows: what stood there before another order keeps the room of its arrow.
            title = cells.width(self.named[by].title) + ARROW
            self._widths[by] = max(self._widths[by], title)
        if self._needed(self.columns) <= width:
            return Pages((self._laid(self.columns, width),))
        own = self._own(width, by)
        others = [column for column in self.columns if column not in own]
        others.sort(key=lambda column: column.name != by)
        room = width - self._needed(own, cut=True)
        pages: list[list[Column]] = [[]]
        left = room
        for column in others:
            needed = GAP + self._cut(column)
            if needed > left and pages[-1]:
                pages.append([])
                left = room
            pages[-1].append(column)
            left -= needed
        in_order = ([c for c in self.columns if c in own or c in page] for page in pages)
        return Pages(tuple(self._laid(page, width) for page in in_order))

    def _own(self, width: int, by: str) -> Sequence[Column]:
        """The columns that stand on every page: who it is, where that leaves room for more.

        For more is for the column that the list is sorted by, or for what it is about.
        """
        who = [column for column in self.columns if column.name in ALWAYS]
        others = [column for column in self.columns if column not in who]
        others.sort(key=lambda column: column.name != by)
        more = GAP + min(LEAST, self._cut(others[0])) if others else 0
        while len(who) > 1 and self._needed(who, cut=True) + more > width:
            who.pop()
        return who

    def _needed(self, columns: Sequence[Column], *, cut: bool = False) -> int:
        wide = (self._cut(each) if cut else self._widths[each.name] for each in columns)
        return sum(wide) + GAP * max(0, len(columns) - 1)

    def _cut(self, column: Column) -> int:
        """The least that a column is drawn with: its most, where it has more than that to say."""
        widest = self._widths[column.name]
        return max(cells.width(column.title), min(column.most, widest))

    def _laid(self, columns: Sequence[Column], width: int) -> tuple[Laid, ...]:
        """Columns with what is left over: first for text that would be cut, then for the gaps."""
        wide = {column.name: self._cut(column) for column in columns}
        left = width - self._needed(columns, cut=True)
        if left < 0:  # even so: the widest has what the others leave
            widest = max(wide, key=lambda name: wide[name])
            wide[widest] = max(1, wide[widest] + left)
        for column in columns:
            more = max(0, min(left, self._widths[column.name] - wide[column.name]))
            wide[column.name] += more
            left -= more
        gap = GAP + min(SPREAD, max(0, left) // max(1, len(columns) - 1))
        return tuple(Laid(c.name, c.title, min(wide[c.name], width), c.right, gap) for c in columns)

    def cuts(self, columns: Sequence[Laid]) -> bool:
        """Whether some of the cases that were seen say more than their columns have room for.

        Who somebody is, is said of each.
        """
        there = {each.name for each in columns}
        if any(column.name in ALWAYS and column.name not in there for column in self.columns):
            return True
        return any(each.width < self._widths[each.name] for each in columns)

    def in_full(self, columns: Sequence[Laid], case: Case, width: int) -> list[Line]:
        """Who a case is, and what else it says, where its row has no room for that."""
        room = {each.name: each.width for each in columns}
        told = (
            (column, shown(column.text(case)))
            for column in self.columns
            if column.name in room or column.name in ALWAYS
        )
        more = [
            chunk(label(f"{column.title} "), text)
            for column, text in told
            if cells.width(text) > room.get(column.name, 0)
        ]
        return wrapped(more, width)

    def heads(self, columns: Sequence[Laid], order: Order) -> Line:
        return heads_line(columns, Sort(order.column, _downwards(order)))

    def row(self, columns: Sequence[Laid], case: Case | None, *, current: bool) -> Line:
        """A case; of one that is not read yet a mark."""
        if case is None:
            return (cell(columns[0], NOT_READ, Role.TEXT),)
        first = Role.STRONG if current else Role.TEXT
        return row_line(
            columns,
            (
                cell(each, self.named[each.name].text(case), first if not at else Role.TEXT)
                for at, each in enumerate(columns)
            ),
        )


def _downwards(order: Order) -> bool:
    """Whether the greatest stand first; the highest risk stands first upwards."""
    return order.descending != (order.column == "risk_level")
