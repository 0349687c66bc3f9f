"""What one database has of another already, and what stands in the way of the rest."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from boardtui.core.words.days import day_text
from boardtui.ingest.faults import IngestRefusedError
from boardtui.store.connection.database import Database
from boardtui.store.held.days import HeldDay, held_days
from boardtui.store.sealed.chain import Subject, last_entry

Day = tuple[str, date]
"""A force by its name, and the day of a snapshot of it."""

FIRST = 20
"""How many of the snapshots that stand in the way are named."""


class Compared(Struct, frozen=True):
    """The days that are to be copied, oldest first, and the ids of those that are there already.

    `there` has the id in the target of each snapshot of the source that is there as it is here.
    """

    to_copy: tuple[HeldDay, ...]
    there: dict[int, int]


def compared(source: Database, target: Database) -> Compared:
    """See what of the source is to be copied into the target.

    Raises:
        IngestRefusedError: the target has something else of a day, or days of a force that the
            source has not, against which what is copied was never told.
    """
    held = {(each.force.name, each.as_at): each.id for each in held_days(target)}
    days = held_days(source)
    others, differing = _others(days, held), []
    to_copy, there = [], {}
    for day in days:
        id = held.get((day.force.name, day.as_at))
        if id is None:
            to_copy.append(day)
        elif _same(source, day, target, id):
            there[day.id] = id
        else:
            differing.append((day.force.name, day.as_at))
    if differing:
        raise IngestRefusedError(
            "Nothing was copied: nothing is overwritten, and there is something else already of "
            f"{_named(differing)}."
        )
    if to_copy and others:
        raise IngestRefusedError(
            "Nothing was copied: what is told of a snapshot depends on the others of its force, "
            f"and the target has some that are not in the source: {_named(others)}. Take the "
            "extract files in there instead."
        )
    return Compared(tuple(to_copy), there)


def subject_of(day: HeldDay) -> Subject:
    """What the seals of a day are of."""
    return Subject(day.force.name, day.as_at.isoformat())


def _others(days: list[HeldDay], held: dict[Day, int]) -> list[Day]:
    """The days that only the target has, of forces of which something is to be copied."""
    mine = {(each.force.name, each.as_at) for each in days}
    coming = {force for force, day in mine if (force, day) not in held}
    return [each for each in held if each not in mine and each[0] in coming]


_AS_STORED = """
SELECT d.grace_days, d.bands, p.as_at AS before, f.kind, f.sha256, f.rows_stored, f.rows_left_out,
    f.columns
FROM snapshots s JOIN definitions d ON d.id = s.definition_id
LEFT JOIN snapshots p ON p.id = s.previous_id
LEFT JOIN snapshot_files f ON f.snapshot_id = s.id
WHERE s.id = :id ORDER BY f.kind
"""


def _same(source: Database, day: HeldDay, target: Database, id: int) -> bool:
    """Whether a snapshot is in both as it is: under one seal, or of the same files where not."""
    seals = [last_entry(database, subject_of(day)) for database in (source, target)]
    if seals[0] is not None and seals[1] is not None:
        return seals[0].seal is not None and seals[0].seal == seals[1].seal
    stored = [
        [tuple(map(str, row)) for row in database.rows(_AS_STORED, {"id": each})]
        for database, each in ((source, day.id), (target, id))
    ]
    return stored[0] == stored[1]


def _named(days: list[Day]) -> str:
    names = [f"{force}, {day_text(day)}" for force, day in sorted(days)]
    more = f" and {len(names) - FIRST:,} more" if len(names) > FIRST else ""
    return "; ".join(names[:FIRST]) + more
