"""The answer to a question from the floor, on one screen in the manner of a slide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual.binding import BindingType
from textual.worker import Worker, WorkerState

from boardtui.decks.stage import Stage
from boardtui.panels import cells
from boardtui.panels.slides.message import NotToldError
from boardtui.panels.slides.slide import Slide
from boardtui.panels.text import Line, space
from boardtui.review.breakdown import worked_out
from boardtui.review.day.worked_out import WorkedOut
from boardtui.screens.drawing.palette import Palette
from boardtui.screens.keys.keys import caps_line, keys_in_force
from boardtui.screens.keys.ways import leading
from boardtui.screens.show.answers import (
    WORKING,
    Answered,
    answer,
    breakdown_of,
    first_step,
    why_not,
)
from boardtui.screens.show.room_screen import RoomScreen, presenter
from boardtui.screens.show.show_keys import ANSWER_KEYS
from boardtui.screens.terminal.crash import Failing, told

ROOMS = (100, 60, 40, 25, 12)
"""Columns for what was asked, in the heading: it is cut before the force is."""

NO_CASES = "No list of cases stands behind this."


class AnswerScreen(RoomScreen):
    """The answer to a question."""

    BINDINGS: ClassVar[list[BindingType]] = ANSWER_KEYS
    named = "answer"

    def __init__(
        self, stage: Stage, target: Answered, palette: Palette, place: int, *, cases_open: bool
    ) -> None:
        """Take what was asked, and the number of the slide that it leads back to.

        Raises:
            NotToldError: there is nothing to show of it.
        """
        self._target, self._place = target, place
        self._cases_open = cases_open
        self._needed = breakdown_of(target, stage.board)
        slide = WORKING if self._needed else answer(target, stage.board)
        super().__init__(stage, slide, palette)
        self.step = first_step(slide)

    def looked_at(self) -> dict[str, object]:
        return {**super().looked_at(), "to": self._target.title}

    @property
    def words(self) -> str:
        """What was asked, as it is called on every screen."""
        return self._target.title

    def on_mount(self) -> None:
        if self._needed is not None:
            review, location = self.board.review, self.location
            work = partial(worked_out, location, review.selection, self._needed, review.definition)
            self.run_worker(work, thread=True, exit_on_error=False)

    @property
    def location(self) -> str:
        app = self.app
        assert isinstance(app, Failing)
        return app.location

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Show what was worked out; where that failed or found nothing, say so on the slide."""
        found = event.worker.result if event.state is WorkerState.SUCCESS else None
        if isinstance(found, WorkedOut):
            self.board.review.take_in(found)
            try:
                slide = answer(self._target, self.board)
                self.show_step(slide, first_step(slide))
            except NotToldError as why:
                self._tell(why_not(self._target, why, self.stage.board))
        elif event.state is WorkerState.ERROR:
            self._tell(f"That could not be worked out: {told(event.worker.error)}")

    def _tell(self, sentence: str) -> None:
        self.show_step(Slide(kind="text", title=sentence), 0)

    def lines(self, width: int, height: int) -> Sequence[Line]:
        told = self.drawn(width, height - 1)
        places = dict.fromkeys(f"/ {cells.shortened(self.words, room)}" for room in ROOMS)
        return [*told.page(*places), (space(1), *caps_line(self._foot(), width - 2))]

    def _foot(self) -> Iterator[tuple[str, str]]:
        """The keys that lead on and back; a room reads a slide, and no list of keys."""
        keys = keys_in_force(self)
        # An answer by slices says itself how many more there are.
        if self.slide.by is None and self.step + 1 < self._steps():
            yield keys["answer.next"][-1], "more"
        yield keys["answer.back"][0], f"slide {self._place}"

    def _steps(self) -> int:
        return self.said().steps

    def why_not(self, name: str) -> str | None:
        if name != "answer.cases":
            return None
        if not self._cases_open:
            return "Single cases are closed in this show."
        return None if self.slide.measure is not None else NO_CASES

    def action_next(self) -> None:
        """More of the answer; after the last of it, the slide."""
        if self.step + 1 < self._steps():
            self.show_step(self.slide, self.step + 1)
        else:
            self.action_back()

    def action_previous(self) -> None:
        """What came before; from the first of it, the slide."""
        if self.step:
            self.show_step(self.slide, self.step - 1)
        else:
            self.action_back()

    def action_cases(self) -> None:
        """The cases behind the answer."""
        assert self.slide.measure is not None
        leading(self).open_cases(self.slide.measure, self.slide.slices, f"Show › {self.words}")

    def on_unmount(self) -> None:
        presenter(self).shown_otherwise()
