"""How the program is ended from outside: the terminal as it was, no half file, the right status.

A thread of its own waits for the signals, so that none is kept waiting by a query or a long
calculation. It tells whoever is at work; who has not ended a second later is ended.
"""

from __future__ import annotations

import _thread
import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from types import FrameType
from typing import NoReturn

ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

GRACE = 1.0
"""Seconds that whoever is at work has to end."""

BY_SIGNAL = 128
"""A program that a signal ended has this and the signal's number as its exit status."""

HUNG_UP = BY_SIGNAL + signal.SIGHUP
INTERRUPTED = BY_SIGNAL + signal.SIGINT
TERMINATED = BY_SIGNAL + signal.SIGTERM


class EndedError(BaseException):
    """A signal ended the work; `status` is the exit status for it."""

    def __init__(self, status: int) -> None:
        super().__init__(f"Ended from outside (exit status {status}).")
        self.status = status


Told = Callable[[int], object]
"""Takes the exit status with which the work is to end; called on another thread."""

_at_work: list[Told] = []
_last_acts: dict[int, Callable[[], object]] = {}


WAITING = "signals"
"""The name of the thread that waits for signals."""


def watch_signals() -> None:
    """Wait for signals from now on; called once, before any other thread is started.

    A signal that is ignored stays so: `nohup` asks for that.
    """
    mine = {one for one in ENDING if signal.getsignal(one) != signal.SIG_IGN}
    for one in mine - {signal.SIGINT}:  # of an interrupt Python makes KeyboardInterrupt by itself
        signal.signal(one, _raise)
    signal.pthread_sigmask(signal.SIG_BLOCK, mine)
    threading.Thread(target=_wait, args=(mine,), name=WAITING, daemon=True).start()


def works_alone() -> bool:
    """Whether no other thread is at work: the one that waits for signals holds nothing."""
    others = set(threading.enumerate()) - {threading.main_thread()}
    return all(thread.name == WAITING for thread in others)


def _raise(number: int, frame: FrameType | None) -> NoReturn:
    raise EndedError(BY_SIGNAL + number)


def _wait(mine: set[signal.Signals]) -> None:
    number = signal.Signals(signal.sigwait(mine))
    if _at_work:
        _at_work[-1](BY_SIGNAL + number)
    else:
        _thread.interrupt_main(number)
    late = threading.Timer(GRACE, end_at_once, [BY_SIGNAL + number])
    late.daemon = True
    late.start()
    signal.sigwait(mine)  # whoever signals twice waits no longer
    end_at_once(BY_SIGNAL + number)


@contextlib.contextmanager
def at_work(told: Told) -> Iterator[None]:
    """While something runs that ends in its own way when it is told to."""
    _at_work.append(told)
    try:
        yield
    finally:
        _at_work.remove(told)


@contextlib.contextmanager
def last_act(act: Callable[[], object]) -> Iterator[None]:
    """What is still to be done, should the process be ended at once in the meantime."""
    _last_acts[id(act)] = act
    try:
        yield
    finally:
        del _last_acts[id(act)]


def leave(status: int) -> NoReturn:
    """End the process with an exit status, whatever other threads are still at work on."""
    others = set(threading.enumerate()) - {threading.main_thread()}
    if any(not thread.daemon for thread in others) or not _all_is_written():
        end_at_once(status)
    sys.exit(status)


def _all_is_written() -> bool:
    """Whether nothing is left to be written; where the terminal has gone, it never can be.

    Python would try once more at its end, and make 120 of the exit status.
    """
    try:
        for stream in filter(None, (sys.stdout, sys.stderr)):
            stream.flush()
    except (OSError, ValueError):
        return False
    return True


def end_at_once(status: int) -> NoReturn:
    """End the process without waiting for any thread."""
    for act in list(_last_acts.values()):
        with contextlib.suppress(Exception):
            act()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(Exception):
            stream.flush()
    os._exit(status)
