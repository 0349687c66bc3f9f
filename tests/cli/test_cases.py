"""`boardtui cases`: the cases behind a figure."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from boardtui.core.criterion.definition import STANDARD
from boardtui.core.criterion.dimension import RISK_LEVELS
from boardtui.core.history.case import COLUMNS
from boardtui.core.measures import MEASURES
from boardtui.core.measures.measure import stated
from tests.cli.conftest import Run
from tests.registers import Case, Force, Register, Said, write

DAY = date(2024, 1, 17)
OVERDUE = ("--measure", "overdue_visits")


def parsed(run: Run, database: Path, *words: str) -> dict[str, Any]:
    ran = run("cases", database, *words, "--format", "json")
    assert (ran.status, ran.err) == (0, "")
    shown = json.loads(ran.out)
    assert isinstance(shown, dict)
    return shown


def refused(run: Run, *words: object) -> str:
    ran = run("cases", *words)
    assert (ran.status, ran.out) == (2, "")
    return ran.err


def test_json_says_whose_the_cases_are_and_how_many(run: Run, demo_database: Path) -> None:
    shown = parsed(run, demo_database, *OVERDUE, "--where", "risk_level=high", "--where", "unit=")
    cases = shown.pop("cases")
    assert shown == {
        "version": 1,
        "force": "Exampleshire",
        "as_at": "2024-01-17",
        "synthetic": True,
        "measure": "overdue_visits",
        "definition": stated(MEASURES["overdue_visits"], STANDARD),
        "where": [{"by": "risk_level", "slice": "high"}, {"by": "unit", "slice": None}],
        "count": len(cases),
        "removed": 0,
    }


def test_json_has_every_column_and_the_days_overdue(run: Run, demo_database: Path) -> None:
    cases = parsed(run, demo_database, *OVERDUE)["cases"]
    assert {tuple(case) for case in cases} == {(*COLUMNS, "days_overdue")}
    for case in cases:
        assert case["days_overdue"] == (DAY - date.fromisoformat(case["visit_due"])).days


def test_a_list_of_the_overdue_begins_with_the_most_overdue(run: Run, demo_database: Path) -> None:
    cases = parsed(run, demo_database, *OVERDUE)["cases"]
    days = [case["days_overdue"] for case in cases]
    assert days == sorted(days, reverse=True)
    assert days[0] == 546


def test_without_a_measure_everyone_is_listed_by_case_ref(run: Run, demo_database: Path) -> None:
    shown = parsed(run, demo_database)
    refs = [case["case_ref"] for case in shown["cases"]]
    assert (shown["measure"], shown["count"], len(refs)) == ("registered", 1836, 1836)
    assert refs == sorted(refs)
    assert "days_overdue" not in shown["cases"][0]


@pytest.mark.parametrize("level", RISK_LEVELS)
def test_there_are_as_many_as_the_figure_says(run: Run, demo_database: Path, level: str) -> None:
    figures = run("figures", demo_database, *OVERDUE, "--by", "risk_level", "--format", "json").out
    (figure,) = (each for each in json.loads(figures)["figures"] if each["slice"] == level)
    shown = parsed(run, demo_database, *OVERDUE, "--where", f"risk_level={level}")
    assert shown["count"] == len(shown["cases"]) == figure["value"]


def test_an_age_band_is_of_the_measures_own_date(run: Run, demo_database: Path) -> None:
    words = ("--measure", "overdue_assessments", "--where", "age_band=31-90")
    cases = parsed(run, demo_database, *words)["cases"]
    assert len(cases) == 41
    for case in cases:
        assert 31 <= (DAY - date.fromisoformat(case["assessment_due"])).days <= 90


def test_csv_says_in_each_row_whose_it_is(run: Run, demo_database: Path) -> None:
    out = run("cases", demo_database, *OVERDUE, "--format", "csv").out
    rows = list(csv.DictReader(out.splitlines()))
    assert list(rows[0]) == ["force", "synthetic", "as_at", *COLUMNS, "days_overdue"]
    whose = {(row["force"], row["synthetic"], row["as_at"]) for row in rows}
    assert whose == {("Exampleshire", "yes", "2024-01-17")}
    cases = parsed(run, demo_database, *OVERDUE)["cases"]
    assert [row["case_ref"] for row in rows] == [case["case_ref"] for case in cases]


def test_text_has_a_line_for_each_case(run: Run, demo_database: Path) -> None:
    words = (*OVERDUE, "--where", "risk_level=high")
    title, blank, *lines = run("cases", demo_database, *words).out.splitlines()
    assert title == (
        "Exampleshire (SYNTHETIC), as at 17 Jan 2024. "
        "Overdue visits, risk level high (overdue_visits): 41 cases."
    )
    assert blank == ""
    assert len(lines) == 41
    assert lines[0].startswith("EX-15969: risk high, unit ")


def test_a_line_of_text_names_all_that_goes_for_a_case(run: Run, tmp_path: Path) -> None:
    cases = (Case("a", unit="a long name of a unit", visit_due=date(2024, 1, 1)), Case("b"))
    database = write(tmp_path / "two.db", Force(registers=(Register(DAY, cases),)))
    lines = run("cases", database).out.splitlines()[2:]
    assert lines[0].startswith(
        "a: risk medium, unit a long name of a unit, officer not recorded, visit due 1 Jan 2024, "
        "days overdue 16, "
    )
    assert "days overdue" not in lines[1]


def test_one_case_is_told_from_its_first_day_on(run: Run, demo_database: Path) -> None:
    words = ("cases", demo_database, "--case", "EX-13077")
    title, day, *lines = run(*words).out.splitlines()
    assert (title, day) == ("Exampleshire (SYNTHETIC). Case EX-13077.", "as at 17 Jan 2024")
    assert "unit: Harbour" in lines
    events = lines[lines.index("") + 1 :]
    assert events[0] == "20 Feb 2021, register: registered"
    told = json.loads(run(*words, "--format", "json").out)
    assert told["record"]["unit"] == "Harbour"
    assert len(told["events"]) == len(events)
    rows = list(csv.DictReader(run(*words, "--format", "csv").out.splitlines()))
    assert [row["what"] for row in rows] == [event["what"] for event in told["events"]]


def test_a_case_that_is_not_there_is_no_empty_one(run: Run, demo_database: Path) -> None:
    ran = run("cases", demo_database, "--case", "EX-0")
    assert (ran.status, ran.out) == (2, "")
    assert "has no case EX-0" in ran.err
    both = run("cases", demo_database, "--case", "EX-13077", *OVERDUE)
    assert both.status == 2


def test_nobody_is_no_fault(run: Run, demo_database: Path) -> None:
    words = (*OVERDUE, "--where", "risk_level=very_high")
    assert parsed(run, demo_database, *words)["cases"] == []
    ran = run("cases", demo_database, *words)
    assert ran.status == 0
    assert ran.out.endswith(": 0 cases.\n")


def test_rows_that_were_left_out_are_told(run: Run, tmp_path: Path) -> None:
    register = Register(DAY, (Case("a"),), left_out=3)
    database = write(tmp_path / "left.db", Force(registers=(register,)))
    assert "refused at ingest, and not among these records: 3" in run("cases", database).out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--where", "unit=Nort"), "did you mean North?"),
        (("--where", "risk_level=hihg"), "did you mean high?"),
        (("--where", "units=North"), "did you mean unit?"),
        (("--where", "unit"), "is not DIMENSION=SLICE"),
        (("--where", "age_band=1-30"), "registered has no age bands"),
        ((*OVERDUE, "--where", "age_band=1-31"), "There are: 1-30, 31-90"),
        ((*OVERDUE, "--where", "age_band="), "There is no age_band"),
        (("--where", "unit=North", "--where", "unit=Vale"), "one slice of a dimension"),
        (("--measure", "overdue_visit"), "did you mean overdue_visits?"),
        (("--measure", "caseload_max"), "No list of cases stands behind caseload_max"),
        (("--as-at", "2024-01-18"), "18 Jan 2024"),
        (("--force", "Exampelshire"), "Did you mean Exampleshire?"),
    ],
)
def test_what_is_not_there_is_refused_with_what_is(
    run: Run, demo_database: Path, words: tuple[str, ...], told: str
) -> None:
    assert told in refused(run, demo_database, *words)


def test_no_cases_stand_behind_what_was_only_published(run: Run, tmp_path: Path) -> None:
    said = Said("overdue_visits", 200, DAY)
    database = write(tmp_path / "said.db", Force(said=(said,)))
    assert "only figures were published" in refused(run, database)


def test_a_database_that_cannot_be_read_is_told(run: Run, tmp_path: Path) -> None:
    assert run("cases", tmp_path / "none.db").status == 3


@pytest.mark.parametrize("words", [(), OVERDUE, ("--part", "visited"), ("--format", "json")])
def test_where_cases_are_closed_none_is_printed_and_the_setting_is_named(
    run: Run, demo_database: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    (tmp_path / "closed.toml").write_text("[display]\ncases = false\n")
    told = refused(run, demo_database, *words, "--config", "closed.toml")
    assert told.startswith("Single cases are closed: the setting display.cases is false, from ")
    assert "closed.toml" in told


def test_a_variable_that_closes_cases_is_named(
    run: Run, demo_database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOARDTUI_DISPLAY_CASES", "false")
    assert "from BOARDTUI_DISPLAY_CASES" in refused(run, demo_database)


def test_a_reader_that_stops_early_hears_nothing(demo_database: Path) -> None:
    ran = subprocess.run(
        f'"{sys.executable}" -m boardtui cases "{demo_database}" --format csv | head -n 2',
        shell=True,
        capture_output=True,
        text=True,
        check=True,
    )
    assert len(ran.stdout.splitlines()) == 2
    assert ran.stderr == ""
