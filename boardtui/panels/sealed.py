"""What is said of seals: of a database that was checked, and of an entry of its chain."""

from __future__ import annotations

from boardtui.core.words.days import day_text
from boardtui.core.words.wording import number_text
from boardtui.store.connection.database import as_date
from boardtui.store.sealed.chain import Entry, EntryKind
from boardtui.store.sealed.subjects import titled
from boardtui.store.sealed.verifying import Verified

NOT_SEALED = "not sealed: stored before seals; boardtui upgrade seals it as it stands"

DONE: dict[str, str] = {
    EntryKind.RECOMPUTED: "counted again",
    EntryKind.FORGOTTEN: "forgotten in part",
}
"""Kinds of entry that are called otherwise for a reader."""


def verdict(found: Verified) -> str:
    """What was found, in one sentence."""
    if not found.sealed:
        return f"{NOT_SEALED[:1].upper()}{NOT_SEALED[1:]}."
    if found.differs:
        number = len(found.differs)
        return f"Not intact: {'1 thing differs' if number == 1 else f'{number:,} things differ'}."
    return f"Intact: all is as it was sealed, by {entries_text(len(found.entries))} of the chain."


def entries_text(number: int) -> str:
    return "1 entry" if number == 1 else f"{number_text(number)} entries"


def entry_words(entry: Entry) -> str:
    """What an entry is of, what was done, when, and why where somebody was forgotten."""
    done = DONE.get(entry.kind, entry.kind)
    why = f" ({number_text(entry.removed or 0)} removed: {entry.why})" if entry.why else ""
    return f"{titled(entry.subject)}: {done} {moment_text(entry.sealed_at)}{why}"


def moment_text(moment: str) -> str:
    """A moment as the chain has it, for reading: "28 Nov 2026, 23:44 UTC"."""
    day, at, time = moment.partition("T")
    found = as_date(day) if at else None
    return moment if found is None else f"{day_text(found)}, {time[:5]} UTC"
