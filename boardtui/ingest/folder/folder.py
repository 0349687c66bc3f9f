"""Ingest of a folder: all of it checked, then stored snapshot by snapshot in one working copy.

Of a file nobody sees anything of it before the copy is swapped in, and a run that is killed leaves
the copy, with which the next one goes on. A server has no copy: each snapshot is there, whole, as
soon as it is stored, and the next run passes over those that are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from msgspec.structs import replace

from boardtui.ingest.files import named, read_extracts, see_good
from boardtui.ingest.folder.beforehand import Beforehand
from boardtui.ingest.folder.checking import Checked, checked
from boardtui.ingest.folder.plan import plan_of
from boardtui.ingest.folder.report import FolderReport, Gathered
from boardtui.ingest.folder.request import FolderRequest, Plan
from boardtui.ingest.force_names import ForceNames
from boardtui.ingest.further import MANY, pay
from boardtui.ingest.ingest import silent
from boardtui.ingest.lasting_copy import LastingCopy
from boardtui.ingest.packing import unpacked
from boardtui.ingest.personal.allowed import see_allowed
from boardtui.ingest.place import Place, place_of
from boardtui.ingest.preparing_ahead import Preparing
from boardtui.ingest.pseudonyms.key import read_key
from boardtui.ingest.pseudonyms.references import Pseudonyms
from boardtui.ingest.published_rows import Names
from boardtui.ingest.reading_ahead import READERS, Readers
from boardtui.ingest.rejects import see_rejects, write_rejects
from boardtui.ingest.report import IngestReport
from boardtui.ingest.request import IngestRequest, IngestSettings, Progress
from boardtui.ingest.server_lock import server_lock
from boardtui.ingest.storing import store
from boardtui.ingest.unit_names import UnitNames
from boardtui.ingest.writer import Writer
from boardtui.ingest.writing import opened, path_or_server, writing
from boardtui.store.connection.opening import is_url
from boardtui.store.held.snapshots import forces


def ingest_folder(
    asked: FolderRequest, settings: IngestSettings, progress: Progress = silent
) -> FolderReport:
    """Check the extract files of a folder and store them, with their figures and flows.

    `progress` is told of snapshots.

    Raises:
        IngestUsageError: the request makes no sense.
        IngestRefusedError: something was refused; nothing was stored.
        IngestFailedError: the work could not be done.
        DatabaseUnreadableError: there is a database, but not one that can be written to.
    """
    see_allowed(settings.personal.allow)
    pseudonyms = Pseudonyms(read_key(asked.pseudonymise)) if asked.pseudonymise else None
    asked = replace(asked, database=path_or_server(asked.database))
    plan = plan_of(asked)
    _see_rejects(asked, plan)
    database = opened(asked.database)  # says what is wrong with one that is there
    if database is not None:
        database.close()
    # Made before any lock is held, which they would share.
    further = pay(len(plan.requests))
    with (
        Readers(
            lambda request: read_extracts(request, settings, silent, pseudonyms),
            READERS if further else 0,
        ) as readers,
        Preparing(settings, further=further) as preparing,
    ):
        load = _Load(asked, plan, readers, preparing, pseudonyms, progress)
        if is_url(asked.database):
            with server_lock(asked.database):
                return load.run(None, lambda: None)
        with LastingCopy(asked.database) as copy:
            progress("copying the database", 0, None)
            copy.fill()
            report = load.run(copy.path, copy.keep, resumed=copy.resumed)
            if load.wrote or copy.resumed:
                progress("finishing", 0, None)
                copy.swap_in()
            return report


def _see_rejects(asked: FolderRequest, plan: Plan) -> None:
    files = {str(number): path for number, path in enumerate(plan.files)}
    see_rejects(IngestRequest(asked.database, files=files, rejects=asked.rejects))


class _Load:
    """One run over a folder; `wrote` says whether it has changed anything."""

    def __init__(
        self,
        asked: FolderRequest,
        plan: Plan,
        readers: Readers,
        preparing: Preparing,
        pseudonyms: Pseudonyms | None,
        progress: Progress,
    ) -> None:
        self._asked, self._plan, self._pseudonyms = asked, plan, pseudonyms
        self._readers, self._preparing, self._progress = readers, preparing, progress
        self.wrote = False

    def run(
        self, copy: Path | None, keep: Callable[[], None], *, resumed: bool = False
    ) -> FolderReport:
        """Check all, and store it into a working copy or onto a server.

        `keep` is called before the first snapshot is kept.
        """
        with writing(self._asked.database, copy, lasting=True) as writer:
            found = checked(
                self._plan,
                self._asked,
                writer.database,
                self._readers,
                self._pseudonyms,
                self._progress,
            )
            if self._asked.rejects is not None:
                write_rejects(self._asked.rejects, found.faults)
            gathered = Gathered()
            if found.requests:
                keep()
                self.wrote = True
                self._store_all(writer, found, gathered)
        return gathered.report(self._asked.database, found.passed_over, resumed, found.notes)

    def _store_all(self, writer: Writer, found: Checked, gathered: Gathered) -> None:
        if len(found.requests) >= MANY:
            writer.expect_many(found.cases)
        self._progress("storing", 0, len(found.requests))
        stored = chain(
            self._snapshots(writer, [each for each in found.requests if each.force is not None]),
            self._published(writer, [each for each in found.requests if each.force is None]),
        )
        for number, report in enumerate(stored, 1):
            gathered.add(report)
            writer.commit()
            self._progress("storing", number, len(found.requests))
        self._progress("finishing", 0, None)
        writer.look_over()

    def _snapshots(
        self, writer: Writer, requests: Sequence[IngestRequest]
    ) -> Iterator[IngestReport]:
        """Store each snapshot; the next one is prepared meanwhile."""
        database = writer.database
        beforehand = Beforehand(database, writer.form)
        read = self._readers.read(requests)
        tasks = (beforehand.task(request, files.whole) for request, files in read)
        for task, prepared in self._preparing.prepared(tasks, beforehand.alone):
            place = place_of(database, task.request)
            yield store(writer, task.request, place, prepared.files, prepared, silent)

    def _published(
        self, writer: Writer, requests: Sequence[IngestRequest]
    ) -> Iterator[IngestReport]:
        """Store what was published."""
        held = [force.name for force in forces(writer.database)]
        spelt = ForceNames(held, new_is_meant=self._asked.new_force)
        names = Names(spelt, UnitNames(writer.database))
        for request, read in self._readers.read(requests):
            files = named(unpacked(read.whole), request, names)
            see_good(files, request)
            yield store(writer, request, Place(), files, None, silent)
