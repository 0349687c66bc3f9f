"""Visits tried and seen in each whole month, as snapshots counted them when they were taken in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from boardtui.store.connection.database import Database, as_date
from boardtui.store.counting.criteria import Parameters
from boardtui.store.held.snapshots import SnapshotKey

TRIED, SEEN = "visits_attempted", "visits_seen"


class VisitMonth(Struct, frozen=True):
    """A calendar month, by its first day, and what was counted in all of it."""

    first: date
    tried: int
    seen: int


def visit_months(
    database: Database, snapshots: Sequence[SnapshotKey]
) -> dict[int, list[VisitMonth]]:
    """The whole months of each snapshot's own file, by the snapshot's id, oldest first."""
    if not snapshots:
        return {}
    parameters = Parameters()
    ids = ", ".join(parameters.name(snapshot.id) for snapshot in snapshots)
    rows = database.rows(
        "SELECT snapshot_id, measure, period_start, value FROM figures "
        f"WHERE snapshot_id IN ({ids}) AND dimension IS NULL AND partial IS NULL "
        f"AND measure IN ({parameters.name(TRIED)}, {parameters.name(SEEN)}) "
        "AND period_start IS NOT NULL AND value IS NOT NULL ORDER BY period_start",
        parameters,
    )
    counts: dict[tuple[int, date], dict[str, int]] = {}
    for snapshot, measure, start, value in rows:
        first = as_date(start)
        assert first is not None
        counts.setdefault((snapshot, first), {})[measure] = int(value)
    found: dict[int, list[VisitMonth]] = {}
    for (snapshot, first), both in counts.items():
        if both.keys() == {TRIED, SEEN}:
            month = VisitMonth(first, both[TRIED], both[SEEN])
            found.setdefault(snapshot, []).append(month)
    return found
