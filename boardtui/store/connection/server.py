"""A database that SQLAlchemy speaks to: a server by its URL, or a connection that is writing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial

from sqlalchemy import Connection, create_engine, text
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from boardtui.store.connection.database import Database, DatabaseUnreadableError, Record, Value
from boardtui.store.connection.readings import Readings
from boardtui.store.connection.sqlite import SqliteDatabase, plain
from boardtui.store.connection.url import engine_url, file_of, why_failed, without_password


class ConnectionDatabase:
    """Reading through a connection that somebody else opened and will close."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def rows(self, sql: str, parameters: Mapping[str, Value] = {}) -> list[Record]:
        return [tuple(row) for row in self._connection.execute(text(sql), self._bound(parameters))]

    def stream(self, sql: str, parameters: Mapping[str, Value] = {}) -> Iterator[Record]:
        # An option of the statement: as one of the connection it would stay for all that follow.
        found = self._connection.execute(
            text(sql), self._bound(parameters), execution_options={"yield_per": 2000}
        )
        for row in found:
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
            engine_url(url), pool_pre_ping=True, execution_options={"postgresql_readonly": True}
        )
        self._readings = Readings()

    def rows(self, sql: str, parameters: Mapping[str, Value] = {}) -> list[Record]:
        with self._reading() as connection:
            return connection.rows(sql, parameters)

    def stream(self, sql: str, parameters: Mapping[str, Value] = {}) -> Iterator[Record]:
        with self._reading() as connection:
            yield from connection.stream(sql, parameters)

    def interrupt(self) -> None:
        """End the queries that are under way on other threads, without waiting until they have."""
        self._readings.interrupt()

    @contextmanager
    def _reading(self) -> Iterator[ConnectionDatabase]:
        try:
            with (
                self._engine.connect() as connection,
                self._readings.begun(
                    partial(_cancel, connection.connection.driver_connection)
                ) as reading,
            ):
                try:
                    yield ConnectionDatabase(connection)
                finally:
                    if not reading.end():
                        connection.invalidate()
        except SQLAlchemyError as error:
            why = why_failed(error, self._engine.url)
            raise DatabaseUnreadableError(f"{self._shown} cannot be read: {why}.") from error

    def close(self) -> None:
        self._engine.dispose()


def _cancel(driven: object) -> None:
    """Have the server give a query up, where the driver can ask for that."""
    # Only drivers of PostgreSQL have it; of others the query goes on, and nobody waits.
    cancel = getattr(driven, "cancel_safe", None)
    if cancel is not None:
        cancel(timeout=5)


def open_server(url: str) -> Database:
    """Connect to the database that a URL names; see `open_database`."""
    try:
        shown, file = without_password(url), file_of(url)
    except ArgumentError as error:
        raise DatabaseUnreadableError(
            "The database's URL cannot be read: it should look like postgresql://host/name, with "
            "any :, /, ? or @ of a password written as %3A, %2F, %3F or %40."
        ) from error
    if file is not None:
        return SqliteDatabase(file)
    try:
        return ServerDatabase(url)
    except ImportError as error:
        raise DatabaseUnreadableError(
            f"{shown} cannot be read: the driver for it, {error.name}, is not installed. That for "
            "PostgreSQL comes with: pip install 'boardtui[postgresql]'"
        ) from error
    except SQLAlchemyError as error:
        why = why_failed(error, engine_url(url))
        raise DatabaseUnreadableError(f"{shown} cannot be read: {why}.") from error
