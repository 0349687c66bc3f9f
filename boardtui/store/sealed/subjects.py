"""What there is in a database to be sealed, and the digests of it as it stands."""

from __future__ import annotations

from collections.abc import Container, Iterable

from msgspec import Struct

from boardtui.core.words.days import day_text
from boardtui.store.connection.database import Database, as_date
from boardtui.store.held.snapshots import ForceKey, SnapshotKey, snapshots
from boardtui.store.sealed.chain import OF_NO_FORCE, Subject
from boardtui.store.sealed.form import PartDigest
from boardtui.store.sealed.parts import (
    PUBLISHED_PARTS,
    SNAPSHOT_PARTS,
    WHOLE_PARTS,
    Part,
    Progress,
    digest,
)


class Held(Struct, frozen=True):
    """Something to be sealed; `id` is that of the snapshot or of the force, in this database."""

    subject: Subject
    id: int | None

    @property
    def parts(self) -> tuple[Part, ...]:
        """The tables that its seal covers."""
        if self.subject == OF_NO_FORCE:
            return WHOLE_PARTS
        return PUBLISHED_PARTS if self.subject.day is None else SNAPSHOT_PARTS

    def digests(
        self, database: Database, progress: Progress, known: Iterable[str] = ()
    ) -> dict[str, PartDigest]:
        """The digests of its tables as they stand, but for those whose names are known."""
        return {
            part.name: digest(database, part, self.id, progress, f" {named(self.subject)}")
            for part in self.parts
            if part.name not in known
        }


def of_snapshot(snapshot: SnapshotKey) -> Held:
    return Held(Subject(snapshot.force.name, snapshot.as_at.isoformat()), snapshot.id)


def of_force(force: ForceKey) -> Held:
    """What was published of a force."""
    return Held(Subject(force.name, None), force.id)


WHOLE = Held(OF_NO_FORCE, None)
"""What is of no one force."""


def held(database: Database) -> list[Held]:
    """All that there is to be sealed."""
    return [*map(of_snapshot, snapshots(database)), *held_besides(database)]


def held_besides(database: Database, names: Container[str] | None = None) -> list[Held]:
    """What there is to be sealed besides snapshots; of some forces by their names, or of all.

    What is of no one force goes by the name of `OF_NO_FORCE`.
    """
    found = [of_force(f) for f in _published(database) if names is None or f.name in names]
    if (names is None or OF_NO_FORCE.force in names) and database.rows(_AS_A_WHOLE):
        found.append(WHOLE)
    return found


def _published(database: Database) -> list[ForceKey]:
    """The forces of which anything was published, by name."""
    rows = database.rows(
        "SELECT f.id, f.name, f.synthetic FROM forces f WHERE EXISTS "
        "(SELECT 1 FROM figures g WHERE g.force_id = f.id AND g.snapshot_id IS NULL) OR EXISTS "
        "(SELECT 1 FROM inspections i WHERE i.force_id = f.id) ORDER BY f.name"
    )
    return [ForceKey(id, name, bool(synthetic)) for id, name, synthetic in rows]


_AS_A_WHOLE = "SELECT 1 FROM warnings WHERE snapshot_id IS NULL UNION SELECT 1 FROM publications"


def named(subject: Subject) -> str:
    """What a seal is of, in words that follow the name of one of its tables."""
    if subject == OF_NO_FORCE:
        return "of the database as a whole"
    day = as_date(subject.day)
    if day is None:
        return f"published of {subject.force}"
    return f"of {subject.force} as at {day_text(day)}"


def titled(subject: Subject) -> str:
    """What a seal is of, in words of their own."""
    if subject == OF_NO_FORCE:
        return "The database as a whole"
    day = as_date(subject.day)
    return f"{subject.force}, {'as published' if day is None else day_text(day)}"
