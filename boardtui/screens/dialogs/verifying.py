"""A sheet in which a database is checked against its seals, off the screen's thread."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import BindingType
from textual.message import Message
from textual.worker import Worker, WorkerState, get_current_worker

from boardtui.panels.dialogs.rows import rows_sheet
from boardtui.panels.dialogs.sheet import Sheet
from boardtui.panels.sealed import checked_rows, checking_rows
from boardtui.screens.dialogs.reading import ReadSheet, reading_keys
from boardtui.screens.terminal.crash import told

if TYPE_CHECKING:
    from boardtui.review.sealing import Progress, SealCheck

APART = 0.5
"""Seconds between two tellings of how far it is: each is sent over the line."""

KEY = "V"
"""The key that it is asked by."""


class LeftError(Exception):
    """Nobody waits for it any more."""


class Verifying(ReadSheet):
    """Says how far the checking is, and then what was found."""

    BINDINGS: ClassVar[list[BindingType]] = reading_keys(back=f"escape,q,enter,{KEY}")

    class HowFar(Message):
        """What is being checked, and how many rows of it were."""

        def __init__(self, stage: str, done: int) -> None:
            super().__init__()
            self.stage, self.done = stage, done

    def __init__(
        self,
        force: str,
        check: Callable[[Progress], SealCheck],
        found: Callable[[SealCheck], None],
    ) -> None:
        """Take whose seals are told, what checks them, and what is told of the result."""
        super().__init__()
        self._force, self._check, self._found = force, check, found
        self._said = checking_rows("all that is stored", 0)

    def on_mount(self) -> None:
        super().on_mount()
        self.run_worker(self._checked, thread=True, exit_on_error=False)

    def _checked(self) -> SealCheck:
        worker, next_ = get_current_worker(), time.monotonic() + APART

        def tell(stage: str, done: int, total: int | None) -> None:
            nonlocal next_
            if worker.is_cancelled:
                raise LeftError
            if time.monotonic() >= next_:
                next_ = time.monotonic() + APART
                self.post_message(self.HowFar(stage, done))

        return self._check(tell)

    def on_verifying_how_far(self, event: HowFar) -> None:
        self._say(checking_rows(event.stage, event.done))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Tell what was found, or why nothing could be."""
        if event.state is WorkerState.SUCCESS:
            check: Any = event.worker.result
            self._found(check)
            self._say(checked_rows(check.found, self._force))
        elif event.state is WorkerState.ERROR:
            self._say([("Not checked", told(event.worker.error))])

    def _say(self, rows: list[tuple[str, str]]) -> None:
        self._said = rows
        self.view.renew()

    def sheet(self, width: int) -> Sheet:
        return rows_sheet(f"Seals · {self._force}", self._said, width, KEY)
