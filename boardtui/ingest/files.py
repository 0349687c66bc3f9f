"""All files of an ingest, read: together they are stored, or together refused."""

from __future__ import annotations

from msgspec import Struct

from boardtui.ingest.extract import Extract
from boardtui.ingest.fault_text import refusal
from boardtui.ingest.faults import FaultGroup, Faults, IngestRefusedError
from boardtui.ingest.inspections import PublishedInspection, published_inspections
from boardtui.ingest.personal.refusing import Looking
from boardtui.ingest.pseudonyms.references import Pseudonyms
from boardtui.ingest.published import PublishedFigure, published_figures
from boardtui.ingest.published_rows import Names
from boardtui.ingest.reading import read_extract
from boardtui.ingest.request import KINDS, OF_SNAPSHOT, IngestRequest, IngestSettings, Progress
from boardtui.ingest.unit_names import Spelling, spell_units


class Files(Struct, frozen=True):
    """The files by their kind, and what was published by those of published figures."""

    extracts: dict[str, Extract]
    figures: list[PublishedFigure]
    inspections: list[PublishedInspection]

    @property
    def faults(self) -> Faults:
        return Faults(tuple(group for each in self.extracts.values() for group in each.faults))

    @property
    def of_snapshot(self) -> dict[str, Extract]:
        return {kind: each for kind, each in self.extracts.items() if kind in OF_SNAPSHOT}

    @property
    def forces(self) -> list[str]:
        """The forces of which something was published."""
        names = [each.force for each in self.figures] + [each.force for each in self.inspections]
        return list(dict.fromkeys(names))

    @property
    def doubts(self) -> tuple[FaultGroup, ...]:
        """What is odd in how the files were read."""
        return tuple(group for each in self.extracts.values() for group in each.doubts)

    @property
    def notes(self) -> list[str]:
        return [f"{each.file} {note}." for each in self.extracts.values() for note in each.notes]


def read_files(
    request: IngestRequest,
    settings: IngestSettings,
    names: Names,
    progress: Progress,
    pseudonyms: Pseudonyms | None = None,
) -> Files:
    """Read all files, whatever is wrong with any."""
    return named(read_extracts(request, settings, progress, pseudonyms), request, names)


def read_extracts(
    request: IngestRequest,
    settings: IngestSettings,
    progress: Progress,
    pseudonyms: Pseudonyms | None = None,
) -> dict[str, Extract]:
    """Read all files, each by itself."""
    return {
        kind: read_extract(
            kind,
            request.files[kind],
            Looking(
                day=request.as_at if kind in OF_SNAPSHOT else None,
                earliest_year=settings.extract.earliest_year,
                allowed=frozenset(settings.personal.allow),
                references=pseudonyms is None,
            ),
            settings.extract,
            progress,
            request.sheets.get(kind),
            pseudonyms,
        )
        for kind in KINDS
        if kind in request.files
    }


def named(extracts: dict[str, Extract], request: IngestRequest, names: Names) -> Files:
    """What was read, with units and forces by the names that they have in all files."""
    if request.force is not None:
        spelt(extracts, names.units.of(request.force))
    figures, inspections = (_readable(extracts.get(kind)) for kind in ("figures", "inspections"))
    return Files(
        extracts,
        published_figures(figures, names) if figures else [],
        published_inspections(inspections, names) if inspections else [],
    )


def spelt(extracts: dict[str, Extract], spelling: Spelling) -> None:
    """Give the units of a snapshot's files the names that they have in all files."""
    for kind in ("cases", "officers"):
        if kind in extracts:
            spell_units(extracts[kind], spelling)


def _readable(extract: Extract | None) -> Extract | None:
    return extract if extract and not extract.unreadable else None


def see_good(files: Files, request: IngestRequest) -> None:
    """See that what was read can be stored.

    Raises:
        IngestRefusedError: there are faults, of a whole file or of rows that nobody said to leave
            out.
    """
    faults = files.faults
    unreadable = any(each.unreadable for each in files.extracts.values())
    if len(faults) and (unreadable or request.rejects is None):
        raise IngestRefusedError("\n\n".join([refusal(faults), *files.notes]), faults)
    cases = files.extracts.get("cases")
    if cases is not None and not cases.stored:
        raise IngestRefusedError(
            f"Nothing was stored: every row of {cases.file} has a fault.\n\n{refusal(faults)}",
            faults,
        )
