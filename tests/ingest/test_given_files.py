"""Files that were once read wrongly, each one of its kind, and what is right."""

from datetime import date
from pathlib import Path

import pytest

from tests.ingest.trial import Trial

GIVEN = Path(__file__).parent / "given"
DAY = date(2024, 2, 1)


def faults(trial: Trial, name: str) -> list[tuple[int | None, str | None, str | None]]:
    refused = trial.refused({"cases": GIVEN / name}, as_at=DAY)
    return [(fault.row, fault.column, fault.value) for fault in refused.faults]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("ods-na-error-read-as-blank.ods", [(2, "visit_due", "#N/A")]),
        ("ods-error-cell.ods", [(5, "visit_due", "#N/A"), (21, "visit_due", "#N/A")]),
        (
            "xlsx-merged-visit-due-second-blank.xlsx",
            [(2, "visit_due", "merged cells E2:E3"), (3, "visit_due", "merged cells E2:E3")],
        ),
        (
            "ods-merged-unit.ods",
            [(2, "unit", "merged cells D2:D3"), (3, "unit", "merged cells D2:D3")],
        ),
    ],
)
def test_cells_without_a_value_of_their_own_are_faults(
    with_snapshot: Trial, name: str, found: list[object]
) -> None:
    assert faults(with_snapshot, name) == found


def test_rows_of_formulas_that_nothing_has_worked_out_are_faults(with_snapshot: Trial) -> None:
    found = faults(with_snapshot, "formula-last-5-rows.xlsx")
    assert {row for row, _, _ in found} == {17, 18, 19, 20, 21}
    assert (17, "case_ref", "=Other!A16") in found


@pytest.mark.parametrize(
    ("name", "stored", "said"),
    [
        ("xlsx-hidden-first-sheet-is-read.xlsx", [("C1", "2024-01-01")], "its sheet Now"),
        ("xlsx-chart-sheet-first-called-empty.xlsx", [("C1", "2024-01-01")], "its sheet Sheet"),
        (
            "xlsx-refs-shown-00123-read-as-123.xlsx",
            [("00123", "2024-01-01"), ("00045", "2024-01-02")],
            "its sheet Cases",
        ),
        ("csv-semicolon.csv", [("C1", "2024-01-01"), ("C2", "2024-03-01")], "by semicolons"),
        ("csv-tab.tsv", [("C1", "2024-01-01"), ("C2", "2024-03-01")], "by tabs"),
        ("csv-trailing-commas-and-wider-blank-row.csv", [("C1", None)], "cases: 1 row stored"),
    ],
)
def test_what_a_person_sees_is_stored_and_said(
    trial: Trial, name: str, stored: list[object], said: str
) -> None:
    report = trial.ingest({"cases": GIVEN / name}, as_at=DAY)
    assert trial.rows("SELECT case_ref, visit_due FROM cases ORDER BY id") == stored
    assert said in report.text()
    assert report.warnings == ()


def test_a_cell_that_shows_15_per_cent_is_15_per_cent(trial: Trial) -> None:
    trial.ingest({"figures": GIVEN / "xlsx-percent-cell-15-read-as-0.15.xlsx"})
    assert trial.rows("SELECT value, low, high, unit FROM figures") == [
        (15.0, 14.5, 15.5, "per cent")
    ]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("csv-html-saved-as-xls.xls", "it is a web page (HTML), whatever its name: open it in a"),
        ("far-cell.xlsx", "it has a cell filled in at XFD1048576, beyond its first 1,000 columns"),
        (
            "month-first-column-with-rejects.csv",
            "the dates of its column visit_due can only be month first (row 2: 01/13/2024)",
        ),
    ],
)
def test_what_cannot_be_read_says_why(with_snapshot: Trial, name: str, why: str) -> None:
    rejects = with_snapshot.folder / "rejects.csv"
    for given in ({}, {"rejects": rejects}):
        refused = with_snapshot.refused({"cases": GIVEN / name}, as_at=DAY, **given)
        assert [fault.row for fault in refused.faults] == [None]
        assert why in str(refused)
