"""The database file: replaced in one step, by one ingest at a time, and otherwise as it was."""

import os
import sqlite3
import stat
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from boardtui.ingest import IngestFailedError, IngestRefusedError, IngestUsageError, ingest
from boardtui.ingest.working_copy import WorkingCopy
from boardtui.store.connection.database import DatabaseUnreadableError
from boardtui.store.connection.opening import open_database
from tests.ingest.trial import SETTINGS, Trial


def test_a_second_ingest_at_the_same_time_is_refused(with_snapshot: Trial) -> None:
    with (
        WorkingCopy(str(with_snapshot.database)),
        pytest.raises(IngestRefusedError, match=r"Another ingest is writing to board\.db"),
    ):
        with_snapshot.ingest()
    with_snapshot.ingest()


def test_the_copy_is_only_for_its_owner_while_it_is_written(with_snapshot: Trial) -> None:
    with_snapshot.database.chmod(0o644)
    with WorkingCopy(str(with_snapshot.database)) as copy:
        copy.fill()
        assert stat.S_IMODE(copy.path.stat().st_mode) == 0o600


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_the_permissions_of_a_database_are_kept(with_snapshot: Trial, mode: int) -> None:
    with_snapshot.database.chmod(mode)
    with_snapshot.ingest()
    assert stat.S_IMODE(with_snapshot.database.stat().st_mode) == mode


def test_a_new_database_is_its_maker_s_alone(trial: Trial) -> None:
    trial.ingest()
    assert stat.S_IMODE(trial.database.stat().st_mode) == 0o600


def beside(trial: Trial) -> list[Path]:
    """The working copies in a trial's folder."""
    return list(trial.folder.glob(".board.db.ingesting*"))


def test_no_link_is_followed_that_was_put_where_a_copy_may_come(with_snapshot: Trial) -> None:
    victim = with_snapshot.write("victim", "precious")
    names = [".board.db.ingesting", ".board.db.ingesting-0123456789abcdef"]
    links = [with_snapshot.folder / name for name in names]
    for link in links:
        link.symlink_to(victim)
    with_snapshot.refused({"cases": "nonsense\n"})
    with_snapshot.ingest()
    assert victim.read_text() == "precious"
    assert set(beside(with_snapshot)) == set(links)


def test_a_pipe_there_holds_nothing_up(with_snapshot: Trial) -> None:
    os.mkfifo(with_snapshot.folder / ".board.db.ingesting-0123456789abcdef")
    with_snapshot.ingest()


def test_a_copy_never_has_the_same_name_twice(with_snapshot: Trial) -> None:
    names = set()
    for _ in range(20):
        with WorkingCopy(str(with_snapshot.database)) as copy:
            names.add(copy.path.name)
    assert len(names) == 20
    assert beside(with_snapshot) == []


def test_a_copy_that_was_taken_away_is_not_swapped_in(with_snapshot: Trial) -> None:
    before = with_snapshot.database.read_bytes()
    planted = with_snapshot.write("planted", "somebody's")
    with WorkingCopy(str(with_snapshot.database)) as copy:
        copy.fill()
        copy.path.unlink()
        copy.path.symlink_to(planted)
        with pytest.raises(IngestFailedError, match="taken the working copy away"):
            copy.swap_in()
    assert with_snapshot.database.read_bytes() == before
    assert planted.read_text() == "somebody's"


def test_two_first_ingests_at_the_same_time_do_not_both_go_on(trial: Trial) -> None:
    with (
        WorkingCopy(str(trial.database)),
        pytest.raises(IngestRefusedError, match=r"Another ingest is writing to board\.db"),
    ):
        trial.ingest()
    trial.ingest()


def test_a_symbolic_link_stays_one(trial: Trial, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    trial.database.symlink_to(elsewhere / "real.db")
    trial.ingest()
    assert trial.database.is_symlink()
    assert (elsewhere / "real.db").is_file()
    assert trial.values("SELECT COUNT(*) FROM cases") == [3]


def test_a_reader_keeps_what_it_opened_while_the_file_is_replaced(with_snapshot: Trial) -> None:
    with closing(open_database(str(with_snapshot.database))) as reader:
        before = reader.rows("SELECT COUNT(*) FROM snapshots")
        with_snapshot.ingest()
        assert reader.rows("SELECT COUNT(*) FROM snapshots") == before
    assert with_snapshot.values("SELECT COUNT(*) FROM snapshots") == [2]


def test_unfinished_changes_of_another_program_are_not_copied(with_snapshot: Trial) -> None:
    Path(f"{with_snapshot.database}-journal").write_bytes(b"something")
    assert "unfinished changes" in str(with_snapshot.refused())


def test_a_folder_that_is_not_there_is_said(trial: Trial) -> None:
    trial.database = trial.folder / "nowhere" / "board.db"
    with pytest.raises(IngestFailedError, match=r"board\.db cannot be written: no such file"):
        trial.ingest()


def test_a_full_disk_is_said_and_nothing_is_stored(
    with_snapshot: Trial, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = with_snapshot.database.read_bytes()
    pages = len(before) // 4096
    real = sqlite3.connect

    def small(*given: Any, **named: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = real(*given, **named)
        connection.execute(f"PRAGMA max_page_count = {pages}")
        return connection

    monkeypatch.setattr("boardtui.ingest.writing.sqlite3.connect", small)
    with pytest.raises(IngestFailedError, match=r"full\. The database is as it was"):
        with_snapshot.ingest()
    assert with_snapshot.database.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"not a database at all", b"SQLite format 3\0" * 300])
def test_what_is_no_boardtui_database_is_not_written_to(trial: Trial, content: bytes) -> None:
    trial.database.write_bytes(content)
    with pytest.raises(DatabaseUnreadableError):
        trial.ingest()
    assert trial.database.read_bytes() == content


def test_a_database_of_another_version_is_not_written_to(with_snapshot: Trial) -> None:
    with closing(sqlite3.connect(with_snapshot.database)) as database, database:
        database.execute("UPDATE schema_version SET version = 99")
    before = with_snapshot.database.read_bytes()
    with pytest.raises(DatabaseUnreadableError, match="newer boardtui"):
        with_snapshot.ingest()
    assert with_snapshot.database.read_bytes() == before


@pytest.fixture
def as_a_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """A SQLite URL taken as a server's: written to through SQLAlchemy, in one transaction."""
    # The package gives the module's name to its function.
    module = sys.modules["boardtui.ingest.ingest"]
    monkeypatch.setattr(module, "path_or_server", lambda location: location)


def test_a_file_by_its_url_is_replaced_too_and_never_written_to(with_snapshot: Trial) -> None:
    request = replace(with_snapshot.request(), database=f"sqlite:///{with_snapshot.database}")
    with closing(open_database(str(with_snapshot.database))) as reader:
        ingest(request, SETTINGS)
        assert reader.rows("SELECT COUNT(*) FROM snapshots") == [(1,)]
    assert with_snapshot.values("SELECT COUNT(*) FROM snapshots") == [2]


@pytest.mark.parametrize("location", ["sqlite://", "sqlite:///:memory:"])
def test_a_database_in_memory_is_refused(trial: Trial, location: str) -> None:
    with pytest.raises(IngestUsageError, match="nothing would be left of it"):
        ingest(replace(trial.request(), database=location), SETTINGS)


@pytest.mark.parametrize(
    "location", ["nonsense://host/name", "mssql+pymssql://host/name", "a b://"]
)
def test_a_server_that_cannot_be_reached_is_told_as_such(trial: Trial, location: str) -> None:
    with pytest.raises(DatabaseUnreadableError, match="cannot be read"):
        ingest(replace(trial.request(), database=location), SETTINGS)


@pytest.mark.usefixtures("as_a_server")
def test_a_server_is_written_to(trial: Trial) -> None:
    request = replace(trial.request(), database=f"sqlite:///{trial.database}")
    report = ingest(request, SETTINGS)
    assert trial.values("SELECT COUNT(*) FROM figures") == [report.figures]


@pytest.mark.usefixtures("as_a_server")
def test_what_is_refused_of_a_server_changes_nothing(trial: Trial) -> None:
    request = replace(trial.request(), database=f"sqlite:///{trial.database}")
    ingest(request, SETTINGS)
    before = trial.rows("SELECT * FROM figures")
    with pytest.raises(IngestRefusedError, match="already"):
        ingest(request, SETTINGS)
    assert trial.rows("SELECT * FROM figures") == before
