"""What reading needs of a database, whichever it is, and how one that cannot be read says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Protocol

Value = str | int | float | date | None
Record = tuple[Any, ...]


class DatabaseUnreadableError(Exception):
    """The database cannot be reached or read; the message is a sentence for the user."""


class Database(Protocol):
    """What reading needs of a database. SQL is portable, with parameters as `:name`."""

    def rows(self, sql: str, parameters: Mapping[str, Value] = {}) -> list[Record]:
        """All rows of a query."""
        ...

    def stream(self, sql: str, parameters: Mapping[str, Value] = {}) -> Iterator[Record]:
        """The rows of a query one after another, without holding them all."""
        ...

    def close(self) -> None: ...


def as_date(value: object) -> date | None:
    """A date as a driver gives it: ISO text from SQLite, a date from others."""
    if value is None or isinstance(value, date):
        return value
    return date.fromisoformat(str(value)[:10])
