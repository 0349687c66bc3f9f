"""A list of cases as it is read: its first rows, its length, its order, and pages as they are seen.

What is read comes from other threads, as messages of the listing that it is of. Until the first
rows of another order or of other words are there, those before stay: nothing is drawn by halves.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from textual import on
from textual.worker import Worker, WorkerState

from boardtui.core.words.wording import value_text
from boardtui.panels.cards.words import label, line
from boardtui.panels.case_list import State, statement
from boardtui.panels.case_table import CaseTable, Pages
from boardtui.panels.head import head
from boardtui.panels.sheet import MARGIN, Sheet
from boardtui.panels.table import Column
from boardtui.panels.text import Line, space
from boardtui.review.cases.cases import CaseList
from boardtui.review.day.review import Review
from boardtui.screens.cases.case_rows import CaseRows
from boardtui.screens.cases.case_search import (
    Begun,
    CaseLookup,
    Counted,
    Ordered,
    Paged,
    Placed,
    Ticket,
)
from boardtui.screens.drawing.palette import Palette
from boardtui.screens.drawing.sheet_view import SheetView
from boardtui.screens.drawing.table_screen import TableScreen
from boardtui.screens.keys.keys import key_caps
from boardtui.screens.terminal.crash import told
from boardtui.store.lists.listing import Listing

NAMED = 3
"""Columns that have no room and are named, at the most."""

PATIENCE = 0.3
"""Seconds in which the first rows are waited for, before it is said that they are being read."""

IN_FULL = 2
"""Rows that are kept for what the columns cut of the current case."""

LARGE = (60, 26)
"""The width and height from which the number of cases is drawn large."""


class CasesReading(TableScreen):
    """Reads a list of cases and shows what is known of it."""

    # An empty list would be painted just before its rows.
    ready = False

    def __init__(
        self, review: Review, cases: CaseList, location: str, palette: Palette, crumb: str
    ) -> None:
        super().__init__()
        self.review, self.cases, self.crumb, self.location = review, cases, crumb, location
        self.table = CaseTable(cases)
        self.rows = CaseRows(cases.listing)
        """What is known of the list that is shown."""
        self._asked = self.rows
        """What was asked for last, and takes its place as soon as its first rows are there."""
        self._page = 0
        self._cuts = False
        """Whether columns are narrower than what they have to say."""
        self._note = ""
        self._among: int | None = None
        self._lookup = CaseLookup(location, cases.snapshots, self.post_message)
        self._ticket = Ticket(cases.listing)
        self._paging = False
        self.sought: str | None = None
        """The case that is gone to once the list is sorted."""
        self.view = SheetView(self._sheet, palette, key_caps(self))

    def on_mount(self) -> None:
        self.get_ready_within(PATIENCE)
        self.ask(self.cases.listing)

    def on_unmount(self) -> None:
        self._lookup.leave(self._ticket)
        self._lookup.close()

    @property
    def listing(self) -> Listing:
        """What was asked for last: which cases, in which order."""
        return self._asked.listing

    # What is shown

    def _sheet(self, width: int, height: int) -> Sheet:
        pages = self._pages(width)
        # Kept as it is: where the screen is narrow again, the same columns are shown again.
        columns = pages.page(min(self._page, len(pages.all) - 1))
        large = width >= LARGE[0] and height >= LARGE[1]
        others = [c.title for c in self.table.columns if c.name not in {e.name for e in columns}]
        unseen = ""
        if others:
            more = f"{len(others)} more column{'s' if len(others) > 1 else ''}"
            unseen = f"← → for {more if len(others) > NAMED else ', '.join(others)}"
        told = statement(self.cases, self._state(unseen), width - 2, drawn_large=large)
        blank: list[Line] = [()] if height >= 16 else []
        crumbs = self.crumb.split(" › ")
        paths = [" › ".join(crumbs[start:]) for start in range(len(crumbs))]
        top = [head(self.review, width, *paths, then=False), *blank]
        top += [*((space(1), *each) for each in told), *blank]
        self._cuts = self.table.cuts(columns)
        return Sheet(
            top,
            columns,
            self.table.heads(columns, self.rows.listing.sort),
            self.rows.length,
            lambda row, current: self.table.row(columns, self.rows.at(row), current=current),
            height - len(top) - 2 - (IN_FULL if self._cuts else 0),
            below=self._in_full(columns, width - MARGIN - 1) if self._cuts else (),
            empty=line(label(self._empty())),
        )

    def _pages(self, width: int) -> Pages:
        """The columns that have room beside each other, by the page."""
        return self.table.pages(width - MARGIN - 1, self.rows.listing.sort.column)

    def _in_full(self, columns: Sequence[Column], width: int) -> list[Line]:
        """What the columns cut of the current case."""
        case = self.rows.at(self.view.current)
        return self.table.in_full(columns, case, width)[:IN_FULL] if case is not None else []

    def _state(self, unseen: str) -> State:
        rows, sort = self.rows, self.rows.listing.sort
        column = next((c for c in self.table.columns if c.sorts == sort.column), None)
        whole = self.review.figures(self.cases.measure.name) if self.cases.part is None else []
        return State(
            count=rows.count,
            among=self._among,
            whole=value_text(whole[0].figure, unit=False) if whole else "",
            removed=self._removed(),
            words=tuple(rows.listing.words),
            order=column.words(sort) if column else "",
            sorting=rows.begun and rows.order is None and not rows.complete and not rows.failed,
            failed=rows.failed,
            unseen=unseen,
            note=self._note,
        )

    def _removed(self) -> str:
        """How many the list lacks since they were counted, of what it is without the words."""
        rows = self.rows
        count = self._among if rows.listing.words else rows.count
        if count is None or not self.cases.snapshot.removed:
            return ""
        from boardtui.review.cases.removed import removed_words

        return removed_words(self.review.database, self.cases, count) or ""

    def _empty(self) -> str:
        """What stands in the place of rows where there are none."""
        if self.rows.failed:
            return "could not be read"
        if not self.rows.begun:
            return "reading…"
        words = self.rows.listing.words
        return "no such case: / changes the words" if words else "no such case"

    def say(self, note: str = "") -> None:
        """Say something beside the statement; nothing takes back what was said."""
        self._note = note
        self.view.know_more()

    def turn_columns(self, by: int) -> None:
        """Show other columns, where not all have room."""
        last = len(self._pages(self.view.size.width).all) - 1
        self._page = max(0, min(min(self._page, last) + by, last))
        self.view.know_more()

    # Reading, off the screen's thread

    def ask(self, listing: Listing) -> None:
        """Look up a listing in place of the one before, which is left where it is."""
        self._lookup.leave(self._ticket)
        self.sought = None
        self._note = ""
        self._asked = CaseRows(listing)
        if not self.rows.begun:
            self.rows = self._asked
        self._ticket = Ticket(listing)
        self.in_thread(partial(self._lookup.search, self._ticket))

    def in_thread(self, work: Callable[[], None]) -> None:
        # Without a description Textual takes the text of all that the work holds: millions of ids.
        about = "reading cases"
        self.run_worker(work, description=about, thread=True, group="cases", exit_on_error=False)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.ERROR:
            self._paging = False
            self.rows = self._asked
            self.rows.failed = True
            self.say(f"could not be read: {told(event.worker.error)}")
            self.view.renew()
            self.get_ready()

    @on(Begun)
    def _begin(self, event: Begun) -> None:
        if event.listing == self.listing:
            self.rows = self._asked
            self.rows.begin(event.cases)
            self._know_count()
            self.table.widen(event.cases)
            self.view.renew(0)
        self.get_ready()

    @on(Counted)
    def _count(self, event: Counted) -> None:
        if event.listing == self.rows.listing:
            self.rows.count = event.count
            self._know_count()
            self.view.know_more()

    def _know_count(self) -> None:
        if self.rows.count is not None and not self.rows.listing.words:
            self._among = self.rows.count

    @on(Ordered)
    def _take_order(self, event: Ordered) -> None:
        if event.listing == self.rows.listing:
            self.rows.order = event.order
            self.view.know_more()
            self._look()
            if self.sought is not None:
                self.seek_case(self.sought)

    @on(SheetView.Moved)
    def _look(self) -> None:
        """Read what is in sight and not known, and the screens around it; one page at a time."""
        if self._cuts:
            self.view.know_more()
        views = (self.view.in_sight(pages) for pages in (0, 1))
        wanted = next(filter(None, map(self.rows.unknown, views)), None)
        if wanted and not self._paging:
            self._paging = True
            self.in_thread(partial(self._lookup.read, self.rows.listing, wanted))

    @on(Paged)
    def _take_page(self, event: Paged) -> None:
        self._paging = False
        if event.listing == self.rows.listing and event.cases:
            self.rows.take_in(event.cases)
            self.table.widen(event.cases.values())
            self.view.know_more()
            self._look()

    # Going to a case

    def seek_case(self, case_ref: str) -> None:
        """Go to a case, as soon as the list is sorted."""
        self.sought = None
        known = self.rows.place(case_ref)
        if known is not None or self.rows.complete:
            self.say()
            self._go_to_place(Placed(self.rows.listing, case_ref, known))
        elif self.rows.order is None:
            self.sought = case_ref
            self.say(f"going to {case_ref} once the list is sorted…")
        else:
            self.say()
            place = partial(self._lookup.place, self.rows.listing, self.rows.order, case_ref)
            self.in_thread(place)

    @on(Placed)
    def _go_to_place(self, event: Placed) -> None:
        if event.listing == self.rows.listing:
            if event.row is None:
                self.say(f"there is no case or row {event.case_ref} in this list")
            else:
                self.view.go(event.row)
