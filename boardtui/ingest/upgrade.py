"""Upgrading a database: an older schema rewritten as today's in a copy, and swapped in."""

from __future__ import annotations

from msgspec import Struct
from sqlalchemy import inspect

from boardtui.ingest.count import count_again
from boardtui.ingest.fault_text import counted
from boardtui.ingest.faults import IngestRefusedError
from boardtui.ingest.request import Progress
from boardtui.ingest.sealing.sealer import seal_all
from boardtui.ingest.server_lock import server_lock
from boardtui.ingest.warn import warn_of
from boardtui.ingest.working_copy import WorkingCopy
from boardtui.ingest.writer import Writer
from boardtui.ingest.writing import path_or_server, writing
from boardtui.store import COUNTED_AS_NOW, SCHEMA_VERSION
from boardtui.store.connection.older import columns_given, last_seen
from boardtui.store.connection.opening import is_url, shown
from boardtui.store.held.snapshots import snapshots
from boardtui.store.sealed.chain import EntryKind
from boardtui.store.tables.tables import METADATA

STEPS_FROM_1 = (
    "ALTER TABLE snapshot_files ADD COLUMN columns VARCHAR NOT NULL DEFAULT ''",
    "ALTER TABLE cases ADD COLUMN last_seen DATE",
    "ALTER TABLE figures ADD COLUMN suppressed BOOLEAN NOT NULL DEFAULT FALSE",
    "ALTER TABLE figures ADD COLUMN written VARCHAR",
    "ALTER TABLE warnings ADD COLUMN rows INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE warnings ADD COLUMN against_id INTEGER REFERENCES snapshots (id)",
    f"UPDATE snapshot_files AS f SET columns = {columns_given('')}",
    f"UPDATE cases AS c SET last_seen = {last_seen('')}",
    # Of the warnings of one kind the first is kept, with how many there were.
    """
    UPDATE warnings AS w SET rows = (
        SELECT COUNT(o.row) FROM warnings o
        WHERE o.file = w.file AND o.message = w.message
            AND COALESCE(o.snapshot_id, 0) = COALESCE(w.snapshot_id, 0)
            AND COALESCE(o."column", '') = COALESCE(w."column", ''))
    """,
    """
    DELETE FROM warnings WHERE id NOT IN (
        SELECT MIN(o.id) FROM warnings o
        GROUP BY o.snapshot_id, o.file, o.message, o."column")
    """,
)
"""What makes the tables of version 1 those of version 2, but for what is counted again."""

STEPS: dict[int, tuple[str, ...]] = {1: STEPS_FROM_1, 2: ()}
"""The steps from each older version to the next, but for the tables that are new."""


class Upgraded(Struct, frozen=True):
    """What an upgrade did: from which version of the tables, and how many snapshots it counted.

    `sealed` are the entries of the chain that it made.
    """

    database: str
    version: int
    counted: int = 0
    sealed: int = 0

    def text(self) -> str:
        """The report in words."""
        name = shown(self.database)
        if self.version == SCHEMA_VERSION:
            return f"{name} is as this boardtui makes databases: nothing was changed."
        done = f"{name}: the tables of version {self.version} are of version {SCHEMA_VERSION} now"
        if self.version < COUNTED_AS_NOW:
            snapshots = "snapshot" if self.counted == 1 else "snapshots"
            done = f"{done}, and the figures of {self.counted:,} {snapshots} were counted again"
        entries = counted(self.sealed, "entry", "entries")
        return f"{done}. What is in it is sealed as it stands: {entries} of the chain."


def upgrade(location: str, progress: Progress) -> Upgraded:
    """Make an older database one of today's: all of it, or nothing.

    Raises:
        IngestRefusedError: it is not there, or may not be replaced.
        IngestFailedError: the work could not be done; the database is as it was.
    """
    location = path_or_server(location)
    if is_url(location):
        with server_lock(location), writing(location, None, make=False) as writer:
            return _upgraded(writer, location, progress)
    with WorkingCopy(location) as copy:
        if not copy.target.exists():
            raise IngestRefusedError(f"{location}: there is no such database.")
        progress("copying the database", 0, None)
        copy.fill()
        with writing(location, copy.path, make=False) as writer:
            done = _upgraded(writer, location, progress)
        if done.version != SCHEMA_VERSION:
            copy.swap_in()
        return done


def _upgraded(writer: Writer, location: str, progress: Progress) -> Upgraded:
    version = _version(writer)
    if version == SCHEMA_VERSION:
        return Upgraded(location, version)
    if version not in STEPS:
        why = f"its tables are of version {version}" if version else "it is no boardtui database"
        raise IngestRefusedError(
            f"{shown(location)} cannot be upgraded: {why}. This boardtui knows the versions "
            f"{min(STEPS)} to {SCHEMA_VERSION}."
        )
    for step in range(version, SCHEMA_VERSION):
        progress(f"upgrading the tables from version {step}", 0, None)
        for sql in STEPS[step]:
            writer.run(sql, {})
    METADATA.create_all(writer.connection)
    writer.order_texts()
    writer.run("UPDATE schema_version SET version = :version", {"version": SCHEMA_VERSION})
    again = version < COUNTED_AS_NOW
    snapshots_counted = _counted_again(writer, progress) if again else 0
    sealed = seal_all(writer, EntryKind.RECOMPUTED if again else EntryKind.STORED, progress)
    return Upgraded(location, version, snapshots_counted, sealed)


def _counted_again(writer: Writer, progress: Progress) -> int:
    """Count every snapshot's figures and warnings as they are counted today; how many those are."""
    there = snapshots(writer.database)
    for number, snapshot in enumerate(there):
        progress("counting again", number, len(there))
        count_again(writer, snapshot)
    for snapshot in there:
        warn_of(writer, snapshot.id)
    return len(there)


def _version(writer: Writer) -> int:
    if not inspect(writer.connection).has_table("schema_version"):
        return 0
    found = writer.database.rows("SELECT version FROM schema_version")
    return int(found[0][0]) if found else 0
