"""What is taken for granted of one day's file is said of whatever is compared with it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_unknown import DAYS, NOW, THEN, Days, value

ASSUMED = "no management column: all are taken as active"

WITHOUT = """\
case_ref,risk_level,status,visit_due,last_visit
A,low,community,2023-01-01,2022-11-01
B,low,community,2023-01-01,2022-11-01
"""
WITH = """\
case_ref,risk_level,status,management,visit_due,last_visit
A,low,community,active,2023-01-01,2022-11-01
B,low,community,reactive,,2022-11-01
"""


@pytest.fixture
def days(run: Run, tmp_path: Path) -> Days:
    return Days(run, tmp_path)


def test_a_change_says_what_was_taken_for_granted_of_the_earlier_day(days: Days) -> None:
    days.take(THEN, cases=WITHOUT)
    days.take(NOW, cases=WITH)
    found = days.figures("--against", THEN)
    assert found["overdue_visits", None, None]["caution"] == f"then: {ASSUMED}"
    assert found["actively_managed", "risk_level", "low"]["caution"] == f"then: {ASSUMED}"
    assert found["managed", None, None]["caution"] is None


def test_of_both_days_it_is_said_once(days: Days) -> None:
    days.take(THEN, cases=WITHOUT)
    days.take(NOW, cases=WITHOUT)
    assert days.figures("--against", THEN)["overdue_visits", None, None]["caution"] == ASSUMED


def test_who_was_reactive_all_along_is_not_told_as_moved_there(days: Days, run: Run) -> None:
    days.take(THEN, cases=WITHOUT)
    days.take(NOW, cases=WITH)
    flow = days.flow()
    parts = {part["part"]: (part["count"], part["unknown"]) for part in flow["parts"]}
    why = "no management column"
    assert parts["moved_to_reactive"] == (None, why)
    assert parts["date_moved"] == (0, None)
    assert (flow["opening"], flow["closing"], flow["cleared_without"]) == (2, 1, None)
    assert flow["unknown_numbers"] == {"moved_to_reactive": why, "cleared_without": why}
    assert flow["notes"][-1] == (
        "No management column in the cases of 31 Mar 2023: all are taken as active there."
    )
    text = run("flow", days.database, *DAYS).out
    assert "who was cleared without a visit is not known: no management column." in text
    for part in ("moved_to_reactive", "cleared_without"):
        refused = run("cases", days.database, "--from", THEN, "--part", part)
        assert (refused.status, refused.out) == (2, "")
        assert why in refused.err


def test_each_number_of_a_flow_that_is_not_known_says_why_as_csv(days: Days, run: Run) -> None:
    days.take(THEN, cases=WITHOUT.replace(",last_visit", ",unit").replace("2022-11-01", "North"))
    days.take(NOW, cases=WITHOUT.replace(",last_visit", ",unit").replace("2022-11-01", "North"))
    out = run("flow", days.database, *DAYS, "--format", "csv").out
    rows = {row["part"]: row for row in csv.DictReader(out.splitlines())}
    assert (rows["opening"]["count"], rows["opening"]["unknown"]) == ("2", "")
    for name in ("visited", "dates_moved", "overdue_by_dates_then"):
        assert (rows[name]["count"], rows[name]["unknown"]) == ("", "no last_visit column")
    assert days.flow()["unknown_numbers"]["dates_moved"] == "no last_visit column"
    by_unit = run("flow", days.database, *DAYS, "--by", "unit", "--format", "csv").out
    unknown = {row["unknown"] for row in csv.DictReader(by_unit.splitlines()) if not row["count"]}
    assert unknown == {"no last_visit column"}


def test_a_flow_of_the_visits_files_alone_says_so(days: Days) -> None:
    cases = "case_ref,risk_level,status,visit_due\nA,low,community,2023-01-01\n"
    visits = "case_ref,visited_on,outcome\nA,2024-01-02,seen\n"
    days.take(THEN, cases=cases)
    days.take(NOW, cases=cases, visits=visits)
    assert days.flow()["notes"] == [
        "No leavers file with the records of 17 Jan 2024: why people left is not known for that "
        "time.",
        "No last_visit column in the cases of 17 Jan 2024: whoever was seen is known by the visits "
        "files alone, if at all.",
        "No management column in the cases of 31 Mar 2023 and 17 Jan 2024: all are taken as active "
        "there.",
    ]


def test_a_mix_is_not_known_where_its_slices_are_not(days: Days) -> None:
    days.take(NOW, cases=WITHOUT)
    found = days.figures("--measure", "caseload")
    assert {value(figure) for figure in found.values()} == {(None, "no officer_ref column")}


def test_the_flow_of_assessments_says_nothing_of_what_it_does_not_need(days: Days) -> None:
    cases = (
        "case_ref,risk_level,status,assessment_due,last_assessment\nA,low,community,2023-01-01,\n"
    )
    days.take(THEN, cases=cases)
    days.take(NOW, cases=cases)
    assert [note.split(":")[0] for note in days.flow("--backlog", "assessments")["notes"]] == [
        "No leavers file with the records of 17 Jan 2024"
    ]
    assert len(days.flow()["notes"]) > 1
