"""Whether what is stored is as it was sealed, and the chain of seals as it was made."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from boardtui.core.words.wording import number_text
from boardtui.store.connection.database import Database
from boardtui.store.connection.opening import is_older
from boardtui.store.sealed.chain import (
    BEGINNING,
    Entry,
    EntryKind,
    commitment_of,
    entries,
    parts_sealed,
)
from boardtui.store.sealed.form import PartDigest, seal_of
from boardtui.store.sealed.parts import Progress
from boardtui.store.sealed.subjects import Held, held, named, titled

WORDS = {
    "snapshot": "the force, day, definition or earlier snapshot",
    "force": "the force's name or mark as synthetic",
    "files": "the list of files",
    "flows": "the flow",
    "not_offered": "the list of what is not offered",
    "publication": "what is said of the audience",
}
"""The tables that have other names for a reader."""


class Checked(Struct, frozen=True):
    """An entry of the chain, and how it, or what it sealed, differs: sentences.

    `current` is whether it is the last of what it sealed, which is then as it says now.
    """

    entry: Entry
    current: bool
    differs: tuple[str, ...]

    @property
    def intact(self) -> bool:
        return not self.differs


class Verified(Struct, frozen=True):
    """What was found. `unsealed` are differences that no entry is of: sentences.

    `sealed` is False of a database that was stored before there were seals, of which nothing can be
    said; `records` is whether there are records of people in it.
    """

    sealed: bool
    records: bool
    entries: tuple[Checked, ...]
    unsealed: tuple[str, ...]

    @property
    def differs(self) -> list[str]:
        """All that differs: first in the chain, then in what it seals."""
        return [*(why for each in self.entries for why in each.differs), *self.unsealed]

    @property
    def intact(self) -> bool:
        """Whether all is as it was sealed."""
        return self.sealed and not self.differs

    @property
    def head(self) -> str | None:
        """The `chain` of the last entry, by which somebody can know this chain again."""
        return self.entries[-1].entry.chain if self.entries else None


def quietly(stage: str, done: int, total: int | None) -> None:
    """Progress that nobody watches."""


def verify(database: Database, progress: Progress = quietly) -> Verified:
    """Look at all that is stored, and at the chain. A million cases take some seconds."""
    records = bool(database.rows("SELECT 1 FROM cases LIMIT 1"))
    if is_older(database):
        return Verified(sealed=False, records=records, entries=(), unsealed=())
    chain = entries(database)
    there = {each.subject: each for each in held(database)}
    last = {entry.subject: entry for entry in chain}
    wrong = _chain_faults(chain)
    checked = []
    for entry in chain:
        current = last[entry.subject] is entry
        differs = [*wrong.get(entry.number, ()), *_seal_faults(database, entry, chain)]
        if current:
            what = there.get(entry.subject)
            differs += _contents_differ(database, entry, what, progress)
        checked.append(Checked(entry, current, tuple(differs)))
    unsealed = [
        f"{titled(subject)}: no entry of the chain is of it. It was not stored by boardtui, or "
        "its entry was removed."
        for subject in there
        if subject not in last
    ]
    return Verified(True, records, tuple(checked), (*_missing(chain), *unsealed))


def _missing(chain: list[Entry]) -> Iterator[str]:
    """The entries that are not there, of those whose numbers go before one that is."""
    numbers = {entry.number for entry in chain}
    for number in range(1, max(numbers, default=0)):
        if number not in numbers:
            yield f"Entry {number_text(number)} of the chain was removed."


def _chain_faults(chain: list[Entry]) -> dict[int, list[str]]:
    """What is wrong with entries as links of the chain, by their numbers."""
    by_number = {entry.number: entry for entry in chain}
    wrong = {}
    for entry in chain:
        before = by_number.get(entry.number - 1)
        if before is None and entry.number > 1:
            continue  # The one before it was removed, which is told by itself.
        previous = BEGINNING if before is None else before.chain
        if entry.chain_after(previous, entry.number) != entry.chain:
            wrong[entry.number] = [_why_unlinked(entry, chain)]
    return wrong


def _why_unlinked(entry: Entry, chain: list[Entry]) -> str:
    place = f"Entry {number_text(entry.number)} of the chain"
    for other in chain:
        for previous, number in ((other.chain, other.number + 1), (BEGINNING, 1)):
            if entry.chain_after(previous, number) == entry.chain:
                return f"{place} was moved there: it is not what followed the one before it."
    return f"{place} was changed, or it is not what followed the one before it."


def _seal_faults(database: Database, entry: Entry, chain: list[Entry]) -> Iterator[str]:
    """What is wrong between an entry, its seal and the digests under that."""
    place = f"Entry {number_text(entry.number)} of the chain"
    parts = parts_sealed(database, entry.number)
    if entry.seal is None or entry.nonce is None:
        if not _was_taken_away(entry, chain):
            yield f"{place} has no seal any more, and nothing was forgotten after it."
        return
    if commitment_of(entry.nonce, entry.seal) != entry.commitment:
        yield f"{place} has another seal than it was made with."
    elif seal_of(entry.subject.force, entry.subject.day, parts.items()) != entry.seal:
        yield f"{place} has other digests of tables than it was made with."


def _was_taken_away(entry: Entry, chain: list[Entry]) -> bool:
    """Whether something of what an entry sealed was forgotten afterwards."""
    return any(
        other.kind == EntryKind.FORGOTTEN
        and other.subject == entry.subject
        and other.number > entry.number
        for other in chain
    )


def _contents_differ(
    database: Database, entry: Entry, what: Held | None, progress: Progress
) -> list[str]:
    """How what is stored now differs from the last entry that sealed it."""
    if what is None:
        return [f"{titled(entry.subject)}: it is not in the database any more."]
    sealed = parts_sealed(database, entry.number)
    now = what.digests(database, progress)
    return [
        f"Not as it was sealed: {WORDS.get(name, f'the {name}')} {named(entry.subject)}"
        f"{_rows(sealed.get(name), part)}."
        for name, part in now.items()
        if part != sealed.get(name)
    ]


def _rows(then: PartDigest | None, now: PartDigest) -> str:
    """How many rows there were, where there are more or fewer now."""
    if then is None or then.rows == now.rows:
        return ""
    return f" ({number_text(then.rows)} rows then, {number_text(now.rows)} now)"
