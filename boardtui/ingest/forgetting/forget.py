"""Records removed for good, all of them or none, with an entry of the chain that says so."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from msgspec.structs import replace
from sqlalchemy import create_engine, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from boardtui.ingest.faults import IngestFailedError, IngestRefusedError, IngestUsageError
from boardtui.ingest.forgetting.asked import Forgetting, Forgotten, Removed
from boardtui.ingest.forgetting.removing import has_case, remove_case, remove_records
from boardtui.ingest.request import Progress
from boardtui.ingest.sealing.forgotten import as_sealed, seal_forgotten
from boardtui.ingest.server_lock import server_lock
from boardtui.ingest.working_copy import WorkingCopy
from boardtui.ingest.writer import Writer
from boardtui.ingest.writing import opened, path_or_server, writing
from boardtui.store.connection.opening import is_url, shown
from boardtui.store.connection.url import engine_url
from boardtui.store.held.snapshots import SnapshotKey, snapshots

EMPTIED = ("cases", "visits", "officers", "leavers", "warnings", "snapshot_files", "seals")
"""The tables that a server is to clear of what was removed from them."""


def forget(asked: Forgetting, progress: Progress) -> Forgotten:
    """Remove a person's records from every snapshot, or all records before a day.

    Raises:
        IngestUsageError: it makes no sense, or there is no such case or force.
        IngestRefusedError: the database may not be written to.
        IngestFailedError: the work could not be done; the database is as it was.
        DatabaseUnreadableError: it is no database of boardtui's.
    """
    asked.check()
    asked = replace(asked, database=path_or_server(asked.database))
    database = opened(asked.database)
    if database is None:
        raise IngestRefusedError(f"{shown(asked.database)}: there is no such database.")
    database.close()
    if is_url(asked.database):
        return _on_server(asked, progress)
    with WorkingCopy(asked.database) as copy:
        copy.fill()
        with writing(asked.database, copy.path, make=False) as writer:
            removed = _forgotten(writer, asked, progress)
        if removed and not asked.only_say:
            progress("clearing what is left of it", 0, None)
            _clear(copy.path, asked.database)
            copy.swap_in()
    return Forgotten(asked, removed)


class _OnlySaidError(Exception):
    """Nothing was to be changed: what a transaction did is undone."""


def _on_server(asked: Forgetting, progress: Progress) -> Forgotten:
    removed: tuple[Removed, ...] = ()
    with server_lock(asked.database):
        try:
            with writing(asked.database, None, make=False) as writer:
                removed = _forgotten(writer, asked, progress)
                if asked.only_say:
                    raise _OnlySaidError
        except _OnlySaidError:
            return Forgotten(asked, removed)
        return Forgotten(asked, removed, _cleared_on_server(asked.database) if removed else ())


def _forgotten(writer: Writer, asked: Forgetting, progress: Progress) -> tuple[Removed, ...]:
    if writer.connection.dialect.name == "sqlite":
        writer.connection.exec_driver_sql("PRAGMA secure_delete = ON")
    chosen = _chosen(writer, asked)
    removed = []
    for snapshot in chosen:
        before = as_sealed(writer, snapshot, progress)
        if asked.case is not None:
            done = remove_case(writer, snapshot, asked.case)
        else:
            done = remove_records(writer, snapshot)
        seal_forgotten(writer, snapshot, before, done.people, asked.why.strip(), progress)
        removed.append(done)
    return tuple(removed)


def _chosen(writer: Writer, asked: Forgetting) -> list[SnapshotKey]:
    """The snapshots that something is removed from.

    Raises:
        IngestUsageError: there is no such force or case, or it is a case of several forces.
    """
    there = snapshots(writer.database)
    if asked.force is not None:
        there = [each for each in there if each.force.name == asked.force]
        if not there:
            raise IngestUsageError(f"There is no snapshot of {asked.force}.")
    if asked.before is not None:
        return [each for each in there if each.as_at < asked.before and each.given.records]
    assert asked.case is not None
    chosen = [each for each in there if has_case(writer, each, asked.case)]
    if not chosen:
        raise IngestUsageError(
            "There is no such case in any snapshot: give its reference as the records have it."
        )
    forces = sorted({each.force.name for each in chosen})
    if len(forces) > 1:
        raise IngestUsageError(
            f"{' and '.join(forces)} have a case of that reference, who need not be one person: "
            "say with --force whose is meant."
        )
    return chosen


def _clear(path: Path, location: str) -> None:
    """Write a file anew without the pages on which removed rows were.

    Raises:
        IngestFailedError: it cannot be done.
    """
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            database.execute("PRAGMA journal_mode = OFF")
            database.execute("PRAGMA synchronous = OFF")
            database.execute("VACUUM")
    except sqlite3.Error as error:
        raise IngestFailedError(
            f"{location} cannot be written: {error}. The database is as it was."
        ) from error


def _cleared_on_server(url: str) -> tuple[str, ...]:
    """Have a server clear its tables of removed rows; what is to be known where it does not."""
    engine = create_engine(engine_url(url), poolclass=NullPool)
    if engine.dialect.name != "postgresql":
        return ()
    try:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            for table in EMPTIED:
                connection.execute(text(f"VACUUM (FULL) {table}"))
    except SQLAlchemyError:
        return (
            "The server did not clear its tables of the removed rows (VACUUM): have whoever runs "
            "it do so.",
        )
    finally:
        engine.dispose()
    return ()
