"""Queries that are under way on a server, and how they are told to stop from another thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Lock, Thread


class Reading:
    """A connection that is being read from, and can be told to stop by what it is made with."""

    def __init__(self, cancel: Callable[[], object]) -> None:
        self._cancel = cancel
        self._lock = Lock()
        self._ended = self._interrupted = False

    def interrupt(self) -> None:
        """Have the server give the query up."""
        with self._lock:
            if self._ended:
                return
            self._interrupted = True
            with suppress(Exception):
                self._cancel()

    def end(self) -> bool:
        """Whether the connection is as good as before, now that nothing more is read.

        What was asked to stop might stop the next query instead.
        """
        with self._lock:
            self._ended = True
            return not self._interrupted


class Readings:
    """Those that are under way on one server."""

    def __init__(self) -> None:
        self._under_way: set[Reading] = set()
        self._lock = Lock()

    @contextmanager
    def begun(self, cancel: Callable[[], object]) -> Iterator[Reading]:
        """One more, until it is over; `cancel` asks the server to give its query up."""
        reading = Reading(cancel)
        with self._lock:
            self._under_way.add(reading)
        try:
            yield reading
        finally:
            with self._lock:
                self._under_way.remove(reading)

    def interrupt(self) -> None:
        """End those on other threads, without waiting until they have."""
        with self._lock:
            under_way = list(self._under_way)
        for reading in under_way:
            Thread(target=reading.interrupt, daemon=True).start()
