"""The cases behind a figure, however many: sorted, filtered, gone through a screen at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.worker import Worker, WorkerState

from boardtui.export.export import Export
from boardtui.review.cases.cases import CaseList
from boardtui.screens.cases.case_rows import CaseRows
from boardtui.screens.cases.case_search import (
    Begun,
    CaseLookup,
    Counted,
    Ordered,
    Paged,
    Placed,
    Recognised,
    Ticket,
)
from boardtui.screens.cases.cases_keys import CASES_KEYS
from boardtui.screens.cases.cases_table import CasesTable
from boardtui.screens.cases.cases_view import CasesView
from boardtui.screens.drawing.palette import Palette
from boardtui.screens.drawing.table_screen import TableScreen
from boardtui.screens.keys.keys import key_bar
from boardtui.screens.keys.ways import leading
from boardtui.screens.terminal.crash import told
from boardtui.store.connection.database import DatabaseUnreadableError
from boardtui.store.lists.listing import Listing, Sort


class CasesScreen(TableScreen):
    """A list of cases. What is read comes from other threads, as messages of its own listing."""

    BINDINGS: ClassVar[list[BindingType]] = CASES_KEYS

    view: CasesView

    # An empty list would be painted before its rows.
    ready = False

    def __init__(
        self,
        cases: CaseList,
        location: str,
        palette: Palette,
        crumb: str,
    ) -> None:
        super().__init__()
        self._location, self._crumb = location, crumb
        self._cases = cases
        self._table = CasesTable(cases, crumb)
        self._lookup = CaseLookup(location, self._cases.snapshots, self.post_message)
        self._ticket = Ticket(self._cases.listing)
        self._paging = False
        self._sought: str | None = None
        self.view = CasesView(self._table, palette, key_bar(self))

    @property
    def rows(self) -> CaseRows:
        """What is known of the list as it is sorted and filtered at the moment."""
        return self._table.rows

    def on_mount(self) -> None:
        self._ask(self._cases.listing)

    def on_unmount(self) -> None:
        self._lookup.leave(self._ticket)
        self._lookup.close()

    # Reading, off the screen's thread

    def _ask(self, listing: Listing) -> None:
        """Look up a listing in place of the one before, which is left where it is."""
        self._lookup.leave(self._ticket)
        self._sought = None
        self._table.turn(CaseRows(listing))
        self._ticket = Ticket(listing)
        self._in_thread(partial(self._lookup.search, self._ticket))
        self.view.know_more()

    def _in_thread(self, work: Callable[[], None]) -> None:
        # Without a description Textual takes the text of all that the work holds: millions of ids.
        about = "reading cases"
        self.run_worker(work, description=about, thread=True, group="cases", exit_on_error=False)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.ERROR:
            self._paging = False
            self.rows.failed = True
            self.paint()
            self._say(f"could not be read: {told(event.worker.error)}")
            self.view.renew()

    @on(Begun)
    def _begin(self, event: Begun) -> None:
        if event.listing == self.rows.listing:
            self.rows.begin(event.cases)
            self._table.widen(event.cases)
            self.view.renew(0)
        self.paint()

    @on(Counted)
    def _count(self, event: Counted) -> None:
        if event.listing == self.rows.listing:
            self.rows.count = event.count
            self.view.know_more()

    @on(Ordered)
    def _take_order(self, event: Ordered) -> None:
        if event.listing == self.rows.listing:
            self.rows.order = event.order
            self.view.know_more()
            self._look()
            if self._sought is not None:
                self._seek_case(self._sought)

    @on(CasesView.Looked)
    def _look(self) -> None:
        """Read what is in sight and not known, and the screens around it; one page at a time."""
        views = (self.view.in_sight(pages) for pages in (0, 1))
        wanted = next(filter(None, map(self.rows.unknown, views)), None)
        if wanted and not self._paging:
            self._paging = True
            self._in_thread(partial(self._lookup.read, self.rows.listing, wanted))

    @on(Paged)
    def _take_page(self, event: Paged) -> None:
        self._paging = False
        if event.listing == self.rows.listing and event.cases:
            self.rows.take_in(event.cases)
            if self._table.widen(event.cases.values()):
                self.view.renew()
            else:
                self.view.know_rows(event.cases)
            self._look()

    @on(Placed)
    def _go_to_place(self, event: Placed) -> None:
        if event.listing == self.rows.listing:
            if event.row is None:
                self._say(f"there is no case or row {event.case_ref} in this list")
            else:
                self.view.go(event.row)

    def _say(self, note: str | None) -> None:
        self._table.note = note
        self.view.know_more()

    # The keys

    def action_columns(self, by: int) -> None:
        self._table.page += by
        self.view.renew()

    def action_open(self) -> None:
        case = self.rows.at(self.view.current)
        if case is None:
            self.app.bell()
        else:
            leading(self).open_case(case.case_ref, self._crumb)

    def action_sort(self, by: int) -> None:
        names = [column.sorts for column in self._table.columns if column.sorts]
        self.action_sort_by((names.index(self.rows.listing.sort.column) + by) % len(names) + 1)

    def action_sort_by(self, number: int) -> None:
        """Sort by a column, by its number; by that of the order already, turn it round."""
        column = self._table.columns[number - 1].sorts
        if column == self.rows.listing.sort.column:
            self.action_reverse()
        elif column is not None:
            sort = Sort(column, descending=column == "days_overdue")
            self._ask(replace(self.rows.listing, sort=sort))

    def action_reverse(self) -> None:
        sort = self.rows.listing.sort
        turned = replace(sort, descending=not sort.descending)
        self._ask(replace(self.rows.listing, sort=turned))

    def action_filter(self) -> None:
        from boardtui.screens.dialogs.asking import Asking

        self.app.push_screen(Asking("words", self.rows.listing.text), self._filtered)

    def _filtered(self, text: str | None) -> None:
        """Go to the case that was typed; else list the cases that hold its words."""
        if text is None or text == self.rows.listing.text:
            return
        if len(text.split()) == 1:
            self._in_thread(partial(self._lookup.recognise, self.rows.listing, text))
        else:
            self._ask(replace(self.rows.listing, text=text))

    @on(Recognised)
    def _go_or_filter(self, event: Recognised) -> None:
        if event.listing != self.rows.listing:
            return
        if event.case_ref is None:
            self._ask(replace(self.rows.listing, text=event.text))
        else:
            self._seek_case(event.case_ref)

    def action_row(self) -> None:
        from boardtui.screens.dialogs.asking import Asking

        self.app.push_screen(Asking("row number, or case"), self._seek)

    def _seek(self, text: str | None) -> None:
        """Go to a row by its number, or to a case."""
        number = (text or "").replace(",", "")
        if number.isdecimal() and number[0] != "0" and int(number) <= self.rows.length:
            self._sought = None
            self._say(None)
            self.view.go(int(number) - 1)
        elif text:
            self._seek_case(text)

    def _seek_case(self, case_ref: str) -> None:
        """Go to a case, as soon as the list is sorted."""
        self._sought = None
        known = self.rows.place(case_ref)
        if known is not None or self.rows.complete:
            self._say(None)
            self._go_to_place(Placed(self.rows.listing, case_ref, known))
        elif self.rows.order is None:
            self._sought = case_ref
            self._say(f"going to {case_ref} once the list is sorted…")
        else:
            self._say(None)
            place = partial(self._lookup.place, self.rows.listing, self.rows.order, case_ref)
            self._in_thread(place)

    def action_define(self) -> None:
        from boardtui.screens.cases.case_words import explained
        from boardtui.screens.dialogs.reading import Reading

        self.app.push_screen(Reading(*explained(self._cases)))

    def action_help(self) -> None:
        from boardtui.screens.dialogs.reading import Reading
        from boardtui.screens.keys.help import keys_of

        self.app.push_screen(Reading("Keys of a list of cases", keys_of(self)))

    # Copying and writing

    def awaited(self) -> str | None:
        if self.rows.count is None and not self.rows.failed:
            return "the cases are being counted"
        return None

    def awaited_in_sight(self) -> str | None:
        rows = self.rows
        if rows.failed or rows.complete or rows.count is None:
            return self.awaited()
        if rows.order is None:
            return "the cases are being sorted"
        if rows.unknown(self.view.in_sight()):
            self._look()
            return "the cases are being read"
        return None

    def export(self) -> Export:
        """Every case of the list, as it is sorted and filtered, with all its columns."""
        from boardtui.screens.cases.case_words import exported

        if self.rows.count is None:
            raise DatabaseUnreadableError("The list could not be read: there is nothing to write.")
        return exported(
            self._location, self._cases, self.rows.listing, self.rows.count, self._crumb
        )
