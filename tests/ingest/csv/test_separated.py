"""What separates the fields of CSV files, and columns and rows in which there is nothing."""

import pytest

from boardtui.ingest import IngestRefusedError, ingest
from boardtui.settings import Extract, Settings
from tests.ingest.trial import CASES, Trial

LINES = [line.split(",") for line in CASES.splitlines()]
ALL = [("C1", "North"), ("C2", "South"), ("C3", "North")]


def stored(trial: Trial) -> list[object]:
    return trial.rows("SELECT case_ref, unit FROM cases ORDER BY id")


@pytest.mark.parametrize("quote", ["", '"'])
@pytest.mark.parametrize(
    ("separator", "said"), [(";", "semicolons"), ("\t", "tabs"), (",", None)], ids=str
)
def test_fields_may_be_separated_in_three_ways(
    trial: Trial, separator: str, said: str | None, quote: str
) -> None:
    content = "\r\n".join(
        separator.join(f"{quote}{field}{quote}" for field in line) for line in LINES
    )
    report = trial.ingest({"cases": content})
    assert stored(trial) == ALL
    assert [note.rpartition(" ")[2] for note in report.notes] == ([f"{said}."] if said else [])


def test_a_text_may_hold_what_separates_in_other_files(trial: Trial) -> None:
    rows = "C1,high,community,North; by the sea\nC2,low,custody,a\tb;;;;\n"
    trial.refused({"cases": f"case_ref,risk_level,status,unit\n{rows}"})
    trial.ingest({"cases": f"case_ref,risk_level,status,unit\n{rows.replace(chr(9), ' ')}"})
    assert stored(trial) == [("C1", "North; by the sea"), ("C2", "a b;;;;")]


def test_a_text_of_a_file_with_semicolons_may_hold_commas(trial: Trial) -> None:
    trial.ingest({"cases": "case_ref;risk_level;status;unit\nC1;high;community;North, South\n"})
    assert stored(trial) == [("C1", "North, South")]


def test_a_separator_may_stand_in_a_quoted_name_that_is_mapped(trial: Trial) -> None:
    settings = Settings(extract=Extract(columns={"Ref, new": "case_ref"}))
    content = '"Ref, new";risk_level;status\nC1;high;community\n'
    ingest(trial.request({"cases": content}), settings)
    assert trial.values("SELECT case_ref FROM cases") == ["C1"]


def test_the_line_that_tells_excel_the_separator_is_no_row(with_snapshot: Trial) -> None:
    content = "\ufeffsep=;\r\ncase_ref;risk_level;status\r\nC1;severe;community\r\n"
    (fault,) = with_snapshot.refused({"cases": content}).faults
    assert (fault.row, fault.value) == (2, "severe")


def test_faults_of_shape_count_by_what_separates(with_snapshot: Trial) -> None:
    content = "case_ref;risk_level;status\nC1;high\nC2;low;custody;x\nC3,low;custody\n"
    refused = with_snapshot.refused({"cases": content})
    assert [(fault.row, fault.value) for fault in refused.faults] == [
        (2, "2 fields"),
        (3, "4 fields"),
        (4, "2 fields"),
    ]


@pytest.mark.parametrize("quote", ["", '"'])
@pytest.mark.parametrize(
    "rows",
    [
        "{}C1{},high,community,,\n,,,,,,,\n",
        "{}C1{},high,community\n,,\n",
        "{}C1{},high,community,\n\n , \n",
        "{}C1{},high,community,,,,,,,,\n",
        "{}C1{},high,community, , \n\n\n\n",
    ],
)
def test_empty_columns_without_a_name_and_empty_rows_are_nothing(
    trial: Trial, rows: str, quote: str
) -> None:
    trial.ingest({"cases": "case_ref,risk_level,status,,\n" + rows.format(quote, quote)})
    assert trial.values("SELECT case_ref FROM cases") == ["C1"]


@pytest.mark.parametrize("quote", ["", '"'])
@pytest.mark.parametrize("above", ["\n\n", ",,\r\n \r\n", "\ufeff;;\n\n"])
def test_empty_rows_above_the_names_are_nothing_and_are_counted(
    trial: Trial, above: str, quote: str
) -> None:
    content = f"{above}case_ref,risk_level,status\n{quote}C1{quote},high,community\n"
    refused = trial.refused({"cases": content + "C2,severe,community\nC3,high\n"})
    assert [(fault.row, fault.value) for fault in refused.faults] == [
        (6, "2 fields"),
        (5, "severe"),
    ]
    trial.ingest({"cases": content})
    assert trial.values("SELECT case_ref FROM cases") == ["C1"]


def test_an_empty_column_in_the_middle_is_nothing(trial: Trial) -> None:
    trial.ingest({"cases": "case_ref,,risk_level,status\nC1,,high,community\n"})
    assert trial.values("SELECT risk_level FROM cases") == ["high"]


def test_a_row_that_lacks_a_named_column_is_still_a_fault(with_snapshot: Trial) -> None:
    content = "case_ref,risk_level,status,unit,,\nC1,high,community\nC2,high,community,N,,,x\n"
    refused = with_snapshot.refused({"cases": content})
    assert [(fault.row, fault.value) for fault in refused.faults] == [
        (2, "3 fields"),
        (3, "7 fields"),
    ]


@pytest.mark.parametrize(
    ("limit", "why"),
    [
        ({"most_rows": 2}, "has more than 2 rows: if it is meant to, raise most_rows under"),
        ({"most_columns": 9}, "has more than 9 columns: if it is meant to, raise most_columns"),
    ],
)
def test_limits_are_settings(trial: Trial, limit: dict[str, int], why: str) -> None:
    request = trial.request()
    with pytest.raises(IngestRefusedError, match=why):
        ingest(request, Settings(extract=Extract(**limit)))  # type: ignore[arg-type]
    assert not trial.database.exists()
