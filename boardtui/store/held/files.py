"""The extract files that snapshots were made from, and the warnings that they gave rise to."""

from __future__ import annotations

from msgspec import Struct

from boardtui.store.connection.database import Database


class ExtractFile(Struct, frozen=True):
    """A file of a snapshot: its kind ("cases"), its name, its rows stored and those left out."""

    kind: str
    name: str
    rows: int
    left_out: int


def snapshot_files(database: Database) -> dict[int, list[ExtractFile]]:
    """The extract files of each snapshot, by its id, in the order in which they were taken in."""
    found: dict[int, list[ExtractFile]] = {}
    for snapshot, *file in database.rows(
        "SELECT snapshot_id, kind, name, rows_stored, rows_left_out FROM snapshot_files ORDER BY id"
    ):
        found.setdefault(snapshot, []).append(ExtractFile(*file))
    return found


def files_of(database: Database, snapshot: int) -> list[ExtractFile]:
    """The extract files of one snapshot, in the order in which they were taken in."""
    rows = database.rows(
        "SELECT kind, name, rows_stored, rows_left_out FROM snapshot_files "
        "WHERE snapshot_id = :snapshot ORDER BY id",
        {"snapshot": snapshot},
    )
    return [ExtractFile(*row) for row in rows]


class Warned(Struct, frozen=True):
    """Something odd in a file that was stored all the same: in how many rows, and in which first.

    `rows` is 0 where it is of the whole file.
    """

    file: str
    column: str | None
    message: str
    rows: int
    row: int | None
    value: str | None


def warnings_of(database: Database, snapshot: int | None) -> list[Warned]:
    """The warnings of a snapshot's files, in the order in which they arose.

    Those of files of published figures, which belong to no snapshot, for None.
    """
    of = "snapshot_id IS NULL" if snapshot is None else "snapshot_id = :snapshot"
    rows = database.rows(
        f'SELECT file, "column", message, rows, row, value FROM warnings WHERE {of} ORDER BY id',
        {} if snapshot is None else {"snapshot": snapshot},
    )
    return [Warned(*row) for row in rows]


def warning_counts(database: Database) -> dict[int | None, int]:
    """How many warnings each snapshot has, by its id; None: the files of published figures."""
    return dict(database.rows("SELECT snapshot_id, COUNT(*) FROM warnings GROUP BY snapshot_id"))
