"""Work on several things by this process and a copy of it, each taking the next that is left.

The copy is made before anything is opened, opens what it needs itself, and ends with this process,
however that ends.
"""

from __future__ import annotations

import ctypes
import os
import pickle
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, Pipe
from typing import Generic, NoReturn, TypeVar

from boardtui.process.ending import works_alone

Found = TypeVar("Found")

PLACE = 2
"""Bytes that a thing's number takes in the queue: fewer than are read and written at once."""


def can_be_copied() -> bool:
    """Whether a copy of this process pays, and is safe to rely on: other threads are not copied."""
    return sys.platform == "linux" and works_alone() and (os.cpu_count() or 1) > 1


class SideBySide(Generic[Found]):
    """Works on things by their numbers, in an order; alone, where `work` is None.

    `work` makes in the copy what works there.
    """

    def __init__(
        self, order: Sequence[int], work: Callable[[], Callable[[int], Found]] | None
    ) -> None:
        self._numbers = sorted(order)
        self._queue, into = os.pipe()
        self._pid = 0
        self._connection, its = Pipe()
        if work is not None:
            asking = os.getpid()
            self._pid = os.fork()
            if not self._pid:
                _end_with(asking)
                os.close(into)
                self._connection.close()
                _serve(self._queue, its, work)
        its.close()
        for number in order:
            os.write(into, number.to_bytes(PLACE, "big"))
        os.close(into)

    def all(self, work: Callable[[int], Found]) -> list[Found]:
        """What is found of each thing, by the order of their numbers.

        What failed in the copy, for whatever reason, is worked on here, where it is told.
        """
        found: dict[int, Found] = {}
        while (number := _next(self._queue)) is not None:
            found[number] = work(number)
        if len(found) < len(self._numbers) and self._pid:
            with suppress(EOFError, OSError):
                found |= self._connection.recv()
        return [found[n] if n in found else work(n) for n in self._numbers]

    def __enter__(self) -> SideBySide[Found]:
        return self

    def __exit__(self, *error: object) -> None:
        os.close(self._queue)
        self._connection.close()
        if self._pid:
            os.kill(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)


def _next(queue: int) -> int | None:
    """The number of the next thing that nobody has taken; None where there is none."""
    place = os.read(queue, PLACE)
    return int.from_bytes(place, "big") if place else None


PR_SET_PDEATHSIG = 1
"""What Linux calls a signal for when the process that made this one has ended."""


def _end_with(asking: int) -> None:
    """Have this copy end with the process that asks, and by the signals that would end that.

    Whoever interrupts the program means the process that asks.
    """
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != asking:  # it has ended already
        os._exit(0)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    ending = {signal.SIGTERM, signal.SIGHUP}
    for one in ending:
        if signal.getsignal(one) != signal.SIG_IGN:
            signal.signal(one, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, ending)


def _serve(queue: int, asked: Connection, work: Callable[[], Callable[[int], Found]]) -> NoReturn:
    """Work on what is left, and send what was found at once; the copy is left by no other way."""
    try:
        found: dict[int, Found] = {}
        with suppress(Exception):
            each = work()
            while (number := _next(queue)) is not None:
                with suppress(Exception):
                    found[number] = each(number)
        with suppress(OSError):
            asked.send_bytes(pickle.dumps(found, pickle.HIGHEST_PROTOCOL))
    finally:
        os._exit(0)
