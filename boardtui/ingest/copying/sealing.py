"""The seals of what was copied: the chain itself where the target has none, else honest entries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from boardtui.ingest.copying.moving import Moving
from boardtui.ingest.faults import IngestRefusedError
from boardtui.ingest.request import Progress
from boardtui.ingest.sealing.sealer import seal
from boardtui.ingest.writer import Writer
from boardtui.store.connection.database import Database
from boardtui.store.held.days import HeldDay
from boardtui.store.held.snapshots import ForceKey, snapshots_of
from boardtui.store.sealed.chain import OF_NO_FORCE, EntryKind, last_entry, parts_sealed
from boardtui.store.sealed.form import PartDigest
from boardtui.store.sealed.subjects import Held, held_besides, of_snapshot, titled


def has_chain(database: Database) -> bool:
    """Whether anything was sealed in a database."""
    return last_entry(database) is not None


def seal_copied(
    writer: Writer,
    source: Database,
    moving: Moving,
    days: Iterable[HeldDay],
    forces: Iterable[ForceKey],
    progress: Progress,
) -> int:
    """Put an entry for everything that was copied at the end of the target's own chain.

    Each says of which chain it comes. What is not as it was sealed in the source is refused: sealed
    anew, nobody would see it any more. How many entries there are.

    Raises:
        IngestRefusedError: something is not as it was sealed.
    """
    head = last_entry(source)
    why = "copied from a database that has no seals"
    if head is not None:
        why = f"copied from the chain that ends with {head.chain}"
    ids = (moving.id_of(day.id) for day in days)
    whats = [of_snapshot(each) for id in ids for each in snapshots_of(writer.database, [id])]
    names = {*(force.name for force in forces), OF_NO_FORCE.force}
    whats += held_besides(writer.database, names)
    made = 0
    for what in whats:
        parts = what.digests(writer.database, progress)
        if what.subject.day is not None:
            _see_as_sealed(source, what, parts)
        made += seal(writer, what, EntryKind.STORED, progress, parts, why=why)
    return made


def _see_as_sealed(source: Database, what: Held, parts: Mapping[str, PartDigest]) -> None:
    entry = last_entry(source, what.subject)
    if entry is not None and parts_sealed(source, entry.number) != parts:
        raise IngestRefusedError(
            f"{titled(what.subject)} is not as it was sealed, and is not copied into a database "
            "with seals of its own: boardtui verify says what differs."
        )
