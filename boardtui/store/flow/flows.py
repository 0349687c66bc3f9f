"""The flow of a backlog between any two snapshots of a force, worked out from the records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from boardtui.core.criterion.definition import Definition
from boardtui.core.flow.counts import Flow, flow_of_counts
from boardtui.core.flow.parts import Part
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.measures.measure import Backlog
from boardtui.store.connection.database import Database
from boardtui.store.flow.pair_counts import Alike, Progress, counted
from boardtui.store.flow.unknown import unknown_of_flow
from boardtui.store.held.snapshots import SnapshotKey

Reasons = Counter[str | None]


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
    counts = flow_counts(database, then, now, definition, backlogs, progress)
    found = {}
    for backlog in backlogs:
        unknown = unknown_of_flow(database, then, now, backlog)
        days = then.as_at, now.as_at
        found[backlog.name] = flow_of_counts(backlog, days, *counts[backlog.name], unknown)
    return found


def flow_counts(
    database: Database,
    then: SnapshotKey,
    now: SnapshotKey,
    definition: Definition,
    backlogs: Sequence[Backlog] = tuple(BACKLOGS.values()),
    progress: Progress = lambda done, total: None,
) -> dict[str, tuple[Counter[str], Reasons]]:
    """By backlog, the people of each number of its flow, and of those who left by reason.

    They are counted as if the files said all there is to say.
    """
    people = counted(database, then, now, backlogs, definition, progress=progress)
    return {backlog.name: _counts(people, backlog) for backlog in backlogs}


def _counts(people: Iterable[Alike], backlog: Backlog) -> tuple[Counter[str], Reasons]:
    counts, reasons = Counter[str](), Reasons()
    for alike in people:
        told = alike.told[backlog.name]
        if told.part is not None:
            counts[told.part] += alike.people
        if told.part is Part.LEFT:
            reasons[alike.reason] += alike.people
        for name in told.beside:
            counts[name] += alike.people
    return counts, reasons
