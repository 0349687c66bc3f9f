"""The cases behind a figure, however many: sorted, filtered, gone through a screen at a time."""

from __future__ import annotations

from typing import ClassVar

from msgspec.structs import replace
from textual import on
from textual.binding import BindingType

from boardtui.export.export import Export
from boardtui.screens.cases.cases_keys import CASES_KEYS
from boardtui.screens.cases.cases_reading import CasesReading
from boardtui.screens.drawing.sheet_view import SheetView
from boardtui.screens.keys.ways import OverMonths, leading
from boardtui.store.connection.database import DatabaseUnreadableError
from boardtui.store.lists.listing import Sort, SortColumn


class CasesScreen(CasesReading):
    """A list of cases."""

    named = "list of cases"

    BINDINGS: ClassVar[list[BindingType]] = CASES_KEYS

    def looked_at(self) -> dict[str, object]:
        where = [one.written for one in self.cases.slices]
        return {**super().looked_at(), "list": self.cases.name, "where": where}

    def action_back(self) -> None:
        """One step back: the words, then to what opened the list."""
        if self.listing.words:
            self._filter("")
        else:
            super().action_back()

    @on(SheetView.Opened)
    def action_open(self) -> None:
        case = self.rows.at(self.view.current)
        if case is None:
            self.app.bell()
        else:
            leading(self).open_case(case.case_ref, self.crumb)

    def action_columns(self, by: int) -> None:
        self.turn_columns(by)

    # The order

    def action_sort(self) -> None:
        """Sort by the next column."""
        names = [column.sorts for column in self.table.columns if column.sorts]
        here = self.listing.sort.column
        place = names.index(here) if here in names else -1
        self._sort_by(names[(place + 1) % len(names)])

    def _sort_by(self, column: SortColumn) -> None:
        sort = Sort(column, descending=column == "days_overdue")
        self.ask(replace(self.listing, sort=sort))

    def action_reverse(self) -> None:
        sort = self.listing.sort
        turned = replace(sort, descending=not sort.descending)
        self.ask(replace(self.listing, sort=turned))

    @on(SheetView.HeadChosen)
    def _sort_by_head(self, event: SheetView.HeadChosen) -> None:
        """Sort by a column; by that of the order already, turn it round."""
        column = self.table.named[event.column].sorts
        if column == self.listing.sort.column:
            self.action_reverse()
        elif column is not None:
            self._sort_by(column)

    # Words, and going to a row

    def action_filter(self) -> None:
        from boardtui.screens.dialogs.filtering import Filtering

        self.app.push_screen(Filtering(self._filter, self.named, self.listing.text), self._filtered)

    def _filtered(self, text: str | None) -> None:
        """The words that were left standing; none, where they were taken back."""
        self._filter(text or "")

    def _filter(self, text: str) -> None:
        if text.split() != self.listing.words:
            self.ask(replace(self.listing, text=text))

    def action_row(self) -> None:
        from boardtui.screens.dialogs.asking import Asking

        self.app.push_screen(Asking("Go to", "row number, or case"), self._seek)

    def _seek(self, text: str | None) -> None:
        """Go to a row by its number, or to a case."""
        number = (text or "").replace(",", "")
        if number.isdecimal() and number[0] != "0" and int(number) <= self.rows.length:
            self.sought = None
            self.say()
            self.view.go(int(number) - 1)
        elif text and leading(self).looked("find", words=text, among=self.named):
            self.seek_case(text)

    def over_months(self) -> OverMonths | None:
        """The figure that the list is of; of a part of a flow none that it names."""
        if self.cases.part is not None:
            return None
        return self.cases.measure.name, self.cases.slices

    def action_define(self) -> None:
        from boardtui.screens.cases.case_words import explained
        from boardtui.screens.dialogs.reading import Reading

        self.app.push_screen(Reading(*explained(self.cases)))

    # Copying and writing

    def awaited(self) -> str | None:
        counted = self.listing == self.rows.listing and self.rows.count is not None
        if not counted and not self.rows.failed:
            return "the cases are being counted"
        return None

    def awaited_in_sight(self) -> str | None:
        rows = self.rows
        if awaited := self.awaited() or leading(self).awaited_of(("figures",)):
            return awaited
        if rows.failed or rows.complete:
            return None
        if rows.order is None:
            return "the cases are being sorted"
        if rows.unknown(self.view.in_sight()):
            self._look()
            return "the cases are being read"
        return None

    def export(self) -> Export:
        """Every case of the list, as it is sorted and filtered, with all its columns."""
        from boardtui.export.cases import exported

        if self.rows.count is None:
            raise DatabaseUnreadableError("The list could not be read: there is nothing to write.")
        return exported(self.location, self.cases, self.rows.listing, self.rows.count, self.crumb)
