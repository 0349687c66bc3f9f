"""A breakdown on the screen: its table, what stands under it, and the work that both need."""

from __future__ import annotations

from asyncio import get_running_loop
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.worker import Worker, WorkerState

from boardtui.core.audience.rules import Way
from boardtui.core.criterion.dimension import Slices
from boardtui.panels.breakdown.ages import ages_of_slice
from boardtui.panels.breakdown.naming import slice_words
from boardtui.panels.breakdown.page import Page
from boardtui.panels.breakdown.rows import Rows
from boardtui.panels.breakdown.slice_table import SliceTable
from boardtui.panels.phrases import base_words
from boardtui.panels.sheet import Sheet
from boardtui.panels.text import Line
from boardtui.review.breakdown import Breakdown, dimensions_of, needs_work, why_not, worked_out
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review
from boardtui.review.day.worked_out import WorkedOut
from boardtui.screens.breakdown.foot import Here, cases_words, keys_of_breakdown
from boardtui.screens.breakdown.underneath import Marked, Underneath
from boardtui.screens.drawing.palette import Palette
from boardtui.screens.drawing.sheet_view import SheetView
from boardtui.screens.drawing.table_screen import TableScreen
from boardtui.screens.keys.ways import leading
from boardtui.screens.terminal.crash import told
from boardtui.store.connection.database import DatabaseUnreadableError

if TYPE_CHECKING:
    from boardtui.panels.breakdown.cross import CrossTable

PATIENCE = 0.12
"""Seconds in which what was there stays, before it is said that something is worked out."""


class ShownBreakdown(TableScreen):
    """Shows a breakdown, works out what it needs, and looks up what stands under the marked row."""

    # A table without what stands under it would be half a screen.
    ready = False

    def __init__(
        self,
        review: Review,
        location: str,
        breakdown: Breakdown,
        palette: Palette,
        at: str | None = None,
    ) -> None:
        super().__init__()
        self.review, self.breakdown = review, breakdown
        self.table: SliceTable | CrossTable | None = None
        """The rows; None while they are being worked out, and where they are not known."""
        self._location = location
        self._shown = review, review.stale
        self._begin_on = breakdown.cell(at) if at is not None else None
        self._page = Page(review, breakdown, None)
        self._marked: Slices | None = None
        self._failed = ""
        self.under = self._underneath()
        self.view = SheetView(self._sheet, palette, self._foot)
        if not needs_work(review, breakdown):
            self._take_table()
            self.view.current = self._begin()

    def on_mount(self) -> None:
        self.get_ready_within(PATIENCE)
        self._work() if needs_work(self.review, self.breakdown) else self.look()

    def on_unmount(self) -> None:
        self.under.close()

    def _underneath(self) -> Underneath:
        run = partial(
            self.run_worker,
            name="what stands under a row",
            group="under",
            exclusive=True,
            exit_on_error=False,
            thread=True,
        )
        return Underneath(self.review, self.breakdown.measure, self._location, run)

    # What is marked

    @property
    def cross(self) -> CrossTable | None:
        """The table, where it is by two dimensions."""
        return None if isinstance(self.table, SliceTable) else self.table

    def dimensions(self) -> list[str]:
        """The dimensions that can be gone by."""
        return dimensions_of(self.review, self.breakdown)

    def marked_slices(self) -> Slices:
        """The slices of the current row or cell; none but those gone into, where there is none."""
        table = self.table
        return self.breakdown.within if table is None else table.slices(self.view.current)

    def marked_figure(self) -> ComparedFigure | None:
        """The figure of the current row or cell; else of the whole."""
        if self.table is not None:
            return self.table.at(self.view.current)
        return next(iter(self.review.figures(self.breakdown.measure, self.breakdown.within)), None)

    def _mark(self) -> Marked:
        slices = self.marked_slices()
        mine = slices[len(self.breakdown.within) :]
        name = " · ".join(map(slice_words, mine)) or "all"
        figure = self.marked_figure()
        share = figure.share if figure is not None and self.cross is None else None
        note = f"shares are of the {base_words(share.of)}" if share is not None else ""
        return Marked(slices, name, figure, note)

    # What is shown

    def turn_to(self, breakdown: Breakdown, row: Slices | None = None) -> bool:
        """Show another breakdown, on a row or on its largest; whether the database let it be read.

        What has to be worked out first takes the place of what is there once it is known.
        """
        before = self.breakdown, self.table, self._page
        self._failed = ""
        self.breakdown, self._begin_on = breakdown, row
        if needs_work(self.review, breakdown):
            self.table = None
            self._work()
            return True
        try:
            self._take_table()
        except DatabaseUnreadableError as error:
            self.breakdown, self.table, self._page = before
            self.app.notify(str(error), markup=False)
            return False
        self._draw()
        return True

    def renew(self, review: Review) -> None:
        """Show the same of another review: against another baseline, under another definition.

        The board tells of whatever it learns; where that is no other figure, nothing is drawn.
        """
        if (review, review.stale) == self._shown:
            return
        row, self._shown = self.marked_slices(), (review, review.stale)
        self.review = review
        self.workers.cancel_node(self)
        self.under.close()
        by_age, self.under = self.under.by_age, self._underneath()
        self.under.by_age = by_age
        self.turn_to(self.breakdown, row)

    def _take_table(self) -> None:
        """Make the table of the breakdown, all of whose figures are known."""
        review, breakdown = self.review, self.breakdown
        why, self.table = why_not(review.selection.snapshot, breakdown), None
        reason = f"not known: {why}" if why else ""
        if why is None and (breakdown.within or self.dimensions()):
            self.table = self._table_of(breakdown)
        self._page = Page(review, breakdown, self.table, reason, under=self._lines_under)

    def _table_of(self, breakdown: Breakdown) -> SliceTable | CrossTable:
        if len(breakdown.by) == 1:
            return SliceTable(Rows(self.review, breakdown))
        from boardtui.panels.breakdown.cross import CrossTable

        return CrossTable(self.review, breakdown)

    def _begin(self) -> int:
        """The row to begin on: the one that was asked for, else the largest."""
        if self.table is None:
            return 0
        wanted, self._begin_on = self._begin_on, None
        if wanted is not None:
            for place in range(self.table.count + 1):
                if self.table.slices(place) == wanted:
                    return place
        return self.table.largest()

    def _draw(self) -> None:
        """Draw the breakdown anew, with what stands under the row that it begins on."""
        self.view.top = 0
        self.view.current = self._begin()
        self.view.renew()
        self.look()

    def _sheet(self, width: int, height: int) -> Sheet:
        return self._page.sheet(width, height)

    def _lines_under(self, width: int, rows: int) -> list[Line]:
        return self.under.under(width, rows) if self.under.under else []

    # What stands under the marked row

    @on(SheetView.Moved)
    def _moved(self) -> None:
        if self.table is not None and self.marked_slices() != self._marked:
            self.look()

    def look(self) -> None:
        """See what stands under the marked row; until it is read, what stood there stays."""
        if self.table is None and self.review.selection.snapshot is not None:
            self.get_ready()
            return
        self._marked = self.marked_slices()
        self.under.look(self._mark())
        if not self.under.waits:
            self.view.know_more()
            self.get_ready()

    # Work

    def _work(self) -> None:
        """Have worked out what is not stored; soon it is said that this is being done."""
        review = self.review
        asked = (review.selection, self.breakdown, review.definition)
        work = partial(worked_out, self._location, *asked)
        self.run_worker(
            work, "a breakdown", group="breakdown", thread=True, exclusive=True, exit_on_error=False
        )
        get_running_loop().call_later(PATIENCE, self._say, self.breakdown)

    def _say(self, breakdown: Breakdown) -> None:
        """Say what becomes of a breakdown that is waited for, unless it is there by now."""
        if self.is_mounted and self.table is None and breakdown == self.breakdown:
            if needs_work(self.review, breakdown):
                state = self._failed or "being worked out…"
                self._page = Page(self.review, breakdown, None, state=state)
                self.view.renew(0)
            self.get_ready()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Show what a piece of work found, or that it failed."""
        worker = event.worker
        if worker.group == "breakdown":
            if event.state is WorkerState.SUCCESS and isinstance(worker.result, WorkedOut):
                self._take_in(worker.result)
            elif event.state is WorkerState.ERROR:
                self._failed = f"could not be worked out: {told(worker.error)}"
                self._say(self.breakdown)
        elif event.state is WorkerState.SUCCESS:
            if self.under.take_in(worker.result):
                self.view.know_more()
                self.get_ready()
        elif event.state is WorkerState.ERROR:
            self.under.fail(f"The cases could not be read: {told(worker.error)}")
            self.view.know_more()
            self.get_ready()

    def _take_in(self, found: WorkedOut) -> None:
        self.review.take_in(found)
        if self.table is None and not needs_work(self.review, self.breakdown):
            self._take_table()
            self._draw()

    # What is waited for

    def awaited(self) -> str | None:
        if self.table is None and needs_work(self.review, self.breakdown) and not self._failed:
            return "the breakdown is being worked out"
        return leading(self).awaited_of(("figures",))

    def awaited_in_sight(self) -> str | None:
        return self.awaited() or ("the cases are being read" if self.under.waits else None)

    # The foot

    def _foot(self, width: int) -> Line:
        names, by = self.dimensions(), self.breakdown.by
        at = names.index(by[0]) if by[0] in names else -1
        coming = (*names[at + 1 :], *names[: max(0, at)])
        snapshot = self.review.selection.snapshot
        records = snapshot is not None and snapshot.given.records
        listed = records and self.table is not None
        alone = self.review.audience.closes(Way.CROSSES) is not None
        here = Here(
            next=coming,
            cases=cases_words(self.marked_figure()) if listed else "",
            ages=self._ages_words() if snapshot is not None else "",
            rows=self.table is not None,
            crossed=self.cross is not None,
            crosses=listed and len(names) > 1 and not alone,
            unseen=self._page.unseen(self.view.size.width),
        )
        return keys_of_breakdown(self, here, width)

    def _ages_words(self) -> str:
        aged = ages_of_slice(self.breakdown.measure, self.marked_slices())
        if aged is None or not self.review.cases_open or self.table is None:
            return ""
        return "cases" if self.under.by_age else "ages"
