"""A database that SQLAlchemy speaks to: a server by its URL, or a connection that is writing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, create_engine, make_url, text
from sqlalchemy.exc import SQLAlchemyError

from boardtui.store.database import DatabaseUnreadableError, Record, Value, plain


class ConnectionDatabase:
    """Reading through a connection that somebody else opened and will close."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def rows(self, sql: str, parameters: Mapping[str, Value] = {}) -> list[Record]:
        return [tuple(row) for row in self._connection.execute(text(sql), self._bound(parameters))]

    def stream(self, sql: str, parameters: Mapping[str, Value] = {}) -> Iterator[Record]:
        streaming = self._connection.execution_options(yield_per=2000)
        for row in streaming.execute(text(sql), self._bound(parameters)):
            yield tuple(row)

    def _bound(self, parameters: Mapping[str, Value]) -> dict[str, Value]:
        if self._connection.dialect.name != "sqlite":
            return dict(parameters)
        return dict(plain(parameters))

    def close(self) -> None:
        self._connection.close()


class ServerDatabase:
    """A server, by its URL: each reading has a connection and a transaction to itself.

    So a board that is only looked at holds no transaction open there, and what one reading runs
    into is over with it. PostgreSQL is told that nothing will be written.

    Raises:
        DatabaseUnreadableError: it cannot be read, or no longer.
    """

    def __init__(self, url: str) -> None:
        self._shown = without_password(url)
        # A board may stand open for days: a connection that broke meanwhile is made anew.
        self._engine = create_engine(
            url, pool_pre_ping=True, execution_options={"postgresql_readonly": True}
        )

    def rows(self, sql: str, parameters: Mapping[str, Value] = {}) -> list[Record]:
        with self._reading() as connection:
            return connection.rows(sql, parameters)

    def stream(self, sql: str, parameters: Mapping[str, Value] = {}) -> Iterator[Record]:
        with self._reading() as connection:
            yield from connection.stream(sql, parameters)

    @contextmanager
    def _reading(self) -> Iterator[ConnectionDatabase]:
        try:
            with self._engine.connect() as connection:
                yield ConnectionDatabase(connection)
        except SQLAlchemyError as error:
            first = str(error).splitlines()[0]
            raise DatabaseUnreadableError(f"{self._shown} cannot be read: {first}") from error

    def close(self) -> None:
        self._engine.dispose()


def without_password(url: str) -> str:
    return make_url(url).render_as_string(hide_password=True)


def file_of(url: str) -> Path | None:
    """The SQLite file that a URL names: that is opened as any file, which never makes one."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or not parsed.database:
        return None
    return Path(parsed.database)
