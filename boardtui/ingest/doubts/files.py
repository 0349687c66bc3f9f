"""Files that say of a day what was said of another: the wrong file, or an extract not renewed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boardtui.core.criterion.dimension import RISK_LEVEL, Slices
from boardtui.core.history.case import OF_FILE
from boardtui.core.measures.people import actively_managed, managed, registered
from boardtui.core.words.days import day_text
from boardtui.ingest.doubts.references import Moved
from boardtui.ingest.doubts.rows import of_whole
from boardtui.ingest.faults import FaultGroup
from boardtui.store.connection.database import Database, as_date
from boardtui.store.held.figures import Stored
from boardtui.store.held.snapshots import SnapshotKey

MAY_STAY = "officers"
"""Posts may well be the same on two days, and the file with them."""


def same_files(database: Database, now: SnapshotKey) -> Iterator[tuple[int, FaultGroup]]:
    """Files of a snapshot that another was made of, byte for byte, each with the other's id."""
    rows = database.rows(
        """
        SELECT m.name, o.snapshot_id, f.name AS force, s.as_at
        FROM snapshot_files m
        JOIN snapshot_files o ON o.sha256 = m.sha256 AND o.kind = m.kind
        JOIN snapshots s ON s.id = o.snapshot_id
        JOIN forces f ON f.id = s.force_id
        WHERE m.snapshot_id = :snapshot AND o.snapshot_id <> :snapshot AND m.kind <> :stays
            AND m.rows_stored + m.rows_left_out > 0 AND m.sha256 <> ''
        ORDER BY m.id, o.snapshot_id
        """,
        {"snapshot": now.id, "stays": MAY_STAY},
    )
    for name, id, force, as_at in rows:
        whose = "" if force == now.force.name else f"{force}, "
        day = as_date(as_at)
        assert day is not None
        message = f"it is the same file as for {whose}{day_text(day)}"
        yield id, of_whole(name, message, None, None)


def same_cases(
    database: Database, then: SnapshotKey, now: SnapshotKey, counts: Moved, file: str
) -> Iterator[FaultGroup]:
    """Cases that are those of the snapshot before, value for value, in another file."""
    if _may_be_same(database, then, now, counts) and not _differ(database, then, now):
        yield of_whole(file, f"its rows are the same as for {day_text(then.as_at)}", None, None)


def _may_be_same(database: Database, then: SnapshotKey, now: SnapshotKey, counts: Moved) -> bool:
    """Whether figures that are stored already leave it open: mostly they do not."""
    if not counts.now == counts.then == counts.both:
        return False
    measures = (registered.name, managed.name, actively_managed.name)
    of_then, of_now = (_by_risk(database, each, measures) for each in (then, now))
    return of_then == of_now


def _by_risk(
    database: Database, snapshot: SnapshotKey, measures: Sequence[str]
) -> dict[tuple[str, Slices], float | None]:
    figures = Stored(database, snapshot).by(RISK_LEVEL.name, measures)
    return {(figure.measure, figure.slices): figure.value for figure in figures}


def _differ(database: Database, then: SnapshotKey, now: SnapshotKey) -> bool:
    columns = ", ".join(OF_FILE)
    rows = database.rows(
        f"SELECT {columns} FROM cases WHERE snapshot_id = :now "
        f"EXCEPT SELECT {columns} FROM cases WHERE snapshot_id = :then LIMIT 1",
        {"now": now.id, "then": then.id},
    )
    return bool(rows)
