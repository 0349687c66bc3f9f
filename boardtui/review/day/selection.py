"""Choosing what to look at: the force, the day, and the baseline beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from operator import attrgetter

from msgspec import Struct

from boardtui.core.words.days import day_text
from boardtui.review import NotThereError
from boardtui.review.day.catalogue import Baseline, Catalogue, Openable, there_are
from boardtui.store.connection.database import Database
from boardtui.store.held.days import HeldDay
from boardtui.store.held.snapshots import ForceKey, SnapshotKey


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
    named = None if force is None else _named(catalogue, force)
    found = _newest(catalogue, named, as_at)
    if isinstance(against, str) and against not in ("inspection", "none"):
        against = date.fromisoformat(against)
    return Selection(
        found.force,
        found.as_at,
        catalogue.snapshot(found.force, found.as_at) if isinstance(found, HeldDay) else None,
        catalogue.baseline(found.force, found.as_at, against),
    )


def _newest(catalogue: Catalogue, named: ForceKey | None, as_at: date | None) -> Openable:
    """What is opened of a force or of all: a snapshot where there is one, the newest."""
    preferred: Sequence[Openable] = catalogue.newest(named, as_at)
    if not preferred:
        preferred = [
            other
            for other in catalogue.published
            if named in (None, other.force) and as_at in (None, other.as_at)
        ]
    if not preferred:
        raise _nothing(catalogue, named, as_at)
    found = max(preferred, key=attrgetter("as_at"))
    several = sorted({other.force.name for other in preferred})
    if as_at is not None and len(several) > 1:
        raise NotThereError(
            f"{', '.join(several)} all have {day_text(as_at)}: say which with --force."
        )
    return found


def _nothing(catalogue: Catalogue, named: ForceKey | None, as_at: date | None) -> NotThereError:
    """That there is nothing to open of a force and day, and what there is."""
    if not catalogue.openable():
        return NotThereError(NOTHING)
    where = "There is" if named is None else f"{named.name} has"
    candidates = catalogue.forces if named is None else [named]
    days = sorted({day for one in candidates for day in catalogue.days(one)})
    asked = f" as at {day_text(as_at)}" if as_at else ""
    return NotThereError(f"{where} no snapshot and no published figures{asked}. {there_are(days)}")


NOTHING = "The database holds no snapshot and no published figure yet."


def _named(catalogue: Catalogue, name: str) -> ForceKey:
    """The force of a name, however that is written."""
    from boardtui.core.words.forces import same_force

    known = catalogue.forces
    if not known and not catalogue.openable():
        raise NotThereError(NOTHING)
    named = [force for force in known if same_force(force.name, name)]
    # An older database may hold one force under several names: each is to be had by its own.
    exact = [force for force in named if force.name == name] or named
    if exact:
        return exact[0]
    names = [force.name for force in known]
    from boardtui.core.words.nearest import suggestion

    hint = suggestion(name, names)
    raise NotThereError(f"There is no force “{name}”.{hint} The database has: {', '.join(names)}.")
