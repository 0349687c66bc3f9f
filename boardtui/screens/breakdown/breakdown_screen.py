"""A figure by one dimension: change it, cross it with a second, go into a slice, see its cases."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.binding import BindingType
from textual.worker import Worker, WorkerState

from boardtui.core.criterion.dimension import DIMENSIONS, Slices, slice_title
from boardtui.core.measures import MEASURES
from boardtui.core.measures.slicing import OfCases
from boardtui.export.export import Export
from boardtui.review.breakdown import (
    Breakdown,
    WorkedOut,
    later_too,
    needs_work,
    slices_of,
    take_in,
    worked_out,
)
from boardtui.review.day.review import Review
from boardtui.screens.breakdown.breakdown_keys import BREAKDOWN_KEYS
from boardtui.screens.breakdown.breakdown_table import BreakdownTable
from boardtui.screens.breakdown.cross_table import CrossTable
from boardtui.screens.drawing.palette import Palette
from boardtui.screens.drawing.table_screen import TableScreen
from boardtui.screens.drawing.table_view import Table, TableView
from boardtui.screens.keys.keys import key_bar
from boardtui.screens.keys.ways import leading
from boardtui.screens.terminal.crash import told
from boardtui.store.connection.database import DatabaseUnreadableError


class BreakdownScreen(TableScreen):
    """A measure by one of its dimensions, within the slices that were gone into."""

    BINDINGS: ClassVar[list[BindingType]] = BREAKDOWN_KEYS

    def __init__(
        self,
        review: Review,
        location: str,
        breakdown: Breakdown,
        palette: Palette,
        at: str | None = None,
    ) -> None:
        """Take a review and what to break down; `at` is the slice to begin on."""
        super().__init__()
        self._review, self._location = review, location
        self._shown = review, review.stale
        self._breakdown = breakdown
        self._by_size = False
        self._failed: str | None = None
        self._trail: list[tuple[Breakdown, int]] = []
        """What was gone into slices from, with the row that was current: `esc` goes back there."""
        self._table = self._table_of()
        self.view = TableView(self._made, palette, key_bar(self))
        self._at = at
        self.view.current = self._begin() or 0

    def on_mount(self) -> None:
        self.view.go(self.view.current)
        self._work()

    def _begin(self) -> int | None:
        """The row of the slice to begin on, once; None while it is still to be worked out."""
        if self._at is None or self._at not in self._values:
            return None
        row, self._at = self._values.index(self._at), None
        return row

    # What is shown

    def _made(self, width: int) -> Table:
        return self._table(width)

    def _table_of(self) -> BreakdownTable | CrossTable:
        breakdown, review = self._breakdown, self._review
        self._values = slices_of(review, breakdown)
        crumb = self._crumb()
        if len(breakdown.by) > 1:
            return CrossTable(
                review, breakdown, self._values, slices_of(review, breakdown, 1), crumb
            )
        if self._by_size:
            self._values.sort(key=self._number_of, reverse=True)
        return BreakdownTable(review, breakdown, self._values, crumb)

    def _number_of(self, value: str | None) -> float:
        slices = self._breakdown.cell(value)
        figures = self._review.now.both(self._breakdown.measure, slices)
        return (figures[0].value or 0) if figures else 0

    def _path(self, within: Slices, *, numbered: bool) -> str:
        """The path from the board: the measure, and the slices, with the keys that drop them."""
        path = ["Board", MEASURES[self._breakdown.measure].title]
        for number, one in enumerate(within, start=1):
            key = f"[{number}] " if numbered else ""
            path.append(f"{key}{slice_title(one.dimension, one.value)}")
        return " › ".join(path)

    def _crumb(self) -> str:
        """The path, the dimension, and how far the work is."""
        path = self._path(self._breakdown.within, numbered=True)
        by = " × ".join(DIMENSIONS[name].inside for name in self._breakdown.by)
        state = " · working it out…" if needs_work(self._review, self._breakdown) else ""
        failed = f" · {self._failed}" if self._failed else ""
        return f"{path}, by {by}{state}{failed}"

    def _show(self, row: int | None = None) -> None:
        """Draw anew, with the row that is current or the one given, and work out what is needed."""
        self._table = self._table_of()
        self.view.renew(row)
        self._work()

    def renew(self, review: Review) -> None:
        """Show the same of another review: against another baseline, under another definition.

        The board tells of whatever it learns; where that is no other figure, nothing is drawn.
        """
        if (review, review.stale) == self._shown:
            return
        self._shown = review, review.stale
        self._review, self._failed = review, None
        self.workers.cancel_node(self)
        self._show()

    def _work(self) -> None:
        if needs_work(self._review, self._breakdown) and self._failed is None:
            work = partial(
                worked_out,
                self._location,
                self._review.selection,
                self._breakdown,
                self._review.definition,
            )
            self.run_worker(work, thread=True, exclusive=True, exit_on_error=False)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.SUCCESS and isinstance(event.worker.result, WorkedOut):
            take_in(self._review, event.worker.result)
            self._table = self._table_of()
            self.view.renew(self._begin())
        elif event.state is WorkerState.ERROR:
            self._failed = f"could not be worked out: {told(event.worker.error)}"
            self._show()

    # The keys

    def action_back(self) -> None:
        """Out of the slice that was gone into last; else to where this was opened from."""
        if not self._trail:
            super().action_back()
            return
        breakdown, row = self._trail.pop()
        self._go(breakdown, row)

    def action_sort(self) -> None:
        self._by_size = not self._by_size
        self._table = self._table_of()
        self.view.renew(0)

    def action_dimension(self, by: int) -> None:
        """Break down by the next dimension that the measure has."""
        names = self._breakdown.dimensions()
        place = names.index(self._breakdown.by[0]) if self._breakdown.by[0] in names else -1
        if names:
            first = names[(place + by) % len(names)]
            crossed = tuple(name for name in self._breakdown.by[1:] if name != first)
            self._go(self._breakdown.going_by(first, *crossed))

    def action_cross(self) -> None:
        """Cross with the next dimension; after the last one, with none."""
        first = self._breakdown.by[0]
        others = [name for name in self._breakdown.dimensions() if name != first]
        if self._of_published():
            return
        if not others:
            self.app.bell()
            return
        at = others.index(self._breakdown.by[1]) + 1 if len(self._breakdown.by) > 1 else 0
        crossed = others[at : at + 1]
        self._go(self._breakdown.going_by(first, *crossed), self.view.current)

    def action_into(self) -> None:
        """Go into the current slice, and break it down by the next dimension."""
        self._narrow(self._table.slices(self.view.current))

    def action_into_later(self) -> None:
        """Go into the current age band with all that are later."""
        slices = self._table.slices(self.view.current)
        late = later_too(slices, self._review.definition)
        self._narrow(late if late != slices else self._breakdown.within)

    def _narrow(self, within: Slices) -> None:
        """Break down what is in more slices than before, by the next dimension that is left."""
        if self._of_published():
            return
        taken = {one.dimension for one in within}
        left = [name for name in self._breakdown.dimensions() if name not in taken]
        more = len(within) > len(self._breakdown.within)
        if more and left:
            before, row = self._breakdown, self.view.current
            if self._go(Breakdown(before.measure, (left[0],), within)):
                self._trail.append((before, row))
        else:
            self.app.bell()

    def _of_published(self) -> bool:
        """Whether only figures were published, which is said: no records stand behind those."""
        published = self._review.selection.snapshot is None
        if published:
            self.app.notify(
                "Only figures were published of this day: no records stand behind them."
            )
        return published

    def action_out(self) -> None:
        self.action_drop(len(self._breakdown.within))

    def action_drop(self, number: int) -> None:
        """Drop one of the slices that were gone into."""
        within = list(self._breakdown.within)
        if not 1 <= number <= len(within):
            self.app.bell()
            return
        dropped = within.pop(number - 1)
        self._trail.clear()
        breakdown = Breakdown(self._breakdown.measure, (dropped.dimension,), tuple(within))
        if self._go(breakdown):
            self._at = dropped.value
            self.view.go(self._begin() or 0)

    def action_columns(self, by: int) -> None:
        self._table.turn(by)
        self.view.renew()

    def action_define(self) -> None:
        from boardtui.panels.explain import explained
        from boardtui.screens.dialogs.reading import Reading

        subject = self._table.subject(self.view.current)
        if subject is not None:
            self.app.push_screen(Reading(*explained(subject)))

    def action_help(self) -> None:
        from boardtui.screens.dialogs.reading import Reading
        from boardtui.screens.keys.help import keys_of

        self.app.push_screen(Reading("Keys of a breakdown", keys_of(self)))

    def action_cases(self) -> None:
        """The cases behind the current row or cell."""
        measure = MEASURES[self._breakdown.measure]
        slices = self._table.slices(self.view.current)
        if self._of_published():
            return
        if isinstance(measure, OfCases):
            crumb = self._path(slices, numbered=False)
            leading(self).open_cases(measure.name, slices, crumb)
        else:
            self.app.bell()

    def _go(self, breakdown: Breakdown, row: int = 0) -> bool:
        """Show another breakdown; where the database has gone away, say so and stay."""
        before = self._breakdown, self._values, self._failed
        self._breakdown, self._failed = breakdown, None
        try:
            table = self._table_of()
        except DatabaseUnreadableError as error:
            self._breakdown, self._values, self._failed = before
            self.app.notify(str(error), markup=False)
            return False
        self._table, self._at = table, None
        self.view.renew(row)
        self._work()
        return True

    def awaited(self) -> str | None:
        if needs_work(self._review, self._breakdown) and self._failed is None:
            return "the breakdown is being worked out"
        return leading(self).awaited_of(("figures",))

    def export(self) -> Export:
        """Every row of the breakdown, and the whole that they add up to."""
        from boardtui.export.breakdown import exported

        return exported(
            self._review, self._breakdown, self._values, self._crumb(), self._table.lines
        )
