"""Several connections to one file: together they read what one alone does."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given

from boardtui.core.criterion.definition import Definition
from boardtui.store.connection import readers
from boardtui.store.connection.database import Database, DatabaseUnreadableError
from boardtui.store.connection.opening import open_database
from boardtui.store.flow import pair_counts
from boardtui.store.flow.flows import flows_between
from boardtui.store.held.snapshots import SnapshotKey, snapshots
from tests.ingest.trial import Trial
from tests.ingest.trial import one_case as one_case_file
from tests.registers import Case, Force, Register, write
from tests.store.strategies import definitions, histories


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("readers") / "readers.db"


@given(history=histories(2), definition=definitions)
def test_shared_out_or_not_the_flow_is_the_same(
    path: Path, history: tuple[Register, ...], definition: Definition
) -> None:
    path.unlink(missing_ok=True)
    write(path, Force(registers=history), counted=False)
    database = open_database(str(path))
    first, last = snapshots(database)
    alone = flows_between(database, first, last, definition)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(pair_counts, "MANY", 0)
        patched.setattr(pair_counts, "STEP", 1)
        patched.setattr("os.cpu_count", lambda: 3)
        assert flows_between(database, first, last, definition) == alone
    database.close()


def test_each_thing_is_read_once_by_one_of_several(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 3)
    database = one_case(path)
    used: list[Database] = []

    def read(reader: Database, asked: int) -> int:
        used.append(reader)
        return asked * 10

    found = readers.read_at_once(database, snapshots(database), range(50), read, 4)
    assert sorted(found) == [number * 10 for number in range(50)]
    assert len(used) == 50
    assert 1 <= len(set(map(id, used))) <= 3
    database.close()


def test_a_connection_that_sees_another_file_reads_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 3)
    database = one_case(path)
    known = snapshots(database)
    path.unlink()
    write(path, Force("Elsewhere", (Register(date(2024, 1, 17), (Case("b"),)),)), counted=False)
    assert used_to_read(database, known) == {id(database)}
    database.close()


def test_what_fails_in_one_connection_is_raised(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    database = one_case(path)

    def read(reader: Database, asked: int) -> int:
        raise DatabaseUnreadableError("the disk is gone")

    with pytest.raises(DatabaseUnreadableError, match="the disk is gone"):
        list(readers.read_at_once(database, snapshots(database), [1, 2], read, 4))
    database.close()


def one_case(path: Path) -> Database:
    path.unlink(missing_ok=True)
    write(path, Force("Newshire", (Register(date(2023, 10, 31), (Case("a"),)),)), counted=False)
    return open_database(str(path))


def test_a_connection_that_sees_the_same_day_ingested_again_reads_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 3)
    trial = Trial(tmp_path)
    trial.ingest({"cases": one_case_file("C1")})
    with closing(open_database(str(trial.database))) as database:
        known = snapshots(database)
        trial.ingest({"cases": one_case_file("C2")}, replace=True)
        assert used_to_read(database, known) == {id(database)}


def used_to_read(database: Database, of: list[SnapshotKey]) -> set[int]:
    """The connections by which three things were read, each once and in their order."""
    used: list[Database] = []

    def read(reader: Database, asked: int) -> int:
        used.append(reader)
        return asked

    assert list(readers.read_at_once(database, of, [1, 2, 3], read, 4)) == [1, 2, 3]
    return set(map(id, used))
