"""Files that further processes read: what comes of them is what comes of files read here."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from bench.synthetic.files import write
from bench.synthetic.forces import forces
from boardtui.ingest import (
    FolderReport,
    FolderRequest,
    IngestFailedError,
    IngestRefusedError,
    IngestRequest,
    ingest_folder,
)
from boardtui.ingest import reading_ahead as ahead
from boardtui.ingest.extract import Extract
from boardtui.ingest.folder import folder as folders
from boardtui.ingest.packing import Extracts, packed, unpacked
from boardtui.ingest.reading_ahead import AHEAD, Readers
from boardtui.settings import Settings
from fuzz.kills import dump
from tests.ingest.test_folder import FIGURES, put

REQUESTS = [
    IngestRequest("a.db", force=f"Force {number}", files={"cases": Path(f"{number}.csv")})
    for number in range(3 * AHEAD)
]


def named(request: IngestRequest) -> dict[str, Extract]:
    """An extract that says of what request it is, and by which process it was made."""
    extract = Extract("cases", Path(request.force or ""))
    extract.refuse("read by", str(os.getpid()))
    return {"cases": extract}


def read_by(readers: Readers, requests: Iterable[IngestRequest]) -> list[tuple[str, str | None]]:
    """The file of each request as it was read, and by which process that was."""
    return [
        (extract.file, fault.column)
        for _, read in readers.read(requests)
        for extract in unpacked(read.whole).values()
        for group in extract.faults
        for fault in group
    ]


@pytest.mark.parametrize("processes", [0, 1, 2, 3])
def test_they_come_in_the_order_in_which_they_were_asked_for(processes: int) -> None:
    with Readers(named, processes) as readers:
        found = read_by(readers, iter(REQUESTS))
    assert [file for file, _ in found] == [request.force for request in REQUESTS]
    by = {process for _, process in found}
    assert len(by) == max(1, processes)
    assert (str(os.getpid()) in by) == (not processes)


@pytest.mark.parametrize("processes", [0, 2])
@pytest.mark.parametrize(("room", "kept"), [(1_000, len(REQUESTS)), (4.5, 4), (0, 0)])
def test_what_was_read_is_kept_as_far_as_there_is_room(
    processes: int, room: float, kept: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """And comes as it was, whatever has become of the files since."""
    monkeypatch.setattr(ahead, "ROOM", room * len(packed(named(REQUESTS[0]))))
    log = tmp_path / "log"

    def read(request: IngestRequest) -> Extracts:
        with log.open("a") as file:
            file.write(f"{request.force}\n")
        return named(request)

    with Readers(read, processes) as readers:
        first = read_by(readers, REQUESTS)
        again = read_by(readers, REQUESTS[::-1])
    files = [file for file, _ in first]
    assert files == [request.force for request in REQUESTS]
    assert [file for file, _ in again] == files[::-1]
    assert len(log.read_text().splitlines()) == 2 * len(REQUESTS) - kept


@pytest.mark.parametrize("processes", [0, 1])
def test_what_nobody_foresaw_is_met_where_it_is_told(processes: int) -> None:
    """With its own kind and the lines of code it came by, which `--debug` writes down."""

    def short_of_memory(request: IngestRequest) -> dict[str, Extract]:
        raise MemoryError

    with Readers(short_of_memory, processes) as readers, pytest.raises(MemoryError) as raised:
        next(readers.read(REQUESTS))
    assert raised.traceback[-1].name == "short_of_memory"


def test_no_more_are_asked_for_than_are_read_ahead() -> None:
    asked: list[int] = []

    def requests() -> Iterator[IngestRequest]:
        for number, request in enumerate(REQUESTS):
            asked.append(number)
            yield request

    with Readers(named, 1) as readers:
        next(readers.read(requests()))
        assert len(asked) == AHEAD


def test_a_process_that_was_ended_is_told_of() -> None:
    def ended(request: IngestRequest) -> dict[str, Extract]:
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError

    with (
        Readers(ended, 1) as readers,
        pytest.raises(IngestFailedError, match="was ended from outside"),
    ):
        list(readers.read(REQUESTS))


def test_no_process_is_left() -> None:
    with Readers(named, 2) as readers:
        found = read_by(readers, REQUESTS[:2])
    for _, process in found:
        with pytest.raises(ProcessLookupError):
            os.kill(int(process or 0), 0)


def load(
    processes: int, monkeypatch: pytest.MonkeyPatch, database: Path, folder: Path, rejects: Path
) -> FolderReport:
    monkeypatch.setattr(folders, "pay", lambda requests: bool(processes))
    asked = FolderRequest(str(database), folder, synthetic=True, rejects=rejects)
    return ingest_folder(asked, Settings())


def test_a_folder_that_others_read_is_stored_as_one_that_is_read_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "in"
    write(folder, forces(2, 3, 30), 3)
    # A unit that is written otherwise than before, rows that are left out, and published figures.
    day = next(path for path in sorted(folder.rglob("cases.csv")))
    cases = day.read_text().splitlines()
    day.write_text("\n".join([*cases, cases[1].replace("District", "DISTRICT"), "x,wrong"]))
    put(folder, f"{day.parent.parent.name}/figures.csv", FIGURES)
    reports = [
        load(processes, monkeypatch, tmp_path / f"{processes}.db", folder, tmp_path / "bad.csv")
        for processes in (0, 2)
    ]
    assert reports[0].left_out == 3
    assert reports[0].text() == reports[1].text().replace("/2.db", "/0.db")
    assert dump(tmp_path / "0.db") == dump(tmp_path / "2.db")


def test_the_same_faults_are_told_in_the_same_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(5):
        rows = "\n".join(f"C{row},wrong{row % 3},custody" for row in range(number + 2))
        put(
            tmp_path / "in", f"Oddshire/2024-0{number + 1}-28/cases.csv",
            f"case_ref,risk_level,status\n{rows}\nC1,low,nowhere\n",
        )  # fmt: skip
    told = []
    for processes in (0, 2):
        monkeypatch.setattr(folders, "pay", lambda requests, n=processes: bool(n))
        with pytest.raises(IngestRefusedError) as caught:
            ingest_folder(FolderRequest(str(tmp_path / "a.db"), tmp_path / "in"), Settings())
        told.append((str(caught.value), list(caught.value.faults)))
    assert told[0] == told[1]
    assert len(told[0][1]) > 20
