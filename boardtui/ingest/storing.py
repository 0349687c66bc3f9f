"""Storing what was read of a request's files: records, figures, flow, warnings and seals."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace

from boardtui.ingest.count import Counted, count
from boardtui.ingest.doubts import doubts
from boardtui.ingest.doubts.people import InSnapshotBefore
from boardtui.ingest.faults import FaultGroup
from boardtui.ingest.files import Files
from boardtui.ingest.in_memory import LastStored
from boardtui.ingest.people import those_in
from boardtui.ingest.place import Place
from boardtui.ingest.publish import publish
from boardtui.ingest.record import force_id, write_records, write_snapshot, write_warnings
from boardtui.ingest.report import FileReport, IngestReport
from boardtui.ingest.request import IngestRequest, IngestSettings, Progress
from boardtui.ingest.sealing.ingested import seal_ingested, touched_by
from boardtui.ingest.warn import OfNext, warn_beside
from boardtui.ingest.writer import Writer
from boardtui.store.connection.database import Database
from boardtui.store.held.snapshots import SnapshotKey, snapshots_of
from boardtui.store.sealed.chain import OF_NO_FORCE


def doubts_of(
    database: Database | None,
    place: Place,
    request: IngestRequest,
    settings: IngestSettings,
    files: Files,
    last: LastStored,
) -> tuple[FaultGroup, ...]:
    """What is odd in the files of a snapshot, beside the one before it where there is one."""
    if "cases" not in files.extracts or request.as_at is None:
        return ()
    before: InSnapshotBefore | None = None
    if (register := last.of(place.previous)) is not None:
        before = set(register.refs).intersection
    elif database is not None and place.previous is not None and place.previous.given.records:
        before = partial(those_in, database, place.previous.id)
    return tuple(doubts(files.of_snapshot, request.as_at, settings.extract, before))


def store(
    writer: Writer,
    request: IngestRequest,
    settings: IngestSettings,
    place: Place,
    files: Files,
    odd: Callable[[], tuple[FaultGroup, ...]],
    last: LastStored,
    progress: Progress,
    meanwhile: Callable[[], None] = lambda: None,
) -> IngestReport:
    """Store what was read.

    `odd` gives the warnings that the files give rise to by themselves; it is called before the
    snapshot is the `last` one. `meanwhile` is called when all rows are on their way to a server:
    what it does takes no time.
    """
    notes, reports = files.notes, _of_records(files)
    counted, synthetic = Counted(0, {}), request.synthetic
    snapshot: SnapshotKey | None = None
    named = frozenset((*files.forces, *filter(None, [request.force]), OF_NO_FORCE.force))
    touched = touched_by(writer.database, place, named, progress)
    notes.extend(touched.notes)
    of_next: OfNext | None = None
    if request.force is not None and request.as_at is not None:
        known_synthetic = place.force is not None and place.force.synthetic
        if known_synthetic and not synthetic:
            notes.append(f"{request.force} is known as synthetic, and stays so.")
        synthetic = synthetic or known_synthetic
        snapshot = _begun(writer, request, synthetic, settings, place, files, progress)
        write_records(writer, snapshot.id, files.of_snapshot, progress)
        found = odd()
        counted = count(
            *(writer, snapshot, place, files.of_snapshot, settings.definition, last, progress)
        )
    else:
        found = odd()
    meanwhile()
    write_warnings(writer, snapshot.id if snapshot is not None else None, found)
    if snapshot is not None:
        beside, of_next = warn_beside(writer, snapshot, place)
        found = (*found, *beside)
    published = _publish(writer, request, files)
    reports.extend(published)
    seal_ingested(
        *(writer, snapshot, place, touched, counted.digests, progress),
        published=bool(published) or snapshot is None,
    )
    return IngestReport(
        database=request.database,
        force=request.force,
        as_at=request.as_at,
        synthetic=synthetic,
        files=tuple(reports),
        replaced=place.replaced is not None,
        figures=counted.figures,
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
    writer: Writer,
    request: IngestRequest,
    synthetic: bool,
    settings: IngestSettings,
    place: Place,
    files: Files,
    progress: Progress,
) -> SnapshotKey:
    """Write a snapshot as yet without records; as it will be with them."""
    assert request.force is not None
    assert request.as_at is not None
    force = force_id(writer, request.force, synthetic)
    id = write_snapshot(
        writer, force, request.as_at, place, settings.definition, files.of_snapshot, progress
    )
    (bare,) = snapshots_of(writer.database, [id])
    # Asked before its records are there: while those are on their way nothing can be asked.
    return replace(bare, given=replace(bare.given, records=True))


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
