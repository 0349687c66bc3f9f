"""Making a table's indexes again after a large load, while something else is worked out.

SQLite sorts all keys at once quicker than it places each; and it does so outside Python, so that a
thread of its own leaves Python free to count what was loaded.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from threading import Thread
from types import TracebackType

from boardtui.store.connection.database import Database, Record, Value


class Indexing:
    """Runs statements on a connection, which nobody else may use until `wait` returns."""

    def __init__(self, connection: sqlite3.Connection | None, statements: list[str]) -> None:
        self._connection = connection
        self._statements = statements
        self._error: sqlite3.Error | None = None
        self._thread = Thread(target=self._run)

    def _run(self) -> None:
        try:
            for statement in self._statements:
                assert self._connection is not None
                self._connection.execute(statement)
        except sqlite3.Error as error:
            self._error = error

    def __enter__(self) -> Indexing:
        self._thread.start()
        return self

    def wait(self) -> None:
        """Return when all is made.

        Raises:
            sqlite3.Error: it cannot be.
        """
        self._thread.join()
        if self._error is not None:
            raise self._error

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        while error is not None and self._thread.is_alive():
            # Again and again: between two statements there is nothing to interrupt.
            if self._connection is not None:
                self._connection.interrupt()
            self._thread.join(0.05)
        self._thread.join()


class Awaited:
    """A database that is opened at the first question, which may have to wait for it."""

    def __init__(self, open_: Callable[[], Database]) -> None:
        self._open = open_
        self._opened: Database | None = None

    def _database(self) -> Database:
        self._opened = self._opened or self._open()
        return self._opened

    def rows(self, sql: str, parameters: Mapping[str, Value] = {}) -> list[Record]:
        return self._database().rows(sql, parameters)

    def stream(self, sql: str, parameters: Mapping[str, Value] = {}) -> Iterator[Record]:
        return self._database().stream(sql, parameters)

    def another(self) -> Database:
        """A further connection to the same file, at once."""
        return self._open()

    def close(self) -> None:
        if self._opened is not None:
            self._opened.close()
