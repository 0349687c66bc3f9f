"""`boardtui trend`: its JSON, its rows, its lines, what it refuses, and what it hides."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

OF = ("--force", "Specimenshire", "--measure")


def parsed(run: Run, database: Path, *words: str) -> Any:
    ran = run("trend", database, *words, "--format", "json")
    assert (ran.status, ran.err) == (0, "")
    return json.loads(ran.out)


def test_a_flow_is_a_control_chart_with_its_gap_its_break_and_its_shift(
    run: Run, demo_database: Path
) -> None:
    told = parsed(run, demo_database, *OF, "newly_overdue_visits")
    assert (told["version"], told["kind"], told["synthetic"]) == (1, "flow", True)
    assert [gap["month"] for gap in told["gaps"]] == ["2021-08", "2021-09"]
    first, second = told["runs"]
    assert (first["to"], second["from"], first["why"]) == ("2022-03-31", "2022-04-30", None)
    assert "14 days past the due date" in second["why"]
    assert first["lower"] < first["mean"] < first["upper"]
    flagged = [point["month"] for point in told["points"] if "shift" in point["flags"]]
    assert flagged == [f"2023-{month:02}" for month in range(4, 13)]
    assert not any(p["flags"] for p in told["points"] if p["month"] < "2023-04")
    assert told["convention"].startswith("NHS England, Making Data Count")
    assert not told["too_few"]


def test_a_stock_has_no_limits_and_no_flags_and_says_how_far_months_follow(
    run: Run, demo_database: Path
) -> None:
    told = parsed(run, demo_database, *OF, "overdue_visits", "--where", "unit=East")
    assert (told["kind"], told["by"], told["slice"]) == ("stock", "unit", "East")
    assert told["lag_1"] > 0.5
    assert all(run["mean"] is None and run["upper"] is None for run in told["runs"])
    assert not any(point["flags"] for point in told["points"])
    assert [gap["month"] for gap in told["gaps"]] == ["2021-08"]


def test_visits_need_no_snapshot_of_their_month_and_no_definition_of_overdue(
    run: Run, demo_database: Path
) -> None:
    told = parsed(run, demo_database, *OF, "visits_attempted")
    assert (told["gaps"], len(told["points"]), len(told["runs"])) == ([], 37, 1)


def test_what_was_said_is_told_by_source_and_not_judged(run: Run, demo_database: Path) -> None:
    told = parsed(run, demo_database, "--force", "Essex", "--measure", "mappa_category_1")
    assert (told["kind"], told["convention"]) == ("published", None)
    assert len({run["why"] for run in told["runs"]}) == len(told["runs"]) > 1
    said = parsed(run, demo_database, "--force", "Exampleshire", "--measure", "overdue_visits")
    assert (said["kind"], len(said["points"]), len(said["said"])) == ("stock", 2, 3)


def test_too_few_is_said_and_a_stated_change_begins_new_limits(
    run: Run, demo_database: Path
) -> None:
    told = parsed(run, demo_database, *OF, "visits_seen", "--change", "2023-05-01=fewer officers")
    assert [(run["why"], run["upper"] is None) for run in told["runs"]] == [
        (None, False),
        ("fewer officers", True),
    ]
    assert told["too_few"]
    lines = run("trend", demo_database, *OF, "visits_seen", "--from", "2023-05-01").out
    assert "Too few to say: 8 months" in lines


def test_rows_have_the_months_of_the_lines(run: Run, demo_database: Path) -> None:
    out = run("trend", demo_database, *OF, "cleared_without_visit", "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(out)))
    by_month = {row["month"]: row for row in rows}
    assert len(rows) == len(by_month) == 36
    assert by_month["2021-08"]["unknown"] == "no snapshot of Aug 2021"
    assert "outside" in by_month["2023-09"]["flags"]
    lines = run("trend", demo_database, *OF, "cleared_without_visit").out
    assert "Aug 2021: a gap, no snapshot of Aug 2021\n" in lines
    assert f"Sep 2023: {by_month['2023-09']['value']}; outside the limits" in lines
    assert "Break: overdue from the day after the due date" in lines


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((*OF, "newly_overdue"), "did you mean newly_overdue_visits?"),
        ((*OF, "overdue_visits", "--where", "unit=Eas"), "did you mean East?"),
        ((*OF, "newly_overdue_visits", "--where", "unit=East"), "by nothing, not by unit"),
        ((*OF, "overdue_visits", "--from", "2023-02-01", "--to", "2023-01-01"), "is after --to"),
        ((*OF, "overdue_visits", "--change", "2023-05-01"), "DATE=TEXT"),
        ((*OF, "overdue_visits", "--to", "2010-01-01"), "no month of Overdue visits"),
        (("--force", "Essex", "--measure", "newly_overdue_visits"), "no month of Newly overdue"),
    ],
)
def test_what_is_not_there_is_refused(
    run: Run, demo_database: Path, words: tuple[str, ...], told: str
) -> None:
    ran = run("trend", demo_database, *words)
    assert (ran.status, ran.out) == (2, "")
    assert told in ran.err


def test_a_hidden_month_is_a_gap_with_its_mark_and_no_limit_is_taken_from_it(
    run: Run, demo_database: Path
) -> None:
    words = (*OF, "newly_overdue_visits", "--audience", "board")
    told, whole = parsed(run, demo_database, *words), parsed(run, demo_database, *words[:4])
    hidden = [point for point in told["points"] if point["suppressed"]]
    shown = {p["month"]: p["value"] for p in told["points"] if not p["suppressed"]}
    assert told["audience"] == "board"
    assert len(hidden) > 10
    assert all(point["value"] is None and not point["flags"] for point in hidden)
    assert shown.items() <= {p["month"]: p["value"] for p in whole["points"]}.items()
    # Of the few months that are shown no limits could be taken.
    assert [run["points"] for run in told["runs"]] == [2, 7]
    assert all(run["mean"] is None for run in told["runs"])
    assert "[c]" in run("trend", demo_database, *words).out
    officer = (*OF, "managed", "--where", "officer=SP-01", "--audience", "public")
    assert run("trend", demo_database, *officer).status == 2


def test_by_unit_the_end_of_each_year_is_told(run: Run, demo_database: Path) -> None:
    words = (*OF, "overdue_visits", "--by", "unit")
    told = parsed(run, demo_database, *words)
    assert told["days"] == [f"{year}-12-31" for year in range(2020, 2024)]
    whole = parsed(run, demo_database, *OF, "overdue_visits")
    ends = {p["as_at"]: p["value"] for p in whole["points"]}
    sums = [sum(each) for each in zip(*(s["values"] for s in told["slices"]), strict=True)]
    assert sums == [ends[day] for day in told["days"]]
    assert [each.partition(":")[0] for each in told["breaks"]] == ["31 Dec 2022"]
    assert "East: 29 on 31 Dec 2023" in run("trend", demo_database, *words).out
    hidden = parsed(run, demo_database, *words, "--audience", "public")
    assert any(any(each["suppressed"]) for each in hidden["slices"])
    assert run("trend", demo_database, *words, "--change", "2023-01-01=x").status == 2
    assert run("trend", demo_database, *OF, "visits_seen", "--by", "unit").status == 2
