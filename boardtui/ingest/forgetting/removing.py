"""Removing rows of records, and whatever else would tell of them."""

from __future__ import annotations

from boardtui.ingest.forgetting.asked import Removed
from boardtui.ingest.writer import Writer
from boardtui.store.connection.database import Value
from boardtui.store.held.snapshots import SnapshotKey
from boardtui.store.sealed.parts import RECORDS

OF_PEOPLE = ("cases", "visits", "leavers")
"""The tables whose rows are of a person, by their case_ref."""


def has_case(writer: Writer, snapshot: SnapshotKey, case: str) -> bool:
    """Whether a person is anywhere in a snapshot."""
    values: dict[str, Value] = {"id": snapshot.id, "case": case}
    found = " UNION ALL ".join(
        f"SELECT 1 FROM {table} WHERE snapshot_id = :id AND case_ref = :case" for table in OF_PEOPLE
    )
    if writer.database.rows(f"SELECT 1 FROM ({found}) found LIMIT 1", values):
        return True
    rows = writer.database.rows(
        "SELECT value FROM warnings WHERE snapshot_id = :id AND \"column\" = 'case_ref'",
        {"id": snapshot.id},
    )
    return any(_names(value, case) for (value,) in rows)


def remove_case(writer: Writer, snapshot: SnapshotKey, case: str) -> Removed:
    """Remove a person's rows from a snapshot, and what its warnings tell of them."""
    values: dict[str, Value] = {"id": snapshot.id, "case": case}
    where = "snapshot_id = :id AND case_ref = :case"
    own = _own_values(writer, where, values)
    rows = {}
    for table in OF_PEOPLE:
        ((rows[table],),) = writer.database.rows(
            f"SELECT COUNT(*) FROM {table} WHERE {where}", values
        )
        writer.run(f"DELETE FROM {table} WHERE {where}", values)
    for id, column, value in writer.database.rows(
        'SELECT id, "column", value FROM warnings WHERE snapshot_id = :id AND value IS NOT NULL',
        {"id": snapshot.id},
    ):
        if (column, value) in own or (column == "case_ref" and _names(value, case)):
            writer.run('UPDATE warnings SET value = NULL, "row" = NULL WHERE id = :id', {"id": id})
    _forget_files(writer, snapshot, rows)
    return Removed(snapshot, min(1, rows["cases"]), rows)


def remove_records(writer: Writer, snapshot: SnapshotKey) -> Removed:
    """Remove all records of a snapshot; of its warnings, how many rows each is of stays."""
    values: dict[str, Value] = {"id": snapshot.id}
    rows = {}
    for table in RECORDS:
        ((rows[table],),) = writer.database.rows(
            f"SELECT COUNT(*) FROM {table} WHERE snapshot_id = :id", values
        )
        writer.run(f"DELETE FROM {table} WHERE snapshot_id = :id", values)
    writer.run('UPDATE warnings SET value = NULL, "row" = NULL WHERE snapshot_id = :id', values)
    _forget_files(writer, snapshot, rows)
    return Removed(snapshot, rows["cases"], rows)


def _names(value: object, case: str) -> bool:
    """Whether a text tells a reference: that itself, or two with words between them."""
    return isinstance(value, str) and case in (value, *value.split(" and "))


def _own_values(writer: Writer, where: str, values: dict[str, Value]) -> set[tuple[str, str]]:
    """What a person's rows hold that a warning can quote, by the column."""
    own: set[tuple[str, str]] = set()
    for table in OF_PEOPLE:
        columns = list(RECORDS[table].columns)
        listed = ", ".join(columns)
        for row in writer.database.rows(f"SELECT {listed} FROM {table} WHERE {where}", values):
            own |= {(name, str(value)) for name, value in zip(columns, row, strict=True)}
    return own


def _forget_files(writer: Writer, snapshot: SnapshotKey, rows: dict[str, int]) -> None:
    """Take away the digests of files that the rows came from: who has all other rows could try."""
    for kind, count in rows.items():
        if count:
            writer.run(
                "UPDATE snapshot_files SET sha256 = '' WHERE snapshot_id = :id AND kind = :kind",
                {"id": snapshot.id, "kind": kind},
            )
