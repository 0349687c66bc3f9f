"""Processes that make tries: one that dies or hangs is a fault of its try, and replaced."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path
from resource import RLIMIT_AS, setrlimit

from fuzz.commands import LONGEST, ROOT
from fuzz.outcome import Outcome
from fuzz.parts import PARTS, chance_of

MEMORY = 4 << 30
"""Bytes that a process may have: more would take the machine from others."""

PATIENCE = 8 * LONGEST
"""Seconds after which a try is given up: it gives its commands some."""


def make_tries(part: str, seed: int) -> None:
    """Make the tries whose numbers come by stdin, and write each one's outcome to stdout."""
    setrlimit(RLIMIT_AS, (MEMORY, MEMORY))
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.environ["XDG_CONFIG_HOME"] = os.environ["HOME"] = "/nonexistent"
    PARTS[part].prepare()
    for line in sys.stdin:
        print(one_try(part, seed, int(line)).as_line(), file=out, flush=True)


def one_try(part: str, seed: int, number: int) -> Outcome:
    """Make one try in a folder of its own, which goes with it."""
    with tempfile.TemporaryDirectory(prefix="boardtui-fuzz-") as folder:
        try:
            return PARTS[part].attempt(number, chance_of(seed, part, number), Path(folder))
        except Exception as error:
            where = traceback.extract_tb(error.__traceback__)[-1]
            told = f"{type(error).__name__} at {Path(where.filename).name}:{where.lineno}: {error}"
            return Outcome(number, "the try itself failed", faults=(told,))


class Worker:
    """A process that makes tries, and is started anew when one of them was its last."""

    def __init__(self, command: Sequence[str], folder: str) -> None:
        """Take the command of a process that answers each number it reads with a line."""
        self._command = list(command)
        self._environment = {**os.environ, "TMPDIR": folder}
        self.number: int | None = None
        self._start()

    def _start(self) -> None:
        self._process = subprocess.Popen(
            self._command,
            cwd=ROOT,
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def give(self, number: int) -> None:
        assert self._process.stdin is not None
        self.number = number
        print(number, file=self._process.stdin, flush=True)

    def fileno(self) -> int:
        assert self._process.stdout is not None
        return self._process.stdout.fileno()

    def take(self) -> Outcome:
        """The outcome that has come; of a process that died instead, that it did."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if line:
            return Outcome.of_line(line)
        return self.give_up(f"died, with status {self._process.wait()}")

    def give_up(self, why: str) -> Outcome:
        """End the process that makes a try, and have another for the next."""
        assert self.number is not None
        self.end()
        self._start()
        return Outcome(self.number, "the process", faults=(f"the process {why}",))

    def end(self) -> None:
        """Have it end by itself, so that it clears up, and where it does not, end it."""
        try:
            self._process.communicate(timeout=5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.communicate()


def tries(part: str, seed: int, numbers: Sequence[int], workers: int) -> Iterator[Outcome]:
    """Make tries in so many processes at once; their outcomes as they come."""
    # What a process that dies leaves behind goes with the folder.
    with tempfile.TemporaryDirectory(prefix="boardtui-fuzz-") as folder:
        command = [sys.executable, "-m", "fuzz", part, "--seed", str(seed), "--work"]
        crew = [Worker(command, folder) for _ in range(min(workers, len(numbers)))]
        try:
            yield from shared_out(crew, numbers)
        finally:
            for worker in crew:
                worker.end()


def shared_out(crew: Sequence[Worker], numbers: Sequence[int]) -> Iterator[Outcome]:
    """Have a crew, of no more than there are numbers, make the tries."""
    waiting = list(reversed(numbers))
    for worker in crew:
        worker.give(waiting.pop())
    busy = list(crew)
    while busy:
        ready, _, _ = select.select(busy, [], [], PATIENCE)
        outcomes = [(worker, worker.take()) for worker in ready]
        if not ready:
            outcomes = [(worker, worker.give_up("goes on for ever")) for worker in busy]
        for worker, outcome in outcomes:
            yield outcome
            if waiting:
                worker.give(waiting.pop())
            else:
                busy.remove(worker)
