"""What an ingest did, for whoever asked for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boardtui.core.words.days import day_text
from boardtui.ingest.fault_text import counted, doubts_text
from boardtui.ingest.faults import FaultGroup


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file's rows; published rows may have been there already."""

    kind: str
    file: str
    stored: int
    left_out: int = 0
    there_already: int = 0


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What an ingest stored; `force` and `as_at` are None for published figures alone.

    `warnings` are by kind, and stand in the database as well; `notes` are sentences.
    """

    database: str
    force: str | None
    as_at: date | None
    synthetic: bool
    files: tuple[FileReport, ...]
    replaced: bool = False
    figures: int = 0
    warnings: tuple[FaultGroup, ...] = ()
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
        if not self.warnings:
            return []
        number = sum(map(len, self.warnings))
        listed = [f"  {line}" for line in doubts_text(self.warnings)]
        return [f"{counted(number, 'warning')}, stored with the data:", *listed]
