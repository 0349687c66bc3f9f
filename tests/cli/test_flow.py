"""`boardtui flow`: what became of a backlog between two snapshots."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from boardtui.core.flow.parts import listed
from boardtui.core.measures.backlogs import BACKLOGS
from tests.cli.conftest import Run

DAYS = ("--from", "2023-03-31", "--to", "17/01/2024")


def parsed(run: Run, database: Path, *words: str) -> dict[str, Any]:
    ran = run("flow", database, *DAYS, *words, "--format", "json")
    assert (ran.status, ran.err) == (0, "")
    shown = json.loads(ran.out)
    assert isinstance(shown, dict)
    return shown


def test_json_is_as_promised(run: Run, demo_database: Path) -> None:
    shown = parsed(run, demo_database)
    assert list(shown) == [
        "version",
        "force",
        "synthetic",
        "backlog",
        "from",
        "to",
        "opening",
        "closing",
        "parts",
        "dates_moved",
        "overdue_by_dates_then",
        "overdue_by_dates_now",
        "unknown",
        "notes",
        "definition",
        "cleared_without",
        "unknown_numbers",
    ]
    assert (shown["version"], shown["force"], shown["synthetic"]) == (1, "Exampleshire", True)
    assert (shown["backlog"], shown["from"], shown["to"]) == ("visits", "2023-03-31", "2024-01-17")
    assert (shown["opening"], shown["closing"]) == (217, 273)


@pytest.mark.parametrize("backlog", BACKLOGS)
def test_json_lists_every_part_in_order(run: Run, demo_database: Path, backlog: str) -> None:
    shown = parsed(run, demo_database, "--backlog", backlog)
    parts = [part.value for part in listed(BACKLOGS[backlog])]
    assert [each["part"] for each in shown["parts"]] == parts


def test_reasons_belong_to_those_who_left_and_add_up(run: Run, demo_database: Path) -> None:
    parts = {each["part"]: each for each in parsed(run, demo_database)["parts"]}
    left = parts.pop("left")
    assert sum(left["reasons"].values()) == left["count"]
    assert {each["reasons"] for each in parts.values()} == {None}


def test_csv_has_the_same_numbers(run: Run, demo_database: Path) -> None:
    out = run("flow", demo_database, *DAYS, "--format", "csv").out
    rows = [row for row in csv.DictReader(out.splitlines()) if not row["reason"]]
    shown = parsed(run, demo_database)
    numbers = {each["part"]: each["count"] for each in shown["parts"]}
    beside = ("dates_moved", "overdue_by_dates_then", "overdue_by_dates_now")
    for name in ("opening", "closing", *beside):
        numbers[name] = shown[name]
    assert {row["part"]: int(row["count"]) for row in rows} == numbers
    assert {row["synthetic"] for row in rows} == {"yes"}


def test_text_tells_what_stood_what_went_and_what_came(run: Run, demo_database: Path) -> None:
    lines = run("flow", demo_database, *DAYS).out.splitlines()
    assert lines[0] == (
        "Exampleshire (SYNTHETIC): overdue visits, 31 Mar 2023 to 17 Jan 2024, from records."
    )
    assert lines[1] == (
        "Overdue visits rose from 217 to 273. 121 were visited; 18 were cleared without a visit."
    )
    steps = [line for line in lines[2:] if not line.startswith(" ")]
    assert steps[:3] == [
        "Overdue on 31 Mar 2023: 217",
        "Visited: 121 fewer",
        "Cleared without a visit: 18 fewer",
    ]
    assert "Newly overdue: 171 more" in steps


def test_text_of_assessments_speaks_of_assessments(run: Run, demo_database: Path) -> None:
    out = run("flow", demo_database, *DAYS, "--backlog", "assessments").out
    assert "\nCleared without an assessment: " in out
    assert "\nAssessed: " in out


def test_a_day_without_a_snapshot_is_not_there(run: Run, demo_database: Path) -> None:
    ran = run("flow", demo_database, "--from", "2023-04-01", "--to", "2024-01-17")
    assert (ran.status, ran.out) == (2, "")
    assert "no snapshot as at 1 Apr 2023" in ran.err


def test_the_earlier_day_comes_first(run: Run, demo_database: Path) -> None:
    ran = run("flow", demo_database, "--from", "2024-01-17", "--to", "2023-03-31")
    assert (ran.status, ran.err) == (2, "--from 2024-01-17 is not before --to 2023-03-31.\n")


def test_both_days_are_needed(run: Run, demo_database: Path) -> None:
    assert run("flow", demo_database, "--from", "2023-03-31").status == 2
