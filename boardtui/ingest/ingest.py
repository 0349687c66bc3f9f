"""Ingest: from extract files to records, figures and flows, all or nothing."""

from __future__ import annotations

from contextlib import closing, nullcontext
from functools import partial

from msgspec.structs import replace

from boardtui.ingest.count import Counted, count
from boardtui.ingest.doubts import doubts
from boardtui.ingest.faults import FaultGroup
from boardtui.ingest.files import Files, read_files, see_good
from boardtui.ingest.force_names import ForceNames
from boardtui.ingest.last_seen import add_last_seen
from boardtui.ingest.people import those_in
from boardtui.ingest.personal.allowed import see_allowed
from boardtui.ingest.place import Place, force_meant, place_of, see_synthetic
from boardtui.ingest.pseudonyms.key import read_key
from boardtui.ingest.pseudonyms.references import Pseudonyms
from boardtui.ingest.publish import publish
from boardtui.ingest.published_rows import Names
from boardtui.ingest.record import force_id, write_snapshot, write_warnings
from boardtui.ingest.rejects import see_rejects, write_rejects
from boardtui.ingest.report import FileReport, IngestReport
from boardtui.ingest.request import IngestRequest, IngestSettings, Progress
from boardtui.ingest.sealing.ingested import seal_ingested, touched_by
from boardtui.ingest.server_lock import server_lock
from boardtui.ingest.unit_names import UnitNames
from boardtui.ingest.warn import OfNext, warn_beside
from boardtui.ingest.working_copy import WorkingCopy
from boardtui.ingest.writing import Writer, opened, path_or_server, writing
from boardtui.store.connection.database import Database
from boardtui.store.connection.opening import is_url
from boardtui.store.held.snapshots import forces
from boardtui.store.sealed.chain import OF_NO_FORCE


def silent(stage: str, done: int, total: int | None) -> None:
    """Progress that nobody watches."""


def ingest(
    request: IngestRequest, settings: IngestSettings, progress: Progress = silent
) -> IngestReport:
    """Check extract files and store them, with their figures and flows.

    Raises:
        IngestUsageError: the request makes no sense.
        IngestRefusedError: the data was refused; the database is as it was.
        IngestFailedError: the work could not be done; the database is as it was.
        DatabaseUnreadableError: there is a database, but not one that can be written to.
    """
    request.check()
    see_allowed(settings.personal.allow)
    pseudonyms = Pseudonyms(read_key(request.pseudonymise)) if request.pseudonymise else None
    request = replace(request, database=path_or_server(request.database))
    see_rejects(request)
    if is_url(request.database):
        with server_lock(request.database):
            return _ingest(request, settings, progress, None, pseudonyms)
    with WorkingCopy(request.database) as copy:
        return _ingest(request, settings, progress, copy, pseudonyms)


def _ingest(
    request: IngestRequest,
    settings: IngestSettings,
    progress: Progress,
    copy: WorkingCopy | None,
    pseudonyms: Pseudonyms | None,
) -> IngestReport:
    database = opened(request.database)
    with closing(database) if database is not None else nullcontext():
        held = [force.name for force in forces(database)] if database is not None else []
        names = Names(ForceNames(held, new_is_meant=request.new_force), UnitNames(database))
        if request.force is not None:
            request = replace(request, force=force_meant(request.force, names.forces))
        place = place_of(database, request) if request.force is not None else Place()
        files = read_files(request, settings, names, progress, pseudonyms)
        if request.force is None and request.synthetic:
            see_synthetic(database, files.forces)
        see_good(files, request)
        if "cases" in files.extracts:
            add_last_seen(files.extracts["cases"], files.extracts.get("visits"))
        found = (*files.doubts, *_doubts(database, place, request, settings, files))
    if copy is not None:
        progress("copying the database", 0, None)
        copy.fill()
    with writing(request.database, copy.path if copy is not None else None) as writer:
        report = _write(writer, request, settings, place, files, found, progress)
        # Before the last step: where it cannot be written, nothing is stored.
        if request.rejects is not None:
            write_rejects(request.rejects, files.faults)
    if copy is not None:
        progress("finishing", 0, None)
        copy.swap_in()
    return report


def _doubts(
    database: Database | None,
    place: Place,
    request: IngestRequest,
    settings: IngestSettings,
    files: Files,
) -> tuple[FaultGroup, ...]:
    if "cases" not in files.extracts or request.as_at is None:
        return ()
    before = None
    if database is not None and place.previous is not None and place.previous.given.records:
        before = partial(those_in, database, place.previous.id)
    return tuple(doubts(files.of_snapshot, request.as_at, settings.extract, before))


def _write(
    writer: Writer,
    request: IngestRequest,
    settings: IngestSettings,
    place: Place,
    files: Files,
    found: tuple[FaultGroup, ...],
    progress: Progress,
) -> IngestReport:
    reports: list[FileReport] = []
    notes = files.notes
    counted, synthetic, snapshot = Counted(0, {}), request.synthetic, None
    named = frozenset((*files.forces, *filter(None, [request.force]), OF_NO_FORCE.force))
    touched = touched_by(writer.database, place, named, progress)
    notes.extend(touched.notes)
    of_next: OfNext | None = None
    if request.force is not None and request.as_at is not None:
        known_synthetic = place.force is not None and place.force.synthetic
        if known_synthetic and not synthetic:
            notes.append(f"{request.force} is known as synthetic, and stays so.")
        synthetic = synthetic or known_synthetic
        force = force_id(writer, request.force, synthetic)
        snapshot = write_snapshot(
            writer, force, request.as_at, place, settings.definition, files.of_snapshot, progress
        )
        reports.extend(
            FileReport(kind, each.file, each.stored, each.left_out)
            for kind, each in files.of_snapshot.items()
        )
        counted = count(writer, snapshot, files.of_snapshot, settings.definition, progress)
    write_warnings(writer, snapshot, found)
    if snapshot is not None:
        beside, of_next = warn_beside(writer, snapshot)
        found = (*found, *beside)
    reports.extend(_publish(writer, request, files))
    seal_ingested(writer, snapshot, place, touched, counted.digests, progress)
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
