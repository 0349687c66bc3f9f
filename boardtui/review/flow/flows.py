"""The flows between two snapshots of a force: the stored ones, and any other worked out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boardtui.core.criterion.definition import Definition
from boardtui.core.criterion.dimension import DIMENSIONS
from boardtui.core.flow.counts import Flow, nothing_known
from boardtui.core.flow.slices import FlowBySlice
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.measures.given import NO_RECORDS
from boardtui.core.measures.measure import Backlog
from boardtui.core.words.days import day_text
from boardtui.review import NotThereError
from boardtui.store.connection.database import Database
from boardtui.store.flow.flows import flow_between, flows_between
from boardtui.store.flow.pair_counts import Progress
from boardtui.store.flow.slices import flows_by
from boardtui.store.flow.stored_flows import stored_between, stored_flow
from boardtui.store.held.snapshots import ForceKey, SnapshotKey, snapshots


def flow(
    database: Database,
    force: ForceKey,
    start: date,
    end: date,
    backlog: Backlog,
    definition: Definition,
) -> Flow:
    """The flow between two snapshots of a force: the stored one where that is it.

    Raises:
        NotThereError: a day has no snapshot, or the days are not in order.
    """
    return flow_of(database, *snapshots_of(database, force, start, end), backlog, definition)


def snapshots_of(
    database: Database, force: ForceKey, start: date, end: date
) -> tuple[SnapshotKey, SnapshotKey]:
    """The two snapshots of a force that a flow is between.

    Raises:
        NotThereError: a day has no snapshot, or the days are not in order.
    """
    by_day = {snapshot.as_at: snapshot for snapshot in snapshots(database, force)}
    for day in (start, end):
        if day not in by_day:
            there = ", ".join(map(day_text, by_day)) or "none"
            raise NotThereError(
                f"{force.name} has no snapshot as at {day_text(day)}; a flow needs the records of "
                f"both days. Snapshots: {there}."
            )
    if start >= end:
        raise NotThereError(f"{day_text(start)} is not before {day_text(end)}.")
    return by_day[start], by_day[end]


def flow_of(
    database: Database,
    then: SnapshotKey,
    now: SnapshotKey,
    backlog: Backlog,
    definition: Definition,
) -> Flow:
    """The flow between two snapshots; stored flows are under the later snapshot's definition."""
    own = now.definition == definition or not _records(then, now)
    stored = stored_flow(database, then, now, backlog) if own else None
    if stored is None and not _records(then, now):
        return nothing_known(backlog, (then.as_at, now.as_at), NO_RECORDS)
    return stored or flow_between(database, then, now, backlog, definition)


def _records(then: SnapshotKey, now: SnapshotKey) -> bool:
    """Whether a flow can be worked out of the records of both days."""
    return then.given.records and now.given.records


def flows_of(
    database: Database,
    then: SnapshotKey,
    now: SnapshotKey,
    definition: Definition,
    progress: Progress = lambda done, total: None,
) -> dict[str, Flow]:
    """Every backlog's flow: stored ones, and what is not stored worked out in one reading.

    `progress` is told how many rows have been read, and of how many.
    """
    if not _records(then, now):
        each = (flow_of(database, then, now, one, definition) for one in BACKLOGS.values())
        return {flow.backlog: flow for flow in each}
    found: dict[str, Flow] = {}
    if now.definition == definition:
        found = stored_between(database, then, now)
    if len(found) < len(BACKLOGS):
        found = flows_between(database, then, now, definition, progress=progress)
    return found


def slices_of_flows(
    database: Database,
    then: SnapshotKey,
    now: SnapshotKey,
    definition: Definition,
    dimensions: Sequence[str],
    progress: Progress = lambda done, total: None,
) -> dict[tuple[str, str], FlowBySlice]:
    """Every backlog's flow by each of some dimensions, by backlog and dimension."""
    by = [DIMENSIONS[name] for name in dimensions]
    return flows_by(database, then, now, tuple(BACKLOGS.values()), definition, by, progress)
