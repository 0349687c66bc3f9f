"""What a published file holds besides its figures: nothing that tells of what is hidden."""

from __future__ import annotations

import json
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from boardtui.cli.main import main
from boardtui.core.criterion.dimension import DIMENSIONS
from tests.registers import Case, Force, Register, Visit, write

DAYS = (date(2023, 11, 30), date(2023, 12, 31), date(2024, 1, 31))
SECRETS = ("EX-", "cases.csv", "visits.csv", "0" * 64)
"""In the database of records: case references, the names of its files, and their digests."""


def register(day: date, number: int) -> Register:
    """Eighty people in two units, and three more in a unit of their own."""
    late = day - timedelta(days=40)
    cases = [
        Case(
            f"EX-{place:05d}",
            unit="Quiet" if place < 3 else ("North", "South")[place % 2],
            officer_ref=f"OM-{place % 3}",
            risk_level=("high", "medium", "low")[place % 3],
            visit_due=late if place % (4 + number) == 0 else day + timedelta(days=30),
            last_visit=late,
        )
        for place in range(83 + number)
    ]
    visits = tuple(Visit(case.case_ref, late) for case in cases[:9])
    return Register(day, tuple(cases), visits=visits)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    registers = tuple(register(day, number) for number, day in enumerate(DAYS))
    return write(tmp_path_factory.mktemp("force") / "force.db", Force(registers=registers))


@pytest.fixture(scope="module")
def published(database: Path) -> Path:
    """The two newest days, published for the board in the place of files that anyone could read."""
    out = database.with_name("board.db")
    report = database.with_name("board-report.csv")
    # What stood there before is in no page of the new file, and its report is nobody else's.
    for path in (out, report):
        path.write_bytes(database.read_bytes())
    report.chmod(0o644)
    words = ["publish", str(database), str(out), "--audience", "board", "--replace"]
    assert main(words) == 0
    return out


@pytest.fixture
def rows(published: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"file:{published}?mode=ro", uri=True)) as connection:
        yield connection


def test_no_page_of_the_file_holds_anything_of_the_records(database: Path, published: Path) -> None:
    known = [each for each in SECRETS if each.encode() in database.read_bytes()]
    assert known == list(SECRETS)
    assert not [each for each in SECRETS if each.encode() in published.read_bytes()]


def test_nothing_is_left_over_in_the_file(rows: sqlite3.Connection) -> None:
    assert rows.execute("PRAGMA freelist_count").fetchone() == (0,)
    tables = {name for (name,) in rows.execute("SELECT name FROM sqlite_master")}
    assert not {"sqlite_sequence", "sqlite_stat1", "sqlite_stat4"} & tables
    for table in ("cases", "visits", "officers", "leavers", "warnings", "signatures"):
        assert rows.execute(f"SELECT COUNT(*) FROM {table}").fetchone() == (0,), table


def test_of_the_files_only_their_columns_are_told(rows: sqlite3.Connection) -> None:
    told = rows.execute("SELECT name, sha256, rows_stored, rows_left_out FROM snapshot_files")
    assert set(told) == {("not published", "", 0, 0)}


def test_figures_stand_in_the_order_of_their_names_and_not_of_their_counts(
    rows: sqlite3.Connection,
) -> None:
    order: dict[tuple[int, str, str], list[str | None]] = {}
    for snapshot, measure, dimension, name in rows.execute(
        "SELECT snapshot_id, measure, dimension, slice FROM figures "
        "WHERE dimension IS NOT NULL ORDER BY id"
    ):
        order.setdefault((snapshot, measure, dimension), []).append(name)
    assert ["North", "Quiet", "South"] in order.values()
    for (_, measure, dimension), names in order.items():
        if dimension != "age_band":
            assert names == DIMENSIONS[dimension].order(set(names)), (measure, dimension)
    crosses = rows.execute(
        "SELECT slice FROM crosses WHERE other_dimension = 'risk_level' "
        "AND snapshot_id = 1 AND measure = 'registered' ORDER BY id"
    )
    units = [name for (name,) in crosses]
    assert units == sorted(units)


def test_whatever_is_hidden_has_no_number_at_all(rows: sqlite3.Connection) -> None:
    hidden = rows.execute(
        "SELECT value, low, high, unknown FROM figures WHERE suppressed"
    ).fetchall()
    assert len(hidden) > 5
    assert set(hidden) == {(None, None, None, None)}
    crosses = rows.execute("SELECT value, low, high FROM crosses WHERE suppressed")
    assert set(crosses) <= {(None, None, None)}


def test_the_report_with_all_that_is_hidden_is_its_owners_alone(published: Path) -> None:
    report = published.with_name("board-report.csv")
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    assert "below the threshold" in report.read_text(encoding="utf-8")


def test_what_is_not_published_is_said(
    database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["publish", str(database), str(tmp_path / "board.db"), "--audience", "board"]
    assert main(words) == 0
    assert "Exampleshire: 1 earlier snapshot left out" in capsys.readouterr().err


def test_a_published_file_does_not_say_that_it_had_no_rows_and_no_warnings(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["snapshots", str(published)]) == 0
    told = capsys.readouterr().out
    assert "Snapshot of 31 Jan 2024: published without its records." in told
    assert "0 cases" not in told
    assert main(["snapshots", str(published), "--format", "json"]) == 0
    (force,) = json.loads(capsys.readouterr().out)["forces"]
    assert {each["warnings"] for each in force["snapshots"]} == {None}
    assert main(["snapshots", str(published), "--warnings"]) == 0
    assert "does not say what was odd" in capsys.readouterr().out


def test_a_change_is_told_where_both_days_are_and_nowhere_else(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By hand: three of 84 and of 85 people are in Quiet, so that one more unit is hidden, and of
    one day at least two. The whole force is one person more."""
    words = ["figures", str(published), "--by", "unit", "--against", "2023-12-31", "--format"]
    assert main([*words, "json"]) == 0
    found = [
        each
        for each in json.loads(capsys.readouterr().out)["figures"]
        if each["measure"] == "registered" and each["origin"] == "records"
    ]
    changes = {each["slice"]: each["change"] for each in found if each["by"]}
    (whole,) = (each for each in found if not each["by"])
    assert (whole["value"], whole["change"]) == (85, 1)
    assert changes["Quiet"] is None
    assert sum(change is None for change in changes.values()) > 1
