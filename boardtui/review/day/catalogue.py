"""Which forces and days there are in a database, and what each can be compared with."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import cached_property

from msgspec import Struct

from boardtui.core.words.days import day_text, stated_day
from boardtui.review import NotThereError
from boardtui.store.connection.database import Database
from boardtui.store.held.days import HeldDay, held_days, newest_days
from boardtui.store.held.inspections import inspections
from boardtui.store.held.snapshots import (
    ForceKey,
    PublishedDay,
    SnapshotKey,
    forces,
    published_days,
    said_by_day,
    snapshot_before,
    snapshot_on,
    snapshots,
)


class BaselineKind(StrEnum):
    """What a snapshot is compared against."""

    INSPECTION = "inspection"
    SNAPSHOT = "snapshot"
    FIGURES = "figures"


class Baseline(Struct, frozen=True):
    """What a day is compared against: published figures of a day, a snapshot of it, or both.

    `published` is set where the force has published figures as at the day, and `stated` is how
    these state it; `snapshot` is set where it has records of it.
    """

    kind: BaselineKind
    as_at: date
    label: str
    snapshot: SnapshotKey | None
    published: bool
    stated: str | None = None


Openable = HeldDay | PublishedDay


class DayHeld(Struct, frozen=True):
    """A day that can be opened: whether there is a snapshot of it, and how many figures said."""

    force: ForceKey
    day: date
    records: bool
    published: int


class Catalogue:
    """Everything in a database that can be opened or compared against.

    It reads what it is asked for: of an archive, the days of one force, and not thousands.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self.forces = forces(database)
        self._days: dict[int, list[date]] = {}
        self._published: dict[int, dict[date, PublishedDay]] = {}
        self._keys: dict[int, dict[date, SnapshotKey]] = {}
        # Those that were asked for one by one, while not all of their force are known.
        self._on: dict[tuple[int, date], SnapshotKey | None] = {}

    @cached_property
    def held(self) -> list[HeldDay]:
        """The days of all snapshots, oldest first."""
        return held_days(self._database)

    @cached_property
    def published(self) -> list[PublishedDay]:
        """All days of which figures were published, oldest first."""
        return published_days(self._database)

    def days(self, force: ForceKey) -> list[date]:
        """The days of a force that can be opened, oldest first."""
        if force.id not in self._days:
            held = {other.as_at for other in held_days(self._database, force)}
            self._days[force.id] = sorted(held | self._published_of(force).keys())
        return self._days[force.id]

    def openable(self) -> list[Openable]:
        """Everything that can be opened."""
        return [*self.published, *self.held]

    @property
    def several(self) -> bool:
        """Whether there is another day to open than one."""
        some = self._database.rows("SELECT force_id, as_at FROM snapshots LIMIT 2")
        days = {(other.force, other.as_at) for other in self.openable()} if len(some) < 2 else ()
        return len(some) > 1 or len(days) > 1

    def newest(self, force: ForceKey | None, day: date | None) -> list[HeldDay]:
        """The snapshots of the newest day, or of a day, of a force or of all."""
        return newest_days(self._database, force, day)

    def every_day(self) -> list[DayHeld]:
        """Every day that can be opened: by force, the newest first."""
        records = {(other.force.id, other.as_at) for other in self.held}
        said = {(other.force.id, other.as_at): other.figures for other in self.published}
        order = {force.id: (place, force) for place, force in enumerate(self.forces)}
        found = sorted(
            records | said.keys(), key=lambda one: (order[one[0]][0], -one[1].toordinal())
        )
        return [
            DayHeld(order[id][1], day, (id, day) in records, said.get((id, day), 0))
            for id, day in found
        ]

    def snapshot(self, force: ForceKey, day: date) -> SnapshotKey | None:
        if (known := self._keys.get(force.id)) is not None:
            return known.get(day)
        if (force.id, day) not in self._on:
            self._on[force.id, day] = snapshot_on(self._database, force, day)
        return self._on[force.id, day]

    def published_day(self, force: ForceKey, day: date) -> PublishedDay | None:
        return self._published_of(force).get(day)

    def _published_of(self, force: ForceKey) -> dict[date, PublishedDay]:
        if force.id not in self._published:
            days = published_days(self._database, force)
            self._published[force.id] = {one.as_at: one for one in days}
        return self._published[force.id]

    def baselines(self, force: ForceKey, day: date) -> list[Baseline]:
        """All that a day can be compared against, newest first, inspections before others."""
        # All at once: one by one, each would be a question of its own.
        self._keys[force.id] = {one.as_at: one for one in snapshots(self._database, force)}
        found = [self._inspection(force, d) for d in reversed(self._inspected(force, day))]
        earlier = [other for other in self.days(force) if other < day]
        return found + [self._of_day(force, other) for other in reversed(earlier)]

    def default_baseline(self, force: ForceKey, day: date) -> Baseline | None:
        """The latest inspection before the day, else the snapshot before, else none.

        Of a day that only has published figures, the latest day before of which something was said
        that was also said of this very day, an inspection's first.
        """
        inspected = self._inspected(force, day)
        if self.snapshot(force, day) is None:
            return self._with_something_in_common(force, day, inspected)
        if inspected:
            return self._inspection(force, inspected[-1])
        before = snapshot_before(self._database, force, day)
        return self._of_day(force, before.as_at) if before else None

    def _with_something_in_common(
        self, force: ForceKey, day: date, inspected: list[date]
    ) -> Baseline | None:
        said = said_by_day(self._database, force, day)
        here = said.pop(day, frozenset())
        common = [other for other, things in sorted(said.items()) if things & here]
        if of_inspections := [other for other in common if other in inspected]:
            return self._inspection(force, of_inspections[-1])
        return self._of_day(force, common[-1]) if common else None

    def baseline(self, force: ForceKey, day: date, against: str | date | None) -> Baseline | None:
        """The baseline that was asked for: "inspection", "none", a day, or None for the default.

        Raises:
            NotThereError: there is no such baseline.
        """
        if against is None:
            return self.default_baseline(force, day)
        if against == "none":
            return None
        if against == "inspection":
            inspected = self._inspected(force, day)
            if inspected:
                return self._inspection(force, inspected[-1])
            raise NotThereError(
                f"{force.name} has no inspection before {day_text(day)} with published figures."
            )
        earlier = [other for other in self.days(force) if other < day]
        if isinstance(against, date) and against in earlier:
            return self._of_day(force, against)
        if isinstance(against, date) and against >= day:
            raise NotThereError(
                f"{day_text(against)} is no earlier day than {day_text(day)}, to compare it with. "
                f"{there_are(earlier)}"
            )
        shown = day_text(against) if isinstance(against, date) else f"“{against}”"
        raise NotThereError(
            f"{force.name} has no snapshot and no published figures as at {shown} to compare "
            f"against. {there_are(earlier)}"
        )

    def _inspected(self, force: ForceKey, day: date) -> list[date]:
        """The days of inspections before a day that have published figures, oldest first."""
        days = (inspection.day for inspection in inspections(self._database, force))
        return sorted({d for d in days if d and d < day and self.published_day(force, d)})

    def _inspection(self, force: ForceKey, day: date) -> Baseline:
        published = self.published_day(force, day)
        stated = published.stated if published else None
        exact = stated is None or stated_day(day, stated) != stated
        shown = stated_day(day, stated) if exact else f"stated “{stated}”"
        label = f"inspection, {shown} (published figures)"
        snapshot = self.snapshot(force, day)
        return Baseline(
            BaselineKind.INSPECTION, day, label, snapshot, published=True, stated=stated
        )

    def _of_day(self, force: ForceKey, day: date) -> Baseline:
        snapshot, published = self.snapshot(force, day), self.published_day(force, day)
        kind = BaselineKind.SNAPSHOT if snapshot else BaselineKind.FIGURES
        what = "records" if snapshot else "published figures"
        stated = published.stated if published else None
        label = f"{day_text(day)} ({what})"
        return Baseline(kind, day, label, snapshot, published is not None, stated)


MANY = 60
"""Days from which they are no longer listed one by one in a sentence."""


def there_are(days: list[date]) -> str:
    """The days that there are, in a sentence; nothing where there are none."""
    if len(days) > MANY:
        return f"There are {len(days):,}, from {day_text(days[0])} to {day_text(days[-1])}."
    return f"There are: {', '.join(day_text(day) for day in days)}." if days else ""
