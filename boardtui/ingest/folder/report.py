"""What an ingest of a folder did, for whoever asked for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from msgspec import Struct

from boardtui.ingest.fault_text import counted
from boardtui.ingest.report import IngestReport
from boardtui.store.connection.opening import shown


class FolderReport(Struct, frozen=True):
    """How many snapshots were stored, of how many forces, and how many were there already.

    `rows` are those stored by the kind of file, `resumed` those snapshots that an earlier run had
    stored in its working copy. `notes` are sentences.
    """

    database: str
    forces: int
    stored: int
    replaced: int
    passed_over: int
    resumed: bool
    rows: Mapping[str, int]
    left_out: int
    published_already: int
    figures: int
    warnings: int
    notes: tuple[str, ...] = ()

    def text(self) -> str:
        """The report in words."""
        snapshots = counted(self.stored, "snapshot")
        of = f" of {counted(self.forces, 'force')}" if self.stored else ""
        replaced = f", {self.replaced:,} in place of those there were" if self.replaced else ""
        lines = [f"{snapshots}{of} stored{replaced}; {counted(self.figures, 'figure')} counted."]
        if self.passed_over:
            before = " (some by a run that was ended before)" if self.resumed else ""
            lines.append(
                f"{counted(self.passed_over, 'snapshot')} passed over: stored of the same files "
                f"already{before}."
            )
        lines += [f"  {kind}: {counted(rows, 'row')} stored" for kind, rows in self.rows.items()]
        if self.published_already:
            lines.append(f"  {counted(self.published_already, 'published row')} there already")
        if self.left_out:
            lines.append(f"  {counted(self.left_out, 'row')} left out")
        lines += self.notes
        if self.warnings:
            name = shown(self.database)
            lines.append(
                f"{counted(self.warnings, 'warning')}, stored with the data: boardtui snapshots "
                f"{name} --warnings lists them."
            )
        return "\n".join(lines)


class Gathered:
    """Gathers the reports of single snapshots: of thousands, only what they add up to is kept."""

    def __init__(self) -> None:
        self.forces: set[str] = set()
        self.stored = self.replaced = self.left_out = self.there_already = 0
        self.figures = self.warnings = 0
        self.rows: Counter[str] = Counter()
        self.notes: Counter[str] = Counter()

    def add(self, report: IngestReport) -> None:
        if report.force is not None:
            self.forces.add(report.force)
            self.stored += 1
            self.replaced += report.replaced
        for file in report.files:
            self.rows[file.kind] += file.stored
            self.left_out += file.left_out
            self.there_already += file.there_already
        self.figures += report.figures
        self.warnings += len(report.warnings)
        self.notes.update(report.notes)

    def report(
        self, database: str, passed_over: int, resumed: bool, notes: tuple[str, ...]
    ) -> FolderReport:
        """What they add up to; notes that several snapshots have are said once."""
        said = [
            note if times == 1 else f"{note} ({times:,} times)"
            for note, times in self.notes.items()
        ]
        return FolderReport(
            database=database,
            forces=len(self.forces),
            stored=self.stored,
            replaced=self.replaced,
            passed_over=passed_over,
            resumed=resumed,
            rows=dict(self.rows),
            left_out=self.left_out,
            published_already=self.there_already,
            figures=self.figures,
            warnings=self.warnings,
            notes=(*notes, *said),
        )
