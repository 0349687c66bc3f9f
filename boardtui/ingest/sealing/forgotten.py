"""The seal of a snapshot renewed after something of it was forgotten."""

from __future__ import annotations

from collections.abc import Mapping

from boardtui.ingest.request import Progress
from boardtui.ingest.sealing.sealer import seal
from boardtui.ingest.writer import Writer
from boardtui.store.held.snapshots import SnapshotKey
from boardtui.store.sealed.chain import EntryKind, last_entry, parts_sealed
from boardtui.store.sealed.form import PartDigest
from boardtui.store.sealed.subjects import of_snapshot

NOT_AS_SEALED = "not as it was sealed when something of it was forgotten"
"""What stands for the digest of a table that differed from its seal already: no digest is that."""

Before = Mapping[str, tuple[PartDigest, bool]]
"""The digests of a snapshot's tables, each with whether it is as it was sealed."""


def as_sealed(writer: Writer, snapshot: SnapshotKey, progress: Progress) -> Before:
    """The tables of a snapshot as they are before something of it is forgotten."""
    what = of_snapshot(snapshot)
    with writer.reading() as database:
        last = last_entry(database, what.subject)
        sealed = parts_sealed(database, last.number) if last is not None else {}
        now = what.digests(database, progress)
    return {name: (part, sealed.get(name) == part) for name, part in now.items()}


def seal_forgotten(
    writer: Writer,
    snapshot: SnapshotKey,
    before: Before,
    removed: int,
    why: str,
    progress: Progress,
) -> None:
    """Renew the seal of a snapshot, and take away those of before, with all that is under them.

    A table that was not as it was sealed does not become so: its digest stays one that is none.
    """
    what = of_snapshot(snapshot)
    _take_away(writer, what.subject.force, what.subject.day)
    wrong = {
        name: PartDigest(part.rows, NOT_AS_SEALED)
        for name, (part, intact) in before.items()
        if not intact
    }
    seal(writer, what, EntryKind.FORGOTTEN, progress, wrong, removed=removed, why=why)


def _take_away(writer: Writer, force: str, day: str | None) -> None:
    """Take away seals by which somebody could try out who was forgotten."""
    values = {"force": force, "day": day}
    writer.run(
        "DELETE FROM sealed_parts WHERE number IN "
        "(SELECT number FROM seals WHERE force = :force AND day = :day)",
        values,
    )
    writer.run(
        "UPDATE seals SET seal = NULL, nonce = NULL WHERE force = :force AND day = :day", values
    )
