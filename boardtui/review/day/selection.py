"""Choosing what to look at: the force, the day, and the baseline beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from operator import attrgetter

from msgspec import Struct

from boardtui.core.words.days import day_text, stated_day
from boardtui.core.words.forces import same_force
from boardtui.core.words.nearest import suggestion
from boardtui.review import NotThereError
from boardtui.store.connection.database import Database
from boardtui.store.held.inspections import inspections
from boardtui.store.held.snapshots import (
    ForceKey,
    PublishedDay,
    SnapshotKey,
    forces,
    published_days,
    said_by_day,
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


class Selection(Struct, frozen=True):
    """What is looked at; without a snapshot, what was published for the day."""

    force: ForceKey
    day: date
    snapshot: SnapshotKey | None
    baseline: Baseline | None

    @property
    def snapshots(self) -> tuple[SnapshotKey | None, SnapshotKey | None]:
        """The records of the day, and of the baseline; None where there are none."""
        return self.snapshot, self.baseline.snapshot if self.baseline else None


Openable = SnapshotKey | PublishedDay


class Catalogue:
    """Everything in a database that can be opened or compared against."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.forces = forces(database)
        self.snapshots = snapshots(database)
        self.published = published_days(database)

    def days(self, force: ForceKey) -> list[date]:
        """The days of a force that can be opened, oldest first."""
        return sorted({other.as_at for other in self.openable() if other.force == force})

    def openable(self) -> list[Openable]:
        """Everything that can be opened."""
        return [*self.published, *self.snapshots]

    def snapshot(self, force: ForceKey, day: date) -> SnapshotKey | None:
        found = (s for s in self.snapshots if s.force == force and s.as_at == day)
        return next(found, None)

    def published_day(self, force: ForceKey, day: date) -> PublishedDay | None:
        found = (p for p in self.published if p.force == force and p.as_at == day)
        return next(found, None)

    def baselines(self, force: ForceKey, day: date) -> list[Baseline]:
        """All that a day can be compared against, newest first, inspections before others."""
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
        before = [s for s in self.snapshots if s.force == force and s.as_at < day]
        return self._of_day(force, before[-1].as_at) if before else None

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
                f"{_there(earlier)}"
            )
        shown = day_text(against) if isinstance(against, date) else f"“{against}”"
        raise NotThereError(
            f"{force.name} has no snapshot and no published figures as at {shown} to compare "
            f"against. {_there(earlier)}"
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


def choose(
    database: Database,
    force: str | None = None,
    as_at: date | None = None,
    against: str | date | None = None,
) -> Selection:
    """Choose what to look at; whatever is not said takes its default.

    Raises:
        NotThereError: the force, the day or the baseline is not there.
    """
    catalogue = Catalogue(database)
    return select(catalogue, force, as_at, against)


def select(
    catalogue: Catalogue,
    force: str | None = None,
    as_at: date | None = None,
    against: str | date | None = None,
) -> Selection:
    """As `choose`, from a catalogue that was read before."""
    if not catalogue.snapshots and not catalogue.published:
        raise NotThereError("The database holds no snapshot and no published figure yet.")
    named = None if force is None else _named(catalogue.forces, force)
    candidates = catalogue.forces if named is None else [named]
    wanted = [
        other
        for other in catalogue.openable()
        if other.force in candidates and as_at in (None, other.as_at)
    ]
    if not wanted:
        where = "There is" if named is None else f"{named.name} has"
        days = sorted({day for one in candidates for day in catalogue.days(one)})
        asked = f" as at {day_text(as_at)}" if as_at else ""
        raise NotThereError(f"{where} no snapshot and no published figures{asked}. {_there(days)}")
    preferred = [other for other in wanted if isinstance(other, SnapshotKey)] or wanted
    found = max(preferred, key=attrgetter("as_at"))
    several = sorted({other.force.name for other in preferred})
    if as_at is not None and len(several) > 1:
        raise NotThereError(
            f"{', '.join(several)} all have {day_text(as_at)}: say which with --force."
        )
    if isinstance(against, str) and against not in ("inspection", "none"):
        against = date.fromisoformat(against)
    return Selection(
        found.force,
        found.as_at,
        found if isinstance(found, SnapshotKey) else None,
        catalogue.baseline(found.force, found.as_at, against),
    )


def _named(known: Sequence[ForceKey], name: str) -> ForceKey:
    """The force of a name, however that is written."""
    named = [force for force in known if same_force(force.name, name)]
    # An older database may hold one force under several names: each is to be had by its own.
    exact = [force for force in named if force.name == name] or named
    if exact:
        return exact[0]
    names = [force.name for force in known]
    hint = suggestion(name, names)
    raise NotThereError(f"There is no force “{name}”.{hint} The database has: {', '.join(names)}.")


def _there(days: list[date]) -> str:
    return f"There are: {', '.join(day_text(day) for day in days)}." if days else ""
