"""Signatures of the chain: who vouches for it, as it stood at which entry."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from boardtui.process.ssh_keygen import signer_of
from boardtui.store.connection.database import Database
from boardtui.store.sealed.chain import Entry
from boardtui.store.sealed.verifying import Verified


class Signed(Struct, frozen=True):
    """A signature. `by` is whose it is by the file of signers, and None where that lists nobody.

    `number` is the entry that the chain ended with, and `since` how many entries came after it.
    `valid` is whether it is of this chain, and of somebody listed where a file of signers was
    given; else `why` says why not.
    """

    by: str | None
    key: str | None
    signed_at: str
    number: int
    since: int
    valid: bool
    why: str | None


def signed_text(entry: Entry) -> bytes:
    """What is signed: the chain as it stands at an entry."""
    return f"boardtui chain\nentries {entry.number}\nhead {entry.chain}\n".encode("ascii")


def signatures(database: Database, verified: Verified, signers: Path | None) -> list[Signed]:
    """Every signature, oldest first, each checked.

    Raises:
        SigningError: there are some, and they cannot be checked here.
    """
    by_number = {each.entry.number: each.entry for each in verified.entries}
    last = max(by_number, default=0)
    rows = database.rows("SELECT number, signed_at, signature FROM signatures ORDER BY id")
    found = []
    for number, signed_at, made in rows:
        entry = by_number.get(number)
        if entry is None:
            why = f"entry {number} of the chain, which it is of, is not there"
            found.append(Signed(None, None, signed_at, number, 0, False, why))
            continue
        who = signer_of(signed_text(entry), made, signers)
        reason = who.why
        if reason is None and signers is not None and who.by is None:
            reason = "its key is of nobody who is listed, or may not be used for this"
        since = last - number
        found.append(Signed(who.by, who.key, signed_at, number, since, reason is None, reason))
    return found


def vouched_for(found: list[Signed]) -> bool:
    """Whether somebody signed the chain as it stands, and nothing came after."""
    return any(each.valid and each.since == 0 for each in found)
