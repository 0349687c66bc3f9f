"""`boardtui cases --part`: the people of a part of a flow."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from boardtui.core.history.case import COLUMNS
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.review.cases.part_asked import names
from tests.cli.conftest import Run

ASKED = [(name, part) for name, backlog in BACKLOGS.items() for part in names(backlog)]


def parsed(run: Run, database: Path, *words: str) -> dict[str, Any]:
    ran = run("cases", database, *words, "--format", "json")
    assert (ran.status, ran.err) == (0, "")
    shown = json.loads(ran.out)
    assert isinstance(shown, dict)
    return shown


@pytest.mark.parametrize(("backlog", "part"), ASKED)
def test_there_are_as_many_as_the_flow_says(
    run: Run, demo_database: Path, backlog: str, part: str
) -> None:
    days = ("--from", "2023-03-31", "--to", "2024-01-17", "--backlog", backlog)
    flow = json.loads(run("flow", demo_database, *days, "--format", "json").out)
    counts = {each["part"]: each["count"] for each in flow["parts"]}
    without = ("moved_to_reactive", "regraded", "date_moved")
    flow["cleared_without"] = sum(counts.get(each, 0) for each in without)
    shown = parsed(run, demo_database, "--part", part, "--backlog", backlog)
    assert shown["count"] == len(shown["cases"]) == {**flow, **counts}[part]


def test_json_has_both_days_of_each(run: Run, demo_database: Path) -> None:
    shown = parsed(run, demo_database, "--part", "left", "--from", "31/03/2023")
    assert (shown["part"], shown["backlog"]) == ("left", "visits")
    assert (shown["from"], shown["to"]) == ("2023-03-31", "2024-01-17")
    assert shown["as_at"] == "2023-03-31"
    for case in shown["cases"]:
        assert case["now"] is None
        assert case["then"] == {name: case[name] for name in COLUMNS}
        assert case["what_changed"].startswith("left ")


def test_csv_has_what_changed(run: Run, demo_database: Path) -> None:
    out = run("cases", demo_database, "--part", "regraded", "--format", "csv").out
    rows = list(csv.DictReader(out.splitlines()))
    assert len(rows) == 4
    assert all("risk medium → low" in row["what_changed"] for row in rows)


def test_text_says_of_which_flow_the_part_is(run: Run, demo_database: Path) -> None:
    lines = run("cases", demo_database, "--part", "regraded").out.splitlines()
    assert lines[0] == (
        "Exampleshire (SYNTHETIC), as at 17 Jan 2024. Overdue visits, 31 Mar 2023 to 17 Jan 2024: "
        "regraded to a lower risk (regraded): 4 cases."
    )
    assert lines[2].endswith("changed: due 15 Sep 2022 to 20 Feb 2024, risk medium to low")


def test_a_slice_is_of_the_day_that_counts(run: Run, demo_database: Path) -> None:
    words = ("--part", "regraded", "--where", "risk_level=medium")
    cases = parsed(run, demo_database, *words)["cases"]
    assert len(cases) == 4
    assert {case["then"]["risk_level"] for case in cases} == {"medium"}
    assert {case["risk_level"] for case in cases} == {"low"}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--part", "visted"), "did you mean visited?"),
        (("--part", "assessed"), "no part assessed"),
        (("--part", "left", "--from", "2023-04-01"), "no snapshot as at 1 Apr 2023"),
        (
            ("--part", "left", "--force", "Exampleshire", "--as-at", "2023-03-31"),
            "no records of a day before",
        ),
        (("--part", "left", "--measure", "managed"), "ask for one of them"),
        (("--backlog", "visits"), "say which with --part"),
        (("--part", "left", "--where", "age_band=1-30"), "no age bands"),
        (("--part", "left", "--where", "unit=Nort"), "did you mean North?"),
    ],
)
def test_what_cannot_be_is_refused(
    run: Run, demo_database: Path, words: tuple[str, ...], told: str
) -> None:
    ran = run("cases", demo_database, *words)
    assert (ran.status, ran.out) == (2, "")
    assert told in ran.err
