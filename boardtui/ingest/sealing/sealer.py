"""Entries put at the end of the chain, in the transaction or working copy of what they seal."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from msgspec.structs import replace

from boardtui.ingest.request import Progress
from boardtui.ingest.writer import Writer
from boardtui.store.connection.database import Database
from boardtui.store.held.snapshots import SnapshotKey
from boardtui.store.sealed.chain import (
    BEGINNING,
    Entry,
    EntryKind,
    commitment_of,
    last_entry,
    parts_sealed,
)
from boardtui.store.sealed.form import PartDigest, seal_of
from boardtui.store.sealed.parts import RECORDS
from boardtui.store.sealed.subjects import Held, held, of_snapshot

LASTING = (*RECORDS, "files")
"""The tables of a snapshot that stay as they are when its figures are counted again."""


def seal(
    writer: Writer,
    what: Held,
    kind: EntryKind,
    progress: Progress,
    known: Mapping[str, PartDigest] | None = None,
    *,
    removed: int | None = None,
    why: str | None = None,
) -> bool:
    """Seal something as it stands, by an entry at the end of the chain.

    `known` are digests that need not be worked out. What is sealed already as it stands gets no
    further entry, unless it was replaced, or something was `removed` from it. Whether there is one.
    """
    with writer.reading() as database:
        known = known or {}
        parts = {**known, **what.digests(database, progress, known)}
        previous = last_entry(database, what.subject)
        last = last_entry(database)
    found = seal_of(what.subject.force, what.subject.day, parts.items())
    again = kind in (EntryKind.REPLACED, EntryKind.FORGOTTEN)
    if previous is not None and previous.seal == found and not again:
        return False
    _append(writer, last, what, kind, parts, found, removed, why)
    return True


def _append(
    writer: Writer,
    last: Entry | None,
    what: Held,
    kind: EntryKind,
    parts: Mapping[str, PartDigest],
    found: str,
    removed: int | None,
    why: str | None,
) -> None:
    nonce = secrets.token_hex(32)
    made_at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    number = 1 if last is None else last.number + 1
    commitment = commitment_of(nonce, found)
    entry = Entry(number, kind, what.subject, made_at, found, nonce, commitment, "", removed, why)
    entry = replace(
        entry, chain=entry.chain_after(BEGINNING if last is None else last.chain, number)
    )
    writer.insert(
        "seals",
        (
            *("number", "entry", "force", "day", "sealed_at", "seal", "nonce"),
            *("commitment", "chain", "removed", "why"),
        ),
        [
            (
                *(number, str(kind), what.subject.force, what.subject.day, made_at, found, nonce),
                *(commitment, entry.chain, removed, why),
            )
        ],
    )
    rows = [(number, name, part.rows, part.digest) for name, part in parts.items()]
    writer.insert("sealed_parts", ("number", "part", "rows", "digest"), rows)


def seal_again(writer: Writer, counted: Iterable[SnapshotKey], progress: Progress) -> None:
    """Seal snapshots whose records stayed, and of which something else was counted again."""
    for what in map(of_snapshot, counted):
        with writer.reading() as database:
            known = _lasting(database, what)
        seal(writer, what, EntryKind.RECOMPUTED, progress, known)


def _lasting(database: Database, what: Held) -> dict[str, PartDigest]:
    """The digests of the tables that were not touched since they were sealed."""
    last = last_entry(database, what.subject)
    sealed = parts_sealed(database, last.number) if last is not None else {}
    return {name: part for name, part in sealed.items() if name in LASTING}


def seal_all(writer: Writer, kind: EntryKind, progress: Progress) -> int:
    """Seal all that there is as it stands; how many entries that are."""
    with writer.reading() as database:
        there = held(database)
    return sum(seal(writer, what, kind, progress) for what in there)
