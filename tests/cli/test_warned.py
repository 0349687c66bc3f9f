"""`boardtui snapshots --warnings`: what is odd in the files, and was stored all the same."""

from __future__ import annotations

import csv
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

ROWS = "C1,high,community,1900-01-01\nC2,low,custody,1900-01-01\n"
CASES = f"case_ref,risk_level,status,visit_due\n{ROWS}"
OF = ("--force", "Essex", "--as-at", "2024-01-17", "--cases", "march.csv")


@pytest.fixture
def warned(run: Run, tmp_path: Path) -> Path:
    (tmp_path / "march.csv").write_text(CASES)
    assert run("ingest", "a.db", *OF).status == 0
    return tmp_path / "a.db"


def test_json_has_each_warning_with_its_count_and_first_row(run: Run, warned: Path) -> None:
    shown = json.loads(run("snapshots", warned, "--warnings", "--format", "json").out)
    assert shown == {
        "version": 1,
        "warnings": [
            {
                "force": "Essex",
                "synthetic": False,
                "as_at": "2024-01-17",
                "file": "march.csv",
                "column": "visit_due",
                "message": "visit_due is before 1990",
                "rows": 2,
                "row": 2,
                "value": "1900-01-01",
                "warning": "2 rows where visit_due is before 1990 (the first: row 2, “1900-01-01”)",
            }
        ],
    }


def test_csv_has_a_row_for_each(run: Run, warned: Path) -> None:
    out = run("snapshots", warned, "--warnings", "--format", "csv").out
    (row,) = csv.DictReader(out.splitlines())
    assert (row["force"], row["file"], row["rows"], row["row"]) == ("Essex", "march.csv", "2", "2")


def test_text_groups_them_by_snapshot(run: Run, warned: Path) -> None:
    assert run("snapshots", warned, "--warnings").out == (
        "Essex, 17 Jan 2024: 1 warning\n"
        "  march.csv: 2 rows where visit_due is before 1990 (the first: row 2, “1900-01-01”)\n"
    )


def test_where_single_cases_are_closed_no_row_is_told(run: Run, warned: Path) -> None:
    (warned.parent / "config.toml").write_text("boardtui = 1\n[display]\ncases = false\n")
    shown = run("snapshots", warned, "--warnings", "--format", "json").out
    (warning,) = json.loads(shown)["warnings"]
    assert (warning["rows"], warning["row"], warning["value"]) == (2, None, None)
    assert "1900-01-01" not in shown
    assert "1900-01-01" not in run("snapshots", warned, "--warnings").out


def test_warnings_of_published_files_belong_to_no_snapshot(run: Run, warned: Path) -> None:
    with closing(sqlite3.connect(warned)) as database, database:
        database.execute(
            "INSERT INTO warnings (file, message, rows) VALUES ('said.csv', 'it is odd', 0)"
        )
    lines = run("snapshots", warned, "--warnings").out.splitlines()
    assert lines[-2:] == ["Files of published figures: 1 warning", "  said.csv: it is odd"]
    shown = json.loads(run("snapshots", warned, "--warnings", "--format", "json").out)
    last = shown["warnings"][-1]
    assert (last["force"], last["as_at"], last["rows"]) == (None, None, None)


def test_without_any_it_says_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "march.csv").write_text("case_ref,risk_level,status\nC1,high,community\n")
    run("ingest", "a.db", *OF)
    assert run("snapshots", "a.db", "--warnings").out == (
        "No warnings: nothing odd was found in the files.\n"
    )
    shown: dict[str, Any] = json.loads(
        run("snapshots", "a.db", "--warnings", "--format", "json").out
    )
    assert shown == {"version": 1, "warnings": []}


def test_the_demo_has_one_that_is_true(run: Run, demo_database: Path) -> None:
    assert run("snapshots", demo_database, "--warnings").out == (
        "Exampleshire (SYNTHETIC), 17 Jan 2024: 1 warning\n"
        "  cases.csv: 2 officers are new since 31 Mar 2023 (“OM-08, OM-26”)\n"
    )
