"""What a database may hold: a value of the wrong kind is refused as it is read, and not told."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Boolean, Date, Float, Integer
from sqlalchemy.types import TypeEngine

from boardtui.store.connection.damage import blaming, damage_in
from boardtui.store.connection.opening import open_database
from boardtui.store.held.values import ALLOWED, ALWAYS, LONGEST, DatabaseDamagedError
from boardtui.store.tables.tables import METADATA
from tests.screens.spoiling import with_value


def python_types(kind: TypeEngine[object]) -> set[type]:
    """What SQLite gives for a column, if it holds what it may."""
    match kind:
        case Integer() | Boolean():
            return {int}
        case Float():
            return {int, float}
        case Date():
            return {str}
    return {str}


def test_every_column_is_known_with_the_types_that_the_tables_say() -> None:
    declared: dict[str, set[type]] = {}
    for table in METADATA.sorted_tables:
        for column in table.columns:
            held = declared.setdefault(column.name, set())
            held.update(python_types(column.type))
            if column.nullable or column.name not in ALWAYS:
                held.add(type(None))
    assert declared == {name: set(types) for name, types in ALLOWED.items()}


@pytest.fixture
def own(demo_database: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(demo_database, tmp_path / "own.db"))


SPOILT = [
    ("cases", "unit", "x'ff00fe'", "the column unit holds something else than a text"),
    ("cases", "visit_due", "20240117", "the column visit_due holds something else than a date"),
    ("figures", "low", "'EX-1'", "the column low holds something else than a number"),
    ("figures", "high", "9e999", "the column high holds a number that is too large"),
    ("figures", "id", "9223372036854775807", "the column id holds a number that is too large"),
    ("forces", "synthetic", "'yes'", "the column synthetic holds something else than a whole"),
    ("forces", "name", "NULL", "the column name holds something else than a text"),
    ("cases", "unit", f"printf('%.*c', {LONGEST + 1}, 'x')", "a value that is too large"),
    ("cases", "unit", "CAST(x'4558ff' AS TEXT)", "a text that is not UTF-8"),
]


@pytest.mark.parametrize(("table", "column", "value", "sentence"), SPOILT)
def test_a_value_of_the_wrong_kind_is_told_by_its_column_alone(
    own: Path, table: str, column: str, value: str, sentence: str
) -> None:
    with_value(own, table, column, value, once=True)
    with closing(open_database(str(own))) as database:
        for read in (database.rows, database.stream):
            with pytest.raises(DatabaseDamagedError) as caught:
                list(read(f"SELECT {column} FROM {table}"))
            assert sentence in str(caught.value)
            assert str(caught.value).startswith(f"{own} is damaged: ")
            assert "EX" not in str(caught.value)


def test_what_is_as_it_should_be_is_read(demo_database: Path) -> None:
    with closing(open_database(str(demo_database))) as database:
        for table in METADATA.sorted_tables:
            rows = f'SELECT * FROM "{table.name}"'
            assert database.rows(rows) == list(database.stream(rows))
    assert damage_in(demo_database) is None


FOUND_LATER = [
    ("cases", "visit_due", "'2024-02-30'"),
    ("cases", "visit_due", "'soon'"),
    ("cases", "risk_level", "'extreme'"),
    ("cases", "case_ref", "NULL"),
    ("figures", "qualifier", "'perhaps'"),
    ("figures", "as_at", "'9999-12-31'"),
    ("figures", "force_id", "4711"),
    ("figures", "period_start", "'0001-01-01'"),
    ("figures", "measure", "'vanished'"),
    ("figures", "low", "-5"),
    ("figures", "low", "high + 1"),
    ("snapshots", "as_at", "NULL"),
    ("definitions", "grace_days", "1000000"),
    ("definitions", "bands", "'a,b'"),
    ("flows", "part", "'vanished'"),
    ("officers", "fte", "'half'"),
]


@pytest.mark.parametrize(("table", "column", "value"), FOUND_LATER)
def test_what_an_error_stumbled_over_is_found_out(
    own: Path, table: str, column: str, value: str
) -> None:
    with_value(own, table, column, value)
    found = pytest.raises(DatabaseDamagedError, match=rf"own\.db is damaged: .*{table}")
    with found, blaming(str(own)):
        raise KeyError("EX-00123")


def test_a_flow_of_which_parts_are_missing_is_found_out(own: Path) -> None:
    with closing(sqlite3.connect(own)) as database, database:
        database.execute("DELETE FROM flows WHERE part = 'newly_overdue'")
    with pytest.raises(DatabaseDamagedError, match="which parts are missing"), blaming(str(own)):
        raise KeyError("EX-00123")


def test_tables_that_do_not_fit_one_another_are_found_out(own: Path) -> None:
    with closing(sqlite3.connect(own)) as database, database:
        database.execute("CREATE TABLE kept AS SELECT * FROM forces")
        database.execute("DROP TABLE forces")
        database.execute("CREATE TABLE forces AS SELECT * FROM kept")
    with pytest.raises(DatabaseDamagedError, match="its tables do not fit"), blaming(str(own)):
        raise KeyError("EX-00123")


def test_of_a_sound_database_an_error_stays_what_it_is(own: Path) -> None:
    with pytest.raises(KeyError, match="EX-00123"), blaming(str(own)):
        raise KeyError("EX-00123")


@pytest.mark.parametrize("location", ["nowhere.db", "postgresql://nowhere/db"])
def test_where_nothing_can_be_looked_at_an_error_stays_what_it_is(location: str) -> None:
    with pytest.raises(ValueError, match="so"), blaming(location):
        raise ValueError("so")
