"""Checking every file of a folder before anything of it is stored."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from boardtui.core.words.days import day_text
from boardtui.ingest.fault_text import refusal
from boardtui.ingest.faults import FaultGroup, Faults, IngestRefusedError, of_file, of_rows
from boardtui.ingest.files import Files, read_files
from boardtui.ingest.folder.held import HeldAlready
from boardtui.ingest.folder.request import FolderRequest, Plan
from boardtui.ingest.force_names import DoubtfulNameError, ForceNames
from boardtui.ingest.place import force_named, see_synthetic
from boardtui.ingest.pseudonyms.references import Pseudonyms
from boardtui.ingest.published_rows import Names
from boardtui.ingest.request import IngestRequest, IngestSettings, Progress
from boardtui.ingest.unit_names import UnitNames
from boardtui.store.connection.database import Database
from boardtui.store.held.snapshots import forces


class Checked(Struct, frozen=True):
    """What is to be stored of a folder, and what was passed over: it is there of the same files.

    `faults` are those of rows that are left out; `notes` are sentences.
    """

    requests: tuple[IngestRequest, ...]
    passed_over: int
    faults: Faults
    notes: tuple[str, ...]


def checked(
    plan: Plan,
    asked: FolderRequest,
    database: Database,
    settings: IngestSettings,
    pseudonyms: Pseudonyms | None,
    progress: Progress,
) -> Checked:
    """Check all files, whatever is wrong with any.

    Raises:
        IngestRefusedError: something cannot be stored; with all faults of all files.
    """
    check = _Check(asked, database, settings, pseudonyms)
    check.faults.extend(plan.faults)
    for number, request in enumerate(plan.requests):
        progress("checking", number, len(plan.requests))
        check.see(request)
    faults = Faults(tuple(check.faults))
    if len(faults) and (check.unreadable or plan.faults or asked.rejects is None):
        raise IngestRefusedError("\n\n".join([refusal(faults), *plan.notes]), faults)
    return Checked(tuple(check.requests), check.passed_over, faults, plan.notes)


class _Check:
    def __init__(
        self,
        asked: FolderRequest,
        database: Database,
        settings: IngestSettings,
        pseudonyms: Pseudonyms | None,
    ) -> None:
        self._asked, self._database = asked, database
        self._settings, self._pseudonyms = settings, pseudonyms
        held = [force.name for force in forces(database)]
        self._names = Names(ForceNames(held, new_is_meant=asked.new_force), UnitNames(database))
        self._held = HeldAlready(database, pseudonyms)
        self._seen: set[tuple[str, object]] = set()
        self._synthetic_seen: set[str] = set()
        self.requests: list[IngestRequest] = []
        self.passed_over = 0
        self.faults: list[FaultGroup] = []
        self.unreadable = False

    def see(self, request: IngestRequest) -> None:
        """Check the files of one request, and note whether it is to be stored."""
        if request.force is None:
            files = self._read(request)
            self._see_synthetic(request, files.forces)
            self.requests.append(request)
            return
        where = str(request.files["cases"])
        try:
            force = self._names.forces.of(request.force)
        except DoubtfulNameError as error:
            self._refuse(where, f"its force {request.force!r} is expected to be {error}")
            return
        request = replace(request, force=force)
        day = request.as_at
        assert day is not None
        if (force, day) in self._seen:
            self._refuse(where, f"it is a second snapshot of {force} as at {day_text(day)}")
            return
        self._seen.add((force, day))
        if self._held.has(force, day):
            if self._held.has_same(request):
                self.passed_over += 1
                return
            if not request.replace:
                self._refuse(
                    where,
                    f"{force} has a snapshot as at {day_text(day)} of other files already: give "
                    "--replace to put these in their place",
                )
        self._see_synthetic(request, [force])
        files = self._read(request)
        cases = files.extracts["cases"]
        if not cases.unreadable and not cases.stored:
            self._refuse(where, "every row of it has a fault, and a snapshot has one case at least")
        self.requests.append(request)

    def _read(self, request: IngestRequest) -> Files:
        files = read_files(request, self._settings, self._names, _silent, self._pseudonyms)
        self.faults.extend(map(_kept, files.faults.groups))
        if any(extract.unreadable for extract in files.extracts.values()):
            self.unreadable = True
        return files

    def _see_synthetic(self, request: IngestRequest, names: Iterable[str]) -> None:
        """See that no force that is to be synthetic has snapshots that are not."""
        if not request.synthetic:
            return
        for name in names:
            if name in self._synthetic_seen or force_named(self._database, name) is None:
                continue
            self._synthetic_seen.add(name)
            try:
                see_synthetic(self._database, [name])
            except IngestRefusedError as error:
                self._refuse(str(next(iter(request.files.values()))), str(error).removesuffix("."))

    def _refuse(self, file: str, why: str) -> None:
        self.unreadable = True
        self.faults.append(of_file(file, why))


def _kept(group: FaultGroup) -> FaultGroup:
    """Faults with their own values alone: they must not keep the whole of their file in memory."""
    if not len(group.rows):
        return of_file(group.file, group.expected, group.column)
    faults = ((fault.row or 0, fault.value) for fault in group)
    return of_rows(group.file, group.column, group.expected, faults)


def _silent(stage: str, done: int, total: int | None) -> None:
    """What is done in one file is not told of a folder."""
