"""The flow that stands on a board: from the baseline's day, or the nearest day with records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from boardtui.core.days import day_text
from boardtui.core.definition import Definition
from boardtui.core.dimension import DIMENSIONS
from boardtui.core.flow import Flow
from boardtui.core.flow_slices import FlowBySlice
from boardtui.core.measure import Backlog
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.review import NotThereError
from boardtui.review.selection import Selection
from boardtui.store.database import Database
from boardtui.store.flow_slices import flows_by
from boardtui.store.flows import flow_between, flows_between, stored_flow
from boardtui.store.pair_counts import Progress
from boardtui.store.snapshots import ForceKey, SnapshotKey, between, snapshots


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
    stored = stored_flow(database, then, now, backlog) if now.definition == definition else None
    return stored or flow_between(database, then, now, backlog, definition)


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
    found: dict[str, Flow] = {}
    if now.definition == definition:
        stored = (stored_flow(database, then, now, backlog) for backlog in BACKLOGS.values())
        found = {flow.backlog: flow for flow in stored if flow is not None}
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


@dataclass(frozen=True, slots=True)
class FlowStart:
    """The snapshot that a board's flow starts from.

    `note` is set where that is not the baseline's own day, and says so; without a `snapshot` it
    says what is missing. `unknown` are sentences on what records of the time in between don't say.
    """

    snapshot: SnapshotKey | None
    note: str | None = None
    unknown: tuple[str, ...] = ()


def flow_start(database: Database, selection: Selection) -> FlowStart:
    """The snapshot of the baseline's day, else the latest one before the day looked at."""
    if selection.snapshot is None:
        return FlowStart(None, "Needs the records of two days; only figures were published.")
    if selection.baseline and selection.baseline.snapshot:
        return _from(database, selection.baseline.snapshot, selection.snapshot)
    earlier = [s for s in snapshots(database, selection.force) if s.as_at < selection.day]
    if not earlier:
        return FlowStart(None, "Needs the records of an earlier day: an earlier cases file.")
    note = None
    if selection.baseline is not None:
        day = day_text(earlier[-1].as_at)
        note = f"no records of the baseline's day; from {day} instead"
    return _from(database, earlier[-1], selection.snapshot, note)


def _from(
    database: Database, then: SnapshotKey, now: SnapshotKey, note: str | None = None
) -> FlowStart:
    """A flow's start, with what the files of the time in between leave unknown."""
    missing: dict[str, list[str]] = {"visits": [], "leavers": []}
    for snapshot in between(database, then, now):
        for kind, days in missing.items():
            if kind not in snapshot.files:
                days.append(day_text(snapshot.as_at))
    unknown = [
        f"No {kind} file with the records of {', '.join(days)}: {WITHOUT[kind]}."
        for kind, days in missing.items()
        if days
    ]
    return FlowStart(then, note, tuple(unknown))


WITHOUT = {
    "visits": "whoever was seen is known by the last visit on record alone",
    "leavers": "why people left is not known for that time",
}
"""What a flow cannot know where a file was not given."""
