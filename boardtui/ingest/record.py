"""Writing a snapshot and its records, with everything of it that was there before removed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from boardtui.core.criterion.definition import Definition
from boardtui.ingest.extract import Extract
from boardtui.ingest.faults import FaultGroup
from boardtui.ingest.forms import Row, Rows
from boardtui.ingest.place import Place
from boardtui.ingest.request import OF_SNAPSHOT, Progress
from boardtui.ingest.writer import Writer
from boardtui.store.held.snapshots import SnapshotKey

OWNED = (*OF_SNAPSHOT, "figures", "flows", "snapshot_files", "warnings")
"""The tables whose rows belong to a snapshot."""


def force_id(writer: Writer, name: str, synthetic: bool) -> int:
    """The force's id; it is made if it is new, and once synthetic it stays so."""
    found = writer.database.rows(
        "SELECT id, synthetic FROM forces WHERE name = :name", {"name": name}
    )
    if not found:
        return writer.insert_one("forces", {"name": name, "synthetic": synthetic})
    ((id, marked),) = found
    if synthetic and not marked:
        writer.run("UPDATE forces SET synthetic = TRUE WHERE id = :id", {"id": id})
    return int(id)


def definition_id(writer: Writer, definition: Definition) -> int:
    bands = ",".join(map(str, definition.band_ends))
    found = writer.database.rows(
        "SELECT id FROM definitions WHERE grace_days = :grace AND bands = :bands",
        {"grace": definition.grace_days, "bands": bands},
    )
    if found:
        return int(found[0][0])
    return writer.insert_one("definitions", {"grace_days": definition.grace_days, "bands": bands})


def write_snapshot(
    writer: Writer,
    force: int,
    written: SnapshotKey,
    place: Place,
    extracts: Mapping[str, Extract],
    progress: Progress,
) -> int:
    """Write a snapshot of a force with its files, and return its id; its records come next."""
    if place.replaced is not None:
        progress("removing the snapshot it replaces", 0, None)
        _remove(writer, place.replaced.id)
    snapshot = writer.insert_one(
        "snapshots",
        {
            "force_id": force,
            "as_at": written.as_at,
            "definition_id": definition_id(writer, written.definition),
            "previous_id": place.previous.id if place.previous else None,
            "ingested_at": datetime.now(UTC).replace(microsecond=0),
        },
    )
    if place.following is not None:
        writer.run(
            "UPDATE snapshots SET previous_id = :previous WHERE id = :id",
            {"previous": snapshot, "id": place.following.id},
        )
    writer.insert(
        "snapshot_files",
        ("snapshot_id", "kind", "name", "sha256", "rows_stored", "rows_left_out", "columns"),
        [
            (
                *(snapshot, kind, extract.path.name, extract.digest),
                *(extract.stored, extract.left_out),
                extract.columns_said,
            )
            for kind, extract in extracts.items()
        ],
    )
    return snapshot


def write_records(writer: Writer, snapshot: int, records: Iterable[Rows]) -> None:
    """Write the records of a snapshot."""
    for rows in records:
        writer.drop_indexes(rows.table, rows.number)
        writer.insert_rows(rows, {"snapshot_id": snapshot})


def _remove(writer: Writer, snapshot: int) -> None:
    """Remove a snapshot and all that is its own."""
    for table in OWNED:
        writer.run(f"DELETE FROM {table} WHERE snapshot_id = :id", {"id": snapshot})
    writer.run("DELETE FROM flows WHERE earlier_id = :id", {"id": snapshot})
    writer.run("DELETE FROM warnings WHERE against_id = :id", {"id": snapshot})
    writer.run("UPDATE snapshots SET previous_id = NULL WHERE previous_id = :id", {"id": snapshot})
    writer.run("DELETE FROM snapshots WHERE id = :id", {"id": snapshot})


WARNING_COLUMNS = ("file", "row", "column", "value", "message", "rows")


def warning_rows(doubts: Iterable[FaultGroup]) -> list[Row]:
    """Warnings as rows, one for each kind: in how many rows of a file, and the first of them."""
    return [
        (
            *(Path(group.file).name, first.row, first.column, first.value),
            *(group.expected, len(group.rows)),
        )
        for group in doubts
        for first in [next(iter(group))]
    ]


def write_warnings(
    writer: Writer, snapshot: int | None, warnings: Iterable[Row], against: int | None = None
) -> None:
    """Write warnings; `against` is the other snapshot where it takes two to be odd."""
    columns = ("snapshot_id", "against_id", *WARNING_COLUMNS)
    writer.insert("warnings", columns, ((snapshot, against, *row) for row in warnings))
