"""Which entries of the chain an ingest makes: of its snapshot, of those that it touches, and of
what was published.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from boardtui.ingest.place import Place
from boardtui.ingest.request import Progress
from boardtui.ingest.sealing.sealer import LASTING, seal, seal_again
from boardtui.ingest.writer import Writer
from boardtui.store.connection.database import Database
from boardtui.store.held.snapshots import SnapshotKey, snapshots_of
from boardtui.store.sealed.chain import EntryKind, Subject, last_entry, parts_sealed
from boardtui.store.sealed.form import PartDigest
from boardtui.store.sealed.subjects import Held, held_besides, of_snapshot, titled


class Touched(Struct, frozen=True):
    """What an ingest will seal again besides its snapshot.

    `snapshots` are those of which something is counted or told against the one that comes, by
    their ids; `forces` those of which something may be published. `differing` is what is not as it
    was sealed before anything was done: a further seal would hide that.
    """

    snapshots: frozenset[int]
    forces: frozenset[str]
    differing: frozenset[Subject]
    besides: tuple[Held, ...]
    """What there is of those forces already, and of no one force."""

    @property
    def notes(self) -> list[str]:
        """What somebody should know of that."""
        return [
            f"{titled(each)}: this was not as it was sealed before, and is not sealed again; "
            "boardtui verify says what differs."
            for each in sorted(self.differing, key=titled)
        ]


def touched_by(
    database: Database, place: Place, forces: frozenset[str], progress: Progress
) -> Touched:
    """What an ingest of a snapshot, and of something published of some forces, will touch."""
    ids = set() if place.following is None else {place.following.id}
    if place.replaced is not None:
        ids |= {
            id
            for (id,) in database.rows(
                "SELECT DISTINCT snapshot_id FROM warnings "
                "WHERE against_id = :id AND snapshot_id IS NOT NULL AND snapshot_id <> :id",
                {"id": place.replaced.id},
            )
        }
    besides = tuple(held_besides(database, forces))
    again = [*map(of_snapshot, snapshots_of(database, ids)), *besides]
    differing = (each.subject for each in again if _differs(database, each, progress))
    return Touched(frozenset(ids), forces, frozenset(differing), besides)


def _differs(database: Database, what: Held, progress: Progress) -> bool:
    """Whether what may be counted again is not as it was sealed; the rest keeps its digests."""
    last = last_entry(database, what.subject)
    if last is None:
        return True
    kept = LASTING if what.subject.day is not None else ()
    sealed = parts_sealed(database, last.number)
    now = what.digests(database, progress, kept)
    return any(sealed.get(name) != part for name, part in now.items())


def seal_ingested(
    writer: Writer,
    snapshot: SnapshotKey | None,
    place: Place,
    touched: Touched,
    known: Mapping[str, PartDigest],
    progress: Progress,
    *,
    published: bool,
) -> None:
    """Seal what an ingest has stored; `known` are digests of the snapshot's tables.

    `published` is whether anything else than the snapshot was stored.
    """
    progress("sealing", 0, None)
    database = writer.database
    if snapshot is not None:
        kind = EntryKind.STORED if place.replaced is None else EntryKind.REPLACED
        seal(writer, of_snapshot(snapshot), kind, progress, known)
    again = snapshots_of(database, touched.snapshots)
    seal_again(
        writer,
        [each for each in again if of_snapshot(each).subject not in touched.differing],
        progress,
    )
    besides = held_besides(database, touched.forces) if published else touched.besides
    for what in besides:
        if what.subject not in touched.differing:
            seal(writer, what, EntryKind.STORED, progress)
