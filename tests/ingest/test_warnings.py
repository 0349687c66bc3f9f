"""Warnings: stored with the data once each, counted, and listed; people and officers unknown."""

from datetime import date
from typing import Any, cast

from sqlalchemy import Connection, make_url

from boardtui.ingest.writer import Writer
from tests.ingest.trial import CASES, Trial, one_case


def warnings(trial: Trial) -> list[object]:
    return trial.rows('SELECT row, "column", value, message FROM warnings ORDER BY id')


def test_a_visit_before_registration_is_odd(trial: Trial) -> None:
    report = trial.ingest({"cases": one_case(last_visit="2023-01-01", registered_on="2023-01-02")})
    odd = "last_visit is before registered_on"
    assert warnings(trial) == [(2, "last_visit", "2023-01-01", odd)]
    assert "1 warning, stored with the data:" in report.text()
    assert odd in report.text()


def test_good_files_have_none(trial: Trial) -> None:
    report = trial.ingest()
    assert (warnings(trial), report.warnings) == ([], ())


def test_the_files_name_is_stored_without_its_folder(trial: Trial) -> None:
    path = trial.write("march.csv", one_case(last_visit="2023-01-01", registered_on="2023-01-02"))
    trial.ingest({"cases": path})
    assert trial.values("SELECT file FROM warnings") == ["march.csv"]


def test_each_officer_without_a_post_is_told_once(trial: Trial) -> None:
    cases = "case_ref,risk_level,status,officer_ref\nA,low,custody,X\nB,low,custody,X\n"
    trial.ingest({"cases": cases, "officers": "officer_ref,fte\nY,1\n"})
    message = "an officer has no row in the officers file, so that their posts are unknown"
    assert warnings(trial) == [(2, "officer_ref", "X", message)]


def test_without_an_officers_file_nobody_asks_for_posts(trial: Trial) -> None:
    trial.ingest({"cases": CASES})
    assert warnings(trial) == []


def test_a_leaver_who_is_still_there_is_odd(trial: Trial) -> None:
    trial.ingest({"cases": CASES, "leavers": "case_ref,left_on\nC1,2024-01-01\nZ,2024-01-01\n"})
    assert warnings(trial) == [(2, "case_ref", "C1", "a leaver is still in the cases")]


def test_people_of_the_snapshot_before_are_known(trial: Trial) -> None:
    people = CASES.replace("C2,", "OLD,")
    trial.ingest({"cases": people}, as_at=date(2023, 12, 31))
    trial.ingest(
        {
            "cases": CASES,
            "leavers": "case_ref,left_on\nOLD,2024-01-01\nNEW,2024-01-02\n",
            "visits": "case_ref,visited_on,outcome\nOLD,2024-01-01,seen\nNEW,2024-01-01,seen\n"
            "C1,2023-12-01,seen\nWHO,2024-01-01,not_in\nWHO,2024-01-02,not_in\n",
        }
    )
    unknown = "a visit is of an unknown person"
    assert warnings(trial) == [
        (3, "case_ref", "NEW", "a leaver is of an unknown person, not in the snapshot before"),
        (5, "case_ref", "WHO", unknown),
    ]
    assert trial.values("SELECT rows FROM warnings ORDER BY id") == [1, 2]


def test_the_report_counts_kinds_as_the_database_does(trial: Trial) -> None:
    rows = "C1,low,custody,2023-01-01,2023-01-02\nC2,low,custody,1900-01-01,\n"
    header = "case_ref,risk_level,status,last_visit,registered_on\n"
    report = trial.ingest({"cases": header + rows})
    assert "2 warnings, stored with the data:" in report.text()
    assert trial.values("SELECT COUNT(*) FROM warnings") == [2]


def test_many_warnings_are_counted_exactly_with_a_few_examples(trial: Trial) -> None:
    rows = "".join(f"C{n},low,custody,2023-01-01,2023-01-02\n" for n in range(1200))
    header = "case_ref,risk_level,status,last_visit,registered_on\n"
    report = trial.ingest({"cases": header + rows})
    assert len(warnings(trial)) == 1, "once, with the count"
    assert trial.values("SELECT rows FROM warnings") == [1200]
    assert "1,200 rows where last_visit is before registered_on" in report.text()
    assert "the first 3" in report.text()


def test_a_name_that_is_a_word_of_a_servers_sql_is_quoted() -> None:
    dialect = cast("Any", make_url("postgresql+pg8000://").get_dialect())
    said: list[str] = []

    class Connected:
        def __init__(self) -> None:
            self.dialect = dialect(paramstyle="format")

        def exec_driver_sql(self, sql: str, rows: object) -> None:
            said.append(sql)

    Writer(cast("Connection", Connected()), None).insert("warnings", ("row", "column"), [(1, "a")])
    assert said == ['INSERT INTO warnings (row, "column") VALUES (%s, %s)']
