"""Fifty boards at once: memory of each, and seconds to a key while some ask a large database."""

import contextlib
import os
import queue
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

from bench import databases, extracts
from bench.process import BOARDTUI, NotMeasuredError
from bench.report import Row
from bench.terminal import KEYS, end, start

BOARDS, ASKING, LARGE = 50, 3, 1_000_000

WALK = ("1", "enter", "enter", "escape", "escape", "escape", "c", "escape")
"""What a reviewer has seen by the time that the memory is looked at."""
PRESSED = ("tab", "1", "down", "enter", "down", "escape", "escape", "c", "escape")
TO_CASES = ("1", "end", "enter")

QUIET, PATIENCE = 0.15, 60.0

MOST_MIB, MOST_SECONDS = 60, 0.3


class Seat:
    """A board in a terminal that draws nothing: it notes when the last bytes came."""

    def __init__(self, database: Path) -> None:
        self._pid, self._file = start([BOARDTUI, str(database)], 120, 36, {})
        self._came: queue.SimpleQueue[float] = queue.SimpleQueue()
        threading.Thread(target=self._read, daemon=True).start()

    def __enter__(self) -> "Seat":
        return self

    def __exit__(self, *raised: object) -> None:
        end(self._pid)
        os.close(self._file)

    def answer(self, key: str = "", quiet: float = QUIET) -> float:
        """Seconds from a key to the last that is sent for it.

        Raises:
            NotMeasuredError: nothing comes.
        """
        began = time.perf_counter()
        if key:
            os.write(self._file, KEYS.get(key, key).encode())
        try:
            last = self._came.get(timeout=PATIENCE)
            while key and last < began:  # something that came late for the key before
                last = self._came.get(timeout=PATIENCE)
            while True:
                try:
                    last = self._came.get(timeout=quiet)
                except queue.Empty:
                    return last - began
        except queue.Empty:
            raise NotMeasuredError(f"a board did not answer the key {key!r}") from None

    def memory(self) -> int:
        """Bytes of its own, and its part of those that it shares: PSS, proc(5)."""
        rollup = Path(f"/proc/{self._pid}/smaps_rollup").read_text(encoding="ascii")
        lines = dict(line.split(":") for line in rollup.splitlines()[1:])
        return int(lines["Pss"].split()[0]) * 1024

    def _read(self) -> None:
        with contextlib.suppress(OSError):
            while os.read(self._file, 1 << 16):
                self._came.put(time.perf_counter())


def measure() -> Iterator[Row]:
    demo = databases.demo()
    large = databases.of_cases(extracts.cases(LARGE))
    with ExitStack() as open_boards:

        def opened(database: Path, *keys: str) -> Seat:
            seat = open_boards.enter_context(Seat(database))
            for key in ("", *keys):
                seat.answer(key)
            return seat

        asking = [opened(large, *TO_CASES) for _ in range(ASKING)]
        seats = [opened(demo, *WALK) for _ in range(BOARDS - ASKING)]
        memory = [seat.memory() / 2**20 for seat in (*asking, *seats)]
        yield Row(f"{BOARDS} boards: memory of each", "MiB", memory, goal=MOST_MIB)
        yield Row(f"{BOARDS} boards: of the largest", "MiB", [max(memory)])

        alone = list(_answers(seats))
        yield Row("key to screen, nobody else busy", "s", alone)
        asked: list[float] = []
        with _busy(asking, asked.append):
            answers = list(_answers(seats))
        what = f"key to screen, {ASKING} asking {LARGE:,} cases"
        yield Row(what, "s", answers, goal=MOST_SECONDS)
        yield Row(f"{len(asked)} orders of all {LARGE:,} asked for meanwhile", "s", asked)


def _answers(seats: list[Seat]) -> Iterator[float]:
    for seat in seats:
        for key in PRESSED:
            yield seat.answer(key)


@contextlib.contextmanager
def _busy(seats: list[Seat], told: Callable[[float], None]) -> Iterator[None]:
    """Have boards sort all their cases by one column after another, without a pause."""
    over = threading.Event()

    def ask(seat: Seat) -> None:
        while not over.is_set():
            told(seat.answer("s", quiet=0.5))

    asking = [threading.Thread(target=ask, args=(seat,)) for seat in seats]
    for thread in asking:
        thread.start()
    try:
        yield
    finally:
        over.set()
        for thread in asking:
            thread.join()
