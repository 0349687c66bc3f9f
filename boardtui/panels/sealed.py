"""What is said of seals: of a database that was checked, and of an entry of its chain."""

from __future__ import annotations

from boardtui.core.words.days import day_text
from boardtui.core.words.wording import number_text
from boardtui.panels.notes import NOT_SEALED
from boardtui.store.connection.database import as_date
from boardtui.store.sealed.chain import Entry, EntryKind
from boardtui.store.sealed.subjects import titled
from boardtui.store.sealed.verifying import Verified

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


def checking_rows(stage: str, done: int) -> list[tuple[str, str]]:
    """What is being checked, and how much of it is done."""
    rows = f", {number_text(done)} rows" if done else ""
    return [("Checking", f"{stage}{rows} …")]


def checked_rows(found: Verified, force: str) -> list[tuple[str, str]]:
    """What was found: the verdict, what differs, and the seals of a force."""
    rows = [("Verdict", verdict(found))]
    rows += [("Differs", why) for why in found.differs]
    for each in found.entries:
        if each.current and each.entry.subject.force == force:
            rows += [("Sealed", entry_words(each.entry)), ("", str(each.entry.seal))]
    if found.head is not None:
        rows.append(("The chain", f"ends with {found.head}"))
        rows.append(("Signatures", "boardtui verify --signers tells who signed it"))
    return rows
