"""The board of a database opened on a terminal of its own, and left again by its keys."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from pathlib import Path
from random import Random

from boardtui.cli.main import main
from fuzz.commands import LONGEST, Ran

WALKS = (
    *((b"1", b"\r", b"\r"), (b"3", b"x", b"s"), (b"f", b"\r"), (b"c",), (b"i",), (b"d",)),
    *((b"o", b"\r"), (b"b", b"\r"), (b"r", b"\r"), (b"/over\r",), (b"?",), (b"2", b"\r", b"/a\r")),
)
"""Ways into the board, by the keys of each."""

BACK = (b"\x1b", b"\x1b", b"\x1b")

OUT = (b"q", b"q", b"\x03")

BETWEEN, AFTER_ESC = 0.05, 0.15
"""Seconds of silence before the next key: what follows an esc at once belongs to it."""

SIZE = struct.pack("HHHH", 24, 80, 0, 0)

ON_SCREEN, OFF_SCREEN = b"\x1b[?1049h", b"\x1b[?1049l"
"""What a terminal is told when the board comes up, and when it goes."""

OBEYED = (b"\x1b]0;x", "\x9b2J".encode(), b"\x1b[2J\x1b]0")
"""What the hostile values hold that a terminal would obey, and the board itself never sends."""


def open_board(folder: Path, database: str, chance: Random) -> Ran:
    """Open a board in a child of this process, which has imported all of it already.

    The seconds are those until it stands, or until it has given up.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    one, other = chance.sample(WALKS, 2)
    terminal = _Terminal([*one, *BACK, *other, *BACK, *OUT])
    terminal.open(folder, database)
    status = terminal.gone_through()
    text = terminal.messages() or ("" if status == 0 else " ")
    if any(each in terminal.written for each in OBEYED):
        text += "\x1b"
    return Ran(("board", database), status, terminal.seconds, "", text)


class _Terminal:
    """A terminal with a board on it, and keys to be pressed one after another."""

    def __init__(self, keys: list[bytes]) -> None:
        self.written = bytearray()
        self.seconds = 0.0
        self._keys = keys
        self._silence = BETWEEN
        self._began = time.monotonic()

    def open(self, folder: Path, database: str) -> None:
        self._child, self._descriptor = pty.fork()
        if not self._child:
            _be_the_board(folder, (database,))
        fcntl.ioctl(self._descriptor, termios.TIOCSWINSZ, SIZE)

    def gone_through(self) -> int:
        """Press the keys until the board is left; its exit status."""
        while (passed := time.monotonic() - self._began) < LONGEST:
            ready, _, _ = select.select([self._descriptor], [], [], self._silence)
            if ready and not self._read():
                break
            if not ready and ON_SCREEN in self.written:
                self.seconds = self.seconds or passed
                if OFF_SCREEN not in self.written:
                    self._press()
        self.seconds = self.seconds or time.monotonic() - self._began
        os.close(self._descriptor)
        return _ended(self._child)

    def _read(self) -> bool:
        """Read what there is; False once the other end is closed."""
        try:
            some = os.read(self._descriptor, 1 << 16)
        except OSError:  # Linux's way of saying so
            return False
        self.written += some
        return bool(some)

    def _press(self) -> None:
        key = self._keys.pop(0) if self._keys else OUT[-1]
        self._silence = AFTER_ESC if key == BACK[0] else BETWEEN
        os.write(self._descriptor, key)

    def messages(self) -> str:
        """What was written before the board came up and after it was gone."""
        before, _, rest = self.written.partition(ON_SCREEN)
        after = rest.rpartition(OFF_SCREEN)[2] if rest else b""
        text = ESCAPES.sub("", (before + after).decode(errors="replace"))
        return text.replace("\r", "").replace("\a", "").strip()


ESCAPES = re.compile(r"\x1b(\[[0-9;?<>=$]*[A-Za-z]|\][^\x07\x1b]*(\x07|\x1b\\\\)?|[()].|.)")
"""What sets a terminal up, and back."""


def _be_the_board(folder: Path, words: tuple[str, ...]) -> None:
    try:
        os.environ["TERM"] = "xterm-256color"
        os.chdir(folder)
        status = main(list(words))
        sys.stdout.flush()
        sys.stderr.flush()
    except BaseException:
        status = 99
    os._exit(status)


def _ended(child: int) -> int:
    """The exit status of a board that was left; one that goes on is ended."""
    for _ in range(200):
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.01)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return -signal.SIGKILL
