"""What a file did not say is unknown with the reason, in every output, and never a zero."""

from __future__ import annotations

import csv
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest

from tests.cli.conftest import Run

NO_DUE = "no visit_due column"
THEN, NOW = "2023-03-31", "2024-01-17"
DAYS = ("--from", THEN, "--to", NOW)

THEN_CASES = """\
case_ref,risk_level,status,unit,visit_due,last_visit
C1,high,community,North,2023-03-01,2022-11-01
C2,low,community,South,2023-03-02,2022-11-02
"""
NOW_CASES = """\
case_ref,risk_level,status,last_visit
C1,high,community,2022-11-01
C2,low,community,2022-11-02
"""


class Days:
    """A database of a few days' files, and what the commands print of it."""

    def __init__(self, run: Run, folder: Path) -> None:
        self._run, self._folder = run, folder
        self.database = folder / "days.db"

    def take(self, day: str, **files: str) -> None:
        words: list[object] = []
        for kind, text in files.items():
            path = self._folder / f"{day}-{kind}.csv"
            path.write_text(text)
            words += [f"--{kind}", path]
        taken = self._run("ingest", self.database, "--force", "Testshire", "--as-at", day, *words)
        assert taken.status == 0, taken.err

    def figures(self, *words: str) -> dict[tuple[str, str | None, str | None], dict[str, Any]]:
        out = self._run("figures", self.database, *words, "--format", "json").out
        return {(f["measure"], f["by"], f["slice"]): f for f in json.loads(out)["figures"]}

    def flow(self, *words: str) -> dict[str, Any]:
        out = self._run("flow", self.database, *DAYS, *words, "--format", "json").out
        found = json.loads(out)
        assert isinstance(found, dict)
        return found


@pytest.fixture
def days(run: Run, tmp_path: Path) -> Days:
    return Days(run, tmp_path)


def value(figure: dict[str, Any]) -> tuple[Any, Any]:
    return figure["value"], figure["unknown"]


def test_a_column_that_one_day_lacks_is_unknown_there_and_changes_nothing(days: Days) -> None:
    days.take(THEN, cases=THEN_CASES)
    days.take(NOW, cases=NOW_CASES)
    found = days.figures()
    overdue = found["overdue_visits", None, None]
    assert value(overdue) == (None, NO_DUE)
    assert (overdue["low"], overdue["high"], overdue["share"]) == (None, None, None)
    assert overdue["then"]["value"] == 2
    assert (overdue["change"], overdue["change_low"], overdue["change_percent"]) == (None,) * 3
    for measure in ("overdue_high_risk", "visits_not_dated", "overdue_visits_oldest_days"):
        assert value(found[measure, None, None]) == (None, NO_DUE)
    assert value(found["overdue_assessments", None, None]) == (None, "no assessment_due column")
    assert value(found["unallocated", None, None]) == (None, "no officer_ref column")
    assert value(found["caseload_max", None, None]) == (None, "no officer_ref column")
    assert value(found["registered", None, None]) == (2, None)


def test_a_dimension_without_its_column_is_unknown_in_every_slice(days: Days, run: Run) -> None:
    days.take(THEN, cases=THEN_CASES)
    days.take(NOW, cases=NOW_CASES)
    by_unit = {
        slice_: value(figure)
        for (measure, by, slice_), figure in days.figures("--by", "unit").items()
        if by and measure == "registered"
    }
    assert by_unit == dict.fromkeys(("North", "South", None), (None, "no unit column"))
    levels = days.figures("--measure", "registered", "--by", "mappa_level")
    assert {value(f) for (_, by, _), f in levels.items() if by} == {(None, "no mappa_level column")}
    words = ("--measure", "registered", "--by", "unit", "--by", "risk_level", "--format", "json")
    cross = json.loads(run("figures", days.database, *words).out)["figures"]
    assert {value(figure) for figure in cross} == {(None, "no unit column")}


def test_a_flow_without_the_column_of_one_day_is_unknown_as_a_whole(days: Days, run: Run) -> None:
    days.take(THEN, cases=THEN_CASES)
    days.take(NOW, cases=NOW_CASES)
    flow = days.flow()
    assert (flow["opening"], flow["closing"], flow["unknown"]) == (
        None,
        None,
        NO_DUE,
    )
    assert {part["count"] for part in flow["parts"]} == {None}
    assert {part["unknown"] for part in flow["parts"]} == {NO_DUE}
    assert (flow["dates_moved"], flow["overdue_by_dates_then"]) == (None, None)
    text = run("flow", days.database, *DAYS).out
    assert text.splitlines()[1] == f"What became of overdue visits is not known: {NO_DUE}."
    out = run("flow", days.database, *DAYS, "--format", "csv").out
    rows = list(csv.DictReader(out.splitlines()))
    assert {row["count"] for row in rows} == {""}
    by_unit = days.flow("--by", "unit")
    assert (by_unit["slices"], by_unit["by_unknown"]) == ([], "no unit column")


def test_text_and_csv_say_why(days: Days, run: Run) -> None:
    days.take(NOW, cases=NOW_CASES)
    words = ("figures", days.database, "--measure", "overdue_visits", "--by", "risk_level")
    lines = run(*words).out.splitlines()
    told = [line for line in lines if line.startswith("  Overdue visits")]
    assert f"  Overdue visits: {NO_DUE}" in told
    assert f"  Overdue visits, high: {NO_DUE}" in told
    rows = list(csv.DictReader(run(*words, "--format", "csv").out.splitlines()))
    assert {(row["value"], row["unknown"]) for row in rows} == {("", NO_DUE)}


def test_a_list_that_needs_an_absent_column_says_so(days: Days, run: Run) -> None:
    days.take(NOW, cases=NOW_CASES)
    refused = run("cases", days.database, "--measure", "overdue_visits")
    assert (refused.status, refused.out) == (2, "")
    assert NO_DUE in refused.err
    by_unit = run("cases", days.database, "--measure", "registered", "--where", "unit=")
    assert (by_unit.status, "no unit column" in by_unit.err) == (2, True)


def test_without_a_column_of_management_all_are_taken_as_active_and_it_is_said(days: Days) -> None:
    days.take(THEN, cases=THEN_CASES)
    days.take(NOW, cases=THEN_CASES)
    found = days.figures()
    assumed = "no management column: all are taken as active"
    for measure in ("actively_managed", "overdue_visits", "visits_not_dated"):
        assert found[measure, None, None]["value"] is not None
        assert assumed in found[measure, None, None]["caution"]
    assert found["managed", None, None]["caution"] is None
    assert value(found["reactively_managed", None, None]) == (None, "no management column")
    flow = days.flow()
    parts = {part["part"]: (part["count"], part["unknown"]) for part in flow["parts"]}
    assert parts["moved_to_reactive"] == (None, "no management column")
    assert parts["date_moved"] == (0, None)
    assert (flow["opening"], flow["closing"]) == (2, 2)


def test_nobody_knows_who_was_seen_without_last_visit_and_without_visits(days: Days) -> None:
    then = "case_ref,risk_level,status,visit_due\nA,low,community,2023-01-01\n"
    now = then + "B,low,community,2024-01-01\n"
    days.take(THEN, cases=then)
    days.take(NOW, cases=now)
    assert value(days.figures()["never_seen", None, None]) == (None, "no last_visit column")
    flow = days.flow()
    parts = {part["part"]: part["count"] for part in flow["parts"]}
    assert (flow["opening"], flow["closing"], parts["joined_overdue"]) == (1, 2, 1)
    assert (parts["still_overdue"], parts["overdue_again"], parts["visited"]) == (None, None, None)


def test_last_seen_is_the_later_of_the_record_and_the_visits_file(days: Days) -> None:
    cases = (
        "case_ref,risk_level,status,visit_due,last_visit\n"
        "A,low,community,2024-02-01,2021-01-01\n"
        "B,low,community,2024-02-01,2021-01-01\n"
        "C,low,community,2024-02-01,\n"
        "D,low,community,2024-02-01,\n"
    )
    tried = ("A,2024-01-10,seen", "B,2024-01-10,not_in", "C,2024-01-10,seen")
    visits = "\n".join(("case_ref,visited_on,outcome", *tried))
    days.take(NOW, cases=cases, visits=visits)
    found = days.figures()
    assert value(found["never_seen", None, None]) == (1, None)
    assert value(found["not_seen_over_year", None, None]) == (1, None)
    assert value(found["not_seen_longest_days", None, None]) == (1111, None)


def test_where_the_visits_file_has_seen_everybody_no_column_is_missed(days: Days) -> None:
    cases = "case_ref,risk_level,status,visit_due\nC1,high,community,2024-02-01\n"
    days.take(NOW, cases=cases, visits="case_ref,visited_on,outcome\nC1,2024-01-10,seen\n")
    found = days.figures()
    assert value(found["never_seen", None, None]) == (0, None)
    assert value(found["not_seen_longest_days", None, None]) == (7, None)


def test_a_unit_of_one_day_alone_is_not_there_on_the_other(days: Days) -> None:
    days.take(THEN, cases=THEN_CASES)
    days.take(NOW, cases=THEN_CASES.replace("South", "South East"))
    found = days.figures("--by", "unit", "--measure", "overdue_visits")
    gone, new = (found["overdue_visits", "unit", name] for name in ("South", "South East"))
    assert (value(gone), gone["then"]["value"]) == ((None, "not there now"), 1)
    assert (new["value"], new["then"]["unknown"]) == (1, "not there then")
    assert (gone["change"], new["change"]) == (None, None)
    flow = days.flow("--by", "unit")
    ends = {each["slice"]: (each["opening"], each["closing"]) for each in flow["slices"]}
    assert ends["South"] == (1, None)
    assert ends["South East"] == (None, 1)


def without_records(database: Path, path: Path) -> Path:
    """A copy of a database with its figures alone."""
    copyfile(database, path)
    with closing(sqlite3.connect(path)) as copy, copy:
        for table in ("cases", "visits", "officers", "leavers"):
            copy.execute(f"DELETE FROM {table}")
    return path


def test_figures_without_records_are_as_they_were(
    run: Run, demo_database: Path, tmp_path: Path
) -> None:
    figures_alone = without_records(demo_database, tmp_path / "figures.db")
    words = ("--measure", "overdue_visits", "--format", "json")
    assert run("figures", figures_alone, *words).out == run("figures", demo_database, *words).out
    stored = ("flow", "--from", THEN, "--to", NOW, "--format", "json")
    shown = [run(stored[0], each, *stored[1:]).out for each in (figures_alone, demo_database)]
    assert shown[0] == shown[1]


def test_what_needs_records_that_are_not_there_is_unknown(
    run: Run, demo_database: Path, tmp_path: Path
) -> None:
    figures_alone = without_records(demo_database, tmp_path / "figures.db")
    why = "no records in this database"
    cross = ("--measure", "overdue_visits", "--by", "unit", "--by", "risk_level")
    out = run("figures", figures_alone, *cross, "--format", "json").out
    assert {value(figure) for figure in json.loads(out)["figures"]} == {(None, why)}
    by = run("flow", figures_alone, "--from", THEN, "--to", NOW, "--by", "unit", "--format", "json")
    assert json.loads(by.out)["by_unknown"] == why
    refused = run("cases", figures_alone)
    assert (refused.status, "not in this database" in refused.err) == (2, True)


def test_figures_without_records_keep_the_definition_that_they_were_stored_under(
    run: Run, demo_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    figures_alone = without_records(demo_database, tmp_path / "figures.db")
    monkeypatch.setenv("BOARDTUI_OVERDUE_GRACE_DAYS", "30")
    shown = run("figures", figures_alone, "--measure", "overdue_visits", "--format", "json")
    whole = json.loads(shown.out)["figures"][0]
    assert whole["value"] == 273
    assert "more than 30 days" not in whole["definition"]


def test_what_an_officer_has_per_post_says_why_it_was_not_known_then(days: Days) -> None:
    posts = "officer_ref,fte\nOM-1,0.5\nOM-2,1\n"
    now = "case_ref,risk_level,status,officer_ref\nC1,high,community,OM-1\nC2,low,community,OM-2\n"
    days.take(THEN, cases="case_ref,risk_level,status\nC1,high,community\n", officers=posts)
    days.take(NOW, cases=now, officers=posts)
    found = days.figures("--measure", "caseload_per_fte")
    then = found["caseload_per_fte", "officer", "OM-1"]["then"]
    assert value(then) == (None, "no officer_ref column")


def test_an_officer_without_a_post_then_is_no_zero_then(days: Days) -> None:
    cases = (
        "case_ref,risk_level,status,officer_ref\nC1,high,community,OM-1\nC2,low,community,OM-2\n"
    )
    days.take(THEN, cases=cases, officers="officer_ref,fte\nOM-2,1\n")
    days.take(NOW, cases=cases, officers="officer_ref,fte\nOM-1,0.5\nOM-2,1\n")
    found = days.figures("--measure", "caseload_per_fte")
    then = found["caseload_per_fte", "officer", "OM-1"]["then"]
    assert value(then) == (None, "no people or no known post then")
