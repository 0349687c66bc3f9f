"""The installed command in a real pseudo-terminal, and what a terminal makes of what it sends."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pyte

from boardtui.screens.terminal.far import OVER_SSH

PATIENCE = 30
"""Silent seconds after which a terminal that does not show what it should is given up.

They are waited for one at a time: a machine that stands still for a minute has lost one of them.
"""

MOST_READS = 10_000
"""Pieces read in vain after which one that never falls silent is given up."""

UNKNOWN_TO_PYTE = re.compile(
    rb"\x1b\[[<>=][0-9;]*u|\x1b\[\?[0-9;]*(?:\$p|c)|\x1b\[[0-9]* q|\x1b\][^\x07]*\x07"
)
"""Questions after a terminal's powers, and shapes of its cursor: pyte would draw them as text."""

CLEAN = (
    *("NO_COLOR", "COLORTERM", "COLUMNS", "LINES", "BOARDTUI_CONFIG", "TEXTUAL_DRIVER"),
    *("LC_ALL", "LC_CTYPE", *OVER_SSH),
)


class Terminal:
    """A command that runs in a pseudo-terminal of its own."""

    def __init__(
        self, process: subprocess.Popen[bytes], master: int, size: tuple[int, int]
    ) -> None:
        self._process, self.master = process, master
        self.sent = b""
        self._over = False
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)

    def text(self) -> str:
        return "\n".join(self._screen.display)

    @property
    def cursor(self) -> tuple[int, int] | None:
        """The column and row of the cursor; None where it is hidden."""
        cursor = self._screen.cursor
        return None if cursor.hidden else (cursor.x, cursor.y)

    def at_cursor(self) -> str:
        """What stands in its row from the cursor on; nothing where it is hidden."""
        cursor = self.cursor
        return self._screen.display[cursor[1]][cursor[0] :] if cursor else ""

    def before_cursor(self) -> str:
        """What stands in its row before the cursor; nothing where it is hidden."""
        cursor = self.cursor
        return self._screen.display[cursor[1]][: cursor[0]] if cursor else ""

    def unseen(self) -> str:
        """What is drawn in the colour of its own ground."""
        rows = (self._screen.buffer[y] for y in range(self._screen.lines))
        cells = (row[x] for row in rows for x in range(self._screen.columns))
        hidden = (cell.data for cell in cells if cell.fg == cell.bg != "default")
        return "".join(hidden).strip()

    def drawn(self, way: str) -> str:
        """What stands "reverse", "bold" or "underscore" on the screen."""
        return "".join(
            cell.data
            for y in range(self._screen.lines)
            for cell in (self._screen.buffer[y][x] for x in range(self._screen.columns))
            if getattr(cell, way)
        )

    def wait_for(self, words: str) -> str:
        """Read until words stand on the screen; the whole screen."""
        return self.wait_until(lambda: words in self.text(), words)

    def wait_without(self, words: str) -> str:
        return self.wait_until(lambda: words not in self.text(), f"anything but {words}")

    def wait_until(self, done: Callable[[], bool], what: str) -> str:
        silent = reads = 0
        while not done():
            heard = self._read()
            reads += 1
            silent = 0 if heard else silent + 1
            if (heard is None and not done()) or silent > PATIENCE or reads > MOST_READS:
                raise AssertionError(f"{what!r} never came:\n{self.text()}")
        return self.text()

    def silent(self) -> bool:
        """Whether nothing is sent for a second."""
        return self._within(1.0)

    def still(self) -> bool:
        """Whether nothing is sent for a moment, or nothing can be any more."""
        return self._over or self._within(0.3)

    def _within(self, seconds: float) -> bool:
        ready, _, _ = select.select([self.master], [], [], seconds)
        return not ready

    def press(self, keys: str) -> None:
        self.send(keys.encode())

    def send(self, data: bytes) -> None:
        os.write(self.master, data)

    def signal(self, number: int) -> None:
        self._process.send_signal(number)

    def resize(self, columns: int, rows: int) -> None:
        """As when the window is drawn larger or smaller."""
        self._screen.resize(rows, columns)
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def close(self) -> None:
        """As when the window of a terminal is closed."""
        if self.master >= 0:
            os.close(self.master)
        self.master = -1

    def ended(self) -> int:
        """Wait for the command to end: its exit status, or minus the signal that ended it."""
        silent = 0
        while self.master >= 0 and silent <= PATIENCE and (heard := self._read()) is not None:
            silent = 0 if heard else silent + 1
        return self._process.wait(PATIENCE)

    def _read(self) -> bool | None:
        """Take in what was sent, within a second; None where nothing more can come."""
        ready, _, _ = select.select([self.master], [], [], 1.0)
        if not ready:
            return False
        try:
            data = os.read(self.master, 65536)
        except OSError:
            self._over = True
            return None
        self.sent += data
        self._stream.feed(UNKNOWN_TO_PYTE.sub(b"", data))
        return True if data else None


@contextmanager
def running(
    *words: str,
    folder: Path,
    size: tuple[int, int] = (120, 36),
    changed: str | None = None,
    ignoring: int | None = None,
    environment: Mapping[str, str] | None = None,
    **more: str,
) -> Iterator[Terminal]:
    """`boardtui` with these words in a terminal of a size, by a user without settings.

    `changed` is Python that is run first in its process; a signal can be ignored from the start.
    """
    command = [str(Path(sys.executable).with_name("boardtui"))]
    if changed is not None:
        run = f"{changed}\nfrom boardtui.cli import main\nmain.run()"
        command = [sys.executable, "-c", run]
    own = {**user_environment(folder), **(environment or {}), **more}
    with in_terminal([*command, *words], folder, own, size, ignoring) as terminal:
        yield terminal


def user_environment(folder: Path) -> dict[str, str]:
    """The environment of a user without settings, at a terminal in colour."""
    own = {k: v for k, v in os.environ.items() if k not in CLEAN}
    return own | {"TERM": "xterm-256color", "LANG": "C.UTF-8", "XDG_CONFIG_HOME": str(folder)}


@contextmanager
def in_terminal(
    command: Sequence[str],
    folder: Path,
    environment: Mapping[str, str],
    size: tuple[int, int] = (120, 36),
    ignoring: int | None = None,
) -> Iterator[Terminal]:
    """A command in a terminal of a size, and of its own."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
    process = subprocess.Popen(
        command,
        stdin=slave,
        stdout=slave,
        stderr=slave,
        cwd=folder,
        env=environment,
        # The terminal is its own, so that Ctrl-C and hanging up reach it as they would.
        start_new_session=True,
        preexec_fn=partial(_take_terminal, ignoring),
    )
    os.close(slave)
    terminal = Terminal(process, master, size)
    try:
        yield terminal
    finally:
        process.kill()
        process.wait()
        terminal.close()


def _take_terminal(ignoring: int | None) -> None:
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    if ignoring is not None:
        signal.signal(ignoring, signal.SIG_IGN)


def assert_left_as_it_was(terminal: Terminal) -> None:
    """The screen of before, the cursor, no mouse and no brackets around what is pasted."""
    for mode, kept in ((b"1049", b"l"), (b"1000", b"l"), (b"2004", b"l"), (b"25", b"h")):
        sent = re.findall(rb"\x1b\[\?" + mode + rb"([hl])", terminal.sent)
        assert {b"h", b"l"} == set(sent)
        assert sent[-1] == kept
