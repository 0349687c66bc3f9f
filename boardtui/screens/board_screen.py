"""The first screen: the board, its keys, and the work behind it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import ClassVar, Protocol, runtime_checkable

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.worker import Worker, WorkerState

from boardtui.panels.declared import PANELS, board_of
from boardtui.review import NotThereError
from boardtui.review.breakdown import Breakdown
from boardtui.review.flows import flow_start
from boardtui.review.review import ComparedFigure, Review
from boardtui.review.selection import Baseline, Catalogue, Selection, select
from boardtui.screens.board_keys import BOARD_KEYS
from boardtui.screens.board_view import BoardView
from boardtui.screens.choice import CANCELLED
from boardtui.screens.export import Export, about, file_name
from boardtui.screens.full_screen import FullScreen
from boardtui.screens.keys import key_line, shown_bindings
from boardtui.screens.palette import Palette
from boardtui.screens.working import restated, stored_flows, warm, worked_out_flows
from boardtui.settings import Settings
from boardtui.store.database import Database, DatabaseUnreadableError


@runtime_checkable
class Opening(Protocol):
    """An app that wants to know when its board has been laid out."""

    def opened(self) -> None: ...


class BoardScreen(FullScreen):
    """The board of a force on a day, beside a baseline."""

    BINDINGS: ClassVar[list[BindingType]] = BOARD_KEYS

    def __init__(
        self,
        database: Database,
        location: str,
        selection: Selection,
        settings: Settings,
        palette: Palette,
    ) -> None:
        super().__init__()
        self.database = database
        self.location = location
        self._settings = settings
        self._definition = settings.definition
        self._open(selection)
        keys = shown_bindings(self.key_bindings())
        spacing = settings.display.spacing
        self.view = BoardView(self._board, palette, lambda width: key_line(keys, width), spacing)
        self.view.notes = self._notes()

    def _open(self, selection: Selection) -> None:
        """Read all that the board of a selection shows; where that fails, nothing has changed."""
        cases_open = self._settings.display.cases
        review = Review(self.database, selection, self._definition, cases_open=cases_open)
        start = flow_start(self.database, selection)
        flows = stored_flows(review, start)
        self._board = board_of(review, start, flows)
        self._selection, self.review = selection, review
        self._start, self._flows = start, flows
        self._failed: str | None = None

    def compose(self) -> ComposeResult:
        yield self.view

    def on_full_view_laid_out(self) -> None:
        if isinstance(self.app, Opening):
            self.app.opened()
        self._work()
        # Not at once: the first painting would share the processor with it.
        self.set_timer(0.3, partial(self._in_thread, warm))

    # The work behind the board

    def _work(self) -> None:
        """Start what is not known yet: figures under another definition, flows not stored."""
        self.workers.cancel_group(self, "board")
        if self.review.stale:
            self._in_thread(restated, self.location, self._selection, self._definition)
        if self._start.snapshot is not None and not self._flows:
            arguments = (self.location, self._selection, self._start, self._definition)
            self._in_thread(worked_out_flows, *arguments)

    def _in_thread(self, work: Callable[..., object], *arguments: object) -> None:
        self.run_worker(partial(work, *arguments), thread=True, group="board", exit_on_error=False)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Show what a piece of work found, or that it failed."""
        if event.state is WorkerState.SUCCESS:
            self._take_in(event.worker.result)
        elif event.state is WorkerState.ERROR:
            self._fail(f"Some figures could not be worked out: {event.worker.error}")

    def _take_in(self, found: object) -> None:
        if isinstance(found, Review) and found.selection == self._selection:
            self.review.adopt(found)
        elif isinstance(found, dict):
            self._flows = found
        else:
            return
        self._board = board_of(self.review, self._start, self._flows)
        self._show()

    def _notes(self) -> tuple[str, ...]:
        notes = [self._failed] if self._failed else []
        if self.review.stale and not self._failed:
            notes.append(f"computing the figures again: {self._definition.words()}…")
        elif self.review.restated:
            notes.append(f"computed again for this board: {self._definition.words()}")
        return tuple(notes)

    def _show(self) -> None:
        self.view.show(self._board, self._notes())

    def _fail(self, sentence: str) -> None:
        """Say on the board what went wrong; what was there before stays."""
        self._failed = sentence
        self._show()

    def _try(self, action: Callable[[], None]) -> None:
        """Do what reads the database, which can go away while the board is open."""
        try:
            action()
        except (DatabaseUnreadableError, NotThereError) as error:
            self._fail(str(error))

    # The keys

    def action_step(self, by: int) -> None:
        self.view.step(by)

    def action_next_panel(self, by: int) -> None:
        self.view.step_panel(by)

    def action_panel(self, number: int) -> None:
        """Go to a panel, and open it where it can be broken down; one that is not there, not."""
        if number not in (box.panel.number for box in self.view.panels_standing()):
            self.app.bell()
            return
        self.view.go_to_panel(number)
        panel = next(panel for panel in PANELS if panel.number == number)
        if panel.measure is not None:
            breakdown = Breakdown(panel.measure, (panel.dimension,))
            self._try(partial(self.break_down, breakdown))

    def action_open(self) -> None:
        """Open the current figure by one dimension; where it has none, say what it is."""
        self._try(self._open_figure)

    def _open_figure(self) -> None:
        subject = self.view.subject
        panel = next((panel for panel in PANELS if panel.number == self.view.panel), None)
        if isinstance(subject, ComparedFigure) and subject.measure.dimensions:
            slices = subject.figure.slices
            dimension, at = (slices[0].dimension, slices[0].value) if slices else (None, None)
            by = (dimension or subject.measure.dimensions[0],)
            self.break_down(Breakdown(subject.measure.name, by), at)
        elif panel is not None and panel.measure is not None:
            self.break_down(Breakdown(panel.measure, (panel.dimension,)))
        else:
            self.action_define()

    def break_down(self, breakdown: Breakdown, at: str | None = None) -> None:
        """Open a breakdown, beginning on a slice; where there is no figure to break down, not."""
        from boardtui.screens.breakdown_screen import BreakdownScreen

        if self.review.now.slices_of(breakdown.measure, breakdown.by[0]):
            screen = BreakdownScreen(self.review, self.location, breakdown, self.view.palette, at)
            self.app.push_screen(screen)
        else:
            self.app.bell()

    def action_jump(self) -> None:
        from boardtui.screens.jump import Jump, lettered

        letters = lettered(self.view.spot_count)
        self.view.letter(letters)
        self.app.push_screen(Jump(letters), self._jumped)

    def _jumped(self, place: int | None) -> None:
        self.view.letter("")
        if place is not None:
            self.view.go_to(place)

    def action_page(self, by: int) -> None:
        self.view.page(by)

    def action_end(self, by: int) -> None:
        self.view.step(by * self.view.spot_count)

    def action_define(self) -> None:
        from boardtui.panels.explain import explained
        from boardtui.screens.reading import Reading

        if self.view.subject is not None:
            self.app.push_screen(Reading(*explained(self.view.subject)))

    def action_help(self) -> None:
        from boardtui.screens.help import keys_of
        from boardtui.screens.reading import Reading

        self.app.push_screen(Reading("Keys of the board", keys_of(self)))

    def action_choose_day(self) -> None:
        self._try(self._choose_day)

    def action_choose_baseline(self) -> None:
        self._try(self._choose_baseline)

    def _choose_day(self) -> None:
        from boardtui.screens.choosing import Choosing, days_to_open

        choices = days_to_open(Catalogue(self.database))
        here = (self._selection.force.name, self._selection.day)
        self.app.push_screen(Choosing("Open which force and day?", choices, here), self._opened)

    def _choose_baseline(self) -> None:
        from boardtui.screens.choosing import Choosing, baselines_of

        choices = baselines_of(Catalogue(self.database), self._selection)
        baseline = self._selection.baseline
        self.app.push_screen(Choosing("Compare against what?", choices, baseline), self._compared)

    def _opened(self, choice: object) -> None:
        """Open the force and day that was chosen, against its default baseline."""
        if isinstance(choice, tuple):
            self.open_day(*choice)

    def open_day(self, force: str, day: date) -> None:
        """Open a force and day, against its default baseline."""
        self._try(lambda: self._change(select(Catalogue(self.database), force, day)))

    def _compared(self, choice: object) -> None:
        """Compare the day against the baseline that was chosen; the choice None is no baseline."""
        if choice is not CANCELLED:
            baseline = choice if isinstance(choice, Baseline) else None
            self._try(lambda: self._change(replace(self._selection, baseline=baseline)))

    def _change(self, selection: Selection) -> None:
        self._open(selection)
        self._show()
        self._work()

    def dress(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.view.dress(palette)

    def key_bindings(self) -> list[Binding]:
        """The keys of the board, by which its actions are found."""
        return [binding for binding in self.BINDINGS if isinstance(binding, Binding)]

    def export(self) -> Export:
        """The whole board: as text, and its figures as rows."""
        from boardtui.screens.board_export import COLUMNS, figure_row

        subjects = self.view.subjects()
        return Export(
            name=file_name(self._selection, "board"),
            about=about(self._selection, "Board"),
            columns=COLUMNS,
            count=len(subjects),
            rows=lambda: map(figure_row, subjects),
            text=self.view.whole_text(),
        )
