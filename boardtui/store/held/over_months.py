"""What many snapshots hold, read in one query: wholes over months, and the tools of the grading."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boardtui.store.connection.database import Database, Record, as_date
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


def tools(database: Database, snapshots: Sequence[SnapshotKey]) -> dict[int, str]:
    """The risk tool by which most of each snapshot's people were graded, by its id.

    Where all were graded by one tool, the least and the greatest name tell it, and sooner.
    """
    found: dict[int, str] = {}
    several = []
    for snapshot, least, most in _of_each(database, "MIN(risk_tool), MAX(risk_tool)", snapshots):
        if least == most:
            found[snapshot] = least
        else:
            several.append(snapshot)
    mixed = [each for each in snapshots if each.id in several]
    counts = _of_each(database, "risk_tool, COUNT(*)", mixed, ", risk_tool")
    for snapshot, tool, _ in sorted(counts, key=lambda row: (row[2], row[1])):
        found[snapshot] = tool
    return found


def _of_each(
    database: Database, what: str, snapshots: Sequence[SnapshotKey], by: str = ""
) -> list[Record]:
    """Something of the cases of each snapshot that have a risk tool, by its id."""
    if not snapshots:
        return []
    parameters = Parameters()
    ids = ", ".join(parameters.name(snapshot.id) for snapshot in snapshots)
    return database.rows(
        f"SELECT snapshot_id, {what} FROM cases WHERE snapshot_id IN ({ids}) "
        f"AND risk_tool IS NOT NULL GROUP BY snapshot_id{by}",
        parameters,
    )
