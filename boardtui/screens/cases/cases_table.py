"""A list of cases as a table: what stands above it, its columns, and the cells of its rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from boardtui.core.history.case import Case
from boardtui.core.words.days import day_text
from boardtui.core.words.shown import shown
from boardtui.core.words.wording import number_text
from boardtui.panels import cells
from boardtui.panels.case_columns import Column as CaseColumn
from boardtui.panels.case_columns import case_columns
from boardtui.panels.heading import broken
from boardtui.panels.text import Role
from boardtui.review.cases.cases import CaseList
from boardtui.screens.cases.case_rows import CaseRows
from boardtui.screens.drawing.column_pages import pages_of, unseen
from boardtui.screens.drawing.table_view import Cells, Column, Table

NOT_READ = "…"


class CasesTable:
    """Makes the table for a width, from what is known of the rows.

    Where not all columns have room, the most needed come first and the others on further pages of
    columns, always beside the case's own.
    """

    def __init__(self, cases: CaseList, crumb: str) -> None:
        self.columns = case_columns(cases)
        self.rows = CaseRows(cases.listing)
        self.page = 0
        """Which page of columns is shown."""
        self.note: str | None = None
        self._cases, self._crumb = cases, shown(crumb)
        self._widths: dict[str, int] = {}

    def turn(self, rows: CaseRows) -> None:
        """Show the rows of another listing."""
        self.rows = rows
        self.note = None

    def widen(self, cases: Iterable[Case]) -> bool:
        """Widen the columns to some cases; whether one grew. None ever narrows."""
        grown, cases = False, list(cases)
        for column in self.columns:
            texts = (cells.width(shown(column.text(case))) for case in cases)
            # Two more than the head takes: beside it there may be the arrow of the order.
            least = max(cells.width(column.title) + 2, self._widths.get(column.name, 0))
            widest = max(least, min(column.most, max(texts, default=0)))
            grown = grown or widest != self._widths.get(column.name)
            self._widths[column.name] = widest
        return grown

    def __call__(self, width: int) -> Table:
        pages = self._pages(width)
        self.page = max(0, min(self.page, len(pages) - 1))
        in_sight = pages[self.page]
        return Table(
            self._heading(width, in_sight, len(pages)),
            [self._column(column, width) for column in in_sight],
            self.rows.length,
            lambda row: self._cells(row, in_sight),
            empty=self._empty(),
        )

    def _empty(self) -> str:
        """What stands in the place of rows where there are none."""
        if self.rows.failed:
            return "could not be read"
        if not self.rows.begun:
            return "reading…"
        return "no such case: / changes the words" if self.rows.listing.words else "no such case"

    def _pages(self, width: int) -> list[list[CaseColumn]]:
        own, *others = self.columns
        by = self.rows.listing.sort.column
        # What the list is sorted by is seen first.
        needed = sorted(others, key=lambda column: (column.name != by, column.need))
        pages = pages_of(needed, self._width, width - self._width(own))
        return [[own, *(column for column in others if column in page)] for page in pages]

    def _width(self, column: CaseColumn) -> int:
        return self._widths.get(column.name, cells.width(column.title) + 2)

    def _column(self, column: CaseColumn, width: int) -> Column:
        sort = self.rows.listing.sort
        arrow = f" {'↓' if sort.descending else '↑'}" if sort.column == column.name else ""
        return Column(column.title + arrow, min(self._width(column), width), column.right)

    def _cells(self, row: int, columns: Sequence[CaseColumn]) -> Cells:
        case = self.rows.at(row)
        if case is None:
            return [(NOT_READ if column is columns[0] else "", Role.TEXT) for column in columns]
        return [(column.text(case), Role.TEXT) for column in columns]

    def _heading(self, width: int, in_sight: Sequence[CaseColumn], pages: int) -> list[str]:
        force, snapshot = self._cases.selection.force, self._cases.snapshot
        synthetic = " (SYNTHETIC)" if force.synthetic else ""
        whose = f"{force.name}{synthetic} · as at {day_text(self._cases.day)}"
        lines = [shown(whose)]
        if snapshot.left_out:
            rows = number_text(snapshot.left_out)
            lines.append(f"rows refused at ingest, and not among these records: {rows}")
        lines += [self._crumb, " · ".join(self._state(in_sight, pages))]
        return [part for line in lines for part in broken(line, width)]

    def _state(self, in_sight: Sequence[CaseColumn], pages: int) -> list[str]:
        """What the list is at the moment: its length, order and filter, and what is not seen."""
        rows, listing = self.rows, self.rows.listing
        if rows.count is None:
            said = ["not counted" if rows.failed else "counting… cases"]
        else:
            said = [f"{number_text(rows.count)} case{'' if rows.count == 1 else 's'}"]
        if rows.begun and rows.order is None and not rows.complete and not rows.failed:
            said.append("sorting…")
        said += [f"by {column.words(listing.sort)}" for column in self._sorted()]
        if listing.words:
            said.append(f"with “{shown(' '.join(listing.words))}”")
        if pages > 1:
            others = (column.title for column in self.columns if column not in in_sight)
            said.append(unseen(self.page, pages, others))
        return [*said, shown(self.note)] if self.note else said

    def _sorted(self) -> list[CaseColumn]:
        sort = self.rows.listing.sort
        return [column for column in self.columns if column.name == sort.column]
