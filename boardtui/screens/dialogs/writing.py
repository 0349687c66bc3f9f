"""Copying what is shown, and writing it to a file."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static
from textual.worker import Worker, WorkerState, get_current_worker

from boardtui.core.words.shown import shown
from boardtui.core.words.wording import counted, number_text
from boardtui.export.export import Export
from boardtui.export.file import write
from boardtui.screens.dialogs.dismissal import DismissedOnce
from boardtui.screens.keys.keys import key_line, shown_keys
from boardtui.screens.terminal.crash import told

MOST_COPIED = 5_000
"""Rows that are copied at most: terminals drop what is longer, and do not say so."""


def copied(export: Export) -> tuple[str | None, str]:
    """The text to copy, and what to tell; no text where it is too much for a terminal to take."""
    if export.count > MOST_COPIED:
        rows = number_text(export.count)
        return None, f"{rows} rows are too many to copy: w writes them all to a file"
    text = "\n".join(export.lines())
    return text, f"{counted(export.count, 'rows')} sent to the clipboard"


def _folder() -> str:
    """Where a file without a folder in its name goes."""
    try:
        return f"in {shown(str(Path.cwd()))}"
    except OSError:
        return "the folder that this was started in is gone: name a whole path"


class StoppedError(Exception):
    """Nobody waits any more for what is being written."""


class Writing(DismissedOnce[str | None]):
    """Asks for a file's name, writes it off the screen's thread, and gives back what to tell."""

    AUTO_FOCUS = "Input"

    DEFAULT_CSS = """
    Writing { align: center middle; background: $background; }
    Writing > Vertical { width: 90%; max-width: 90; height: auto;
        border: round $primary; padding: 0 1; background: $background; }
    Writing Input { background: $background; color: $foreground; border: none; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", id="writing.back", tooltip="Write nothing, or stop"),
    ]

    def __init__(self, export: Export, *, byte_order_mark: bool = True) -> None:
        super().__init__()
        self._export, self._byte_order_mark = export, byte_order_mark

    def compose(self) -> ComposeResult:
        count = self._export.count
        rows = counted(count, "rows") if count == 1 else f"all {counted(count, 'rows')}"
        with Vertical():
            yield Static(Content(f"Write {rows} to which file? (.csv, or .txt for text)"))
            typed = Input(f"{self._export.name}.csv", compact=True)
            typed.cursor_blink = False
            yield typed
            yield Static(Content(_folder()), id="state")
            keys = [("enter", "write"), *shown_keys(self)]
            yield Static(Content(key_line(keys, self.app.size.width)))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if name := event.value.strip():
            self.run_worker(
                partial(write, self._export, name, self._progress, self._byte_order_mark),
                name=name,
                thread=True,
                exclusive=True,
                exit_on_error=False,
            )

    def _progress(self, count: int) -> None:
        """Called from the writing thread."""
        if get_current_worker().is_cancelled:
            raise StoppedError
        text = f"{number_text(count)} of {number_text(self._export.count)} rows…"
        self.app.call_from_thread(self._say, text)

    def _say(self, text: str) -> None:
        self.query_one("#state", Static).update(Content(text))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.SUCCESS:
            count = event.worker.result or 0
            self.dismiss(f"{counted(count, 'rows')} written to {event.worker.name}")
        elif event.state is WorkerState.ERROR:
            why = told(event.worker.error).removesuffix(".")
            self._say(f"not written: {shown(why)}. Name another file.")

    def action_leave(self) -> None:
        self.workers.cancel_node(self)
        self.dismiss(None)
