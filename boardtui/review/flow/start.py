"""Where a board's flow starts: at the baseline's day, or the nearest day with records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from boardtui.core.criterion.criterion import columns_of
from boardtui.core.measures.given import ASSUMED
from boardtui.core.measures.measure import Backlog
from boardtui.core.words.days import day_text
from boardtui.review.day.selection import Selection
from boardtui.store.connection.database import Database
from boardtui.store.held.snapshots import SnapshotKey, between, snapshot_before

FEWEST_STEPS = 2
"""Flows from then to now below which there is nothing to tell of months."""


class FlowStart(Struct, frozen=True):
    """The snapshot that a board's flow starts from.

    `note` is set where that is not the baseline's own day, and says so; without a `snapshot` it
    says what is missing. `unknown` are sentences on what records of the time in between don't say,
    or what is taken for granted of it, by the kind of file or the column that is missing. `steps`
    is how many flows lead from there to the day that is looked at, from snapshot to snapshot.
    """

    snapshot: SnapshotKey | None
    note: str | None = None
    unknown: Mapping[str, str] = field(default_factory=dict)
    steps: int = 0

    @property
    def notes(self) -> tuple[str, ...]:
        """All that is to be borne in mind of the flow."""
        return (*([self.note] if self.note else []), *self.unknown.values())

    @property
    def too_few(self) -> str | None:
        """Why nothing is told month by month; None where there are steps enough."""
        if self.snapshot is None:
            return self.note
        if self.steps < FEWEST_STEPS:
            return (
                "From then to now there is one step alone: month by month takes records of days "
                "in between. Choose an earlier day as then."
            )
        return None


def flow_start(database: Database, selection: Selection) -> FlowStart:
    """The snapshot of the baseline's day, else the latest one before the day looked at."""
    if selection.snapshot is None:
        return FlowStart(None, "Needs the records of two days; only figures were published.")
    if selection.baseline and selection.baseline.snapshot:
        return _from(database, selection.baseline.snapshot, selection.snapshot)
    earlier = snapshot_before(database, selection.force, selection.day)
    if earlier is None:
        return FlowStart(None, "Needs the records of an earlier day: an earlier cases file.")
    day = day_text(earlier.as_at)
    note = f"Compared against nothing: the flow is from {day}, the day of the records before."
    if selection.baseline is not None:
        note = f"No records of the baseline's day: the flow is from {day} instead."
    return _from(database, earlier, selection.snapshot, note)


def _from(
    database: Database, then: SnapshotKey, now: SnapshotKey, note: str | None = None
) -> FlowStart:
    since = between(database, then, now)
    return FlowStart(then, note, _unknown(then, now, since), len(since))


def unknown_between(database: Database, then: SnapshotKey, now: SnapshotKey) -> dict[str, str]:
    """What the files of two snapshots, and of those in between, leave unknown or taken as so.

    By the kind of file that is missing, or the column: "visits", "leavers", "management".
    """
    return _unknown(then, now, between(database, then, now))


def _unknown(then: SnapshotKey, now: SnapshotKey, since: Sequence[SnapshotKey]) -> dict[str, str]:
    missing: dict[str, list[str]] = {"visits": [], "leavers": []}
    for snapshot in since:
        for kind, days in missing.items():
            if kind not in snapshot.given.files:
                days.append(day_text(snapshot.as_at))
    found = {
        kind: f"No {kind} file with the records of {', '.join(days)}: {WITHOUT[kind]}."
        for kind, days in missing.items()
        if days
    }
    if not then.given.records or not now.given.records:
        return found
    if now.given.lacks("cases", ("last_visit",)):
        found["last_visit"] = (
            f"No last_visit column in the cases of {day_text(now.as_at)}: whoever was seen is "
            "known by the visits files alone, if at all."
        )
    for column, value in ASSUMED.items():
        without = [
            day_text(snapshot.as_at)
            for snapshot in (then, now)
            if snapshot.given.lacks("cases", (column,))
        ]
        if without:
            found[column] = (
                f"No {column} column in the cases of {' and '.join(without)}: all are taken as "
                f"{value} there."
            )
    return found


def bearing_on(backlog: Backlog, unknown: Mapping[str, str]) -> dict[str, str]:
    """What of that bears on the flow of one backlog: assessments need no visits."""
    of = {"leavers", *columns_of(backlog.base.criterion)}
    of |= {"visits", backlog.last} if backlog.by_visits else set()
    return {kind: told for kind, told in unknown.items() if kind in of}


WITHOUT = {
    "visits": "whoever was seen is known by the last visit on record alone",
    "leavers": "why people left is not known for that time",
}
"""What a flow cannot know where a file was not given."""
