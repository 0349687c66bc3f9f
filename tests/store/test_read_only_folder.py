"""A database in a folder that may not be written to, with write-ahead logging and without."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from boardtui.core.criterion.definition import STANDARD
from boardtui.review.day.review import Review
from boardtui.review.day.selection import choose
from boardtui.store.connection.database import DatabaseUnreadableError
from boardtui.store.connection.opening import open_database
from tests.ordinary_user import open_folder, ordinary_user
from tests.registers import Case, Force, Register, write

DAY = date(2024, 1, 17)
COUNT = "SELECT COUNT(*) FROM cases"


@pytest.fixture
def path() -> Iterator[Path]:
    """A database of one case, with write-ahead logging."""
    with open_folder() as folder:
        path = write(folder / "a.db", Force(registers=(Register(DAY, (Case("a"),)),)))
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
        yield path


def closed(path: Path) -> dict[str, bytes]:
    """The folder, from now on closed to writers, as it is."""
    for each in path.parent.iterdir():
        each.chmod(0o444)
    path.parent.chmod(0o555)
    return as_it_is(path)


def as_it_is(path: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in path.parent.iterdir()}


def left_by_a_killed_program(path: Path, kept: tuple[str, ...], statement: str) -> None:
    """Have a change stand only in those files beside the database."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA wal_autocheckpoint = 0")
    connection.execute(statement)
    copies = [path, *(path.with_name(path.name + suffix) for suffix in kept)]
    for each in copies:
        shutil.copy(each, each.with_name(f"{each.name}.kept"))
    connection.close()
    for each in copies:
        each.with_name(f"{each.name}.kept").replace(each)


def test_it_is_read_and_nothing_is_written(path: Path) -> None:
    before = closed(path)
    with ordinary_user(), closing(open_database(str(path))) as database:
        assert Review(database, choose(database), STANDARD).figures("registered")
        assert database.rows(COUNT) == [(1,)]
    assert as_it_is(path) == before


def test_an_empty_log_beside_it_is_no_hindrance(path: Path) -> None:
    path.with_name("a.db-wal").touch()
    before = closed(path)
    with ordinary_user(), closing(open_database(str(path))) as database:
        assert database.rows(COUNT) == [(1,)]
    assert as_it_is(path) == before


def test_changes_in_the_log_are_read_where_its_index_is_there(path: Path) -> None:
    left_by_a_killed_program(path, ("-wal", "-shm"), "DELETE FROM cases")
    before = closed(path)
    with ordinary_user(), closing(open_database(str(path))) as database:
        assert database.rows(COUNT) == [(0,)]
    assert as_it_is(path) == before


def test_changes_in_a_log_without_an_index_are_not_passed_over(path: Path) -> None:
    left_by_a_killed_program(path, ("-wal",), "DELETE FROM cases")
    before = closed(path)
    with (
        ordinary_user(),
        pytest.raises(DatabaseUnreadableError, match=r"left changes to it in a\.db-wal"),
    ):
        open_database(str(path))
    assert as_it_is(path) == before


def test_a_transaction_that_was_broken_off_is_not_passed_over(path: Path) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA cache_spill = 1")
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("DELETE FROM cases")
    connection.execute("DELETE FROM figures")
    for name in ("a.db", "a.db-journal"):
        shutil.copy(path.with_name(name), path.with_name(f"kept-{name}"))
    connection.close()
    for name in ("a.db", "a.db-journal"):
        path.with_name(f"kept-{name}").replace(path.with_name(name))
    before = closed(path)
    with (
        ordinary_user(),
        pytest.raises(DatabaseUnreadableError, match=r"left changes to it in a\.db-journal"),
    ):
        open_database(str(path))
    assert as_it_is(path) == before


@pytest.mark.parametrize("checkpointed", [True, False])
def test_what_another_program_changes_meanwhile_is_seen(path: Path, checkpointed: bool) -> None:
    closed(path)
    with ordinary_user():
        database = open_database(str(path))
    path.parent.chmod(0o755)
    path.chmod(0o644)
    with closing(database), closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("DELETE FROM cases")
        if checkpointed:
            other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        with pytest.raises(DatabaseUnreadableError, match="changed by another program while"):
            database.rows(COUNT)


def test_without_logging_it_is_read_too(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    before = closed(path)
    with ordinary_user(), closing(open_database(str(path))) as database:
        assert database.rows(COUNT) == [(1,)]
    assert as_it_is(path) == before
