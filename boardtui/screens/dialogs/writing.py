"""Copying what is shown, and writing it to a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.timer import Timer
from textual.widgets import Input
from textual.worker import Worker, WorkerState, get_current_worker

from boardtui.core.words.shown import shown
from boardtui.core.words.wording import counted, number_text
from boardtui.export.export import Export
from boardtui.export.file import write, write_picture
from boardtui.export.outlets import KindError, path_in
from boardtui.export.picture.named import Named, SizeError, named
from boardtui.export.picture.picture import Picture
from boardtui.panels.dialogs.sheet import Sheet
from boardtui.panels.dialogs.writing import writing_sheet
from boardtui.screens.dialogs.field_sheet import FieldSheet
from boardtui.screens.dialogs.sheet_view import SheetView
from boardtui.screens.terminal.crash import FORESEEN, told

KIND = "csv"
"""What is written where nothing else is typed."""

MOST_COPIED = 5_000
"""Rows that are copied at most: terminals drop what is longer, and do not say so."""


def copied(export: Export) -> tuple[str | None, str]:
    """The text to copy, and what to tell; no text where it is too much for a terminal to take."""
    if export.count > MOST_COPIED:
        rows = number_text(export.count)
        return None, f"{rows} rows are too many to copy: w writes them all to a file"
    text = "\n".join(export.lines())
    return text, f"{counted(export.count, 'rows')} sent to the clipboard"


def _where(folder: Path | None) -> str:
    """Where a file goes: to a folder of its own, or without one in its name to this."""
    if folder is not None:
        return "to the folder that is kept for them, under a name of its own"
    try:
        return f"in {shown(str(Path.cwd()))}"
    except OSError:
        return "the folder that this was started in is gone: name a whole path"


Pictured = Callable[[Size], Picture | str]
"""Gives what is in sight as a picture of a size; or what of it is not there yet, in words."""

MayWrite = Callable[[str, str], bool]
"""Asked before a file of a name is written, and what it is a picture of: it may be refused."""

LONGEST_PATH = 4_096
"""Letters of a path, at most."""

STEP = 0.1
"""Seconds from one look to the next at what is waited for."""


class StoppedError(Exception):
    """Nobody waits any more for what is being written."""


def _still_wanted() -> None:
    """Called from the writing thread: ends the writing that is left."""
    if get_current_worker().is_cancelled:
        raise StoppedError


class Writing(FieldSheet[str | None]):
    """Asks for a file's name, writes it off the screen's thread, and gives back what to tell.

    Where files go to one folder alone, it asks for the kind of file, and gives the name.
    """

    entered = "write"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", id="writing.back", tooltip="Write nothing, or stop"),
    ]

    def __init__(
        self,
        export: Export,
        pictured: Pictured,
        may_write: MayWrite,
        folder: Path | None = None,
        *,
        byte_order_mark: bool = True,
    ) -> None:
        """Take what is written as rows or text, and what gives it as a picture.

        `folder` is the one that files go to under names that are not typed.
        """
        typed = KIND if folder is not None else f"{export.name}.{KIND}"
        super().__init__(typed, longest=LONGEST_PATH)
        self._export, self._pictured, self._may_write = export, pictured, may_write
        self._folder = folder
        self._byte_order_mark = byte_order_mark
        self._waiting: Timer | None = None
        self._file = self._what = ""
        self._state = _where(folder)

    def sheet(self, width: int) -> Sheet:
        kinds = self._folder is not None
        return writing_sheet(self._export.count, self._state, width, kinds=kinds)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        name = event.value.strip()
        try:
            if self._folder is not None:
                name = path_in(self._folder, self._export.name, name, datetime.now(UTC))
            picture = named(name, self.app.size)
        except (KindError, SizeError) as error:
            self._say(shown(str(error)))
            return
        self._wait_no_longer()
        if picture is not None:
            self._draw(picture)
        elif name:
            rows = partial(write, self._export, name, self._progress, self._byte_order_mark)
            self._write(rows, name)

    def _draw(self, picture: Named) -> None:
        """Write a picture, once all that it shows is there."""
        try:
            drawn = self._pictured(Size(picture.columns, picture.rows))
        except FORESEEN as error:
            self._wait_no_longer()
            self._say(f"not written: {shown(str(error))}")
            return
        if not isinstance(drawn, str):
            self._wait_no_longer()
            work = partial(write_picture, drawn, picture.name, _still_wanted)
            self._write(work, picture.name, picture.words)
        elif self._waiting is None:
            self._say(f"{drawn}…")
            self._waiting = self.set_interval(STEP, partial(self._draw, picture))

    def _wait_no_longer(self) -> None:
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None

    def _write(self, work: Callable[[], int | None], name: str, what: str = "") -> None:
        if not self._may_write(name, what):
            return
        self._file, self._what = name, what
        self.run_worker(work, thread=True, exclusive=True, exit_on_error=False)

    def _progress(self, count: int) -> None:
        """Called from the writing thread."""
        _still_wanted()
        text = f"{number_text(count)} of {number_text(self._export.count)} rows…"
        self.app.call_from_thread(self._say, text)

    def _say(self, text: str) -> None:
        self._state = text
        self.say()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.SUCCESS:
            count = event.worker.result or 0
            name = self._file if self._folder is None else Path(self._file).name
            self.dismiss(f"{self._what or counted(count, 'rows')} written to {name}")
        elif event.state is WorkerState.ERROR:
            why = told(event.worker.error).removesuffix(".")
            again = "Name another file." if self._folder is None else ""
            self._say(f"not written: {shown(why)}. {again}".rstrip())

    def on_sheet_view_clicked(self, event: SheetView.Clicked) -> None:
        if event.line is None:
            self.action_leave()

    def action_leave(self) -> None:
        self._wait_no_longer()
        self.workers.cancel_node(self)
        self.dismiss(None)
