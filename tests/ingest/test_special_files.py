"""Pipes, sockets and devices: refused with a sentence, and never waited for."""

import os
import signal
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from boardtui.ingest import IngestUsageError
from boardtui.store.connection.database import DatabaseUnreadableError
from boardtui.store.connection.opening import open_database
from tests.ingest.trial import CASES, Trial

Make = Callable[[Path], None]

LONGEST = 60
"""Seconds after which something is being waited for."""


@pytest.fixture(autouse=True)
def nothing_is_waited_for() -> Iterator[None]:
    def waited(number: int, frame: object) -> None:
        raise AssertionError("it waits for what will never come")

    before = signal.signal(signal.SIGALRM, waited)
    signal.alarm(LONGEST)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def pipe(path: Path) -> None:
    os.mkfifo(path)


def plug(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        # The path of a socket must be short.
        descriptor = os.open(path.parent, os.O_RDONLY)
        made.bind(f"/proc/self/fd/{descriptor}/{path.name}")
        os.close(descriptor)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


SPECIAL = pytest.mark.parametrize(
    ("make", "what"), [(pipe, "a pipe"), (plug, "a socket"), (device, "a device")]
)


@SPECIAL
def test_as_a_database(trial: Trial, make: Make, what: str) -> None:
    make(trial.database)
    with pytest.raises(DatabaseUnreadableError, match=f"is {what}, not a database"):
        trial.ingest()
    with pytest.raises(DatabaseUnreadableError, match=f"is {what}, not a database"):
        open_database(str(trial.database))


@SPECIAL
@pytest.mark.parametrize("suffix", ["-journal", "-wal", "-shm"])
def test_where_sqlite_keeps_its_changes(
    with_snapshot: Trial, make: Make, what: str, suffix: str
) -> None:
    make(with_snapshot.folder / f"board.db{suffix}")
    with pytest.raises(DatabaseUnreadableError, match=f"board.db{suffix} beside it is {what}"):
        with_snapshot.ingest()
    with pytest.raises(DatabaseUnreadableError, match=f"board.db{suffix} beside it is {what}"):
        open_database(str(with_snapshot.database))


@SPECIAL
@pytest.mark.parametrize("name", ["cases.csv", "cases.xlsx", "cases.ods"])
def test_as_an_extract(trial: Trial, make: Make, what: str, name: str) -> None:
    make(trial.folder / name)
    refused = trial.refused({"cases": trial.folder / name})
    assert f"{name}: it is not a file that can be read twice" in str(refused)


@SPECIAL
def test_as_the_file_of_rejects(trial: Trial, make: Make, what: str) -> None:
    rejects = trial.folder / "rejects.csv"
    make(rejects)
    with pytest.raises(IngestUsageError, match=f"rejects.csv is {what}"):
        trial.ingest({"cases": CASES}, rejects=rejects)
    assert not trial.database.exists()
