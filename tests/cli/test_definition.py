"""`--definition`: figures under the definition that another day's were stored under."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest

from boardtui.core.criterion.definition import Definition
from tests.cli.conftest import Run

THEN, DAY = date(2023, 3, 31), date(2024, 1, 17)
WEEK = Definition(grace_days=7)
DAYS = ("--from", THEN, "--to", DAY)
AGAINST = ("--against", THEN)


def taken_in(run: Run, monkeypatch: pytest.MonkeyPatch, name: str, graces: tuple[int, int]) -> None:
    """Take in both days, each under its days of grace; `late` are the days late of each person."""
    for day, grace, late in zip((THEN, DAY), graces, ((5, 8, -3), (5, 6, 8)), strict=True):
        rows = [f"P-{days},high,community,{day - timedelta(days=days)}" for days in late]
        text = "\n".join(["case_ref,risk_level,status,visit_due", *rows])
        Path("cases.csv").write_text(text, encoding="utf-8")
        monkeypatch.setenv("BOARDTUI_OVERDUE_GRACE_DAYS", str(grace))
        words = ("--force", "Exampleshire", "--as-at", day, "--cases", "cases.csv", "--synthetic")
        assert run("ingest", name, *words).status == 0
    monkeypatch.delenv("BOARDTUI_OVERDUE_GRACE_DAYS")


@pytest.fixture
def held(run: Run, monkeypatch: pytest.MonkeyPatch) -> str:
    """The earlier day stored with a week of grace, the later one without."""
    taken_in(run, monkeypatch, "held.db", (7, 0))
    return "held.db"


def parsed(run: Run, *words: object) -> dict[str, Any]:
    ran = run(*words, "--format", "json")
    assert ran.status == 0
    shown = json.loads(ran.out)
    assert isinstance(shown, dict)
    return shown


def whole(run: Run, *words: object) -> dict[str, Any]:
    """The overdue visits, the whole."""
    shown = parsed(run, "figures", *words, *AGAINST, "--measure", "overdue_visits")
    figure = shown["figures"][0]
    assert isinstance(figure, dict)
    return figure


def test_then_gives_the_figures_of_a_database_stored_as_then(
    run: Run, held: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken_in(run, monkeypatch, "week.db", (7, 7))
    found = parsed(run, "figures", held, *AGAINST, "--definition", "then")
    monkeypatch.setenv("BOARDTUI_OVERDUE_GRACE_DAYS", "7")
    expected = parsed(run, "figures", "week.db", *AGAINST)
    assert any(figure["as_stored"] for figure in found["figures"])
    for figure in found["figures"]:
        figure["as_stored"] = figure["then_as_stored"] = None
    assert found == expected


@pytest.mark.parametrize(
    ("name", "now", "then", "as_stored", "then_as_stored"),
    [("settings", 3, 2, None, 1), ("now", 3, 2, None, 1), ("then", 1, 1, 3, None)],
)
def test_each_day_says_what_it_was_as_stored(
    run: Run,
    held: str,
    name: str,
    now: int,
    then: int,
    as_stored: int | None,
    then_as_stored: int | None,
) -> None:
    figure = whole(run, held, "--definition", name)
    assert (figure["value"], figure["then"]["value"]) == (now, then)
    kept = [figure[key] and figure[key]["value"] for key in ("as_stored", "then_as_stored")]
    assert kept == [as_stored, then_as_stored]


def test_what_was_stored_says_its_own_definition_and_share(run: Run, held: str) -> None:
    figure = whole(run, held, "--definition", "then")
    stored = figure["as_stored"]
    assert list(stored) == list(figure["then"])
    assert stored["definition"].endswith("Here: overdue from the day after the due date.")
    assert figure["definition"].endswith("Here: overdue once more than 7 days past the due date.")
    assert (stored["share"]["of"], stored["share"]["value"]) == ("actively_managed", 1)


@pytest.mark.parametrize("name", ["now", "then"])
@pytest.mark.parametrize("form", ["text", "csv", "json"])
@pytest.mark.parametrize("command", [("figures",), ("flow", *DAYS), ("cases",), ("inspections",)])
def test_the_same_definition_changes_nothing(
    run: Run, demo_database: Path, command: tuple[object, ...], form: str, name: str
) -> None:
    words = (command[0], demo_database, *command[1:], "--format", form)
    assert run(*words, "--definition", name) == run(*words)


def test_the_settings_are_the_default(run: Run, held: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARDTUI_OVERDUE_GRACE_DAYS", "5")
    assert whole(run, held)["value"] == 2
    assert whole(run, held, "--definition", "settings")["value"] == 2
    assert whole(run, held, "--definition", "now")["value"] == 3


@pytest.mark.parametrize(
    ("name", "ends"), [("settings", (2, 3)), ("now", (2, 3)), ("then", (1, 1))]
)
def test_a_flow_is_between_its_own_two_days(
    run: Run, held: str, name: str, ends: tuple[int, int]
) -> None:
    flow = parsed(run, "flow", held, *DAYS, "--definition", name)
    assert (flow["opening"], flow["closing"]) == ends
    by = parsed(run, "flow", held, *DAYS, "--definition", name, "--by", "risk_level")
    assert sum(each["opening"] for each in by["slices"]) == ends[0]
    assert ("7 days" in flow["definition"]) == (name == "then")


@pytest.mark.parametrize(("name", "number"), [("settings", 3), ("now", 3), ("then", 1)])
def test_the_cases_are_as_many_as_the_figure(run: Run, held: str, name: str, number: int) -> None:
    for words in (("--measure", "overdue_visits"), ("--part", "closing", "--from", THEN)):
        shown = parsed(run, "cases", held, *words, "--definition", name)
        assert shown["count"] == len(shown["cases"]) == number


def test_then_of_cases_is_the_day_that_the_figures_are_compared_with(
    run: Run, held: str, demo_database: Path
) -> None:
    overdue = ("--measure", "overdue_visits", "--definition", "then")
    assert parsed(run, "cases", held, *overdue, *AGAINST)["count"] == 1
    ran = run("cases", held, *overdue, "--against", "none")
    assert (ran.status, ran.out) == (2, "")
    for words in (AGAINST, ("--part", "left", *AGAINST, "--definition", "then")):
        ran = run("cases", demo_database, *words)
        assert (ran.status, ran.out) == (2, "")
        assert ran.err.startswith("--against is of --definition then")


@pytest.mark.parametrize("command", ["figures", "flow", "cases"])
def test_text_says_a_definition_that_is_not_the_settings(run: Run, held: str, command: str) -> None:
    words = (command, held, *(DAYS if command == "flow" else ()))
    told = (
        "Not under the settings' definition, but: overdue once more than 7 days past the due date; "
        "age bands end at 30, 90, 180, 365 days."
    )
    assert run(*words, "--definition", "then").out.splitlines()[1] == told
    assert told not in run(*words, "--definition", "now").out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("then", "--against", "none"), "Nothing is compared with"),
        (
            ("then", "--force", "Sampleshire", "--as-at", "2023-08-31", "--against", "none"),
            "Nothing is compared with",
        ),
        (
            ("now", "--force", "Avon and Somerset", "--as-at", "2024-01-17"),
            "Avon and Somerset has no records as at 17 Jan 2024, and without them no definition of "
            "now",
        ),
        (("before",), "invalid choice: 'before'"),
    ],
)
def test_a_definition_that_is_not_there_is_refused(
    run: Run, demo_database: Path, words: tuple[str, ...], sentence: str
) -> None:
    ran = run("figures", demo_database, "--definition", *words)
    assert (ran.status, ran.out) == (2, "")
    assert sentence in ran.err


def test_then_without_a_snapshot_of_the_day_compared_with_is_refused(run: Run, held: str) -> None:
    text = (
        "force,measure,by,slice,value,qualifier,low,high,unit,base,as_at,as_at_stated,"
        "period_start,said_by,publisher,address\n"
        "Exampleshire,overdue_visits,,,200,exact,,,people,,2023-06-30,,,HMICFRS,a newspaper,x\n"
    )
    Path("figures.csv").write_text(text, encoding="utf-8")
    assert run("ingest", held, "--figures", "figures.csv").status == 0
    ran = run("figures", held, "--against", "2023-06-30", "--definition", "then")
    assert (ran.status, ran.out) == (2, "")
    assert "Exampleshire has no records as at 30 Jun 2023" in ran.err


def test_the_board_is_opened_under_it(run: Run, held: str, opened: list[Any]) -> None:
    assert run(held, *AGAINST, "--definition", "then").status == 0
    assert opened[0][4] == WEEK


def test_figures_that_cannot_be_worked_out_again_say_so(
    run: Run, demo_database: Path, tmp_path: Path
) -> None:
    path, settings = tmp_path / "figures.db", tmp_path / "week.toml"
    copyfile(demo_database, path)
    settings.write_text("boardtui = 1\n[overdue]\ngrace_days = 7\n")
    with closing(sqlite3.connect(path)) as connection, connection:
        for table in ("cases", "visits", "officers", "leavers"):
            connection.execute(f"DELETE FROM {table}")
    found = run("figures", path, "--config", settings, "--measure", "overdue_visits")
    assert (
        "There are no records to work figures out of again; they stand as they were stored: "
        "overdue from the day after the due date"
    ) in found.err
    assert "273" in found.out
    assert "no records" not in run("figures", path, "--measure", "overdue_visits").err
    asked = ("flow", path, "--config", settings, *DAYS)
    flow = json.loads(run(*asked, "--format", "json").out)
    assert (flow["opening"], flow["closing"]) == (217, 273)
    assert "Here: overdue from the day after the due date" in flow["definition"]
    assert "Not under the settings' definition" in run(*asked).out
