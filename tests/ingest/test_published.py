"""Published figures and inspections."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.core.measures import MEASURES
from boardtui.ingest.columns import FIGURES
from boardtui.ingest.published import PublishedFigure
from boardtui.ingest.said_numbers import read_numbers
from tests.ingest.trial import CASES, Trial

REPOSITORY = Path(__file__).parents[2]
HEADER = ",".join(field.name for field in FIGURES)
USUAL = {
    "force": "Essex",
    "measure": "overdue_visits",
    "value": "273",
    "unit": "visits",
    "as_at": "2024-01-17",
    "said_by": "the chief constable",
}


SHARE = {"measure": "overdue_visits_share", "unit": "per cent"}
GROWTH = {"measure": "net_growth", "unit": "people"}


def said(**columns: str) -> str:
    row = {**USUAL, **columns}
    return f"{HEADER}\n{','.join(row.get(name, '') for name in HEADER.split(','))}\n"


def test_the_figures_that_come_with_the_program_are_read_once(trial: Trial) -> None:
    files = {
        kind: REPOSITORY / "fixtures" / "published" / f"{kind}.csv"
        for kind in ("figures", "inspections")
    }
    first, again = trial.ingest(files), trial.ingest(files)
    lines = {kind: len(path.read_text("utf-8").splitlines()) - 1 for kind, path in files.items()}
    assert {f.kind: (f.stored, f.there_already) for f in first.files} == {
        kind: (count, 0) for kind, count in lines.items()
    }
    assert {f.kind: (f.stored, f.there_already) for f in again.files} == {
        kind: (0, count) for kind, count in lines.items()
    }


def test_the_same_row_twice_in_a_file_is_stored_once(trial: Trial) -> None:
    content = said()
    report = trial.ingest({"figures": content + content.splitlines()[1] + "\n"})
    assert (report.files[0].stored, report.files[0].there_already) == (1, 1)


@pytest.mark.parametrize(
    ("columns", "low", "high"),
    [
        ({}, 273.0, 273.0),
        ({"value": "500", "qualifier": "nearly"}, 400.0, 499.0),
        ({"value": "1500", "qualifier": "more than"}, 1501.0, None),
        ({"value": "1500", "qualifier": "More_Than", "high": "1600"}, 1501.0, 1600.0),
        ({"value": "75", "qualifier": "nearly", "low": "70", "high": "75"}, 70.0, 75.0),
        ({**SHARE, "value": "15", "qualifier": "rounded"}, 14.5, 15.5),
        ({**SHARE, "value": "15.0", "qualifier": "rounded"}, 14.95, 15.05),
        ({**SHARE, "value": "100", "qualifier": "rounded"}, 99.5, 100.0),
        ({**SHARE, "value": "95", "qualifier": "more_than"}, 95.0, 100.0),
        ({"measure": "overdue_visits_median_days", "value": "61.5", "unit": "days"}, 61.5, 61.5),
    ],
)
def test_a_hedge_is_stored_as_what_it_lies_between(
    trial: Trial, columns: dict[str, str], low: float, high: float | None
) -> None:
    trial.ingest({"figures": said(**columns)})
    assert trial.rows("SELECT low, high FROM figures") == [(low, high)]


@pytest.mark.parametrize(
    ("columns", "low", "high"),
    [
        ({**GROWTH, "value": "-50"}, -50, -50),
        ({**GROWTH, "value": "-50", "qualifier": "about"}, -55, -45),
        ({"measure": "registered_growth", "value": "-3", "unit": "per cent"}, -3, -3),
        ({"measure": "registered_growth", "value": "130", "unit": "per cent"}, 130, 130),
        (
            {
                **GROWTH,
                "value": "-50",
                "qualifier": "nearly",
                "low": "-49",
                "high": "-40",
            },
            -49,
            -40,
        ),
    ],
)
def test_a_difference_or_a_growth_may_be_below_0(
    trial: Trial, columns: dict[str, str], low: float, high: float
) -> None:
    trial.ingest({"figures": said(**columns)})
    assert trial.rows("SELECT low, high FROM figures") == [(low, high)]


@pytest.mark.parametrize(
    ("by", "given_", "stored"),
    [
        ("risk_level", "Very High", "very_high"),
        ("risk_level", "above_low", "above_low"),
        ("Risk Level", "HIGH", "high"),
        ("officer", "officer-1", "officer-1"),
        ("unit", "North", "North"),
        ("unit", "North  [note 3]", "North"),
        ("unit", "", None),
        ("age_band", "31–90 days", "31-90"),
        ("age_band", "Over 365", "over 365"),
    ],
)
def test_a_slice_is_spelt_as_the_board_does(
    trial: Trial, by: str, given_: str, stored: str | None
) -> None:
    trial.ingest({"figures": said(by=by, slice=given_)})
    assert trial.values("SELECT slice FROM figures") == [stored]


@pytest.mark.parametrize(
    ("columns", "column", "expected"),
    [
        ({"measure": "overdue_vists"}, "measure", "did you mean overdue_visits?"),
        ({"by": "colour", "slice": "red"}, "by", "one of: risk_level"),
        ({"slice": "high"}, "slice", "nothing, where by is blank"),
        ({"qualifier": "roughly"}, "qualifier", "one of: exact"),
        ({"value": "1e3"}, "value", "a plain number"),
        ({"value": "2.5"}, "value", "a value that can be exact in this unit"),
        ({"value": "-273"}, "value", "0 or more: only a difference or a growth is below 0"),
        ({**SHARE, "value": "-3", "qualifier": "rounded"}, "value", "0 or more"),
        ({**SHARE, "value": "101"}, "value", "at most 100: it is the per cent of a part"),
        ({**SHARE, "value": "90", "qualifier": "about", "high": "120"}, "high", "at most 100"),
        ({**SHARE, "value": "100", "qualifier": "more_than"}, "value", "can be more_than"),
        ({"by": "risk_level", "slice": "hihg"}, "slice", "did you mean high?"),
        ({"by": "mappa_level", "slice": "4"}, "slice", "one of: 1, 2, 3"),
        ({"by": "status", "slice": "above_low"}, "slice", "one of: community"),
        ({"by": "age_band", "slice": "soon"}, "slice", "a band of days, such as 31-90"),
        ({"by": "age_band", "slice": "90-31"}, "slice", "a band of days, such as 31-90"),
        ({"value": ""}, "value", "a value: it is required"),
        ({"value": "5", "low": "-5", "qualifier": "about"}, "low", "0 or more"),
        (
            {**GROWTH, "value": "-50", "qualifier": "nearly", "low": "-60"},
            "value",
            "0 or more, being nearly; below 0, low and high too",
        ),
        ({"low": "300", "high": "200"}, "low", "low not above high"),
        ({"low": "300", "high": "400"}, "value", "a value from low to high"),
        ({"period_start": "2024-02-01"}, "period_start", "a day not after as_at"),
        ({"as_at": "31/02/2024"}, "as_at", "a day of the calendar"),
        ({"force": ""}, "force", "a value"),
    ],
)
def test_a_figure_that_makes_no_sense_is_a_fault(
    with_snapshot: Trial, columns: dict[str, str], column: str, expected: str
) -> None:
    refused = with_snapshot.refused({"figures": said(**columns)})
    (fault,) = refused.faults
    assert (fault.row, fault.column) == (2, column)
    assert expected in fault.expected


@given(st.integers(0, 10**9), st.sampled_from(["", "about", "at_least", "at_most", "rounded"]))
def test_a_value_read_lies_in_its_interval(value: int, qualifier: str) -> None:
    row = {"value": str(value), "qualifier": qualifier or "exact", "low": None, "high": None}
    found = read_numbers(row, MEASURES["managed"], "people")
    assert found.low is not None
    assert found.low <= value
    assert found.high is None or value <= found.high


def test_equal_in_all_columns_means_all(trial: Trial) -> None:
    trial.ingest({"figures": said()})
    report = trial.ingest({"figures": said(publisher="the Echo")})
    assert report.files[0].stored == 1


def test_what_an_older_boardtui_stored_is_there_already(trial: Trial) -> None:
    figures = said(**SHARE, value="15.0")
    trial.ingest({"figures": figures})
    with closing(sqlite3.connect(trial.database)) as database, database:
        database.execute("UPDATE figures SET written = NULL, unit = '%'")
    report = trial.ingest({"figures": figures})
    assert (report.files[0].stored, report.files[0].there_already) == (0, 1)


def test_every_column_of_the_file_has_its_column_in_the_table() -> None:
    named = {"by": "dimension"}
    columns = {named.get(field.name, field.name) for field in FIGURES}
    assert columns | {"written", "suppressed"} == set(PublishedFigure._fields)


def test_synthetic_marks_the_forces_of_published_figures_given_alone(trial: Trial) -> None:
    trial.ingest({"figures": said()}, synthetic=True)
    assert trial.rows("SELECT name, synthetic FROM forces") == [("Essex", 1)]


def test_synthetic_marks_the_force_of_the_snapshot_and_no_other(trial: Trial) -> None:
    trial.ingest({"cases": CASES, "figures": said(force="Kent")}, synthetic=True)
    assert trial.rows("SELECT name, synthetic FROM forces ORDER BY name") == [
        ("Essex", 1),
        ("Kent", 0),
    ]


def test_a_force_with_real_snapshots_is_not_marked_by_its_figures(with_snapshot: Trial) -> None:
    assert "not synthetic" in str(with_snapshot.refused({"figures": said()}, synthetic=True))


def test_an_inspection_has_a_day(with_snapshot: Trial) -> None:
    refused = with_snapshot.refused({"inspections": "force,body,finding\nEssex,HMIC,\n"})
    assert [fault.expected for fault in refused.faults] == ["a day here or in inspected_on"]


def test_a_finding_may_be_longer_than_other_text(trial: Trial) -> None:
    finding = "x" * 1500
    content = f"force,body,published_on,finding\nEssex,HMIC,31/03/2023,{finding}\n"
    trial.ingest({"inspections": content})
    assert trial.rows("SELECT published_on, finding FROM inspections") == [
        (date(2023, 3, 31).isoformat(), finding)
    ]
