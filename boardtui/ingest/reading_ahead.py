"""Files read by further processes, while something else is done with those that were read before.

Reading a file and looking through it needs nothing but the file. What was read is kept, packed, as
far as there is room: a file that was checked is not read again to be stored, and what is stored is
what was checked.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator

from boardtui.ingest.further import Further
from boardtui.ingest.packing import Extracts, Packed, packed
from boardtui.ingest.request import IngestRequest

Read = Callable[[IngestRequest], Extracts]
"""Reads the files of a request."""

AHEAD = 4
"""Requests that a reader has before it at most: what it has read waits in memory."""

READERS = 2
"""Further processes that read, where they pay: more are quicker than what is done with what they
have read."""

ROOM = 384 << 20
"""Bytes that are kept at most: some 13 million cases have room. The rest is read again."""


class Readers:
    """Reads the files of requests in their order; by itself, where it has no further processes."""

    def __init__(self, read: Read, number: int) -> None:
        self._read = read
        self._kept: dict[tuple[object, ...], Packed] = {}
        self._room = ROOM
        self._others = [Further(lambda request: packed(read(request))) for _ in range(number)]

    def read(self, requests: Iterable[IngestRequest]) -> Iterator[tuple[IngestRequest, Packed]]:
        """Each request with its files. Requests are taken some time before it is their turn.

        What was read before and is kept comes as it was then.

        Raises:
            IngestFailedError: a process that reads was ended.
        """
        rest = iter(requests)
        asked: deque[tuple[IngestRequest, Further | None]] = deque()
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
            found: Packed = packed(self._read(request)) if answer is None else answer
            self._keep(request, found)
            yield request, found

    def _keep(self, request: IngestRequest, answer: Packed) -> None:
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
