"""Storing what is odd of a snapshot beside others, and of the next one, which it now precedes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boardtui.ingest.doubts.beside import doubts_beside
from boardtui.ingest.faults import FaultGroup
from boardtui.ingest.record import write_warnings
from boardtui.ingest.writing import Writer
from boardtui.store.snapshots import SnapshotKey, snapshots


@dataclass(frozen=True, slots=True)
class OfNext:
    """The warnings of the snapshot after the one that was taken in, beside others."""

    as_at: date
    warnings: tuple[FaultGroup, ...]


def warn_beside(writer: Writer, snapshot: int) -> tuple[tuple[FaultGroup, ...], OfNext | None]:
    """Store the warnings of a snapshot beside others, and again those of the next one.

    Returns both; None where there is no next one, or nothing odd of it.
    """
    there = {each.id: each for each in snapshots(writer.database)}
    mine = _warn(writer, there[snapshot], there)
    following = next((s for s in there.values() if s.previous_id == snapshot), None)
    if following is None:
        return mine, None
    writer.run(
        "DELETE FROM warnings WHERE snapshot_id = :id AND against_id IS NOT NULL",
        {"id": following.id},
    )
    of_next = _warn(writer, following, there)
    return mine, OfNext(following.as_at, of_next) if of_next else None


def _warn(
    writer: Writer, snapshot: SnapshotKey, there: dict[int, SnapshotKey]
) -> tuple[FaultGroup, ...]:
    found = list(doubts_beside(writer.database, snapshot, there))
    for against, group in found:
        write_warnings(writer, snapshot.id, [group], against)
    return tuple(group for _, group in found)
