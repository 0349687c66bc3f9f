"""Where a snapshot stands among those that are there: its force, and the days around its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from boardtui.core.days import day_text
from boardtui.ingest.faults import IngestRefusedError, IngestUsageError
from boardtui.ingest.request import IngestRequest
from boardtui.ingest.values import TEXT
from boardtui.store.database import Database
from boardtui.store.snapshots import ForceKey, SnapshotKey, forces, snapshots


@dataclass(frozen=True, slots=True)
class Place:
    """A snapshot's force and neighbours; all None in a new database."""

    force: ForceKey | None = None
    previous: SnapshotKey | None = None
    following: SnapshotKey | None = None
    replaced: SnapshotKey | None = None


def place_of(database: Database | None, request: IngestRequest) -> Place:
    """Find a snapshot's place.

    Raises:
        IngestRefusedError: it is there already, or its force is known otherwise.
    """
    assert request.force is not None
    assert request.as_at is not None
    if wrong := TEXT.wrong(request.force) if request.force.strip() else "a name":
        raise IngestUsageError(f"--force takes the name of a force: {wrong}.")
    force = force_named(database, request.force)
    if database is None or force is None:
        return Place()
    there = snapshots(database, force)
    if request.synthetic and there and not force.synthetic:
        raise IngestRefusedError(_not_synthetic(force.name))
    replaced = next((s for s in there if s.as_at == request.as_at), None)
    if replaced is not None and not request.replace:
        raise IngestRefusedError(
            f"{force.name} has a snapshot as at {day_text(request.as_at)} already: "
            "give --replace to put this one in its place."
        )
    return Place(force, _before(there, request.as_at), _after(there, request.as_at), replaced)


def force_named(database: Database | None, name: str) -> ForceKey | None:
    """The force of that name, if the database knows it.

    Raises:
        IngestRefusedError: it knows one that is written almost so, which is surely meant.
    """
    for force in forces(database) if database is not None else ():
        if force.name == name:
            return force
        if force.name.split() == name.split() or force.name.casefold() == name.casefold():
            raise IngestRefusedError(
                f'The database has a force called "{force.name}", not "{name}": '
                "write its name the same way."
            )
    return None


def see_synthetic(database: Database | None, names: Iterable[str]) -> None:
    """See that forces which published figures are to mark as synthetic have no real snapshots."""
    for name in names:
        force = force_named(database, name)
        if database is None or force is None or force.synthetic:
            continue
        if snapshots(database, force):
            raise IngestRefusedError(_not_synthetic(name))


def _not_synthetic(force: str) -> str:
    return (
        f"{force} has snapshots that are not synthetic: --synthetic is for forces that do not "
        "exist. Leave it out, or use another name."
    )


def _before(there: list[SnapshotKey], day: date) -> SnapshotKey | None:
    return max((s for s in there if s.as_at < day), key=lambda s: s.as_at, default=None)


def _after(there: list[SnapshotKey], day: date) -> SnapshotKey | None:
    return min((s for s in there if s.as_at > day), key=lambda s: s.as_at, default=None)
