"""Databases of older schemas: what they have is read, what they lack is said, all is upgraded."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from boardtui.store import SCHEMA_VERSION
from boardtui.store.connection.older import VIEWS
from tests.cli.conftest import Run
from tests.databases import unpacked

DAYS = ("--from", "2023-03-31", "--to", "2024-01-17")


@pytest.fixture(params=sorted(VIEWS))
def older(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return unpacked(request.param, tmp_path / "older.db")


@pytest.fixture
def oldest(tmp_path: Path) -> Path:
    """One of the first version, which counted otherwise than today."""
    return unpacked(1, tmp_path / "older.db")


def listed(run: Run, database: Path, *words: str) -> list[dict[str, Any]]:
    shown = run("figures", database, *words, "--format", "json")
    assert shown.status == 0
    found = json.loads(shown.out)["figures"]
    assert isinstance(found, list)
    return found


def wholes(run: Run, database: Path, *words: str) -> dict[str, tuple[Any, Any]]:
    figures = listed(run, database, *words)
    return {f["measure"]: (f["value"], f["unknown"]) for f in figures if not f["by"]}


def test_there_is_a_database_of_each_older_version() -> None:
    assert sorted(VIEWS) == list(range(1, SCHEMA_VERSION))


def test_it_is_read_and_nothing_of_it_changes(run: Run, older: Path) -> None:
    before = sha256(older.read_bytes()).digest()
    found = wholes(run, older, "--force", "Oldshire")
    assert found["overdue_visits"] == (2, None)
    assert found["registered"] == (4, None)
    assert sha256(older.read_bytes()).digest() == before


def test_whoever_reads_it_is_told_that_it_is_older(run: Run, oldest: Path) -> None:
    told = run("figures", oldest, "--force", "Oldshire", "--measure", "registered").err
    assert "boardtui upgrade" in told


def test_what_was_counted_otherwise_or_not_at_all_is_no_zero(run: Run, oldest: Path) -> None:
    found = wholes(run, oldest, "--force", "Oldshire")
    value, why = found["never_seen"]
    assert (value, "boardtui upgrade" in str(why)) == (None, True)
    flow = json.loads(run("flow", oldest, "--force", "Oldshire", *DAYS, "--format", "json").out)
    assert (flow["overdue_by_dates_then"], flow["overdue_by_dates_now"]) == (2, None)


def test_a_column_that_is_blank_in_every_row_counts_as_absent(run: Run, older: Path) -> None:
    found = wholes(run, older, "--force", "Absentshire")
    assert found["overdue_visits"] == (None, "no visit_due column")
    assert found["registered"] == (2, None)
    flow = json.loads(run("flow", older, "--force", "Absentshire", *DAYS, "--format", "json").out)
    assert (flow["opening"], flow["closing"]) == (None, None)
    assert flow["unknown"] == "no visit_due column"


def test_months_after_the_visits_file_are_not_in_it(run: Run, older: Path) -> None:
    figures = listed(run, older, "--force", "Oldshire", "--measure", "visits_attempted")
    assert [(f["value"], f["unknown"]) for f in figures] == [
        (3, None),
        (1, None),
        (None, "not in the visits file"),
        (None, "not in the visits file"),
    ]


def test_upgraded_it_says_what_it_did_not_know(run: Run, oldest: Path) -> None:
    done = run("upgrade", oldest)
    assert (done.status, done.out) == (0, "")
    assert "the figures of 5 snapshots were counted again" in done.err
    found = wholes(run, oldest, "--force", "Oldshire")
    assert found["never_seen"] == (1, None)
    assert found["not_seen_over_year"] == (2, None)
    flow = json.loads(run("flow", oldest, "--force", "Oldshire", *DAYS, "--format", "json").out)
    assert (flow["overdue_by_dates_then"], flow["overdue_by_dates_now"]) == (2, 1)
    assert run("figures", oldest, "--measure", "registered").err == ""
    assert "nothing was changed" in run("upgrade", oldest).err


def test_one_that_lacks_the_seals_alone_is_read_without_a_caution(run: Run, tmp_path: Path) -> None:
    before_seals = unpacked(2, tmp_path / "older.db")
    found = wholes(run, before_seals, "--force", "Oldshire")
    assert found["never_seen"] == (1, None)
    assert run("figures", before_seals, "--measure", "registered").err == ""
    done = run("upgrade", before_seals)
    assert "the tables of version 2 are of version 3 now" in done.err
    assert "counted again" not in done.err
    assert wholes(run, before_seals, "--force", "Oldshire") == found


def test_upgraded_it_has_the_tables_that_are_made_today(run: Run, older: Path) -> None:
    run("upgrade", older)
    new = older.with_name("new.db")
    older.with_name("cases.csv").write_text("case_ref,risk_level,status\nA,low,custody\n")
    cases = ("--cases", older.with_name("cases.csv"))
    assert run("ingest", new, "--force", "X", "--as-at", "2024-01-17", *cases).status == 0
    assert columns(older) == columns(new)


def columns(path: Path) -> dict[str, set[str]]:
    with closing(sqlite3.connect(path)) as database:
        tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            name: {row[1] for row in database.execute(f"PRAGMA table_info({name})")}
            for (name,) in tables
        }


def test_warnings_of_one_kind_become_one_with_their_count(tmp_path: Path, run: Run) -> None:
    older = unpacked(1, tmp_path / "older.db")
    with closing(sqlite3.connect(older)) as database, database:
        database.execute(
            "INSERT INTO warnings (snapshot_id, file, row, column, value, message) "
            "SELECT snapshot_id, file, row + 1, column, 'OM-4', message FROM warnings "
            "WHERE column = 'officer_ref'"
        )
    run("upgrade", older)
    with closing(sqlite3.connect(older)) as database:
        found = database.execute(
            "SELECT row, value, rows FROM warnings WHERE against_id IS NULL ORDER BY id"
        ).fetchall()
    assert found == [(5, "OM-3", 2), (5, "X9", 1)]


def test_what_is_odd_beside_another_day_is_told_once_upgraded(run: Run, oldest: Path) -> None:
    assert "new since" not in run("snapshots", oldest, "--warnings").out
    run("upgrade", oldest)
    shown = run("snapshots", oldest, "--warnings").out
    assert "1 unit is new since 31 Mar 2023 (“East”)" in shown
    assert "1 officer is new since 31 Mar 2023 (“OM-3”)" in shown


def test_nothing_is_taken_into_it_before_it_is_upgraded(run: Run, older: Path) -> None:
    older.with_name("cases.csv").write_text("case_ref,risk_level,status\nA,low,custody\n")
    before = older.read_bytes()
    words = ("--force", "X", "--as-at", "2024-01-17", "--cases", older.with_name("cases.csv"))
    refused = run("ingest", older, *words)
    assert (refused.status, "boardtui upgrade" in refused.err) == (1, True)
    assert older.read_bytes() == before


def test_what_is_not_there_cannot_be_upgraded(run: Run, tmp_path: Path) -> None:
    done = run("upgrade", tmp_path / "nothing.db")
    assert (done.status, "there is no such database" in done.err) == (1, True)
    assert not (tmp_path / "nothing.db").exists()


def test_a_database_that_is_none_of_ours_is_left_alone(run: Run, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other.db")) as database, database:
        database.execute("CREATE TABLE t (x)")
    before = (tmp_path / "other.db").read_bytes()
    done = run("upgrade", tmp_path / "other.db")
    assert (done.status, "it is no boardtui database" in done.err) == (1, True)
    assert (tmp_path / "other.db").read_bytes() == before
