"""The flow of a backlog between any two snapshots of a force, worked out from the records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from boardtui.core.definition import Definition
from boardtui.core.flow import Flow, Part, listed
from boardtui.core.measure import Backlog
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.store.database import Database
from boardtui.store.pair_counts import Alike, Progress, counted
from boardtui.store.snapshots import SnapshotKey


def flow_between(
    database: Database,
    then: SnapshotKey,
    now: SnapshotKey,
    backlog: Backlog,
    definition: Definition,
    progress: Progress = lambda done, total: None,
) -> Flow:
    """Work out a flow from the records of both days, with the same definition on both."""
    return flows_between(database, then, now, definition, (backlog,), progress)[backlog.name]


def flows_between(
    database: Database,
    then: SnapshotKey,
    now: SnapshotKey,
    definition: Definition,
    backlogs: Sequence[Backlog] = tuple(BACKLOGS.values()),
    progress: Progress = lambda done, total: None,
) -> dict[str, Flow]:
    """The flows of several backlogs, worked out in one reading; `progress` is told of rows read."""
    people = counted(database, then, now, backlogs, definition, progress=progress)
    return {backlog.name: _flow(people, then, now, backlog) for backlog in backlogs}


def _flow(people: Iterable[Alike], then: SnapshotKey, now: SnapshotKey, backlog: Backlog) -> Flow:
    parts = Counter[Part | None]()
    reasons = Counter[str | None]()
    moved = by_dates = 0
    for alike in people:
        told = alike.told[backlog.name]
        parts[told.part] += alike.people
        if told.part is Part.LEFT:
            reasons[alike.reason] += alike.people
        moved += alike.people * told.date_moved
        by_dates += alike.people * told.overdue_by_date_then
    return Flow(
        backlog=backlog.name,
        start=then.as_at,
        end=now.as_at,
        parts={part: parts[part] for part in listed(backlog)},
        dates_moved=moved,
        overdue_by_dates_then=by_dates,
        reasons=dict(reasons),
    )
