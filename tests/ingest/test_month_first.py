"""Columns of dates that have the month first are refused, and slips among others are not."""

import pytest

from tests.ingest.spreadsheets import xlsx_of, xlsx_row, xlsx_text
from tests.ingest.trial import Trial


def content(*days: str) -> str:
    rows = "".join(f"C{number},high,community,{day}\n" for number, day in enumerate(days))
    return f"case_ref,risk_level,status,visit_due\n{rows}"


@pytest.mark.parametrize(
    "days",
    [
        ("01/13/2024",),
        ("02/03/2023", "01/13/2024", ""),
        ("01/13/2024", "2024-01-17"),
        ("01/13/2024", "yesterday", "12/12/2023"),
    ],
)
def test_a_column_that_can_only_be_month_first_is_refused_whole(
    with_snapshot: Trial, days: tuple[str, ...]
) -> None:
    rejects = with_snapshot.folder / "rejects.csv"
    refused = with_snapshot.refused({"cases": content(*days)}, rejects=rejects)
    (fault,) = refused.faults
    assert (fault.row, fault.column) == (None, "visit_due")
    row = days.index("01/13/2024") + 2
    assert f"can only be month first (row {row}: 01/13/2024): write them like" in fault.expected
    assert "--rejects" not in str(refused)


def test_a_slip_among_dates_with_the_day_first_is_a_fault_of_its_row(
    with_snapshot: Trial,
) -> None:
    refused = with_snapshot.refused({"cases": content("13/01/2024", "01/13/2024")})
    (fault,) = refused.faults
    assert (fault.row, fault.value) == (3, "01/13/2024")


@pytest.mark.parametrize("day", ["13/13/2024", "31/02/2024", "2024-13-01", "00/13/2024"])
def test_a_day_that_is_none_either_way_is_a_fault_of_its_row(
    with_snapshot: Trial, day: str
) -> None:
    (fault,) = with_snapshot.refused({"cases": content(day)}).faults
    assert (fault.row, fault.value) == (2, day)


def test_texts_among_the_date_cells_of_a_sheet_show_that_excel_took_the_others(
    with_snapshot: Trial,
) -> None:
    def row(number: int, ref: str, day: str) -> str:
        texts = (xlsx_text(ref), xlsx_text("high"), xlsx_text("community"), day)
        whole = xlsx_row(number, *texts)
        return whole[whole.index(">") + 1 : -len("</row>")]

    taken = row(2, "C1", 's="1"><v>44987</v></c>')
    left = row(3, "C2", xlsx_text("01/13/2024"))
    path = with_snapshot.write("cases.xlsx", xlsx_of(taken, left, formats=("dd/mm/yyyy",)))
    assert "can only be month first (row 3" in str(with_snapshot.refused({"cases": path}))


def test_it_holds_for_each_kind_of_file(with_snapshot: Trial) -> None:
    visits = "case_ref,visited_on,outcome\nC1,01/13/2024,seen\nC1,01/02/2024,seen\n"
    refused = with_snapshot.refused({"cases": content(""), "visits": visits})
    assert "the dates of its column visited_on can only be month first" in str(refused)
