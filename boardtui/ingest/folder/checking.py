"""Checking every file of a folder before anything of it is stored."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from boardtui.core.words.days import day_text
from boardtui.ingest.fault_text import refusal
from boardtui.ingest.faults import FaultGroup, Faults, IngestRefusedError, of_file
from boardtui.ingest.files import named
from boardtui.ingest.folder.held import HeldAlready
from boardtui.ingest.folder.request import FolderRequest, Plan
from boardtui.ingest.force_names import DoubtfulNameError, ForceNames
from boardtui.ingest.packing import Extracts, unpacked
from boardtui.ingest.place import force_named, see_synthetic
from boardtui.ingest.pseudonyms.references import Pseudonyms
from boardtui.ingest.published_rows import Names
from boardtui.ingest.reading_ahead import Readers
from boardtui.ingest.request import IngestRequest, Progress
from boardtui.ingest.unit_names import UnitNames
from boardtui.store.connection.database import Database
from boardtui.store.held.snapshots import forces


class Checked(Struct, frozen=True):
    """What is to be stored of a folder, and what was passed over: it is there of the same files.

    `cases` is how many rows of cases are to be stored. `faults` are those of rows that are left
    out; `notes` are sentences.
    """

    requests: tuple[IngestRequest, ...]
    cases: int
    passed_over: int
    faults: Faults
    notes: tuple[str, ...]


def checked(
    plan: Plan,
    asked: FolderRequest,
    database: Database,
    readers: Readers,
    pseudonyms: Pseudonyms | None,
    progress: Progress,
) -> Checked:
    """Check all files, whatever is wrong with any.

    Raises:
        IngestRefusedError: something cannot be stored; with all faults of all files.
    """
    check = _Check(asked, database, pseudonyms)
    for request, read in readers.read(check.to_read(plan.requests, progress)):
        # What is wrong with a snapshot's files was found where they were read.
        check.see(request, unpacked(read.whole if request.force is None else read.told))
    faults = Faults((*plan.faults, *check.faults))
    if len(faults) and (check.unreadable or plan.faults or asked.rejects is None):
        raise IngestRefusedError("\n\n".join([refusal(faults), *plan.notes]), faults)
    return Checked(tuple(check.requests), check.cases, check.passed_over, faults, plan.notes)


class _Check:
    def __init__(
        self, asked: FolderRequest, database: Database, pseudonyms: Pseudonyms | None
    ) -> None:
        self._database = database
        held = [force.name for force in forces(database)]
        self._names = Names(ForceNames(held, new_is_meant=asked.new_force), UnitNames(database))
        self._held = HeldAlready(database, pseudonyms)
        self._seen: set[tuple[str, object]] = set()
        self._synthetic_seen: set[str] = set()
        self._faults: list[list[FaultGroup]] = []
        self._of_those_read: deque[list[FaultGroup]] = deque()
        self.requests: list[IngestRequest] = []
        self.cases = 0
        self.passed_over = 0
        self.unreadable = False

    @property
    def faults(self) -> Iterator[FaultGroup]:
        """All faults, in the order of the requests."""
        return chain.from_iterable(self._faults)

    def to_read(
        self, requests: Sequence[IngestRequest], progress: Progress
    ) -> Iterator[IngestRequest]:
        """The requests whose files are to be read; what is wrong with others is noted."""
        for number, request in enumerate(requests):
            progress("checking", number, len(requests))
            faults: list[FaultGroup] = []
            self._faults.append(faults)
            placed = request if request.force is None else self._placed(request, faults)
            if placed is not None:
                self._of_those_read.append(faults)
                yield placed

    def _placed(self, request: IngestRequest, faults: list[FaultGroup]) -> IngestRequest | None:
        """The request of a snapshot under its force's name; None where it is not to be read."""
        assert request.force is not None
        where = str(request.files["cases"])
        try:
            force = self._names.forces.of(request.force)
        except DoubtfulNameError as error:
            self._refuse(faults, where, f"its force {request.force!r} is expected to be {error}")
            return None
        request = replace(request, force=force)
        day = request.as_at
        assert day is not None
        if (force, day) in self._seen:
            why = f"it is a second snapshot of {force} as at {day_text(day)}"
            self._refuse(faults, where, why)
            return None
        self._seen.add((force, day))
        if self._held.has(force, day):
            if self._held.has_same(request):
                self.passed_over += 1
                return None
            if not request.replace:
                self._refuse(
                    faults,
                    where,
                    f"{force} has a snapshot as at {day_text(day)} of other files already: give "
                    "--replace to put these in their place",
                )
        self._see_synthetic(request, [force], faults)
        return request

    def see(self, request: IngestRequest, extracts: Extracts) -> None:
        """Check the files of the next request that was to be read, and note it to be stored."""
        faults = self._of_those_read.popleft()
        files = named(extracts, request, self._names)
        faults.extend(group.kept() for group in files.faults.groups)
        if any(extract.unreadable for extract in files.extracts.values()):
            self.unreadable = True
        if request.force is None:
            self._see_synthetic(request, files.forces, faults)
        elif not files.extracts["cases"].unreadable and not files.extracts["cases"].stored:
            why = "every row of it has a fault, and a snapshot has one case at least"
            self._refuse(faults, str(request.files["cases"]), why)
        if request.force is not None:
            self.cases += files.extracts["cases"].stored
        self.requests.append(request)

    def _see_synthetic(
        self, request: IngestRequest, names: Iterable[str], faults: list[FaultGroup]
    ) -> None:
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
                first = str(next(iter(request.files.values())))
                self._refuse(faults, first, str(error).removesuffix("."))

    def _refuse(self, faults: list[FaultGroup], file: str, why: str) -> None:
        self.unreadable = True
        faults.append(of_file(file, why))
