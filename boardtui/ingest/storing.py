"""Storing what was read of a request's files: records, figures, flow, warnings and seals."""

from __future__ import annotations

from msgspec.structs import replace

from boardtui.ingest.count import count_next, forget_movement, write_counted
from boardtui.ingest.faults import FaultGroup
from boardtui.ingest.files import Files
from boardtui.ingest.place import Place
from boardtui.ingest.preparing import Prepared
from boardtui.ingest.publish import publish
from boardtui.ingest.record import (
    force_id,
    warning_rows,
    write_records,
    write_snapshot,
    write_warnings,
)
from boardtui.ingest.report import FileReport, IngestReport
from boardtui.ingest.request import IngestRequest, Progress
from boardtui.ingest.sealing.in_memory import told_digests
from boardtui.ingest.sealing.ingested import seal_ingested, touched_by
from boardtui.ingest.warn import OfNext, warn_beside
from boardtui.ingest.writer import Writer
from boardtui.store.held.snapshots import SnapshotKey
from boardtui.store.sealed.chain import OF_NO_FORCE
from boardtui.store.sealed.form import PartDigest
from boardtui.store.sealed.parts import WARNINGS


def store(
    writer: Writer,
    request: IngestRequest,
    place: Place,
    files: Files,
    prepared: Prepared | None,
    progress: Progress,
) -> IngestReport:
    """Store what was read; `prepared` is the snapshot of it, if there is one."""
    notes, reports = files.notes, _of_records(files)
    synthetic, figures = request.synthetic, 0
    snapshot: SnapshotKey | None = None
    known: dict[str, PartDigest] = {}
    named = frozenset((*files.forces, *filter(None, [request.force]), OF_NO_FORCE.force))
    touched = touched_by(writer.database, place, named, progress)
    notes.extend(touched.notes)
    of_next: OfNext | None = None
    found: tuple[FaultGroup, ...]
    if prepared is not None:
        known_synthetic = place.force is not None and place.force.synthetic
        if known_synthetic and not synthetic:
            notes.append(f"{request.force} is known as synthetic, and stays so.")
        synthetic = synthetic or known_synthetic
        snapshot = _begun(writer, prepared, synthetic, place, progress)
        write_records(writer, snapshot.id, prepared.records)
        figures, known = _counted(writer, prepared, snapshot, place, progress)
        warnings = warning_rows(prepared.odd)
        write_warnings(writer, snapshot.id, warnings)
        beside, of_next = warn_beside(writer, snapshot, place)
        known |= told_digests(files.of_snapshot, snapshot, place.previous, warnings)
        if beside:
            # Of what these are beside, the database says more than they do.
            known.pop(WARNINGS.name, None)
        found = (*prepared.odd, *beside)
    else:
        found = files.doubts
        write_warnings(writer, None, warning_rows(found))
    published = _publish(writer, request, files)
    reports.extend(published)
    seal_ingested(
        *(writer, snapshot, place, touched, known, progress),
        published=bool(published) or snapshot is None,
    )
    return IngestReport(
        database=request.database,
        force=request.force,
        as_at=request.as_at,
        synthetic=synthetic,
        files=tuple(reports),
        replaced=place.replaced is not None,
        figures=figures,
        warnings=found,
        of_next=of_next,
        notes=tuple(notes),
    )


def _of_records(files: Files) -> list[FileReport]:
    return [
        FileReport(kind, each.file, each.stored, each.left_out)
        for kind, each in files.of_snapshot.items()
    ]


def _begun(
    writer: Writer, prepared: Prepared, synthetic: bool, place: Place, progress: Progress
) -> SnapshotKey:
    """Write a snapshot as yet without records; as it will be with them."""
    snapshot, before, then = prepared.snapshot, prepared.before, place.previous
    assert (before and before.as_at) == (then and then.as_at), "it was prepared after another"
    force = place.force.id if place.force is not None else 0
    if place.force is None or place.force.synthetic != synthetic:
        force = force_id(writer, snapshot.force.name, synthetic)
    id = write_snapshot(writer, force, snapshot, place, prepared.files.of_snapshot, progress)
    return replace(snapshot, id=id, force=replace(snapshot.force, id=force, synthetic=synthetic))


def _counted(
    writer: Writer, prepared: Prepared, snapshot: SnapshotKey, place: Place, progress: Progress
) -> tuple[int, dict[str, PartDigest]]:
    """Store the figures of a snapshot, and those of the next one that depend on it.

    How many figures it has, and digests that are known by them.
    """
    following, again = place.following, None
    with writer.reading() as database:
        counted = prepared.count(snapshot, database)
        if following is not None and following.given.records:
            again = count_next(writer.form, database, snapshot, following, progress)
    progress("storing figures", 0, counted.figures.number)
    with writer.without_indexes("figures", counted.figures.number):
        write_counted(writer, counted, snapshot, place.previous)
        if following is not None and again is not None:
            forget_movement(writer, following)
            write_counted(writer, again, following, snapshot)
    return counted.figures.number, counted.digests


def _publish(writer: Writer, request: IngestRequest, files: Files) -> list[FileReport]:
    """Store what was published; a force of a snapshot is marked by that, not by this."""
    synthetic = request.synthetic and request.force is None
    reports = []
    for kind, said in (("figures", files.figures), ("inspections", files.inspections)):
        if kind not in files.extracts:
            continue
        extract = files.extracts[kind]
        stored, there = publish(writer, kind, said, synthetic)
        reports.append(FileReport(kind, extract.file, stored, extract.left_out, there))
    return reports
