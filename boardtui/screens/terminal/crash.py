"""What happens to an error that nobody foresaw: the app ends, and its caller tells of it.

Textual would print a traceback with the values of all variables: what is in a database, and on a
projector at that. Nothing of it is ever shown.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from rich.console import RenderableType
from textual.app import App
from textual.dom import DOMNode
from textual.worker import Worker, WorkerFailed, WorkerState, WorkType

from boardtui.review import NotThereError
from boardtui.store.connection.damage import blaming
from boardtui.store.connection.database import DatabaseUnreadableError
from boardtui.store.held.values import DatabaseDamagedError

FORESEEN = (DatabaseUnreadableError, DatabaseDamagedError, NotThereError)
"""Errors whose message is a sentence for the user."""

T = TypeVar("T")


# What an app or a screen is put together of, and no app or node by itself: Textual goes through all
# that each kind of node has, at every launch, and takes the style of a screen from its first base
# that is a node.
if TYPE_CHECKING:
    _App = App[None]
    _Node = DOMNode
else:
    _App = _Node = object


class Failing(_App):
    """An app that ends with an error that nobody foresaw, and shows nothing of it."""

    location = ""
    """The database, as it was named."""

    escape_delay = 0.1
    """Seconds for which the rest of a key is waited for behind an escape."""

    failure: BaseException | None = None
    """What it ended with; whoever ran it tells of it."""

    def fail(self, error: BaseException) -> None:
        """End with an error; the first counts."""
        if self.failure is None:
            self.failure = error
        # As Textual's own does, for whoever drives the app in a test.
        if self._exception is None and isinstance(error, Exception):
            self._exception = error
            self._exception_event.set()
        self._return_code = 1
        self._close_messages_no_wait()

    def end(self, status: int) -> None:
        """End with an exit status."""
        self.exit(return_code=status)

    def _handle_exception(self, error: Exception) -> None:
        self.fail(error.error if isinstance(error, WorkerFailed) else error)

    def _fatal_error(self) -> None:
        self.fail(RuntimeError("Textual gave up"))

    def panic(self, *renderables: RenderableType) -> None:
        self._fatal_error()

    def _print_error_renderables(self) -> None:
        self._exit_renderables.clear()


def told(error: BaseException | None) -> str:
    """What went wrong, as a sentence; of an error that nobody foresaw, its kind and no more.

    Its message may quote a record.
    """
    if isinstance(error, FORESEEN):
        return str(error)
    if isinstance(error, OSError):
        return error.strerror or str(error)
    return f"boardtui failed by a fault of its own ({type(error).__name__})"


class Watching(_Node):
    """A screen whose work on other threads is watched: it may find the database damaged.

    Then nothing that it says is to be relied on, and the app ends.
    """

    def run_worker(
        self,
        work: WorkType[T],
        name: str | None = "",
        group: str = "default",
        description: str = "",
        exit_on_error: bool = True,
        start: bool = True,
        exclusive: bool = False,
        thread: bool = False,
    ) -> Worker[T]:
        """As Textual's own; where work on a thread fails, it is found out whose fault that is."""
        if thread and callable(work) and isinstance(self.app, Failing):
            work = _watched(self.app.location, work)
        # Without a description Textual takes the text of all that the work holds.
        about = description or name or group
        return super().run_worker(work, name, group, about, exit_on_error, start, exclusive, thread)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        error = event.worker.error if event.state is WorkerState.ERROR else None
        if isinstance(error, DatabaseDamagedError) and isinstance(self.app, Failing):
            self.app.fail(error)


def _watched(location: str, work: Callable[[], Any]) -> Callable[[], Any]:
    def watched() -> Any:
        with blaming(location):
            return work()

    return watched
