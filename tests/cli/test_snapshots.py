"""`boardtui snapshots`: what is in a database."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

FIXTURES = Path(__file__).parents[2] / "fixtures"


@pytest.fixture
def exampleshire(run: Run, demo_database: Path) -> Any:
    shown = json.loads(run("snapshots", demo_database, "--format", "json").out)
    assert shown["version"] == 1
    return next(each for each in shown["forces"] if each["force"] == "Exampleshire")


def test_json_says_whether_a_force_exists(run: Run, demo_database: Path) -> None:
    shown = json.loads(run("snapshots", demo_database, "--format", "json").out)
    synthetic = {each["force"] for each in shown["forces"] if each["synthetic"]}
    assert synthetic == {"Exampleshire", "Sampleshire", "Specimenshire"}


def test_json_has_the_rows_of_each_file(exampleshire: Any) -> None:
    newest = exampleshire["snapshots"][-1]
    assert newest["as_at"] == "2024-01-17"
    for file in newest["files"]:
        path = FIXTURES / "exampleshire" / "2024-01-17" / f"{file['kind']}.csv"
        assert file["rows"] == len(path.read_text(encoding="utf-8").splitlines()) - 1
        assert file["left_out"] == 0


def test_json_has_the_definition_that_figures_were_computed_under(exampleshire: Any) -> None:
    assert exampleshire["snapshots"][0]["definition"] == {
        "grace_days": 0,
        "bands": [30, 90, 180, 365],
    }


def test_json_has_the_days_of_published_figures(exampleshire: Any) -> None:
    assert exampleshire["published"][0] == {
        "as_at": "2023-03-31",
        "as_at_stated": "March 2023",
        "figures": 5,
    }


def test_json_has_the_inspections(exampleshire: Any) -> None:
    (inspection,) = exampleshire["inspections"]
    assert (inspection["day"], inspection["inspected_on"]) == ("2023-03-31", None)
    assert inspection["grade"] == "requires improvement"


def test_csv_has_a_row_for_each_of_them(run: Run, demo_database: Path, exampleshire: Any) -> None:
    out = run("snapshots", demo_database, "--format", "csv").out
    rows = [row for row in csv.DictReader(out.splitlines()) if row["force"] == "Exampleshire"]
    kinds = [row["kind"] for row in rows]
    assert kinds.count("snapshot") == len(exampleshire["snapshots"])
    assert kinds.count("published") == len(exampleshire["published"])
    assert kinds.count("inspection") == 1


def test_text_marks_a_force_that_does_not_exist(run: Run, demo_database: Path) -> None:
    lines = run("snapshots", demo_database).out.splitlines()
    assert "Exampleshire (SYNTHETIC)" in lines
    assert "Avon and Somerset" in lines


def test_text_counts_what_a_snapshot_has(run: Run, demo_database: Path) -> None:
    assert (
        "  Snapshot of 17 Jan 2024: 1,836 cases, 4,654 visits, 32 officers, 118 leavers, 0 rows "
        "left out, 1 warning.\n"
    ) in run("snapshots", demo_database).out


def test_the_settings_of_the_user_do_not_matter(
    run: Run, demo_database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOARDTUI_OVERDUE_GRACE_DAYS", "30")
    assert "Figures computed as overdue from the day after" in run("snapshots", demo_database).out
