"""The cases of a stored snapshot read into memory, to be paired there with those of another."""

from __future__ import annotations

from boardtui.store.connection.database import Database
from boardtui.store.counting.column_reading import columns_in_memory
from boardtui.store.flow.in_memory import Register, columns_read
from boardtui.store.held.snapshots import SnapshotKey


def stored_register(database: Database, snapshot: SnapshotKey) -> Register:
    """Who is in a snapshot, and the columns of theirs that flows read."""
    columns = columns_in_memory(database, snapshot.id, ("case_ref", *columns_read()))
    refs = columns.pop("case_ref")
    return Register(
        snapshot.as_at, [str(refs.values[code]) for code in refs.codes.tolist()], columns
    )
