"""Files read by further processes, while something else is done with those that were read before.

Reading a file and looking through it takes about as long as counting and storing what is in it, and
needs nothing but the file. The processes are copies of this one, made before it opens or locks
anything; they only read, and end with it, however it ends.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection, Pipe
from typing import NoReturn

from boardtui.ingest.extract import Extract
from boardtui.ingest.faults import IngestFailedError
from boardtui.ingest.request import IngestRequest

Extracts = dict[str, Extract]
"""The files of a request as they were read, by their kind."""

Read = Callable[[IngestRequest, bool], Extracts]
"""Reads the files of a request; also says whether they are to be stored at once."""

AHEAD = 4
"""Requests that a reader has before it at most: what it has read waits in memory."""

MANY = 24
"""Requests from which further processes pay."""

MOST = 2
"""Readers at most: more are quicker than what is done with what they have read."""


def readers_for(requests: int) -> int:
    """How many further processes pay for so many requests, here."""
    # Copying a process is safe to rely on where nothing but this program has threads in it.
    if requests < MANY or sys.platform != "linux" or (os.cpu_count() or 1) == 1:
        return 0
    return MOST


class Readers:
    """Reads the files of requests in their order; by itself, where it has no further processes."""

    def __init__(self, read: Read, number: int) -> None:
        self._read = read
        self._others: list[_Reader] = []
        for _ in range(number):
            self._others.append(_Reader(read, self._others))

    def read(
        self, requests: Iterable[IngestRequest], *, to_store: bool
    ) -> Iterator[tuple[IngestRequest, Extracts]]:
        """Each request with its files. Requests are taken some time before it is their turn.

        Raises:
            IngestFailedError: a process that reads was ended.
        """
        if not self._others:
            yield from ((request, self._read(request, to_store)) for request in requests)
            return
        rest = iter(requests)
        asked: deque[tuple[IngestRequest, _Reader]] = deque()
        idle = deque(self._others * AHEAD)
        while True:
            while idle and (request := next(rest, None)) is not None:
                reader = idle.popleft()
                reader.ask(request, to_store)
                asked.append((request, reader))
            if not asked:
                return
            request, reader = asked.popleft()
            extracts = reader.answer()
            idle.append(reader)
            # What failed there by an error that nobody foresaw fails here too, where it is told.
            yield request, self._read(request, to_store) if extracts is None else extracts

    def __enter__(self) -> Readers:
        return self

    def __exit__(self, *error: object) -> None:
        for reader in self._others:
            reader.end()


class _Reader:
    """A process that reads what it is asked to, one after another."""

    def __init__(self, read: Read, others: Iterable[_Reader]) -> None:
        self._connection, its = Pipe()
        self._pid = os.fork()
        if not self._pid:
            for connection in (self._connection, *(other._connection for other in others)):
                connection.close()
            _serve(read, its)
        its.close()

    def ask(self, request: IngestRequest, to_store: bool) -> None:
        try:
            self._connection.send((request, to_store))
        except OSError as error:
            raise _ended() from error

    def answer(self) -> Extracts | None:
        """What was read for the request that was asked first of those without an answer.

        None where reading failed.
        """
        try:
            found: Extracts | None = self._connection.recv()
        except (EOFError, OSError) as error:
            raise _ended() from error
        return found

    def end(self) -> None:
        """End it at once: it has nothing that could be left half done."""
        self._connection.close()
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)


def _serve(read: Read, asked: Connection) -> NoReturn:
    """Read what is asked until nobody is there to ask; this process is left by no other way."""
    try:
        # Whoever interrupts the program means the process that asks.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        with suppress(EOFError, OSError):
            while True:
                asked.send_bytes(_answer(read, *asked.recv()))
    finally:
        os._exit(0)


def _answer(read: Read, request: IngestRequest, to_store: bool) -> bytes:
    """What is sent back: the files, or nothing where reading them failed."""
    try:
        extracts = read(request, to_store)
        for extract in extracts.values():
            extract.faults = [group.kept() for group in extract.faults]
            extract.doubts = [group.kept() for group in extract.doubts]
        return pickle.dumps(extracts, pickle.HIGHEST_PROTOCOL)
    except Exception:
        return pickle.dumps(None)


def _ended() -> IngestFailedError:
    return IngestFailedError(
        "A process that reads files was ended from outside, perhaps for want of memory: give the "
        "same command again."
    )
