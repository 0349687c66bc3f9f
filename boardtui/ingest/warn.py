"""Storing what is odd of a snapshot beside others, and of the next one, which it now precedes."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from boardtui.ingest.doubts.beside import doubts_beside
from boardtui.ingest.faults import FaultGroup
from boardtui.ingest.place import Place
from boardtui.ingest.record import warning_rows, write_warnings
from boardtui.ingest.writer import Writer
from boardtui.store.held.snapshots import SnapshotKey, with_previous


class OfNext(Struct, frozen=True):
    """The warnings of the snapshot after the one that was taken in, beside others."""

    as_at: date
    warnings: tuple[FaultGroup, ...]


def warn_beside(
    writer: Writer, now: SnapshotKey, place: Place
) -> tuple[tuple[FaultGroup, ...], OfNext | None]:
    """Store the warnings of a new snapshot beside others, and again those of the next one.

    Returns both; None where there is no next one, or nothing odd of it.
    """
    mine = _warn(writer, now, place.previous)
    if place.following is None:
        return mine, None
    of_next = warn_of(writer, place.following.id)
    return mine, OfNext(place.following.as_at, of_next) if of_next else None


def warn_of(writer: Writer, snapshot: int) -> tuple[FaultGroup, ...]:
    """Store again what is odd of one snapshot beside the others that are there now."""
    writer.run(
        "DELETE FROM warnings WHERE snapshot_id = :id AND against_id IS NOT NULL", {"id": snapshot}
    )
    return _warn(writer, *with_previous(writer.database, snapshot))


def _warn(writer: Writer, now: SnapshotKey, then: SnapshotKey | None) -> tuple[FaultGroup, ...]:
    found = list(doubts_beside(writer.database, now, then))
    for against, group in found:
        write_warnings(writer, now.id, warning_rows([group]), against)
    return tuple(group for _, group in found)
