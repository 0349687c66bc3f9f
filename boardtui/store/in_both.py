"""What is counted over everybody who is in both of two snapshots, in one reading of the two."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from boardtui.core.definition import Definition
from boardtui.core.flow import dates_moved, overdue_by_dates_then
from boardtui.core.measure import Backlog
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.store.criteria import Parameters
from boardtui.store.database import Database
from boardtui.store.pairs import Pairs
from boardtui.store.snapshots import SnapshotKey, between


@dataclass(frozen=True, slots=True)
class InBoth:
    """How many people are in both snapshots, and by backlog what the flows would not show."""

    people: int
    dates_moved: Mapping[str, int]
    overdue_by_dates_then: Mapping[str, int]


def in_both(
    database: Database, then: SnapshotKey, now: SnapshotKey, definition: Definition
) -> InBoth:
    """Count over the pairs of records; reading a million of them twice would take seconds."""
    parameters = Parameters()
    during = between(database, then, now)
    pairs = {
        name: Pairs(then, now, during, backlog, definition, parameters)
        for name, backlog in BACKLOGS.items()
    }
    sums = []
    for name, backlog in BACKLOGS.items():
        for criterion in (dates_moved(backlog), overdue_by_dates_then(backlog)):
            met = pairs[name].condition_on_both(criterion)
            sums.append(f"SUM(CASE WHEN {met} THEN 1 ELSE 0 END)")
    any_pairs = next(iter(pairs.values()))
    ((people, *counted),) = database.rows(
        f"SELECT COUNT(*), {', '.join(sums)} {any_pairs.both()}", parameters
    )
    numbers = [count or 0 for count in counted]
    return InBoth(
        people,
        dict(zip(BACKLOGS, numbers[::2], strict=True)),
        dict(zip(BACKLOGS, numbers[1::2], strict=True)),
    )


def of_backlog(found: InBoth, backlog: Backlog) -> tuple[int, int]:
    """Dates moved, and overdue by the dates then, of one backlog."""
    return found.dates_moved[backlog.name], found.overdue_by_dates_then[backlog.name]
