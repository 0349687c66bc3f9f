"""What the board is of, and the work behind it: off the screen's thread, taken in as it comes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.message import Message
from textual.worker import Worker, WorkerState, get_current_worker

from boardtui.core.audience.rules import Way
from boardtui.core.criterion.definition import Definition
from boardtui.core.figure.figure import Figure
from boardtui.core.words.wording import number_text
from boardtui.panels.panel import Board
from boardtui.review import NotThereError
from boardtui.review.day.review import Review
from boardtui.review.day.selection import Selection
from boardtui.review.flow.start import flow_start
from boardtui.review.flow.stored import stored_flows
from boardtui.screens.board.cards_view import CardsView
from boardtui.screens.board.figures_screen import FiguresScreen, FiguresView
from boardtui.screens.board.working import (
    FAILED,
    NEXT,
    WORKED_OUT,
    Asked,
    Concluded,
    Flows,
    OvertakenError,
    Restated,
    Slices,
    concluded,
    restated,
    warm,
    worked_out_flows,
    worked_out_slices,
)
from boardtui.screens.drawing.palette import Palette
from boardtui.screens.keys.keys import key_caps
from boardtui.screens.terminal.crash import told
from boardtui.settings import Settings
from boardtui.store.connection.database import Database, DatabaseUnreadableError

if TYPE_CHECKING:
    from boardtui.review.sealing import SealCheck

LONG = 500_000
"""Records from which it is told how many have been read: a second's work or more."""


@runtime_checkable
class Opening(Protocol):
    """An app that wants to know when its board has been laid out."""

    def opened(self) -> None: ...


class WorkingScreen(FiguresScreen):
    """The cards of a force on a day, beside a baseline, and what has to be worked out for them."""

    next_needed: Sequence[str] = NEXT
    """The modules that the next keys will need."""

    class Renewed(Message):
        """The board is of something else, or more of it is known."""

    class Progress(Message):
        """How far a piece of work has come."""

        def __init__(self, asked: Asked, done: int, total: int) -> None:
            super().__init__()
            self.asked, self.done, self.total = asked, done, total

    def __init__(
        self,
        database: Database,
        location: str,
        selection: Selection,
        settings: Settings,
        palette: Palette,
        definition: Definition | None = None,
    ) -> None:
        """Take what is looked at; `definition` is the settings', unless another is asked for."""
        self.database = database
        self.location = location
        self.settings = settings
        self._definition = definition or settings.definition
        self._check: SealCheck | None = None
        self.board = self._read(selection)
        self._failed: str | None = None
        self._begun: dict[str, Worker[object]] = {}
        self._ended: set[str] = set()
        super().__init__()
        self.view = CardsView(self.board, palette, key_caps(self))
        self.view.notes = self.notes()

    def compose(self) -> ComposeResult:
        yield self.view

    def figures_view(self) -> FiguresView:
        return self.view

    @property
    def review(self) -> Review:
        return self.board.review

    @property
    def definition(self) -> Definition:
        """What the figures are computed under."""
        return self._definition

    def _read(self, selection: Selection, preferred: tuple[Figure, ...] = ()) -> Board:
        """Read all that the board of a selection shows; where that fails, nothing has changed."""
        review = Review(
            self.database,
            selection,
            self._definition,
            cases_open=self.settings.display.cases,
            preferred=preferred,
            audience=self.settings.rules(),
        )
        if self._check is not None and self._check.holds(self.location):
            review.intact = self._check.found.intact if self._check.found.sealed else None
        start = flow_start(self.database, selection)
        return Board(review, start, stored_flows(review, start))

    def on_full_view_laid_out(self) -> None:
        if isinstance(self.app, Opening):
            self.app.opened()
        self._work()
        # Not at once: the first painting would share the processor with it. And not on a thread,
        # which would have memory of its own.
        self.set_timer(0.3, partial(warm, self.next_needed))

    # The work behind the board, and the pages beside it

    @property
    def _asked(self) -> Asked:
        board = self.board
        return Asked(self.location, board.review.selection, board.start, self._definition)

    def _work(self) -> None:
        """Start what is not known yet: figures under another definition, flows not stored."""
        self.workers.cancel_group(self, "board")
        self._begun.clear()
        self._ended.clear()
        self.need("figures")
        self.need("flows")

    def need(self, what: str) -> None:
        """Have one of `WORKED_OUT` worked out, unless it is known or under way."""
        if what in self._begun or not self._lacks(what):
            return
        asked = self._asked
        if what == "figures":
            self._begun[what] = self._in_thread(what, restated, asked)
        elif what == "flows":
            self._begun[what] = self._in_thread(what, worked_out_flows, asked, self._teller(asked))
        elif what == "slices":
            self._begun[what] = self._in_thread(what, worked_out_slices, asked, self._teller(asked))
        elif not self.review.stale:
            from boardtui.panels.compare.chance import to_conclude

            self._begun[what] = self._in_thread(what, concluded, asked, to_conclude(self.review))

    def _lacks(self, what: str) -> bool:
        """Whether one of `WORKED_OUT` is not known."""
        board = self.board
        two_days = board.start.snapshot is not None
        closed = self.review.audience.closes(Way.CROSSES)
        lacking = {
            "figures": self.review.stale,
            "flows": two_days and not board.flows,
            "slices": two_days and not board.slices and not closed,
            "conclusions": board.conclusions is None,
        }
        return lacking[what]

    def awaited_of(self, needs: Iterable[str]) -> str | None:
        """What of `WORKED_OUT` is needed and still to come, in words; it is begun, if need be."""
        for need in needs:
            self.attempt(partial(self.need, need))
            if need in self._begun and need not in self._ended:
                return WORKED_OUT[need]
        return None

    def _in_thread(
        self, name: str, work: Callable[..., object], *arguments: object
    ) -> Worker[object]:
        job = partial(work, *arguments)
        return self.run_worker(job, name, thread=True, group="board", exit_on_error=False)

    def _teller(self, asked: Asked) -> Callable[[int, int], None]:
        """What a piece of work tells on its thread: ten times at most; where it is short, nothing.

        Work that nobody waits for any more ends there.
        """
        told = 0

        def tell(done: int, total: int) -> None:
            nonlocal told
            if get_current_worker().is_cancelled:
                raise OvertakenError
            tenth = total // 10
            if total >= LONG and done // tenth > told:
                told = done // tenth
                self.post_message(self.Progress(asked, done, total))

        return tell

    def on_working_screen_progress(self, event: Progress) -> None:
        if event.asked != self._asked:
            return
        read, total = number_text(event.done), number_text(event.total)
        self._show(replace(self.board, working=f"being worked out: {read} of {total} records…"))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Show what a piece of work found, or that it failed."""
        if event.worker.is_finished and self._begun.get(event.worker.name) is event.worker:
            self._ended.add(event.worker.name)
        if event.state is WorkerState.SUCCESS:
            self._take_in(event.worker.result)
        elif event.state is WorkerState.ERROR:
            self.board = replace(self.board, working=FAILED)
            self._fail(f"Some figures could not be worked out: {told(event.worker.error)}")

    def _take_in(self, found: object) -> None:
        if not isinstance(found, Restated | Flows | Slices | Concluded):
            return
        if found.asked != self._asked:
            return
        board = replace(self.board, working=None)
        match found:
            case Restated(_, review):
                self.review.adopt(review)
                board = replace(board, review=self.review)
            case Flows(_, flows):
                board = replace(board, flows=flows)
            case Slices(_, slices):
                board = replace(board, slices=slices)
            case Concluded(_, conclusions):
                board = replace(board, conclusions=conclusions)
        self._show(board)

    def notes(self) -> tuple[str, ...]:
        """What is to be known of the figures as a whole."""
        notes = [self._failed] if self._failed else []
        if self.review.stale and not self._failed:
            notes.append(f"computing the figures again: {self._definition.in_full()}…")
        elif self.review.restated:
            notes.append(f"computed again for this board: {self._definition.in_full()}")
        elif self._definition != self.settings.definition:
            notes.append(f"not the settings' definition, but: {self._definition.in_full()}")
        return tuple(notes)

    def _show(self, board: Board) -> None:
        self.board = board
        self.view.show(board, self.notes())
        self.post_message(self.Renewed())

    def _fail(self, sentence: str) -> None:
        """Say on the board what went wrong; what was there before stays."""
        self._failed = sentence
        self._show(self.board)

    def checked(self, check: SealCheck) -> None:
        """Say in the heading what was found of the seals, for as long as the file is the same."""
        self._check = check
        self.review.intact = check.found.intact if check.found.sealed else None
        self._show(self.board)

    def attempt(self, action: Callable[[], None]) -> None:
        """Do what reads the database, which can go away while the board is open."""
        try:
            action()
        except (DatabaseUnreadableError, NotThereError) as error:
            self._fail(str(error))

    def change(
        self, selection: Selection | None = None, definition: Definition | None = None
    ) -> None:
        """Show another selection, or the same under another definition; choices made stay."""
        kept = self._definition
        self._definition = definition or kept
        try:
            selection = selection or self.review.selection
            board = self._read(selection, self.review.preferred)
        except BaseException:
            self._definition = kept
            raise
        self._failed = None
        self._show(board)
        self._work()
