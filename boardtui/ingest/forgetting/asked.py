"""What is to be forgotten, and what became of it."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from boardtui.core.words.days import day_text
from boardtui.ingest.fault_text import counted
from boardtui.ingest.faults import IngestUsageError
from boardtui.store.held.snapshots import SnapshotKey

LONGEST_WHY = 200
"""Characters of a reason."""


class Forgetting(Struct, frozen=True):
    """One person, by the reference, or the records of every snapshot before a day; of one force,
    where that is given. `only_say` is whether it is only to be said what would be removed.
    """

    database: str
    why: str
    case: str | None = None
    before: date | None = None
    force: str | None = None
    only_say: bool = False

    def check(self) -> None:
        """See that it makes sense.

        Raises:
            IngestUsageError: it does not; the message says what to do, and never repeats the
                reference.
        """
        if (self.case is None) == (self.before is None):
            raise IngestUsageError("Give the reference of one case, or --before with a day.")
        if not self.why.strip():
            raise IngestUsageError("--why takes the reason, which stays in the database.")
        if len(self.why) > LONGEST_WHY:
            raise IngestUsageError(f"--why takes {LONGEST_WHY} characters at most.")
        if self.case is not None and self.case.casefold() in self.why.casefold():
            raise IngestUsageError(
                "--why stays in the database, and may not hold the reference that is removed."
            )


class Removed(Struct, frozen=True):
    """What was removed from a snapshot: how many people, and the rows of each table."""

    snapshot: SnapshotKey
    people: int
    rows: dict[str, int]

    def words(self) -> str:
        """The rows in words: "1 case, 3 visits"."""
        named = (counted(n, kind.removesuffix("s")) for kind, n in self.rows.items() if n)
        return ", ".join(named) or "nothing"


class Forgotten(Struct, frozen=True):
    """What was removed, snapshot by snapshot. `notes` are sentences on what could not be."""

    asked: Forgetting
    removed: tuple[Removed, ...]
    notes: tuple[str, ...] = ()

    def text(self) -> str:
        """The report in words, which never repeats the reference."""
        asked = self.asked
        if not self.removed:
            return "There is nothing to remove: no snapshot before that day has records."
        would = "would be" if asked.only_say else "were" if asked.case is None else "was"
        snapshots = counted(len(self.removed), "snapshot")
        what = "The records" if asked.case is None else "1 person"
        head = f"{what} {would} removed from {snapshots}; the figures stay as they were counted:"
        lines = [
            f"  {each.snapshot.force.name}, {day_text(each.snapshot.as_at)}: {each.words()}"
            for each in self.removed
        ]
        if asked.only_say:
            return "\n".join([head, *lines, "Nothing was changed."])
        kept = (
            "Extract files, files of rejects, backups and copies are not reached from here, nor "
            "what a disk keeps of files that are gone."
        )
        return "\n".join([head, *lines, kept, *self.notes])
