"""Files read by further processes, while something else is done with those that were read before.

Reading a file and looking through it takes about as long as counting and storing what is in it, and
needs nothing but the file. The processes are copies of this one, made before it opens or locks
anything; they only read, and end with it, however it ends.

What was read is kept, packed, as far as there is room: a file that was checked is not read again to
be stored, and what is stored is what was checked.
"""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection, Pipe
from typing import NoReturn

from boardtui.ingest.faults import IngestFailedError
from boardtui.ingest.packing import Extracts, packed, unpacked
from boardtui.ingest.request import IngestRequest

Read = Callable[[IngestRequest], Extracts]
"""Reads the files of a request."""

AHEAD = 4
"""Requests that a reader has before it at most: what it has read waits in memory."""

MANY = 24
"""Requests from which further processes pay."""

MOST = 2
"""Readers at most: more are quicker than what is done with what they have read."""

ROOM = 384 << 20
"""Bytes that are kept at most: some 13 million cases have room. The rest is read again."""


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
        self._kept: dict[tuple[object, ...], bytes] = {}
        self._room = ROOM
        for _ in range(number):
            self._others.append(_Reader(read, self._others))

    def read(self, requests: Iterable[IngestRequest]) -> Iterator[tuple[IngestRequest, Extracts]]:
        """Each request with its files. Requests are taken some time before it is their turn.

        What was read before and is kept comes as it was then.

        Raises:
            IngestFailedError: a process that reads was ended.
        """
        rest = iter(requests)
        asked: deque[tuple[IngestRequest, _Reader | None]] = deque()
        idle, ahead = deque(self._others * AHEAD), AHEAD * len(self._others) or 1
        while True:
            while len(asked) < ahead and (request := next(rest, None)) is not None:
                reader = idle.popleft() if idle and _of(request) not in self._kept else None
                if reader is not None:
                    reader.ask(request)
                asked.append((request, reader))
            if not asked:
                return
            request, reader = asked.popleft()
            answer = self._kept.get(_of(request)) if reader is None else reader.answer()
            if reader is not None:
                idle.append(reader)
            # What failed there by an error that nobody foresaw fails here too, where it is told.
            extracts = self._read(request) if answer is None else unpacked(answer)
            self._keep(request, packed(extracts) if answer is None else answer)
            yield request, extracts

    def _keep(self, request: IngestRequest, answer: bytes) -> None:
        """Keep what was read of a request, if there is room."""
        if _of(request) not in self._kept and len(answer) <= self._room:
            self._room -= len(answer)
            self._kept[_of(request)] = answer

    def __enter__(self) -> Readers:
        return self

    def __exit__(self, *error: object) -> None:
        for reader in self._others:
            reader.end()


def _of(request: IngestRequest) -> tuple[object, ...]:
    """All that the reading of a request goes by."""
    return (request.as_at, *request.files.items(), *request.sheets.items())


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

    def ask(self, request: IngestRequest) -> None:
        try:
            self._connection.send(request)
        except OSError as error:
            raise _ended() from error

    def answer(self) -> bytes | None:
        """What was read for the request that was asked first of those without an answer, packed.

        None where reading failed.
        """
        try:
            return self._connection.recv_bytes() or None
        except (EOFError, OSError) as error:
            raise _ended() from error

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
                asked.send_bytes(_answer(read, asked.recv()))
    finally:
        os._exit(0)


def _answer(read: Read, request: IngestRequest) -> bytes:
    """What is sent back: the files, or nothing where reading them failed."""
    try:
        return packed(read(request))
    except Exception:
        return b""


def _ended() -> IngestFailedError:
    return IngestFailedError(
        "A process that reads files was ended from outside, perhaps for want of memory: give the "
        "same command again."
    )
