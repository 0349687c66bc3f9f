"""What is odd in a visits file, by itself and beside the cases."""

from datetime import date

import pytest

from tests.ingest.test_warnings import warnings
from tests.ingest.trial import Trial, one_case

HEADER = "case_ref,visited_on,outcome,officers\n"
JANUARY = "C1,2024-01-10,not_in,\n"
"""A row by which the file goes on to the snapshot's month."""

REPEATED = "a visit is listed again: the same person, day and outcome"
UNRECORDED = "a person was seen who has no last_visit in the cases: the later day counts"
LATER = "a person was seen later than their last_visit in the cases: the later day counts"


def test_a_visit_listed_twice_is_told_with_how_often(trial: Trial) -> None:
    rows = "C1,2024-01-08,not_in,1\nC1,08/01/2024,Not In,2\nC1,2024-01-08,not_in,1\n"
    trial.ingest({"cases": one_case(), "visits": HEADER + rows})
    assert warnings(trial) == [(3, "case_ref", "C1", REPEATED)]
    assert trial.values("SELECT rows FROM warnings") == [2]
    assert trial.figure("registered") == 1
    assert trial.values("SELECT COUNT(*) FROM visits") == [3], "each is stored"


@pytest.mark.parametrize(
    "other", ["C1,2024-01-08,refused,", "C1,2024-01-09,not_in,", "C2,2024-01-08,not_in,"]
)
def test_another_person_day_or_outcome_is_another_visit(trial: Trial, other: str) -> None:
    cases = "case_ref,risk_level,status\nC1,low,custody\nC2,low,custody\n"
    trial.ingest({"cases": cases, "visits": f"{HEADER}C1,2024-01-08,not_in,\n{other}\n"})
    assert warnings(trial) == []


def test_a_person_seen_without_a_last_visit_is_one_fact(trial: Trial) -> None:
    cases = "case_ref,risk_level,status,visit_due\nC1,high,community,2024-02-01\n"
    visits = "case_ref,visited_on,outcome\nC1,2024-01-10,seen\nC1,2024-01-03,seen\n"
    trial.ingest({"cases": cases, "visits": visits})
    assert warnings(trial) == [(2, "visited_on", "2024-01-10", UNRECORDED)]
    assert trial.figure("never_seen") == 0


def test_a_blank_last_visit_and_an_earlier_one_are_told_apart(trial: Trial) -> None:
    cases = (
        "case_ref,risk_level,status,last_visit\nC1,high,community,\n"
        "C2,low,community,2023-12-01\nC3,low,community,2024-01-10\n"
    )
    seen = "".join(f"C{n},2024-01-10,seen,\n" for n in (1, 2, 3))
    trial.ingest({"cases": cases, "visits": HEADER + seen})
    assert warnings(trial) == [
        (2, "visited_on", "2024-01-10", UNRECORDED),
        (3, "visited_on", "2024-01-10", LATER),
    ]


@pytest.mark.parametrize("outcome", ["not_in", "refused", "other"])
def test_a_visit_at_which_nobody_was_seen_says_nothing_of_it(trial: Trial, outcome: str) -> None:
    trial.ingest({"cases": one_case(), "visits": f"{HEADER}C1,2024-01-10,{outcome},\n"})
    assert warnings(trial) == []


def test_months_after_the_files_end_are_named(trial: Trial) -> None:
    rows = "C1,2023-09-01,not_in,\nC1,2023-09-14,refused,\n"
    report = trial.ingest({"cases": one_case(), "visits": HEADER + rows})
    message = "its last visit is of 14 Sep 2023, so that Oct 2023 to Jan 2024 are not in it"
    assert warnings(trial) == [(None, "visited_on", None, message)]
    assert trial.values("SELECT rows FROM warnings") == [0], "of the whole file"
    assert f": {message}" in report.text()


def test_a_single_month_after_the_files_end_is_named(trial: Trial) -> None:
    trial.ingest({"cases": one_case(), "visits": f"{HEADER}C1,2023-12-31,not_in,\n"})
    message = "its last visit is of 31 Dec 2023, so that Jan 2024 is not in it"
    assert warnings(trial) == [(None, "visited_on", None, message)]


def test_a_file_that_goes_on_to_the_snapshots_month_has_no_end(trial: Trial) -> None:
    visits = f"{HEADER}C1,2024-01-01,not_in,\n"
    trial.ingest({"cases": one_case(), "visits": visits}, as_at=date(2024, 1, 31))
    assert warnings(trial) == []


def test_a_year_that_is_a_slip_is_told_and_ends_no_file(trial: Trial) -> None:
    rows = f"C1,0202-11-03,not_in,\n{JANUARY}"
    trial.ingest({"cases": one_case(), "visits": HEADER + rows})
    assert warnings(trial) == [(2, "visited_on", "0202-11-03", "visited_on is before 1990")]
