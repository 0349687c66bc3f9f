"""Ingest: from extract files to records, figures and flows, all or nothing."""

from __future__ import annotations

from contextlib import closing, nullcontext

from msgspec.structs import replace

from boardtui.ingest.count import Before
from boardtui.ingest.files import read_files, see_good
from boardtui.ingest.force_names import ForceNames
from boardtui.ingest.personal.allowed import see_allowed
from boardtui.ingest.place import Place, force_meant, place_of, see_synthetic
from boardtui.ingest.preparing import Prepared, prepared
from boardtui.ingest.pseudonyms.key import read_key
from boardtui.ingest.pseudonyms.references import Pseudonyms
from boardtui.ingest.published_rows import Names
from boardtui.ingest.rejects import see_rejects, write_rejects
from boardtui.ingest.report import IngestReport
from boardtui.ingest.request import IngestRequest, IngestSettings, Progress
from boardtui.ingest.server_lock import server_lock
from boardtui.ingest.storing import store
from boardtui.ingest.unit_names import UnitNames
from boardtui.ingest.working_copy import WorkingCopy
from boardtui.ingest.writing import opened, path_or_server, writing
from boardtui.store.connection.opening import is_url
from boardtui.store.held.snapshots import forces


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
    if copy is not None:
        progress("copying the database", 0, None)
        copy.fill()
    with writing(request.database, copy.path if copy is not None else None) as writer:
        snapshot: Prepared | None = None
        if request.force is not None:
            before = Before(place.previous) if place.previous is not None else None
            given = request, settings, writer.form, files, before, writer.database, progress
            snapshot, _ = prepared(*given)
        report = store(writer, request, place, files, snapshot, progress)
        # Before the last step: where it cannot be written, nothing is stored.
        if request.rejects is not None:
            write_rejects(request.rejects, files.faults)
    if copy is not None:
        progress("finishing", 0, None)
        copy.swap_in()
    return report
