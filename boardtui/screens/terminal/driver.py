"""The terminal that the board is on: it may be of any size, hang up, or send anything."""

from __future__ import annotations

import os
import select
import signal
import sys
import termios
import time
from contextlib import suppress
from string import digits
from types import FrameType
from typing import TYPE_CHECKING, Any, Protocol, TextIO, runtime_checkable

from textual._ansi_sequences import SYNC_END, SYNC_START
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Resize
from textual.geometry import Size
from textual.message import Message

from boardtui.process.ending import HUNG_UP
from boardtui.screens.terminal.far import is_far
from boardtui.screens.terminal.powers import powers_of
from boardtui.screens.terminal.typed import Typed

if TYPE_CHECKING:
    from boardtui.screens.terminal.shown import Shown

LARGEST = Size(1_000, 500)
"""Columns and rows that are drawn at most; the rest of a larger terminal stays empty."""

AS_BEFORE = (
    *("\x1b[?2026l", "\x1b[?2004l", "\x1b[?7h", "\x1b[?2048l"),
    *("\x1b[?1000l", "\x1b[?1003l", "\x1b[?1015l", "\x1b[?1006l", "\x1b[?1016l"),
    *("\x1b[<u", "\x1b[0m", "\x1b[?1049l", "\x1b[?25h", "\x1b[?1004l"),
)
"""What undoes all that is asked of a terminal: the screen and the cursor of before, no mouse."""

HIDE, SHOW = "\x1b[?25l", "\x1b[?25h"
"""The cursor: DECTCEM."""

POINTER = "\x1b]22;"
"""The shape of a mouse's pointer, which stays as it is."""

KEYS_AS_ANSWERED = ("\x1b[<", "\x1b[>")
"""What another way of sending keys begins with, and `u` ends: a terminal answers (Kitty's)."""

LONG = 200
"""Characters beyond which the cursor is not seen while they are drawn: it would fly about."""


@runtime_checkable
class Ending(Protocol):
    """An app that can be told to end."""

    escape_delay: float
    """Seconds for which the rest of a key is waited for behind an escape."""

    def end(self, status: int) -> None:
        """End with an exit status."""
        ...

    def fail(self, error: BaseException) -> None:
        """End with an error that nobody foresaw."""
        ...


class Terminal(LinuxDriver):
    """Textual's driver, but for what it does not survive or ends with a traceback."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._size = self._size or self._get_terminal_size()
        self._drawn = Size(*self._size)
        """The size of the screen that was drawn last."""
        # Textual draws on stderr, which may be a file while stdout is the terminal.
        terminal = next(one for one in (sys.__stderr__, sys.__stdout__) if one and one.isatty())
        self._file: Any = Lasting(terminal)
        self._powers = powers_of(os.environ.get("TERM", ""))
        self._shown: Shown | None = None
        self._far = is_far(os.environ)
        self._resized = False
        self._held = self._sent_whole = ""
        self._cursor_seen = True
        self.shows_cursor = False
        """Whether the cursor stands where something is marked, and so is to be seen."""

    def start_application_mode(self) -> None:
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self._cursor_seen = False
        signal.signal(signal.SIGWINCH, self._on_window_change)
        self.write(self._powers.steady)

    def _on_window_change(self, number: int, frame: FrameType | None) -> None:
        """Have the size told in the app's own turn.

        Another change may come while this one is handled. Were the size asked for here, as Textual
        does, the older one could be told last, and stay.
        """
        self._resized = True
        self._loop.call_soon_threadsafe(self._tell_size)

    def _tell_size(self) -> None:
        """Tell the app which size the terminal is of, unless that one tells it by itself."""
        if not self._in_band_window_resize:
            size = Size(*self._get_terminal_size())
            self._app.post_message(Resize(size, size))

    def stop_application_mode(self) -> None:
        self.write(self._powers.as_set)
        super().stop_application_mode()

    def write(self, data: str) -> None:
        """Send what is left to send of what is written: nothing, where it is all there."""
        if data == SYNC_START or (data == SYNC_END and self._held):
            self._held = data if data == SYNC_START else ""
            return
        asks = data[:3] in KEYS_AS_ANSWERED and data[-1] == "u" and not data[3:-1].strip(digits)
        if asks and not self._powers.answers:
            return
        if data.startswith(POINTER):
            return
        spared = self._spared(data)
        hides = self._cursor_seen and (not self.shows_cursor or len(spared) > LONG)
        shows = self.shows_cursor and (hides or not self._cursor_seen)
        self._cursor_seen = self.shows_cursor
        spared = f"{HIDE if hides else ''}{spared}{SHOW if shows else ''}"
        if spared:
            super().write(self._held + spared)
            self._held = ""

    def _spared(self, data: str) -> str:
        """What is left to send of what is written.

        A first screen is sent as it is, and looked through once it is there: that is earlier, but
        half as many bytes more, which over a line takes longer than it saves.
        """
        self._look_through()
        if self._shown is None and len(data) > LONG:
            if not self._far:
                self._sent_whole = data
                self._loop.call_soon(self._look_through)
                return data
            self._shown = self._unknown()
        return data if self._shown is None else self._shown.spared(data)

    def _look_through(self) -> None:
        """Know of a screen that was sent as it is what stands on it now."""
        text, self._sent_whole = self._sent_whole, ""
        if text:
            self._shown = self._unknown()
            self._shown.was_sent(text)

    def _unknown(self) -> Shown:
        """What it shows, as long as that is not known."""
        from boardtui.screens.terminal.shown import Shown

        return Shown(*self._drawn, erases=self._powers.erases)

    def _request_terminal_sync_mode_support(self) -> None:
        """As Textual's, but no question goes to a terminal that would print or speak it."""
        if self._powers.answers:
            super()._request_terminal_sync_mode_support()

    def _query_in_band_window_resize(self) -> None:
        if self._powers.answers:
            super()._query_in_band_window_resize()

    def begin_whole(self, size: Size) -> None:
        """All of a screen of a size is drawn next.

        Where the terminal is of another size since, or was meanwhile, it shows who knows what.
        """
        self._look_through()
        if self._shown is not None and (self._drawn != size or self._resized):
            self._shown.forget(*size)
        self._drawn = size
        self._resized = False

    def was_resized_and_back(self, size: Size) -> bool:
        """Whether it is of the size that was drawn last, but was of another meanwhile."""
        return self._drawn == size and self._resized

    def _get_terminal_size(self) -> tuple[int, int]:
        return within(Size(*super()._get_terminal_size()))

    def process_message(self, message: Message) -> None:
        if isinstance(message, Resize):
            if not message.size:  # a terminal that reports no size says nothing of it
                return
            size = within(message.size)
            message = Resize(size, size, size, message.pixel_size)
        super().process_message(message)

    def _run_input_thread(self) -> None:
        try:
            self.run_input_thread()
        except Exception as error:
            assert isinstance(self._app, Ending)
            self._loop.call_soon_threadsafe(self._app.fail, error)

    def run_input_thread(self) -> None:
        """Read what is typed until the app ends, or the terminal does."""
        assert isinstance(self._app, Ending)
        typed = Typed(time.monotonic, self._app.escape_delay)
        while not self.exit_event.is_set():
            ready, _, _ = select.select([self.fileno], [], [], 0.1)
            data = self._read() if ready else None
            if data == b"":
                self._loop.call_soon_threadsafe(self._app.end, HUNG_UP)
                return
            for message in typed.wait() if data is None else typed.take(data):
                self.process_message(message)

    def _read(self) -> bytes:
        """What was typed; nothing where the terminal is gone."""
        try:
            return os.read(self.fileno, 4_096)
        except OSError:
            return b""

    def restore_at_once(self) -> None:
        """Leave the terminal as it was before, whatever waits to be written to it."""
        number = self._file.fileno()
        with suppress(OSError, termios.error):
            termios.tcflush(number, termios.TCOFLUSH)
        blocking = os.get_blocking(number)
        os.set_blocking(number, False)
        with suppress(OSError):
            os.write(number, "".join([self._powers.as_set, *AS_BEFORE]).encode("ascii"))
        os.set_blocking(number, blocking)
        if self.attrs_before is not None:
            with suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)


def within(size: Size) -> Size:
    """A size that can be drawn."""
    return Size(max(1, min(size.width, LARGEST.width)), max(1, min(size.height, LARGEST.height)))


class Lasting:
    """A terminal to write to; where it has gone away, what is written goes nowhere."""

    def __init__(self, file: TextIO) -> None:
        self._file, self._gone = file, False

    def write(self, text: str) -> None:
        if not self._gone:
            try:
                self._file.write(text)
            except OSError:
                self._gone = True

    def flush(self) -> None:
        if not self._gone:
            try:
                self._file.flush()
            except OSError:
                self._gone = True

    def fileno(self) -> int:
        return self._file.fileno()
