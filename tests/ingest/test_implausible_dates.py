"""Dates that can hardly be meant are stored, and said."""

import pytest

from boardtui.ingest import ingest
from boardtui.settings import Extract, Settings
from tests.ingest.test_warnings import warnings
from tests.ingest.trial import Trial, one_case

HEADER = "case_ref,risk_level,status,visit_due\n"


def test_what_stands_for_no_date_is_warned_of(trial: Trial) -> None:
    rows = "C1,high,community,1900-01-01\nC2,low,community,9999-12-31\nC3,low,community,9999-12-31"
    trial.ingest({"cases": HEADER + rows})
    assert warnings(trial) == [
        (2, "visit_due", "1900-01-01", "visit_due is before 1990"),
        (
            *(3, "visit_due", "9999-12-31"),
            "visit_due is more than 10 years after the snapshot's day",
        ),
    ]
    assert trial.values("SELECT rows FROM warnings ORDER BY id") == [1, 2]
    assert trial.values("SELECT visit_due FROM cases ORDER BY id")[:2] == [
        "1900-01-01",
        "9999-12-31",
    ], "stored as written"


@pytest.mark.parametrize("day", ["1990-01-01", "2034-01-17", "17/01/2034", ""])
def test_the_bounds_themselves_are_plausible(trial: Trial, day: str) -> None:
    trial.ingest({"cases": one_case(visit_due=day, registered_on="1990-01-01")})
    assert warnings(trial) == []


@pytest.mark.parametrize("day", ["1989-12-31", "2034-01-18"])
def test_one_day_beyond_is_not(trial: Trial, day: str) -> None:
    trial.ingest({"cases": one_case(visit_due=day)})
    assert [row[2] for row in trial.rows("SELECT file, row, value FROM warnings")] == [day]


def test_every_date_of_every_file_is_looked_at(trial: Trial) -> None:
    early = "1066-10-14"
    dates = ("visit_due", "last_visit", "assessment_due", "last_assessment", "registered_on")
    trial.ingest(
        {
            "cases": one_case(**dict.fromkeys(dates, early)),
            "visits": f"case_ref,visited_on,outcome\nC1,{early},not_in\n",
            "leavers": f"case_ref,left_on\nZ,{early}\n",
        }
    )
    columns = trial.values("SELECT \"column\" FROM warnings WHERE message LIKE '% is before 1990'")
    assert columns == [*dates, "visited_on", "left_on"]


def test_rows_left_out_are_not_warned_of(trial: Trial) -> None:
    rows = "C1,hihg,community,1900-01-01\nC2,low,community,2024-01-01"
    trial.ingest({"cases": HEADER + rows}, rejects=trial.folder / "bad.csv")
    assert warnings(trial) == []


def test_the_bounds_are_settings(trial: Trial) -> None:
    settings = Settings(extract=Extract(earliest_year=2000, years_ahead=1))
    rows = "C1,high,community,1999-12-31\nC2,low,community,2025-01-18\n"
    ingest(trial.request({"cases": HEADER + rows}), settings)
    assert [row[3] for row in trial.rows("SELECT row, file, value, message FROM warnings")] == [
        "visit_due is before 2000",
        "visit_due is more than 1 year after the snapshot's day",
    ]


def test_years_ahead_can_go_beyond_the_calendar(trial: Trial) -> None:
    settings = Settings(extract=Extract(years_ahead=9_999))
    ingest(trial.request({"cases": one_case(visit_due="9999-12-31")}), settings)
    assert warnings(trial) == []
