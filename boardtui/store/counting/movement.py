"""Figures of who joined and who left the register since the snapshot before."""

from __future__ import annotations

from collections.abc import Iterator

from boardtui.core.figure.figure import Figure
from boardtui.core.measures import of_kind
from boardtui.core.measures.measure import Movement
from boardtui.store.connection.database import Database
from boardtui.store.counting.making import Maker
from boardtui.store.held.snapshots import SnapshotKey


def movement_figures(
    database: Database,
    previous: SnapshotKey | None,
    maker: Maker,
) -> Iterator[Figure]:
    """Joined, left, and the difference of the two; not known without an earlier snapshot."""
    if previous is None or not previous.given.records:
        why = "no earlier snapshot" if previous is None else "no records of the earlier snapshot"
        for measure in of_kind(Movement):
            yield maker.figure(measure, None, unknown=why)
        return
    now, then = _count(database, maker.snapshot), _count(database, previous)
    both = people_in_both(database, previous, maker.snapshot)
    counted = {"joined": now - both, "left": then - both, "net": now - then}
    period = (previous.as_at, maker.snapshot.as_at)
    for measure in of_kind(Movement):
        yield maker.figure(measure, counted[measure.counts], period=period)


def _count(database: Database, snapshot: SnapshotKey) -> int:
    """The people in a snapshot."""
    rows = database.rows(
        "SELECT COUNT(*) FROM cases WHERE snapshot_id = :snapshot", {"snapshot": snapshot.id}
    )
    return int(rows[0][0])


def people_in_both(database: Database, then: SnapshotKey, now: SnapshotKey) -> int:
    """How many people are in both of two snapshots."""
    ((people,),) = database.rows(
        "SELECT COUNT(*) FROM cases n JOIN cases t ON t.case_ref = n.case_ref "
        "WHERE n.snapshot_id = :now AND t.snapshot_id = :then",
        {"now": now.id, "then": then.id},
    )
    return int(people)
