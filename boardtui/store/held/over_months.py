"""The wholes of some measures over the months before a snapshot, in one query."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boardtui.store.connection.database import Database, as_date
from boardtui.store.counting.criteria import Parameters
from boardtui.store.held.snapshots import SnapshotKey


def values_over_months(
    database: Database, now: SnapshotKey, since: date, measures: Sequence[str]
) -> dict[str, dict[date, float]]:
    """By measure the values of each day, or of each whole month by its first day.

    Those of the force's snapshots after a day up to this one that were counted under the same
    definition. Of a month that several snapshots tell the latest stands.
    """
    parameters = Parameters()
    names = ", ".join(map(parameters.name, measures))
    rows = database.rows(
        "SELECT f.measure, f.period_start, s.as_at, f.value FROM snapshots s "
        "JOIN snapshots n ON n.id = :now AND n.definition_id = s.definition_id "
        "JOIN figures f ON f.snapshot_id = s.id AND f.dimension IS NULL "
        f"AND f.measure IN ({names}) AND f.value IS NOT NULL AND f.partial IS NULL "
        "WHERE s.force_id = :force AND s.as_at > :since AND s.as_at <= :day ORDER BY s.as_at",
        {
            **parameters,
            "now": now.id,
            "force": now.force.id,
            "since": since,
            "day": now.as_at,
        },
    )
    found: dict[str, dict[date, float]] = {}
    for measure, start, day, value in rows:
        when = as_date(start) or as_date(day)
        assert when is not None
        found.setdefault(measure, {})[when] = value
    return found
