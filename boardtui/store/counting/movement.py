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
    now, then, both = _people(database, previous, maker.snapshot)
    counted = {"joined": now - both, "left": then - both, "net": now - then}
    period = (previous.as_at, maker.snapshot.as_at)
    for measure in of_kind(Movement):
        yield maker.figure(measure, counted[measure.counts], period=period)


def _people(database: Database, then: SnapshotKey, now: SnapshotKey) -> tuple[int, int, int]:
    """How many people are in the later of two snapshots, in the earlier one, and in both."""
    ((here, before, both),) = database.rows(
        "SELECT (SELECT COUNT(*) FROM cases WHERE snapshot_id = :now) AS people_now, "
        "(SELECT COUNT(*) FROM cases WHERE snapshot_id = :then) AS people_then, "
        "(SELECT COUNT(*) FROM cases n JOIN cases t ON t.case_ref = n.case_ref "
        "WHERE n.snapshot_id = :now AND t.snapshot_id = :then) AS in_both",
        {"now": now.id, "then": then.id},
    )
    return int(here), int(before), int(both)
