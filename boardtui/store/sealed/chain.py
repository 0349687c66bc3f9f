"""The chain of entries: what was stored, replaced, counted again or forgotten, in that order.

Each entry's `chain` is the digest of the entry and of the `chain` of the one before, so that none
can be removed, changed or moved without all that follow showing it. It covers the seal by a
commitment: the digest of the seal with a random number. When a person is forgotten, the seals of
what was stored with them are taken away, with their random numbers and the digests of their tables;
the commitments stay, and so does the chain. Otherwise a digest of all rows would let anybody who
has all but one of them try out who the last one was.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from boardtui.store.connection.database import Database, Record
from boardtui.store.sealed.form import PartDigest, digest_of


class EntryKind(StrEnum):
    """What an entry of the chain says was done."""

    STORED = "stored"
    REPLACED = "replaced"
    RECOMPUTED = "recomputed"
    FORGOTTEN = "forgotten"


class Subject(Struct, frozen=True, order=True):
    """What a seal is of: a force's snapshot of a day (ISO), or what was published of the force.

    Without a force it is of what is of no one force, as `parts.WHOLE_PARTS` has it.
    """

    force: str
    day: str | None


OF_NO_FORCE = Subject("", None)


class Entry(Struct, frozen=True):
    """An entry of the chain. `seal` and `nonce` are None once what it sealed was forgotten."""

    number: int
    kind: str
    subject: Subject
    sealed_at: str
    seal: str | None
    nonce: str | None
    commitment: str
    chain: str
    removed: int | None
    why: str | None

    def chain_after(self, previous: str, number: int) -> str:
        """What `chain` is of this entry at a place, behind one whose `chain` is `previous`."""
        of = [self.subject.force, self.subject.day, self.sealed_at, self.commitment]
        return digest_of([previous, number, self.kind, *of, self.removed, self.why])


BEGINNING = ""
"""What stands for the `chain` of the entry before the first."""


def commitment_of(nonce: str, seal: str) -> str:
    """What the chain covers of a seal."""
    return digest_of([nonce, seal])


_COLUMNS = (
    "number, entry, force, day, sealed_at, seal, nonce, commitment, chain, removed, why FROM seals"
)


def entries(database: Database) -> list[Entry]:
    """Every entry, in the order of their numbers."""
    return list(map(_entry, database.rows(f"SELECT {_COLUMNS} ORDER BY number")))


def last_entry(database: Database, subject: Subject | None = None) -> Entry | None:
    """The last entry of the chain, or the last of a subject; None where there is none."""
    where, values = "", {}
    if subject is not None:
        of_day = "day IS NULL" if subject.day is None else "day = :day"
        where = f"WHERE force = :force AND {of_day}"
        values = {"force": subject.force} | ({} if subject.day is None else {"day": subject.day})
    rows = database.rows(f"SELECT {_COLUMNS} {where} ORDER BY number DESC LIMIT 1", values)
    return _entry(rows[0]) if rows else None


def _entry(row: Record) -> Entry:
    number, kind, force, day, *rest = row
    return Entry(number, kind, Subject(force, day), *rest)


def parts_sealed(database: Database, number: int) -> dict[str, PartDigest]:
    """The digests of the tables under an entry's seal, by their names."""
    rows = database.rows(
        "SELECT part, rows, digest FROM sealed_parts WHERE number = :number", {"number": number}
    )
    return {part: PartDigest(rows, digest) for part, rows, digest in rows}
