"""Where a board's flow starts: at the baseline's day, or the nearest day with records."""

from __future__ import annotations

from dataclasses import dataclass

from boardtui.core.days import day_text
from boardtui.review.selection import Selection
from boardtui.store.database import Database
from boardtui.store.snapshots import SnapshotKey, between, snapshots


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
