"""A SQLite file that is read, by the standard library alone; nothing in it is changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from boardtui.store import OLDEST_READ, SCHEMA_VERSION
from boardtui.store.connection.database import DatabaseUnreadableError, Record, Value
from boardtui.store.connection.sqlite_file import (
    FAILURES,
    SUFFIXES,
    beside,
    is_as_it_was,
    kind_of_file,
    read_only,
    why_unreadable,
)
from boardtui.store.held.values import LONGEST, DatabaseDamagedError, wrong

BATCH = 2_000
"""Rows of a stream that are held at a time."""


class SqliteDatabase:
    """A SQLite file, opened read-only by the standard library alone, for a quick start.

    Raises:
        DatabaseUnreadableError: it cannot be read, or no longer.
    """

    def __init__(self, path: Path) -> None:
        see_file(path)
        self._path = path
        with self._failing():
            self._connection, self._stamp = read_only(path)
            self.version = _version(self._connection)
        self._connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)

    def rows(self, sql: str, parameters: Mapping[str, Value] = {}) -> list[Record]:
        with self._reading():
            found = self._connection.execute(sql, plain(parameters))
            return self._checked(found, found.fetchall())

    def stream(self, sql: str, parameters: Mapping[str, Value] = {}) -> Iterator[Record]:
        with self._reading():
            found = self._connection.execute(sql, plain(parameters))
            while rows := found.fetchmany(BATCH):
                yield from self._checked(found, rows)

    def _checked(self, found: sqlite3.Cursor, rows: list[Record]) -> list[Record]:
        if damage := wrong([name for name, *_ in found.description or ()], rows):
            raise DatabaseDamagedError(str(self._path), damage)
        return rows

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with self._failing():
            yield
        if self._stamp is not None and not is_as_it_was(self._path, self._stamp):
            raise DatabaseUnreadableError(
                f"{self._path} was changed by another program while it was read: open it again."
            )

    @contextmanager
    def _failing(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DataError as error:
            raise DatabaseDamagedError(
                str(self._path), "it holds a value that is too large"
            ) from error
        except FAILURES as error:
            # The rest of what it says is the text, of whomever it is.
            if isinstance(error, UnicodeDecodeError) or "decode to UTF-8" in str(error):
                raise DatabaseDamagedError(
                    str(self._path), "it holds a text that is not UTF-8"
                ) from error
            why = why_unreadable(self._path, error)
            raise DatabaseUnreadableError(f"{self._path} cannot be read: {why}.") from error

    def another(self) -> SqliteDatabase:
        """A further connection to the same file.

        Raises:
            DatabaseUnreadableError: it cannot be read any longer.
        """
        return SqliteDatabase(self._path)

    def interrupt(self) -> None:
        """End a query that is under way on another thread."""
        self._connection.interrupt()

    def close(self) -> None:
        self._connection.close()


def _version(connection: sqlite3.Connection) -> int:
    """The version that a file has, 0 where it says none; an older one then reads as today's.

    Raises:
        sqlite3.Error: it is no database of boardtui's.
    """
    found = connection.execute("SELECT version FROM schema_version").fetchone()
    version = found[0] if found and isinstance(found[0], int) else 0
    if version in range(OLDEST_READ, SCHEMA_VERSION):
        from boardtui.store.connection.older import read_as_todays

        read_as_todays(connection, version)
    return version


def plain(parameters: Mapping[str, Value]) -> dict[str, str | int | float | None]:
    """Dates as SQLite holds them: ISO text."""
    return {k: v.isoformat() if isinstance(v, date) else v for k, v in parameters.items()}


def see_file(path: Path) -> None:
    """See that there is a file at a database's path.

    Raises:
        DatabaseUnreadableError: there is none, or what is there is none and must not be opened.
    """
    try:
        other = kind_of_file(path)
    except FileNotFoundError as error:
        raise DatabaseUnreadableError(
            f"{path}: there is no such database. `boardtui ingest` makes one from extract files; "
            "`boardtui demo` shows an example."
        ) from error
    except (OSError, ValueError) as error:
        why = str(getattr(error, "strerror", None) or error).lower()
        raise DatabaseUnreadableError(f"{path} cannot be read: {why}.") from error
    if other is not None:
        raise DatabaseUnreadableError(f"{path} is {other}, not a database.")
    for each in (beside(path, suffix) for suffix in SUFFIXES):
        # SQLite would open it, and wait for a pipe for ever.
        if each.exists() and (other := kind_of_file(each)) is not None:
            raise DatabaseUnreadableError(
                f"{path} cannot be read: {each.name} beside it is {other}, not a file of SQLite's."
            )
