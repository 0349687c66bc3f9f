"""Figures of who joined and who left the register since the snapshot before."""

from __future__ import annotations

from collections.abc import Iterator

from boardtui.core.figure import Figure
from boardtui.core.measure import Movement
from boardtui.core.measures import of_kind
from boardtui.store.database import Database
from boardtui.store.making import Maker
from boardtui.store.snapshots import SnapshotKey


def movement_figures(
    database: Database, previous: SnapshotKey | None, maker: Maker
) -> Iterator[Figure]:
    """Joined, left, and the difference of the two; not known without an earlier snapshot."""
    if previous is None:
        for measure in of_kind(Movement):
            yield maker.figure(measure, None, unknown="no earlier snapshot")
        return
    ids = {"now": maker.snapshot.id, "then": previous.id}
    ((now, then, both),) = database.rows(
        """
        SELECT (SELECT COUNT(*) FROM cases WHERE snapshot_id = :now),
               (SELECT COUNT(*) FROM cases WHERE snapshot_id = :then),
               (SELECT COUNT(*) FROM cases n JOIN cases t
                    ON t.snapshot_id = :then AND t.case_ref = n.case_ref
                WHERE n.snapshot_id = :now)
        """,
        ids,
    )
    counted = {"joined": now - both, "left": then - both, "net": now - then}
    period = (previous.as_at, maker.snapshot.as_at)
    for measure in of_kind(Movement):
        yield maker.figure(measure, counted[measure.counts], period=period)
