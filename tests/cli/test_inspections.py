"""`boardtui inspections`: what was found, by when to answer, and the figures that speak to it."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run


def parsed(run: Run, database: Path, *words: str) -> dict[str, Any]:
    ran = run("inspections", database, *words, "--format", "json")
    assert (ran.status, ran.err) == (0, "")
    shown = json.loads(ran.out)
    assert isinstance(shown, dict)
    return shown


def test_json_has_the_inspection_and_its_deadline(run: Run, demo_database: Path) -> None:
    shown = parsed(run, demo_database)
    assert (shown["version"], shown["force"], shown["as_at"]) == (1, "Exampleshire", "2024-01-17")
    assert shown["synthetic"] is True
    (inspection,) = shown["inspections"]
    assert (inspection["day"], inspection["published_stated"]) == ("2023-03-31", "March 2023")
    assert (inspection["grade"], inspection["baseline"]) == ("requires improvement", True)
    words = inspection["response"].pop("words")
    assert inspection["response"] == {
        "due": "2023-05-26",
        "basis": "stated",
        "by_law": "2023-05-25",
        "exact": False,
        "days_left": -236,
    }
    assert words.startswith("was due by 26 May 2023")


def test_json_has_each_figure_as_figures_prints_it(run: Run, demo_database: Path) -> None:
    (inspection,) = parsed(run, demo_database)["inspections"]
    figure = inspection["figures"][0]
    assert figure.pop("words") == ["visits", "overdue"]
    printed = run("figures", demo_database, "--measure", "overdue_visits", "--format", "json").out
    assert figure == json.loads(printed)["figures"][0]


def test_json_of_a_report_before_the_law_has_no_deadline(run: Run, demo_database: Path) -> None:
    shown = parsed(run, demo_database, "--force", "Essex", "--as-at", "2016-08-31")
    assert [each["response"]["due"] for each in shown["inspections"]] == [None, None]
    assert [each["day"] for each in shown["inspections"]] == ["2016-08-31", "2015-11-30"]
    assert shown["inspections"][1]["figures"] == []


def test_csv_has_a_row_for_each_figure_and_for_a_finding_without_one(
    run: Run, demo_database: Path
) -> None:
    words = ("--force", "Essex", "--as-at", "2016-08-31")
    out = run("inspections", demo_database, *words, "--format", "csv").out
    rows = list(csv.DictReader(out.splitlines()))
    assert [row["measure"] for row in rows] == ["overdue_visits", *["caseload"] * 3, ""]
    assert [row["value"] for row in rows] == ["400", "215", "120", "203", ""]
    assert {row["board_day"] for row in rows} == {"2016-08-31"}
    assert rows[-1]["inspection_grade"] == "inadequate"
    assert all(None not in row and None not in row.values() for row in rows)


def test_text_is_what_the_screen_says(run: Run, demo_database: Path) -> None:
    title, blank, *lines = run("inspections", demo_database).out.splitlines()
    assert title == (
        "Exampleshire (SYNTHETIC), as at 17 Jan 2024. Compared with: inspection, stated "
        "“March 2023” (published figures)."
    )
    assert blank == ""
    assert "  Overdue visits: 273; 18.3% of 1,488 actively managed; then 217; +56 (+26%)" in lines


def test_a_force_without_inspections_is_no_fault(run: Run, demo_database: Path) -> None:
    words = ("--force", "Sampleshire")
    assert "No inspection of this force" in run("inspections", demo_database, *words).out
    assert parsed(run, demo_database, *words)["inspections"] == []
    out = run("inspections", demo_database, *words, "--format", "csv").out
    assert len(out.splitlines()) == 1


def test_what_it_was_is_of_the_baseline_that_was_asked_for(run: Run, demo_database: Path) -> None:
    shown = parsed(run, demo_database, "--against", "none")
    assert shown["against"] is None
    assert shown["inspections"][0]["baseline"] is False
    assert shown["inspections"][0]["figures"][0]["then"] is None


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (("--force", "Exampelshire"), 2, "Did you mean Exampleshire?"),
        (("--as-at", "2024-01-18"), 2, "18 Jan 2024"),
        (("--against", "never"), 2, "or inspection, or none"),
    ],
)
def test_what_is_not_there_is_refused(
    run: Run, demo_database: Path, words: tuple[str, ...], status: int, told: str
) -> None:
    ran = run("inspections", demo_database, *words)
    assert (ran.status, ran.out) == (status, "")
    assert told in ran.err


def test_a_database_that_cannot_be_read_is_told(run: Run, tmp_path: Path) -> None:
    assert run("inspections", tmp_path / "none.db").status == 3


def test_another_definition_is_worked_out_again_and_said(
    run: Run, demo_database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOARDTUI_OVERDUE_GRACE_DAYS", "30")
    ran = run("inspections", demo_database)
    assert "another definition" in ran.err
    assert "Overdue visits: 273" not in ran.out.splitlines()[0]
    assert "Overdue visits: 155" in ran.out
