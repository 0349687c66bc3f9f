"""What an ingest did, for whoever asked for it."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from boardtui.core.words.days import day_text
from boardtui.ingest.fault_text import counted, doubts_text
from boardtui.ingest.faults import FaultGroup
from boardtui.ingest.warn import OfNext


class FileReport(Struct, frozen=True):
    """What became of one file's rows; published rows may have been there already."""

    kind: str
    file: str
    stored: int
    left_out: int = 0
    there_already: int = 0


class IngestReport(Struct, frozen=True):
    """What an ingest stored; `force` and `as_at` are None for published figures alone.

    `warnings` are by kind, and stand in the database as well; `of_next` are those of the snapshot
    after it, which is now seen beside this one. `notes` are sentences.
    """

    database: str
    force: str | None
    as_at: date | None
    synthetic: bool
    files: tuple[FileReport, ...]
    replaced: bool = False
    figures: int = 0
    warnings: tuple[FaultGroup, ...] = ()
    of_next: OfNext | None = None
    notes: tuple[str, ...] = ()

    def text(self) -> str:
        """The report in words."""
        return "\n".join([*self._stored(), *self.notes, *self._warnings()])

    def _stored(self) -> list[str]:
        lines = []
        if self.force is not None and self.as_at is not None:
            synthetic = " (synthetic)" if self.synthetic else ""
            replaced = ", in place of the one that was there" if self.replaced else ""
            figures = counted(self.figures, "figure")
            lines.append(
                f"{self.force}{synthetic}, snapshot as at {day_text(self.as_at)}: "
                f"{figures} counted{replaced}."
            )
        for file in self.files:
            line = f"  {file.kind}: {counted(file.stored, 'row')} stored"
            if file.there_already:
                line += f", {file.there_already:,} there already"
            if file.left_out:
                line += f", {file.left_out:,} left out"
            lines.append(f"{line} ({file.file})")
        return lines

    def _warnings(self) -> list[str]:
        lines = []
        if self.warnings:
            number = counted(len(self.warnings), "warning")
            lines.append(f"{number}, stored with the data:")
            lines.extend(f"  {line}" for line in doubts_text(self.warnings))
        if self.of_next is not None:
            number = counted(len(self.of_next.warnings), "warning")
            day = day_text(self.of_next.as_at)
            lines.append(f"{number} of the snapshot after it, as at {day}, beside others:")
            lines.extend(f"  {line}" for line in doubts_text(self.of_next.warnings))
        return lines
