"""Storing what is odd of a snapshot beside others, and of the next one, which it now precedes."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from boardtui.ingest.doubts.beside import doubts_beside
from boardtui.ingest.faults import FaultGroup
from boardtui.ingest.record import write_warnings
from boardtui.ingest.writer import Writer
from boardtui.store.held.snapshots import snapshot_after, snapshots_of, with_previous


class OfNext(Struct, frozen=True):
    """The warnings of the snapshot after the one that was taken in, beside others."""

    as_at: date
    warnings: tuple[FaultGroup, ...]


def warn_beside(writer: Writer, snapshot: int) -> tuple[tuple[FaultGroup, ...], OfNext | None]:
    """Store the warnings of a snapshot beside others, and again those of the next one.

    Returns both; None where there is no next one, or nothing odd of it.
    """
    mine = warn_of(writer, snapshot)
    (now,) = snapshots_of(writer.database, [snapshot])
    following = snapshot_after(writer.database, now.force, now.as_at)
    if following is None:
        return mine, None
    of_next = warn_of(writer, following.id)
    return mine, OfNext(following.as_at, of_next) if of_next else None


def warn_of(writer: Writer, snapshot: int) -> tuple[FaultGroup, ...]:
    """Store what is odd of one snapshot beside the others that are there now."""
    now, then = with_previous(writer.database, snapshot)
    writer.run(
        "DELETE FROM warnings WHERE snapshot_id = :id AND against_id IS NOT NULL", {"id": snapshot}
    )
    found = list(doubts_beside(writer.database, now, then))
    for against, group in found:
        write_warnings(writer, snapshot, [group], against)
    return tuple(group for _, group in found)
