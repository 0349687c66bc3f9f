"""A further process, which works while this one does something else.

It is a copy of this one, made before that opens or locks anything; it writes nothing, and ends with
it, however it ends.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection, Pipe
from typing import Any, ClassVar, NoReturn

from boardtui.ingest.faults import IngestFailedError

SELDOM = 100_000
"""Objects after which it is looked for those that refer to each other and to nothing else."""

MANY = 24
"""Snapshots from which further processes pay."""


def pay(snapshots: int) -> bool:
    """Whether further processes pay for so many snapshots, here."""
    # Copying a process is safe to rely on where nothing but this program has threads in it.
    return snapshots >= MANY and sys.platform == "linux" and (os.cpu_count() or 1) > 1


class Further:
    """A process that does what it is asked to, one after another."""

    _all: ClassVar[list[Further]] = []

    def __init__(self, work: Callable[[Any], object]) -> None:
        self._connection, its = Pipe()
        self._pid = os.fork()
        if not self._pid:
            # Held open here, they would hide from those others that this program has ended.
            for other in (self, *self._all):
                other._connection.close()
            _serve(work, its)
        its.close()
        self._all.append(self)

    def ask(self, task: object) -> None:
        try:
            self._connection.send(task)
        except OSError as error:
            raise _ended() from error

    def answer(self) -> Any:
        """What came of that which was asked first of all that has no answer; None if it failed."""
        try:
            return self._connection.recv()
        except (EOFError, OSError) as error:
            raise _ended() from error

    def end(self) -> None:
        """End it at once: it has nothing that could be left half done."""
        self._all.remove(self)
        self._connection.close()
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)


def _serve(work: Callable[[Any], object], asked: Connection) -> NoReturn:
    """Work until nobody is there to ask; this process is left by no other way."""
    try:
        # Whoever interrupts the program means the process that asks.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        # Hardly anything here refers to itself in a circle, and to look for that after every few
        # hundred rows takes a tenth of the time.
        gc.freeze()
        gc.set_threshold(SELDOM)
        with suppress(EOFError, OSError):
            while True:
                asked.send(_answer(work, asked.recv()))
    finally:
        os._exit(0)


def _answer(work: Callable[[Any], object], task: object) -> object:
    """What is sent back; None where the work failed."""
    try:
        return work(task)
    except Exception:
        return None


def _ended() -> IngestFailedError:
    return IngestFailedError(
        "A process that reads files was ended from outside, perhaps for want of memory: give the "
        "same command again."
    )
