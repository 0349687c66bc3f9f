"""`boardtui forecast`: what it prints, what is not known with its reason, and the back-test."""

from __future__ import annotations

import csv
import json
from datetime import date, timedelta
from io import StringIO
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from boardtui.core.forecast.owed import month_after
from tests.cli.conftest import Run
from tests.registers import Case, Force, Register, Visit, write

FIRST = date(2022, 1, 31)
DAYS_BETWEEN = 91


def of_months(months: int) -> Force:
    """Sixty people, of whom twenty are seen each month: nothing else ever happens."""
    due = {n: FIRST + timedelta(days=1 + 3 * n % 90) for n in range(60)}
    last = {n: due[n] - timedelta(days=DAYS_BETWEEN) for n in due}
    registers = []
    for number in range(months):
        day = month_after(FIRST, number)
        before = month_after(FIRST, number - 1)
        visits = []
        if number:
            for place, n in enumerate(sorted(due, key=lambda each: due[each])[:26]):
                on = before + timedelta(days=1 + place)
                if on > day:
                    break
                outcome = "not_in" if place % 4 == 3 else "seen"
                visits.append(Visit(f"p{n}", on, outcome))
                if outcome == "seen":
                    last[n], due[n] = on, on + timedelta(days=DAYS_BETWEEN)
        cases = tuple(Case(f"p{n}", visit_due=due[n], last_visit=last[n]) for n in due)
        registers.append(Register(day, cases, tuple(visits)))
    return Force(registers=tuple(registers))


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("months") / "months.db", of_months(18))


def parsed(run: Run, database: Path, *words: str) -> dict[str, Any]:
    ran = run("forecast", database, *words, "--format", "json")
    assert (ran.status, ran.err) == (0, "")
    shown = json.loads(ran.out)
    assert isinstance(shown, dict)
    return shown


def test_json_is_the_contract_s(run: Run, known: Path) -> None:
    shown = parsed(run, known, "--runs", "100", "--back-test")
    assert (shown["version"], shown["force"], shown["as_at"]) == (1, "Exampleshire", "2023-06-30")
    assert (shown["backlog"], shown["seed"], shown["runs"]) == ("visits", 1, 100)
    assert shown["unknown"] is None
    assert [month["as_at"] for month in shown["months"]][::11] == ["2023-07-31", "2024-06-30"]
    for month, fluid in zip(shown["months"], shown["fluid"], strict=True):
        assert month["low"] <= month["median"] <= month["high"]
        assert month["as_at"] == fluid["as_at"]
    assert set(shown["cleared"]["months"]) == {"p10", "p50", "p90"}
    assert sum(shown["cleared"]["by_month"]) == pytest.approx(shown["cleared"]["within"])
    assumed = shown["assumptions"]
    assert assumed["tried_a_month"]["value"] == pytest.approx(26, abs=1)
    assert assumed["seen_share"] == {
        "value": pytest.approx(0.769, abs=0.01),
        "from": "counted",
        "words": assumed["seen_share"]["words"],
    }
    tested = {row["horizon"]: row for row in shown["back_test"]}
    assert tested[1]["origins"] >= 12
    assert tested[12]["coverage"] is None
    assert tested[12]["unknown"] == "not yet testable"
    assert 0 <= tested[1]["coverage"] <= 1


def test_the_same_is_said_again_and_as_csv(run: Run, known: Path) -> None:
    words = ("--runs", "50", "--months", "6", "--seed", "9")
    shown = parsed(run, known, *words)
    assert shown == parsed(run, known, *words)
    rows = list(csv.DictReader(StringIO(run("forecast", known, *words, "--format", "csv").out)))
    assert [int(row["median"]) for row in rows] == [m["median"] for m in shown["months"]]
    assert [row["from"] for row in rows] == ["2023-06-30"] * 6


def test_more_visits_clear_it_and_none_do_not(run: Run, known: Path) -> None:
    cleared = parsed(run, known, "--tried-a-month", "200", "--seen-share", "100%", "--runs", "50")
    assert cleared["cleared"]["months"]["p90"] == 1
    assert {m["high"] for m in cleared["months"]} == {0}
    assert cleared["assumptions"]["tried_a_month"]["from"] == "stated"
    never = parsed(run, known, "--tried-a-month", "0", "--runs", "50")
    assert never["cleared"]["within"] == 0
    assert never["cleared"]["months"] == {"p10": None, "p50": None, "p90": None}
    ran = run("forecast", known, "--tried-a-month", "0", "--runs", "50")
    assert "not within 12 months, in any run" in ran.out
    assert "0 visits tried each month. (stated)" in ran.out


def test_text_says_every_assumption_and_how_good_it_was(run: Run, known: Path) -> None:
    shown = parsed(run, known, "--runs", "50")
    text = run("forecast", known, "--runs", "50", "--back-test").out
    for assumption in shown["assumptions"].values():
        assert f"{assumption['words']} ({assumption['from']})" in text
    assert "Back-test: forecasts as they would have been made" in text
    assert "What if, at 30 Jun 2024:" in text


def test_few_months_are_not_yet_testable(run: Run, tmp_path: Path) -> None:
    few = write(tmp_path / "few.db", of_months(5))
    assert parsed(run, few, "--runs", "20", "--back-test")["back_test"] == "not yet testable"
    text = run("forecast", few, "--runs", "20", "--back-test").out
    assert "not yet testable. It takes 12 earlier days" in text


@pytest.mark.parametrize(
    ("force", "words", "why"),
    [
        (Force(registers=of_months(3).registers[-1:]), (), "one snapshot alone: who joins"),
        (
            Force(registers=tuple(Register(r.as_at, r.cases) for r in of_months(3).registers)),
            (),
            "no visits file: how visits go is not known. Take one in with boardtui ingest --visits",
        ),
        (
            Force(
                registers=tuple(
                    Register(r.as_at, r.cases, r.visits, without=frozenset({"cases.visit_due"}))
                    for r in of_months(3).registers
                )
            ),
            (),
            "no visit_due column",
        ),
        (of_months(3), ("--audience", "board"), "A forecast is made from single due dates."),
    ],
)
def test_what_is_not_known_says_why_and_what_to_do(
    run: Run, tmp_path: Path, force: Force, words: tuple[str, ...], why: str
) -> None:
    database = write(tmp_path / "unknown.db", force)
    shown = parsed(run, database, *words)
    assert shown["unknown"].startswith(why)
    assert (shown["months"], shown["cleared"], shown["assumptions"]) == ([], None, {})
    text = run("forecast", database, *words).out
    assert "There is no forecast. " in text
    assert run("forecast", database, *words, "--format", "csv").out.count("\n") == 2


def test_published_figures_alone_are_refused_in_words(run: Run, demo_database: Path) -> None:
    shown = parsed(run, demo_database, "--force", "Essex")
    assert shown["unknown"].startswith("published figures alone: a forecast is made from records.")


def test_both_stated_need_no_visits_file(run: Run, tmp_path: Path) -> None:
    registers = tuple(Register(r.as_at, r.cases) for r in of_months(3).registers)
    database = write(tmp_path / "cases.db", Force(registers=registers))
    stated = ("--tried-a-month", "30", "--seen-share", "0.7", "--runs", "20")
    assert parsed(run, database, *stated)["unknown"] is None


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--seen-share", "70"), "'70' is not a share: write 0.7 or 70%"),
        (("--months", "0"), "a whole number from 1 to 36"),
        (("--tried-a-month", "-3"), "a whole number from 0 to 1,000,000"),
        (("--runs", "nan"), "a whole number from 10 to 100,000"),
    ],
)
def test_wrong_words_are_told_with_what_to_write(
    run: Run, known: Path, words: tuple[str, ...], why: str
) -> None:
    ran = run("forecast", known, *words)
    assert ran.status == 2
    assert why in " ".join(ran.err.split())


def test_who_left_and_whose_date_was_moved_is_counted(run: Run, tmp_path: Path) -> None:
    day, before = date(2024, 2, 29), date(2024, 1, 31)
    late, soon = before - timedelta(days=5), before + timedelta(days=9)
    numbers = count()

    def people(many: int, due: date, **other: Any) -> list[Case]:
        last = due - timedelta(days=91)
        return [
            Case(f"p{next(numbers)}", visit_due=due, last_visit=last, **other) for _ in range(many)
        ]

    staying, moved, leaving = people(6, late), people(3, soon), people(2, late)
    then = Register(before, (*staying, *moved, *leaving), (Visit("p0", date(2024, 1, 1)),))
    later = [
        Case(c.case_ref, visit_due=day + timedelta(days=60), last_visit=c.last_visit) for c in moved
    ]
    visits = tuple(Visit("p0", date(2024, 2, 1), "not_in") for _ in range(4))
    now = Register(day, (*staying, *later, *people(1, soon)), visits)
    shown = parsed(run, write(tmp_path / "d.db", Force(registers=(then, now))), "--runs", "20")
    words = {name: each["words"] for name, each in shown["assumptions"].items()}
    assert words["dates_moved"].startswith(
        "Due dates go on being moved without a visit, as before: 3 of 9"
    )
    assert "(1 over 1.0 months)" in words["joined_a_month"]
    assert "(2 over 1.0 months)" in words["left_a_month"]
    assert words["to_people_due"].startswith("100.0% of visits tried go to people overdue")
