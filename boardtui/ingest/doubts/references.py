"""References of two snapshots that should be of the same people, and hardly are."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from boardtui.core.measures.people import registered
from boardtui.core.words.days import day_text
from boardtui.ingest.doubts.rows import of_whole
from boardtui.ingest.fault_text import counted
from boardtui.ingest.faults import FaultGroup
from boardtui.ingest.people import those_in
from boardtui.store.connection.database import Database
from boardtui.store.held.figures import Stored
from boardtui.store.held.snapshots import SnapshotKey

HARDLY = 0.5
"""References meet hardly where fewer than this part of the smaller register is in both. A register
loses a tenth of its people in a year or less; one of which half is gone was numbered anew, or is
another force's."""


class Moved(Struct, frozen=True):
    """How many people two snapshots have, and how many of them are in both."""

    then: int
    now: int
    both: int


def moved(database: Database, now: SnapshotKey) -> Moved | None:
    """What a snapshot's figures say of it and the snapshot before; None where they do not."""
    wholes = (registered.name, "joiners", "leavers")
    values = {f.measure: f.value for f in Stored(database, now).by(None, wholes)}
    people, joined, left = map(values.get, wholes)
    if people is None or joined is None or left is None:
        return None
    both = int(people - joined)
    return Moved(int(left) + both, int(people), both)


def hardly_meeting(
    database: Database, then: SnapshotKey, now: SnapshotKey, counts: Moved, file: str
) -> Iterator[FaultGroup]:
    """One warning, where the references hardly meet or some differ by leading zeros alone."""
    day = day_text(then.as_at)
    alike = alike_but_for_zeros(database, then, now)
    example = f"{alike[0][0]} and {alike[0][1]}" if alike else None
    if counts.both < HARDLY * min(counts.then, counts.now):
        message = f"{counts.both:,} of {counted(counts.now, 'reference')} meet those of {day}"
        if alike:
            message += f"; {len(alike):,} look alike but for leading zeros"
    elif alike:
        number, differ = (
            counted(len(alike), "reference"),
            "differs" if len(alike) == 1 else "differ",
        )
        message = f"{number} {differ} from those of {day} by leading zeros alone"
    else:
        return
    yield of_whole(file, message, "case_ref", example)


def other_key(then: SnapshotKey, now: SnapshotKey, file: str) -> Iterator[FaultGroup]:
    """One warning, where the references of two snapshots are not pseudonyms under one key."""
    if then.given.key == now.given.key:
        return
    day = day_text(then.as_at)
    if now.given.key is None:
        message = f"its references are stored as they are, and those of {day} as pseudonyms"
    elif then.given.key is None:
        message = f"its references are pseudonyms, and those of {day} stored as they are"
    else:
        message = f"its references are pseudonyms under another key than those of {day}"
    yield of_whole(file, message, "case_ref", now.given.key)


def alike_but_for_zeros(
    database: Database, then: SnapshotKey, now: SnapshotKey
) -> list[tuple[str, str]]:
    """References in one of two snapshots each that are the same but for leading zeros.

    Pairs of the earlier and the later, in order. Spreadsheets take such zeros away. Only references
    that begin with one are read.
    """
    zeros_then, zeros_now = (_with_zeros(database, each) for each in (then, now))
    went, came = zeros_then - zeros_now, zeros_now - zeros_then
    bare = sorted({_bare(ref) for ref in went | came})
    bare_then = those_in(database, then.id, bare)
    bare_now = those_in(database, now.id, bare)
    by_bare = {_bare(ref): ref for ref in sorted(came)} | {r: r for r in bare_now - bare_then}
    pairs = [(ref, by_bare[_bare(ref)]) for ref in went if _bare(ref) in by_bare]
    gone = bare_then - bare_now
    pairs += [(_bare(ref), ref) for ref in came if _bare(ref) in gone]
    return sorted(pairs)


def _with_zeros(database: Database, snapshot: SnapshotKey) -> set[str]:
    rows = database.rows(
        "SELECT case_ref FROM cases WHERE snapshot_id = :snapshot "
        "AND case_ref >= '0' AND case_ref < '1'",
        {"snapshot": snapshot.id},
    )
    return {ref for (ref,) in rows if ref.startswith("0") and ref != "0"}


def _bare(ref: str) -> str:
    return ref.lstrip("0") or "0"
