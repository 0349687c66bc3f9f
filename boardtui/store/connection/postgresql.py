"""A PostgreSQL server, read through its driver alone, for a quick start.

A reading has a connection to itself. Those that are not in use are kept for the next as long as
anything of the server is open, since to be let in takes longer than most answers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from threading import Lock
from typing import Any, TypeVar

import psycopg
from psycopg import Connection

from boardtui.store.connection import driven
from boardtui.store.connection.database import DatabaseUnreadableError, Record, Value
from boardtui.store.connection.readings import Readings
from boardtui.store.connection.server_url import ServerUrl, why

MOST_IDLE = 4
"""Connections that are kept for later at most."""

Found = TypeVar("Found")


class PostgreSQLDatabase:
    """A server by its URL, which is told that nothing will be written.

    Each query is a transaction of its own, so that a board that is only looked at holds none open
    there.

    Raises:
        DatabaseUnreadableError: it cannot be read, or no longer.
    """

    def __init__(self, url: ServerUrl) -> None:
        self._url = url
        self._connections = _of(url)
        self._readings = Readings()
        self._open = True

    def rows(self, sql: str, parameters: Mapping[str, Value] = {}) -> list[Record]:
        def read(connection: Connection[Any]) -> list[Record]:
            return driven.rows(connection, sql, parameters)

        with self._failing():
            return self._read(read)

    def stream(self, sql: str, parameters: Mapping[str, Value] = {}) -> Iterator[Record]:
        with self._failing():
            kept, begun = self._connections.take(), False
            if kept is not None:
                try:
                    with self._reading(kept) as connection:
                        for row in driven.stream(connection, sql, parameters):
                            begun = True
                            yield row
                        return
                except psycopg.OperationalError:
                    if begun or not kept.broken:
                        raise
            with self._reading(self._connect()) as connection:
                yield from driven.stream(connection, sql, parameters)

    def interrupt(self) -> None:
        """End the queries that are under way on other threads, without waiting until they have."""
        self._readings.interrupt()

    def close(self) -> None:
        if self._open:
            self._open = False
            self._connections.left()

    def _read(self, read: Callable[[Connection[Any]], Found]) -> Found:
        kept = self._connections.take()
        if kept is not None:
            # A board may stand open for days: a connection that broke meanwhile is made anew.
            try:
                with self._reading(kept) as connection:
                    return read(connection)
            except psycopg.OperationalError:
                if not kept.broken:
                    raise
        with self._reading(self._connect()) as connection:
            return read(connection)

    def _connect(self) -> Connection[Any]:
        parameters: dict[str, Any] = self._url.parameters
        connection = psycopg.connect(autocommit=True, **parameters)
        connection.execute(b"SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY")
        return connection

    @contextmanager
    def _reading(self, connection: Connection[Any]) -> Iterator[Connection[Any]]:
        with self._readings.begun(partial(connection.cancel_safe, timeout=5)) as reading:
            try:
                yield connection
            finally:
                if reading.end() and not connection.closed:
                    self._connections.keep(connection)
                else:
                    connection.close()

    @contextmanager
    def _failing(self) -> Iterator[None]:
        try:
            yield
        except psycopg.Error as error:
            told = why(error, self._url.secrets)
            raise DatabaseUnreadableError(f"{self._url.shown} cannot be read: {told}.") from error


class _Connections:
    """Connections to one server that are not in use, for all that read it."""

    def __init__(self) -> None:
        self._idle: list[Connection[Any]] = []
        self._lock = Lock()
        self._users = 0

    def joined(self) -> None:
        with self._lock:
            self._users += 1

    def left(self) -> None:
        """With the last that reads, the connections go."""
        with self._lock:
            self._users -= 1
            gone = [] if self._users > 0 else self._idle
            if gone:
                self._idle = []
        for connection in gone:
            connection.close()

    def take(self) -> Connection[Any] | None:
        with self._lock:
            return self._idle.pop() if self._idle else None

    def keep(self, connection: Connection[Any]) -> None:
        with self._lock:
            keeps = self._users > 0 and len(self._idle) < MOST_IDLE
            if keeps:
                self._idle.append(connection)
        if not keeps:
            connection.close()


_servers: dict[str, _Connections] = {}
"""By all that a URL says, its password too."""


def _of(url: ServerUrl) -> _Connections:
    connections = _servers.setdefault(repr(url), _Connections())
    connections.joined()
    return connections
