"""What has been written so far, read through the driver of the connection that writes.

SQLAlchemy takes longer over a short question than a database does, and a snapshot that is stored
asks some fifty.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from boardtui.store.connection.database import Record, Value
from boardtui.store.connection.sqlite import BATCH, plain


class DrivenSqlite:
    """Reads over the connection that writes to a SQLite file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def rows(self, sql: str, parameters: Mapping[str, Value] = {}) -> list[Record]:
        return self._connection.execute(sql, plain(parameters)).fetchall()

    def stream(self, sql: str, parameters: Mapping[str, Value] = {}) -> Iterator[Record]:
        found = self._connection.execute(sql, plain(parameters))
        while rows := found.fetchmany(BATCH):
            yield from rows

    def close(self) -> None:
        """It is closed with what writes."""


class DrivenPostgreSQL:
    """Reads over the connection that writes to a server; `driver` gives it, in a transaction."""

    def __init__(self, driver: Callable[[], Any]) -> None:
        self._driver = driver
        self._streams = 0

    def rows(self, sql: str, parameters: Mapping[str, Value] = {}) -> list[Record]:
        from boardtui.store.connection import driven

        self._see_idle()
        return driven.rows(self._driver(), sql, parameters)

    def stream(self, sql: str, parameters: Mapping[str, Value] = {}) -> Iterator[Record]:
        from boardtui.store.connection import driven

        self._see_idle()
        self._streams += 1
        try:
            yield from driven.stream(self._driver(), sql, parameters)
        finally:
            self._streams -= 1

    def _see_idle(self) -> None:
        """See that nothing is asked amid a stream: the driver would wait for itself for ever."""
        if self._streams:
            raise RuntimeError("a question was asked before a stream was read to its end")

    def close(self) -> None:
        """It is closed with what writes."""
