"""A program as the person at the keyboard meets it: in a pseudo-terminal of a stated size."""

import contextlib
import os
import pty
import queue
import re
import signal
import sys
import termios
import threading
import time
from collections import deque
from collections.abc import Iterator, Mapping

import pyte

from bench.memory import PeakMemory
from bench.process import ROOT, NotMeasuredError, environment
from bench.relay import Relay, Speed

KEYS = {
    "enter": "\r", "escape": "\x1b", "tab": "\t", "backspace": "\x7f", "space": " ",
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D",
    "home": "\x1b[H", "end": "\x1b[F", "pageup": "\x1b[5~", "pagedown": "\x1b[6~",
    "f5": "\x1b[15~", "shift+tab": "\x1b[Z",
}  # fmt: skip
"""What a terminal sends for a named key; any other name is sent as it is."""

CALM, MOST_WAITED = 0.03, 1.0
"""Seconds of silence after which what has come is drawn, and for which that waits at most."""

_NOT_DRAWN = re.compile(
    rb"\x1b\[(?:[<=>][0-9;:]*[ -/]*[@-~]|\?[0-9;]*[ -/]+[@-~]|\?[0-9;]*[uc]|[0-9]* q)"
)
"""Questions and keyboard modes draw nothing; the emulator would take some of them for text."""
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*)?\Z")


class Terminal:
    """One run of a program, drawn by a terminal emulator.

    A thread does nothing but read, and notes when each piece came. The emulator draws them piece
    by piece once nothing comes any more: while it draws, the thread would have to wait for it, and
    its own slowness would be in the seconds. The terminal answers no questions: it is the plainest
    one that the program must run in.
    """

    def __init__(
        self,
        argv: list[str],
        columns: int,
        lines: int,
        *,
        environment: Mapping[str, str] | None = None,
        speed: Speed | None = None,
    ) -> None:
        """Start it, with more in its environment, and over a line of a speed, if one is given."""
        self.bytes = 0
        """Written by the program so far: what a line over SSH would carry."""
        self._screen = pyte.Screen(columns, lines)
        self._emulator = pyte.ByteStream(self._screen)
        self._pieces: queue.SimpleQueue[tuple[float, bytes]] = queue.SimpleQueue()
        self._come: deque[tuple[float, bytes]] = deque()
        self._held = b""
        self._ended = False
        self._since = self._began = self._last = time.perf_counter()
        self._pid, self._file = start(argv, columns, lines, environment or {})
        self._relay = Relay(self._file, speed) if speed is not None else None
        self._near = self._relay.near if self._relay is not None else self._file
        self._memory = PeakMemory(self._pid)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *raised: object) -> None:
        end(self._pid)
        self._reader.join(2)
        os.close(self._file)
        if self._near != self._file:
            os.close(self._near)

    @property
    def round_trips(self) -> int:
        """How often the line was crossed there and back."""
        return self._relay.round_trips if self._relay is not None else 0

    def text(self) -> str:
        """The screen, its lines joined by line feeds."""
        return "\n".join(self._screen.display)

    def wait(self, pattern: str, timeout: float = 30) -> float:
        """Wait until the pattern stands on the screen.

        Returns:
            Seconds from the launch, or from the last key pressed, until its last piece came.

        Raises:
            NotMeasuredError: it does not come, or the program ends first.
        """
        wanted = re.compile(pattern)
        if wanted.search(self.text()):
            return max(0.0, self._last - self._since)
        for came in self._drawn(until=time.perf_counter() + timeout):
            if wanted.search(self.text()):
                return came - self._since
        what = "the program ended before" if self._ended else f"not in {timeout:g} s:"
        raise NotMeasuredError(f"{what} {pattern!r}; the screen was:\n{self.text().rstrip()}")

    def press(self, *keys: str) -> None:
        """Press keys, by the names in KEYS or as text; what follows is timed from here."""
        self._since = time.perf_counter()
        os.write(self._near, "".join(KEYS.get(key, key) for key in keys).encode())

    def settle(self, quiet: float = 0.5, timeout: float = 30) -> None:
        """Draw until the program has been silent for `quiet` seconds.

        Raises:
            NotMeasuredError: it never is, or it ends.
        """
        limit = time.perf_counter() + timeout
        silence = time.perf_counter() + quiet
        # What has come and is not drawn yet is no silence, however long the drawing takes.
        while time.perf_counter() < silence or self._come or not self._pieces.empty():
            for came in self._drawn(until=min(silence, limit)):
                silence = came + quiet
            if self._ended or silence > limit:
                how = "ended" if self._ended else f"was not silent in {timeout:g} s"
                screen = self.text().rstrip()
                raise NotMeasuredError(f"the program {how}; the screen was:\n{screen}")

    def watch(self, seconds: float) -> int:
        """Bytes the program writes in so many seconds while nobody touches it."""
        before = self.bytes
        for _ in self._drawn(until=time.perf_counter() + seconds):
            pass
        return self.bytes - before

    @property
    def peak_memory(self) -> int:
        """Bytes of resident memory at the peak so far, of the program and all it started."""
        self._memory.sample(time.perf_counter() - self._began, now=True)
        return self._memory.bytes

    def _drawn(self, until: float) -> Iterator[float]:
        """Draw what comes by `until`, piece by piece, giving the moment each one came."""
        while not self._ended:
            if not self._come:
                self._take(until)
            if not self._come:
                return
            came, data = self._come.popleft()
            if not data:
                self._ended = True
                return
            self._last = came
            self.bytes += len(data)
            self._draw(data)
            yield came
            if came >= until:
                return

    def _take(self, until: float) -> None:
        """Wait by `until` for what comes, and for all that comes close behind it."""
        limit, calm = until, until
        while (now := time.perf_counter()) < calm or not self._pieces.empty():
            self._memory.sample(now - self._began)
            try:
                piece = self._pieces.get(timeout=max(0.0, min(0.02, calm - now)))
            except queue.Empty:
                continue
            if not self._come:
                limit = piece[0] + MOST_WAITED
            self._come.append(piece)
            calm = min(piece[0] + CALM, limit)
            if not piece[1] or now > limit:
                return

    def _draw(self, data: bytes) -> None:
        data = _NOT_DRAWN.sub(b"", self._held + data)
        self._held = b""
        if half := _UNFINISHED.search(data):
            self._held, data = half.group(), data[: half.start()]
        self._emulator.feed(data)

    def _read(self) -> None:
        data = b"-"
        while data:
            try:
                data = os.read(self._near, 1 << 16)
            except OSError:  # Linux says so when the program has gone
                data = b""
            self._pieces.put((time.perf_counter(), data))


def start(argv: list[str], columns: int, lines: int, more: Mapping[str, str]) -> tuple[int, int]:
    """Start the program in a terminal of its own; its process and our end of the line."""
    env = {**environment(), **more}
    pid, file = pty.fork()
    if pid == 0:
        try:
            # Here, not by the parent: the program may ask for the size at once.
            termios.tcsetwinsize(0, (lines, columns))
            os.chdir(ROOT)
            os.execve(argv[0], argv, env)
        except OSError as error:
            print(f"{argv[0]} can't be started: {error.strerror}", file=sys.stderr, flush=True)
        finally:
            os._exit(127)
    return pid, file


def end(pid: int) -> None:
    """End a program that was started here, kindly first; its own process and no other."""
    for how, patience in ((signal.SIGTERM, 2.0), (signal.SIGKILL, 10.0)):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, how)
        limit = time.perf_counter() + patience
        while time.perf_counter() < limit:
            if os.waitpid(pid, os.WNOHANG)[0]:
                return
            time.sleep(0.01)
