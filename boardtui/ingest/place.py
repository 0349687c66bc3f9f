"""Where a snapshot stands among those that are there: its force, and the days around its own."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from boardtui.core.words.days import day_text
from boardtui.core.words.names import folded
from boardtui.ingest.fault_text import quoted
from boardtui.ingest.faults import IngestRefusedError, IngestUsageError
from boardtui.ingest.force_names import DoubtfulNameError, ForceNames
from boardtui.ingest.request import IngestRequest
from boardtui.ingest.values import TEXT
from boardtui.store.connection.database import Database
from boardtui.store.held.snapshots import (
    ForceKey,
    SnapshotKey,
    around,
    forces,
    has_snapshots,
)


class Place(Struct, frozen=True):
    """A snapshot's force and neighbours; all None in a new database."""

    force: ForceKey | None = None
    previous: SnapshotKey | None = None
    following: SnapshotKey | None = None
    replaced: SnapshotKey | None = None


def place_of(database: Database | None, request: IngestRequest) -> Place:
    """Find a snapshot's place.

    Raises:
        IngestRefusedError: it is there already, or its force is no synthetic one.
    """
    assert request.force is not None
    assert request.as_at is not None
    force = force_named(database, request.force)
    if database is None or force is None:
        return Place()
    if request.synthetic and not force.synthetic and has_snapshots(database, force):
        raise IngestRefusedError(_not_synthetic(force.name))
    day = request.as_at
    found = around(database, force, day)
    if found.on is not None and not request.replace:
        raise IngestRefusedError(
            f"{force.name} has a snapshot as at {day_text(day)} already: "
            "give --replace to put this one in its place."
        )
    return Place(force, found.before, found.after, found.on)


def force_meant(name: str, names: ForceNames) -> str:
    """The force that a request names, as it is held or is to be.

    Raises:
        IngestUsageError: it is no name.
        IngestRefusedError: it is nearly the name of another force.
    """
    if wrong := TEXT.wrong(name) if folded(name) else "a name":
        raise IngestUsageError(f"--force takes the name of a force: {wrong}.")
    try:
        return names.of(name)
    except DoubtfulNameError as error:
        raise IngestRefusedError(
            f"Nothing was stored: --force {quoted(name)} is expected to be {error}."
        ) from error


def force_named(database: Database | None, name: str) -> ForceKey | None:
    """The force of that name, if the database holds it."""
    held = forces(database) if database is not None else ()
    return next((force for force in held if force.name == name), None)


def see_synthetic(database: Database | None, names: Iterable[str]) -> None:
    """See that forces which published figures are to mark as synthetic have no real snapshots."""
    for name in names:
        force = force_named(database, name)
        if database is None or force is None or force.synthetic:
            continue
        if has_snapshots(database, force):
            raise IngestRefusedError(_not_synthetic(name))


def _not_synthetic(force: str) -> str:
    return (
        f"{force} has snapshots that are not synthetic: --synthetic is for forces that do not "
        "exist. Leave it out, or use another name."
    )
