"""The database that is being replaced: kept from other writers, and never lost to them unseen."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing

import pytest

from boardtui.ingest import IngestFailedError, IngestRefusedError, ingest
from boardtui.ingest.working_copy import WorkingCopy
from boardtui.store.connection.opening import open_database
from tests.ingest.trial import SETTINGS, Trial
from tests.ordinary_user import open_folder, ordinary_user

WRITES = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], timeout=0)
with connection:
    connection.execute("UPDATE forces SET name = 'Elsewhere'")
"""
"""Another program that writes through SQLite."""


def ingest_with(trial: Trial, stage: str, meanwhile: Callable[[], object]) -> None:
    """Ingest, and do something once this stage begins."""
    waiting = [meanwhile]

    def progress(at: str, done: int, total: int | None) -> None:
        if at == stage and waiting:
            waiting.pop()()

    ingest(trial.request(), SETTINGS, progress)
    assert not waiting


def logging(trial: Trial) -> None:
    """Put the database into write-ahead mode."""
    with closing(sqlite3.connect(trial.database)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")


@pytest.fixture(params=["rollback", "wal"])
def either(request: pytest.FixtureRequest, with_snapshot: Trial) -> Trial:
    """A trial whose database is kept by a rollback journal, or by write-ahead logging."""
    if request.param == "wal":
        logging(with_snapshot)
    return with_snapshot


@pytest.mark.parametrize("stage", ["looking through cases", "copying the database", "finishing"])
def test_another_program_cannot_write_meanwhile(either: Trial, stage: str) -> None:
    tried: list[subprocess.CompletedProcess[str]] = []

    def write() -> None:
        command = [sys.executable, "-c", WRITES, str(either.database)]
        tried.append(subprocess.run(command, capture_output=True, text=True, check=False))

    ingest_with(either, stage, write)
    assert "database is locked" in tried[0].stderr
    assert either.values("SELECT name FROM forces") == ["Essex"]
    assert either.values("SELECT COUNT(*) FROM snapshots") == [2]


def test_a_database_that_another_program_is_writing_to_is_refused(either: Trial) -> None:
    with closing(sqlite3.connect(either.database, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        with pytest.raises(IngestRefusedError, match="try again when it has ended"):
            ingest(either.request(), SETTINGS)
    either.ingest()


def test_a_database_that_was_replaced_meanwhile_stays_as_it_became(either: Trial) -> None:
    other = either.folder / "other.db"
    shutil.copy(either.database, other)
    became = other.read_bytes()
    with pytest.raises(IngestRefusedError, match="changed or replaced"):
        ingest_with(either, "finishing", lambda: other.replace(either.database))
    assert either.database.read_bytes() == became


def test_what_was_written_past_sqlite_is_seen(either: Trial) -> None:
    def append() -> None:
        with either.database.open("ab") as file:
            file.write(b"\0" * 4096)

    with pytest.raises(IngestRefusedError, match="changed or replaced"):
        ingest_with(either, "finishing", append)
    assert either.values("SELECT COUNT(*) FROM snapshots") == [1]


def test_a_database_that_came_into_being_meanwhile_is_not_written_over(trial: Trial) -> None:
    with pytest.raises(IngestRefusedError, match="changed or replaced"):
        ingest_with(trial, "finishing", lambda: trial.database.write_bytes(b"somebody's"))
    assert trial.database.read_bytes() == b"somebody's"


def test_a_database_with_write_ahead_logging_is_replaced_by_one_without(
    with_snapshot: Trial,
) -> None:
    logging(with_snapshot)
    with_snapshot.ingest()
    assert with_snapshot.values("SELECT COUNT(*) FROM snapshots") == [2]
    assert not list(with_snapshot.folder.glob("board.db-*"))


def test_one_that_is_open_elsewhere_with_such_a_log_is_refused(with_snapshot: Trial) -> None:
    # Its log would be taken for that of the database that comes into the place.
    logging(with_snapshot)
    with closing(sqlite3.connect(with_snapshot.database)) as reader:
        reader.execute("SELECT COUNT(*) FROM cases").fetchall()
        with pytest.raises(IngestRefusedError, match="has it open"):
            ingest(with_snapshot.request(), SETTINGS)
        assert reader.execute("SELECT COUNT(*) FROM snapshots").fetchall() == [(1,)]
    with_snapshot.ingest()


@pytest.mark.parametrize("mode", [0o600, 0o640])
def test_a_refused_ingest_leaves_every_byte_and_the_time(either: Trial, mode: int) -> None:
    either.database.chmod(mode)
    before = either.database.read_bytes(), either.database.stat()
    either.refused({"cases": "nonsense\n"})
    after = either.database.stat()
    assert either.database.read_bytes() == before[0]
    assert (after.st_mtime_ns, after.st_ino, after.st_mode) == (
        before[1].st_mtime_ns,
        before[1].st_ino,
        before[1].st_mode,
    )


def test_changes_that_are_only_in_a_log_are_refused(with_snapshot: Trial) -> None:
    logging(with_snapshot)
    with closing(sqlite3.connect(with_snapshot.database)) as other:
        other.execute("UPDATE forces SET name = 'Elsewhere'")
        other.commit()
        assert "unfinished changes to board.db (in board.db-wal)" in str(with_snapshot.refused())


def test_a_journal_that_was_finished_and_kept_is_no_hindrance(with_snapshot: Trial) -> None:
    with closing(sqlite3.connect(with_snapshot.database)) as other:
        other.execute("PRAGMA journal_mode = PERSIST")
        other.execute("UPDATE forces SET name = 'Essex ' WHERE name = 'Essex'")
        other.execute("UPDATE forces SET name = 'Essex'")
        other.commit()
        assert with_snapshot.folder.joinpath("board.db-journal").stat().st_size
        with_snapshot.ingest()


def test_a_hard_linked_database_is_refused(with_snapshot: Trial) -> None:
    os.link(with_snapshot.database, with_snapshot.folder / "other-name.db")
    assert "one file under 2 names" in str(with_snapshot.refused())


def test_a_protected_database_is_refused(with_snapshot: Trial) -> None:
    with_snapshot.database.chmod(0o444)
    assert "protected: its permissions (0444)" in str(with_snapshot.refused())


def test_a_database_that_the_user_may_not_write_to_is_refused() -> None:
    with open_folder() as folder:
        trial = Trial(folder)
        trial.ingest()
        trial.database.chmod(0o644 if os.geteuid() == 0 else 0o466)
        folder.chmod(0o777)
        with (
            ordinary_user(),
            pytest.raises(IngestRefusedError, match="check its permissions"),
            WorkingCopy(str(trial.database)),
        ):
            pass


def test_what_may_not_be_replaced_may_be_looked_at(with_snapshot: Trial) -> None:
    os.link(with_snapshot.database, with_snapshot.folder / "other-name.db")
    with_snapshot.database.chmod(0o444)
    with closing(open_database(str(with_snapshot.database))) as database:
        assert database.rows("SELECT COUNT(*) FROM snapshots") == [(1,)]


def test_a_folder_that_is_none_is_said(trial: Trial) -> None:
    inside = trial.write("cases.csv", "x") / "board.db"
    with pytest.raises(IngestFailedError, match="not a directory"), WorkingCopy(str(inside)):
        pass
