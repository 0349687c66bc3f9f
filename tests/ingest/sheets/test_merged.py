"""Merged cells, which hold one value for several, and rows of ODS that stand for several."""

from tests.ingest.spreadsheets import (
    Xlsx,
    ods_cell,
    ods_file,
    ods_of,
    ods_table,
    ods_text,
    xlsx_of,
    xlsx_row,
    xlsx_text,
)
from tests.ingest.trial import Trial

FIRST, SECOND = ("C1", "high", "community"), ("C2", "low", "custody")


def cells(number: int, *texts: str) -> str:
    """A row's cells, without the row."""
    row = xlsx_row(number, *map(xlsx_text, texts))
    return row[row.index(">") + 1 : -len("</row>")]


MERGED = "merged cells D2:D3"


def merged_faults(trial: Trial, suffix: str, content: bytes) -> list[object]:
    refused = trial.refused({"cases": trial.write(f"cases{suffix}", content)})
    return [(each.row, each.column, each.value) for each in refused.faults]


def test_merged_cells_are_faults_of_all_their_rows(with_snapshot: Trial) -> None:
    merge = '<mergeCells><mergeCell ref="D2:D3"/><mergeCell ref="H1:H9"/></mergeCells>'
    content = xlsx_of(cells(2, *FIRST), cells(3, *SECOND), after=merge)
    assert merged_faults(with_snapshot, ".xlsx", content) == [
        (2, "visit_due", MERGED),
        (3, "visit_due", MERGED),
    ]


def test_merged_cells_of_ods_are_faults_whatever_is_under_them(with_snapshot: Trial) -> None:
    due = 'office:value-type="date" office:date-value="2024-01-01" table:number-rows-spanned="2"'
    first = "".join(map(ods_text, FIRST)) + ods_cell(due, "2024-01-01")
    covered = '<table:covered-table-cell office:value-type="string"><text:p>2024-02-02</text:p>'
    second = "".join(map(ods_text, SECOND))
    content = ods_of(first, f"{second}{covered}</table:covered-table-cell>")
    assert merged_faults(with_snapshot, ".ods", content) == [
        (2, "visit_due", MERGED),
        (3, "visit_due", MERGED),
    ]


def test_a_merged_title_above_the_header_and_a_merged_header_are_no_faults(trial: Trial) -> None:
    title = '<row r="1"><c r="A1" t="inlineStr"><is><t>Register in March</t></is></c></row>'
    header = xlsx_row(3, *map(xlsx_text, ("case_ref", "risk_level", "status", "visit_due")))
    rows = title + header + xlsx_row(5, *map(xlsx_text, (*FIRST, "2024-01-17")))
    merges = "".join(f'<mergeCell ref="{ref}"/>' for ref in ("A1:F1", "A3:A4", "D3:E3"))
    book = Xlsx({"Cases": rows}, after=f"<mergeCells>{merges}</mergeCells>")
    trial.ingest({"cases": trial.write("cases.xlsx", book.content)})
    assert trial.rows("SELECT case_ref, visit_due FROM cases") == [("C1", "2024-01-17")]


def test_a_merged_note_below_the_rows_is_told_as_merged(with_snapshot: Trial) -> None:
    note = '<c r="A3" t="inlineStr"><is><t>Source: the system</t></is></c>'
    merge = '<mergeCells><mergeCell ref="A3:D3"/></mergeCells>'
    content = xlsx_of(cells(2, *FIRST, "2024-01-17"), note, after=merge)
    found = merged_faults(with_snapshot, ".xlsx", content)
    assert (3, "case_ref", "merged cells A3:D3") in found


def test_rows_and_columns_that_are_repeated_in_ods_are_each_read(trial: Trial) -> None:
    header = "".join(map(ods_text, ("case_ref", "risk_level", "status", "visit_due", "last_visit")))
    days = ods_cell(
        'table:number-columns-repeated="2" office:value-type="date" office:date-value="2024-01-02"',
        "02/01/2024",
    )
    wide = '<table:table-cell table:number-columns-repeated="16384"/>'
    rows = (
        f"<table:table-row>{header}</table:table-row>"
        f'<table:table-row table:number-rows-repeated="3">{wide}</table:table-row>'
        f"<table:table-row>{''.join(map(ods_text, FIRST))}{days}</table:table-row>"
        f'<table:table-row table:number-rows-repeated="1048000">{wide}</table:table-row>'
    )
    trial.ingest({"cases": trial.write("cases.ods", ods_file(ods_table("Cases", rows)))})
    assert trial.rows("SELECT visit_due, last_visit FROM cases") == [("2024-01-02", "2024-01-02")]


def test_each_of_several_rows_that_ods_stores_as_one_is_a_row(with_snapshot: Trial) -> None:
    header = "".join(map(ods_text, ("case_ref", "risk_level", "status")))
    rows = (
        f"<table:table-row>{header}</table:table-row>"
        f'<table:table-row table:number-rows-repeated="3">{"".join(map(ods_text, FIRST))}'
        f"</table:table-row>"
    )
    content = ods_file(ods_table("Cases", rows))
    assert merged_faults(with_snapshot, ".ods", content) == [
        (2, "case_ref", "C1"),
        (3, "case_ref", "C1"),
        (4, "case_ref", "C1"),
    ]
