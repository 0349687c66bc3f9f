"""`boardtui forget`, and what lists and other commands say afterwards."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run

CASE = "EX-13077"
"""The most overdue of the demo: of the unit Harbour, on both days."""

OVERDUE = ("--measure", "overdue_visits")


@pytest.fixture
def own(demo_database: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(demo_database, tmp_path / "own.db"))


def test_lists_say_that_they_hold_one_fewer_than_was_counted(run: Run, own: Path) -> None:
    figures = run("figures", own, "--format", "json").out
    done = run("forget", own, CASE, "--why", "retention")
    assert (done.status, done.out) == (0, "")
    assert "1 person was removed from 2 snapshots" in done.err
    assert run("figures", own, "--format", "json").out == figures

    listed = run("cases", own, *OVERDUE).out
    assert "272 cases." in listed
    assert "\n1 removed since under retention rules.\n" in listed
    assert CASE not in listed
    harbour = run("cases", own, *OVERDUE, "--where", "unit=Harbour").out
    assert "\n1 removed since under retention rules.\n" in harbour
    assert "removed" not in run("cases", own, *OVERDUE, "--where", "unit=North").out
    part = run("cases", own, "--part", "opening").out
    assert "1 removed since under retention rules, of all records of this day." in part
    assert json.loads(run("cases", own, *OVERDUE, "--format", "json").out)["removed"] == 1

    assert "1 person removed since under retention rules" in run("snapshots", own).out
    verified = json.loads(run("verify", own, "--format", "json").out)
    assert verified["intact"]
    entry = verified["entries"][-1]
    assert (entry["kind"], entry["removed"], entry["why"]) == ("forgotten", 1, "retention")


def test_what_is_worked_out_again_says_that_it_counts_fewer(run: Run, own: Path) -> None:
    run("forget", own, CASE, "--why", "retention")
    Path("other.toml").write_text("boardtui = 1\n[overdue]\ngrace_days = 7\n")
    said = run("figures", own, *OVERDUE, "--config", "other.toml").err
    assert "Removed since under retention rules: 1 person now" in said


def test_a_day_past_retention_opens_on_its_figures_alone(run: Run, own: Path) -> None:
    day = ("--force", "Exampleshire", "--as-at", "2023-03-31")
    before = run("figures", own, *day, "--format", "json").out
    flow = ("flow", own, "--force", "Exampleshire", "--from", "2023-03-31", "--to", "2024-01-17")
    flowed = run(*flow).out
    done = run("forget", own, "--before", "2023-06-01", "--why", "past retention")
    assert (done.status, "The records were removed from 30 snapshots" in done.err) == (0, True)
    assert run("figures", own, *day, "--format", "json").out == before
    assert run(*flow).out == flowed
    refused = run("cases", own, *day)
    assert (refused.status, "are not in this database" in refused.err) == (2, True)
    assert run("verify", own).status == 0


def test_a_case_that_is_not_there_is_not_repeated(run: Run, own: Path) -> None:
    done = run("forget", own, "EX-1307", "--why", "retention")
    assert (done.status, "EX-1307" in done.err) == (2, False)
