"""The database as an ingest writes it: a working copy of a SQLite file, or a server."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import date
from itertools import islice
from pathlib import Path

from sqlalchemy import Connection, String, create_engine, insert, inspect, text
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.pool import NullPool
from sqlalchemy.schema import CreateIndex

from boardtui.ingest.faults import IngestFailedError, IngestRefusedError, IngestUsageError
from boardtui.ingest.indexing import Awaited, Indexing
from boardtui.store.connection.database import Database, Value
from boardtui.store.connection.opening import is_older, is_url, open_database, shown
from boardtui.store.connection.server import ConnectionDatabase
from boardtui.store.connection.sqlite import SqliteDatabase, plain
from boardtui.store.connection.url import engine_url, file_of, why_failed
from boardtui.store.tables.schema import SCHEMA_VERSION
from boardtui.store.tables.tables import METADATA

Row = tuple[object, ...]

BATCH = 4_000
"""Rows to one call of the driver: few enough to stay in the processor's cache."""

LARGE = 20_000
"""Rows from which it pays to make a table's indexes again."""

CACHE_KIB = 16_000
"""What SQLite may hold in memory. With more it sorts an index in longer runs, and no quicker."""


class Writer:
    """Writes through one connection; `copy` is the SQLite file behind it, if it is one."""

    def __init__(self, connection: Connection, copy: Path | None) -> None:
        self.connection = connection
        self.database = ConnectionDatabase(connection)
        self._copy = copy
        self._dropped: list[str] = []
        self._quoted = connection.dialect.identifier_preparer.quote
        style = connection.dialect.paramstyle
        self._mark = "?" if style == "qmark" else "%s"

    def day(self, day: date | None) -> str | date | None:
        """A day as this database's driver takes it."""
        return day.isoformat() if day is not None and self._copy is not None else day

    def insert(self, table: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
        """Insert rows by the driver alone: many times quicker than row by row as objects."""
        rest = iter(rows)
        batches = iter(lambda: list(islice(rest, BATCH)), [])
        self.insert_batches(table, columns, batches)

    def insert_batches(
        self, table: str, columns: Sequence[str], batches: Iterable[list[Row]]
    ) -> None:
        """Insert rows that come in lists."""
        marks = ", ".join(self._mark for _ in columns)
        # Some names, "column" among them, are words of SQL on servers.
        named = ", ".join(map(self._quoted, columns))
        sql = f"INSERT INTO {table} ({named}) VALUES ({marks})"
        for batch in batches:
            self.connection.exec_driver_sql(sql, batch)

    def insert_one(self, table: str, values: Mapping[str, object]) -> int:
        """Insert one row and return its id."""
        done = self.connection.execute(insert(METADATA.tables[table]).values(**values))
        assert done.inserted_primary_key is not None
        return int(done.inserted_primary_key[0])

    def run(self, sql: str, values: Mapping[str, Value]) -> None:
        given = plain(values) if self._copy is not None else dict(values)
        self.connection.execute(text(sql), given)

    def order_texts(self) -> None:
        """Have older tables' texts stand in the order of today's, where that is a server's own."""
        dialect = self.connection.dialect
        if dialect.name != "postgresql":
            return
        for table in METADATA.tables.values():
            for column in table.columns:
                if isinstance(column.type, String):
                    kind = column.type.compile(dialect=dialect)
                    name = self._quoted(column.name)
                    self.connection.exec_driver_sql(
                        f"ALTER TABLE {table.name} ALTER COLUMN {name} TYPE {kind}"
                    )

    def drop_indexes(self, table: str, coming: int) -> None:
        """Drop a table's indexes where many rows are to come; `reading` makes them again."""
        self._dropped.extend(self._drop(table, coming))

    @contextmanager
    def without_indexes(self, table: str, coming: int) -> Iterator[None]:
        """Put many rows into a table, and make its indexes again behind them."""
        dropped = self._drop(table, coming)
        yield
        for statement in dropped:
            self.connection.exec_driver_sql(statement)

    def _drop(self, table: str, coming: int) -> list[str]:
        """Drop a table's indexes where that pays; the statements that make them again."""
        ((there,),) = self.database.rows(f"SELECT MAX(id) FROM {table}")
        if self._copy is None or coming < LARGE or coming * 4 < (there or 0):
            return []
        made = []
        for index in METADATA.tables[table].indexes:
            index.drop(self.connection)
            made.append(str(CreateIndex(index).compile(dialect=self.connection.dialect)))
        return made

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """Read what has been written so far, once the indexes are made again.

        What needs no answer of the database can be worked out while that goes on.
        """
        if self._copy is None:
            yield self.database
            return
        copy, connection = self._copy, self.connection.connection.driver_connection
        assert isinstance(connection, sqlite3.Connection)

        def finished() -> Database:
            indexing.wait()
            self.connection.commit()
            # Not through SQLAlchemy, which takes twice as long over a million rows.
            return SqliteDatabase(copy)

        with (
            Indexing(connection, sorted(self._dropped)) as indexing,
            closing(Awaited(finished)) as database,
        ):
            self._dropped.clear()
            yield database


@contextmanager
def writing(location: str, copy: Path | None, *, make: bool = True) -> Iterator[Writer]:
    """Write to a SQLite file's working copy, or to a server in one transaction.

    With `make`, the tables are made where there are none yet.

    Raises:
        IngestFailedError: the database took something amiss (no space, no permission).
    """
    engine = (
        create_engine("sqlite://", creator=lambda: _connect(copy), poolclass=NullPool)
        if copy is not None
        else create_engine(engine_url(location), poolclass=NullPool)
    )
    try:
        with engine.connect() as connection:
            if make and not inspect(connection).has_table("schema_version"):
                METADATA.create_all(connection)
                connection.execute(
                    insert(METADATA.tables["schema_version"]).values(version=SCHEMA_VERSION)
                )
            yield Writer(connection, copy)
            if copy is not None:
                _check_references(connection)
            connection.commit()
    except (DBAPIError, sqlite3.Error) as error:
        why = why_failed(error, engine.url) if isinstance(error, DBAPIError) else str(error)
        raise IngestFailedError(
            f"{shown(location)} cannot be written: {why}. The database is as it was."
        ) from error
    finally:
        engine.dispose()


def opened(location: str) -> Database | None:
    """The database as it is, opened to read; None where there is none yet.

    Raises:
        DatabaseUnreadableError: what is there is not a boardtui database.
        IngestRefusedError: it is one that an older boardtui made.
    """
    if not is_url(location):
        database = open_database(location) if Path(location).exists() else None
        if database is not None and is_older(database):
            database.close()
            raise IngestRefusedError(
                f"{location} was made by an older boardtui: boardtui upgrade {location} makes it "
                "one that this one can write to."
            )
        return database
    try:
        engine = create_engine(engine_url(location), poolclass=NullPool)
        there = inspect(engine).has_table("schema_version")
    except (SQLAlchemyError, ImportError):
        there = True  # Opening it will say what is wrong.
    return open_database(location) if there else None


def path_or_server(location: str) -> str:
    """The path of a SQLite file, also where its URL is given; else the URL of a server.

    Raises:
        IngestUsageError: a database in memory, of which nothing would be left.
    """
    try:
        if not is_url(location) or engine_url(location).get_backend_name() != "sqlite":
            return location
        file = file_of(location)
    except ArgumentError:
        return location  # Opening it will say what is wrong.
    if file is None or str(file) == ":memory:":
        raise IngestUsageError(
            f"{location} is in memory, and nothing would be left of it: give a file."
        )
    return str(file)


def _connect(copy: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(copy, check_same_thread=False)
    # A copy that is lost with its process needs neither a journal nor to reach the disk piecemeal.
    for pragma in (
        "journal_mode=OFF",
        "synchronous=OFF",
        # Checked once at the end, for all rows: a look at each costs a tenth of the time.
        "foreign_keys=0",
        f"cache_size=-{CACHE_KIB}",
        "threads=2",
    ):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _check_references(connection: Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    assert broken is None, f"a row of {broken[0]} refers to nothing"
