"""`boardtui flow --by`: the flow told apart by risk level or unit."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from boardtui.core.criterion.dimension import RISK_LEVELS
from tests.cli.conftest import Run

DAYS = ("--from", "2023-03-31", "--to", "2024-01-17")


def parsed(run: Run, database: Path, *words: str) -> dict[str, Any]:
    ran = run("flow", database, *DAYS, *words, "--format", "json")
    assert (ran.status, ran.err) == (0, "")
    shown = json.loads(ran.out)
    assert isinstance(shown, dict)
    return shown


@pytest.mark.parametrize("by", ["risk_level", "unit"])
def test_json_has_the_slices_behind_the_whole_flow(run: Run, demo_database: Path, by: str) -> None:
    whole, shown = parsed(run, demo_database), parsed(run, demo_database, "--by", by)
    assert (shown.pop("by"), shown.pop("by_unknown")) == (by, None)
    slices = shown.pop("slices")
    assert shown == whole
    for side in ("opening", "closing"):
        assert sum(each[side] for each in slices) == whole[side]
        for each in slices:
            assert sum(part["count"] for part in each[f"{side}_parts"]) == each[side]


def test_the_slices_are_those_of_the_figures(run: Run, demo_database: Path) -> None:
    words = ("--measure", "overdue_visits", "--by", "risk_level", "--against", "2023-03-31")
    figures = json.loads(run("figures", demo_database, *words, "--format", "json").out)["figures"]
    slices = parsed(run, demo_database, "--by", "risk_level")["slices"]
    assert [each["slice"] for each in slices] == list(RISK_LEVELS)
    now = {each["slice"]: each["value"] for each in figures if each["by"]}
    then = {each["slice"]: each["then"]["value"] for each in figures if each["by"]}
    assert {each["slice"]: each["closing"] for each in slices} == now
    assert {each["slice"]: each["opening"] for each in slices} == then


def test_csv_has_a_row_for_each_number(run: Run, demo_database: Path) -> None:
    out = run("flow", demo_database, *DAYS, "--by", "unit", "--format", "csv").out
    rows = list(csv.DictReader(out.splitlines()))
    for day, people in (("2023-03-31", 217), ("2024-01-17", 273)):
        mine = [row for row in rows if row["overdue_on"] == day]
        assert sum(int(row["count"]) for row in mine if row["part"] == "all") == people
        assert sum(int(row["count"]) for row in mine if row["part"] != "all") == people


def test_text_says_of_which_day_the_slices_are(run: Run, demo_database: Path) -> None:
    lines = run("flow", demo_database, *DAYS, "--by", "risk_level").out.splitlines()
    at = lines.index("Overdue on 31 Mar 2023, by the risk level on that day:")
    assert lines[at + 2].startswith("  High: 0; still overdue 0, ")
    assert "Overdue on 17 Jan 2024, by the risk level on that day:" in lines


def test_another_dimension_is_refused(run: Run, demo_database: Path) -> None:
    assert run("flow", demo_database, *DAYS, "--by", "age_band").status == 2
