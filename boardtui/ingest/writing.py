"""The database as an ingest writes it: a working copy of a SQLite file, or a server."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, create_engine, insert, inspect, select
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from boardtui.ingest import late_indexes, references
from boardtui.ingest.faults import IngestFailedError, IngestRefusedError, IngestUsageError
from boardtui.ingest.statistics import see_snapshots_alike
from boardtui.ingest.writer import Writer
from boardtui.store import SCHEMA_VERSION
from boardtui.store.connection.database import Database
from boardtui.store.connection.opening import is_older, is_url, open_database, shown
from boardtui.store.connection.url import engine_url, file_of, why_failed
from boardtui.store.tables.tables import METADATA

LOG_PAGES = 8_000
"""Pages of a log that outlasts its process before they are put into the file: some 32 MB."""

CACHE_KIB = 16_000
"""What SQLite may hold in memory. With more it sorts an index in longer runs, and no quicker."""


@contextmanager
def writing(
    location: str, copy: Path | None, *, make: bool = True, lasting: bool = False
) -> Iterator[Writer]:
    """Write to a SQLite file's working copy, or to a server in one transaction.

    With `make`, the tables are made where there are none yet, and indexes that older ones lack.
    With `lasting`, what is committed meanwhile outlasts this process, however that ends.

    Raises:
        IngestFailedError: the database took something amiss (no space, no permission).
    """
    engine = (
        create_engine("sqlite://", creator=lambda: _connect(copy, lasting), poolclass=NullPool)
        if copy is not None
        else create_engine(engine_url(location), poolclass=NullPool)
    )
    try:
        with engine.connect() as connection:
            if make:
                _make_tables(connection)
                if connection.dialect.name == "postgresql":
                    see_snapshots_alike(connection)
                else:
                    late_indexes.make(connection)
            yield Writer(connection, copy, lasting=lasting)
            if make and connection.dialect.name == "postgresql":
                references.check(connection)
                late_indexes.make(connection)
            if copy is not None:
                _check_references(connection)
            connection.commit()
    except (DBAPIError, engine.dialect.loaded_dbapi.Error) as error:
        stays = "The database is as it was."
        if lasting and copy is None:
            stays = "The snapshots that were stored before stay."
        raise IngestFailedError(
            f"{shown(location)} cannot be written: {why_failed(error, engine.url)}. {stays}"
        ) from error
    finally:
        engine.dispose()


def _make_tables(connection: Connection) -> None:
    """Make the tables where there are none."""
    found, version = inspect(connection), METADATA.tables["schema_version"]
    # The version comes last: who was killed amid the tables has not come to it.
    if not found.has_table(version.name) or connection.execute(select(version)).first() is None:
        METADATA.create_all(connection)
        connection.execute(insert(version).values(version=SCHEMA_VERSION))


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


def _connect(copy: Path, lasting: bool) -> sqlite3.Connection:
    connection = sqlite3.connect(copy, check_same_thread=False)
    # A copy that is lost with its process needs neither a journal nor to reach the disk piecemeal.
    # One that outlasts it is kept whole by a log, which costs no waiting for the disk.
    journal = (
        ("journal_mode=WAL", "synchronous=NORMAL", f"wal_autocheckpoint={LOG_PAGES}")
        if lasting
        else ("journal_mode=OFF", "synchronous=OFF")
    )
    for pragma in (
        *journal,
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
