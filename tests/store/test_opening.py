"""Opening a database: what is no database of ours is refused in a sentence; none is changed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from boardtui.core.criterion.definition import STANDARD
from boardtui.review.day.every_figure import every_figure
from boardtui.review.day.review import Review
from boardtui.review.day.selection import choose
from boardtui.store import SCHEMA_VERSION
from boardtui.store.connection.database import DatabaseUnreadableError
from boardtui.store.connection.opening import open_database
from boardtui.store.connection.server import ServerDatabase
from boardtui.store.counting.compute import computed_figures
from boardtui.store.held.figures import Stored
from boardtui.store.held.snapshots import snapshots
from boardtui.store.held.values import DatabaseDamagedError
from tests.registers import Case, Force, Register, write

DAY = date(2024, 1, 17)


def refusal(path: Path | str) -> str:
    with pytest.raises(DatabaseUnreadableError) as caught:
        open_database(str(path))
    return str(caught.value)


def made_by(path: Path, *statements: str) -> Path:
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)
    return path


def is_sentence(words: str) -> bool:
    return words.endswith(".") and "\n" not in words


def test_an_absent_file_is_not_made(tmp_path: Path) -> None:
    words = refusal(tmp_path / "absent.db")
    assert "there is no such database" in words
    assert is_sentence(words)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    assert refusal(tmp_path) == f"{tmp_path} is a folder, not a database."


def test_a_file_of_another_kind_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "cases.csv"
    path.write_text("case_ref,risk_level,status\n" * 100)
    words = refusal(path)
    assert words == f"{path} cannot be read: it is not a boardtui database."


def test_an_empty_file_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    assert refusal(path) == f"{path} cannot be read: it is not a boardtui database."
    assert path.stat().st_size == 0


@pytest.mark.parametrize(
    "statement", ["CREATE TABLE photos (id INTEGER)", "CREATE TABLE schema_version (id INTEGER)"]
)
def test_another_program_s_database_is_not_ours(tmp_path: Path, statement: str) -> None:
    path = made_by(tmp_path / "other.db", statement)
    assert refusal(path) == f"{path} cannot be read: it is not a boardtui database."


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        (SCHEMA_VERSION + 1, "newer boardtui"),
        (0, "made by an older boardtui (its tables are version 0"),
    ],
)
def test_another_version_says_what_to_do(tmp_path: Path, version: int, expected: str) -> None:
    path = write(tmp_path / "other.db")
    made_by(path, f"UPDATE schema_version SET version = {version}")
    words = refusal(path)
    assert expected in words
    assert is_sentence(words)


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "a.db", Force(registers=(Register(DAY, (Case("a"),)),)))
    path.write_bytes(path.read_bytes()[:2000])
    assert is_sentence(refusal(path))


def test_a_name_in_the_schema_that_is_no_text_is_refused(tmp_path: Path) -> None:
    # SQLite repeats it in what it says, which Python then cannot read as text.
    path = write(tmp_path / "a.db", Force(registers=(Register(DAY, (Case("a"),)),)))
    path.write_bytes(path.read_bytes().replace(b"NOT NULL", b"NOT \xe7ULL"))
    with pytest.raises(DatabaseDamagedError, match="holds a text that is not UTF-8"):
        open_database(str(path))


def test_reading_everything_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = write(tmp_path / "a.db", Force(registers=(Register(DAY, (Case("a"),)),)))
    before = path.read_bytes(), path.stat().st_mtime_ns
    with closing(open_database(str(path))) as database:
        review = Review(database, choose(database), STANDARD)
        assert list(every_figure(review))
        assert [each.name for each in tmp_path.iterdir()] == ["a.db"]
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert [each.name for each in tmp_path.iterdir()] == ["a.db"]


def test_a_file_that_is_opened_cannot_be_written_to(tmp_path: Path) -> None:
    path = write(tmp_path / "a.db")
    with (
        closing(open_database(str(path))) as database,
        pytest.raises(DatabaseUnreadableError, match="readonly"),
    ):
        database.rows("DELETE FROM forces")


@pytest.mark.parametrize("name", ["a b.db", "100%.db", "q?mark#.db", "é.db"])
def test_a_name_may_hold_what_a_url_may_not(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / "a.db", Force()).rename(tmp_path / name)
    with closing(open_database(str(path))) as database:
        assert database.rows("SELECT name FROM forces") == [("Exampleshire",)]


def test_a_url_opens_the_same_database(tmp_path: Path) -> None:
    path = write(tmp_path / "a.db", Force(registers=(Register(DAY, (Case("a"),)),)))
    before = path.read_bytes()
    with closing(open_database(f"sqlite:///{path}")) as database:
        review = Review(database, choose(database), STANDARD)
        (registered,) = review.figures("registered")
        assert registered.figure.value == 1
    assert path.read_bytes() == before


def test_through_sqlalchemy_the_same_is_read(tmp_path: Path) -> None:
    case = Case("a", "high", visit_due=date(2023, 12, 1), last_visit=date(2023, 6, 1))
    path = write(tmp_path / "a.db", Force(registers=(Register(DAY, (case,), visits=()),)))
    found = []
    for database in (open_database(str(path)), ServerDatabase(f"sqlite:///{path}")):
        with closing(database):
            (snapshot,) = snapshots(database)
            figures = computed_figures(database, snapshot, None, STANDARD)
            found.append((list(figures), list(Stored(database, snapshot).by("risk_level"))))
    assert found[0] == found[1]


def test_what_is_no_url_is_refused_without_repeating_it() -> None:
    words = refusal("not a url://user:geheim@host")
    assert "URL" in words
    assert "geheim" not in words


@pytest.mark.parametrize("location", ["sqlite:///{}", "nonsense://{}", "postgresql+nodriver://{}"])
def test_a_url_that_leads_nowhere_is_refused_and_nothing_made(
    tmp_path: Path, location: str
) -> None:
    words = refusal(location.format(tmp_path / "absent.db"))
    assert "cannot be read" in words or "no such database" in words
    assert "\n" not in words
    assert list(tmp_path.iterdir()) == []


def test_a_refusal_shows_no_password() -> None:
    words = refusal("nonsense://user:geheim@host/name")
    assert "geheim" not in words
