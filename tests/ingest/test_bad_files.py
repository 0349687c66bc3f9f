"""Files that cannot be taken: a sentence says which, where and why, and nothing is stored."""

import io
import zipfile
from pathlib import Path

import pytest

from tests.ingest.trial import CASES, CASES_HEADER, Trial, one_case, sheet_maker


def zip_of(name: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(name, "nothing of the kind")
    return content.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLD_XLS = OLE + bytes(600) + "Workbook".encode("utf-16-le")
LOCKED = OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le")

WHOLE = {
    "empty": (b"", "it is empty"),
    "blank lines": (b"\n\n\n", "it is empty"),
    "header only": (CASES_HEADER.encode() + b"\n", "it has no rows"),
    "binary": (bytes(range(256)) * 40, "it is not a text file"),
    "a spreadsheet": (zip_of("xl/workbook.xml"), "a ZIP archive or a spreadsheet"),
    "a damaged utf-16": (CASES.encode("utf-16")[:-1], "is text in UTF-16, but damaged"),
    "a web page": (b"<html><table><tr><td>case_ref</td></tr></table></html>", "a web page (HTML)"),
    "a page with a mark": (b"\xef\xbb\xbf\n<!DOCTYPE html><p>", "a web page (HTML)"),
    "xml": (b"<?xml version='1.0'?><Workbook/>", "is an XML file"),
    "a pdf": (b"%PDF-1.4 ...", "is a PDF"),
    "an old spreadsheet": (OLD_XLS, "is an old XLS file"),
    "one column": (b"case_ref\nC1\n", "it has one column alone"),
    "an unknown separator": (b"case_ref|risk_level|status\n", "separated by commas, semicolons"),
    "neither encoding": (CASES.encode() + b"C\x81,high,community\n", "neither UTF-8"),
    "an open quotation mark": (one_case().encode() + b'"C2,low,community\n', "quotation mark"),
    "a required column absent": (b"case_ref,status\nC1,community\n", "risk_level is absent"),
    "a column twice": (b"case_ref,risk_level,status,status\n", "status is there twice"),
    "a column without a name": (
        b"case_ref,risk_level,status,\nC1,high,community,\nC2,low,custody,x\n",
        "a column without a name, number 4, in which row 3 is filled in",
    ),
    "a nameless column in the middle": (
        b"case_ref,,risk_level,status\nC1,x,high,community\n",
        "a column without a name, number 2, in which row 2 is filled in",
    ),
}


@pytest.mark.parametrize("name", WHOLE)
def test_a_file_that_cannot_be_read_is_refused_whole(with_snapshot: Trial, name: str) -> None:
    content, why = WHOLE[name]
    path = with_snapshot.write("extract.csv", content)
    refused = with_snapshot.refused({"cases": path})
    assert why in str(refused)
    assert str(path) in str(refused)
    assert all(fault.row is None for fault in refused.faults)


def test_rejects_do_not_help_a_file_that_cannot_be_read(with_snapshot: Trial) -> None:
    rejects = with_snapshot.folder / "rejects.csv"
    assert "is absent" in str(with_snapshot.refused({"cases": "case_ref\nC1\n"}, rejects=rejects))


def test_a_missing_file_is_named(with_snapshot: Trial) -> None:
    refused = with_snapshot.refused({"cases": Path("/nowhere/cases.csv")})
    assert "/nowhere/cases.csv: there is no such file." in str(refused)


def test_a_folder_is_no_file(with_snapshot: Trial, tmp_path: Path) -> None:
    assert "it is a folder" in str(with_snapshot.refused({"cases": tmp_path}))


def test_an_unknown_column_is_named_with_the_nearest(with_snapshot: Trial) -> None:
    refused = with_snapshot.refused({"cases": one_case(visit_deu="2024-01-01", surname="X")})
    assert "the column visit_deu is not known; did you mean visit_due?" in str(refused)
    assert "the column surname is not known" in str(refused)


SHEETS = {
    "a zip of something else": (zip_of("a.txt"), "not a spreadsheet that can be read"),
    "text": (b"case_ref,risk_level,status\n", "not a spreadsheet that can be read"),
    "locked": (LOCKED, "locked by a password"),
    "an old one": (OLD_XLS, "is an old XLS file"),
    "an old document": (OLE + bytes(600), "is of an older Office program"),
    "a web page": (b"<table><tr>", "a web page (HTML)"),
    "binary": (bytes(range(256)), "not a spreadsheet that can be read"),
    "empty": (b"", "is empty"),
}


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
@pytest.mark.parametrize("name", SHEETS)
def test_what_is_no_spreadsheet_is_refused(with_snapshot: Trial, suffix: str, name: str) -> None:
    content, why = SHEETS[name]
    path = with_snapshot.write(f"extract{suffix}", content)
    assert why in str(with_snapshot.refused({"cases": path}))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (OLD_XLS, "is an old XLS file, whose formats and merged cells are not read: open it in"),
        (LOCKED, "is locked by a password"),
        (zip_of("xl/workbook.xml"), "a newer spreadsheet by its content: name it .xlsx or .ods"),
        (zip_of("xl/workbook.bin"), "is an XLSB file, which is not read"),
        (b"case_ref,risk_level,status\n", "text: if it is CSV, name it .csv"),
        (b"", "is empty"),
    ],
)
def test_a_file_named_xls_says_what_it_is(with_snapshot: Trial, content: bytes, why: str) -> None:
    path = with_snapshot.write("extract.xls", content)
    assert why in str(with_snapshot.refused({"cases": path}))


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([], "is empty"),
        ([["case_ref", "risk_level", "status"]], "has no rows"),
        ([["case_ref", "nonsense"], ["C1", "x"]], "nonsense is not known"),
        (
            [["case_ref", "risk_level", "status"], ["C1", "high", "community", "secret"]],
            "a column without a name in which D2 is filled in",
        ),
    ],
)
def test_a_sheet_with_a_wrong_shape_is_refused(
    with_snapshot: Trial, suffix: str, rows: list[list[object]], why: str
) -> None:
    path = with_snapshot.folder / f"extract{suffix}"
    sheet_maker(rows)[suffix](path)
    assert why in str(with_snapshot.refused({"cases": path}))


def test_rows_of_another_shape_are_told_by_their_numbers(with_snapshot: Trial) -> None:
    content = "case_ref,risk_level,status\nC1,high\nC2,low,community,more\n\nC3,low,custody\nC4\n"
    refused = with_snapshot.refused({"cases": content})
    assert [(fault.row, fault.value) for fault in refused.faults] == [
        (2, "2 fields"),
        (3, "4 fields"),
        (6, "1 fields"),
    ]


def test_rows_are_told_apart_the_same_way_where_there_are_quotation_marks(
    with_snapshot: Trial,
) -> None:
    content = 'case_ref,risk_level,status\n"C1",high\n\nC2,low,"community",more\nC3,low,custody\n'
    refused = with_snapshot.refused({"cases": content})
    assert [(fault.row, fault.value) for fault in refused.faults] == [
        (2, "2 fields"),
        (4, "4 fields"),
    ]


def test_every_row_too_long_does_not_shift_the_columns(with_snapshot: Trial) -> None:
    content = "case_ref,risk_level,status\nC1,high,community,x\nC2,high,community,x\n"
    assert len(with_snapshot.refused({"cases": content}).faults) == 2


def test_a_cell_of_ten_megabytes_is_told_by_its_row(with_snapshot: Trial) -> None:
    refused = with_snapshot.refused({"cases": one_case(unit="x" * 10_000_000)})
    (fault,) = refused.faults
    assert (fault.row, fault.column) == (2, "unit")
    assert fault.expected == "at most 200 characters (there are 10,000,000)"
    assert len(str(refused)) < 1000


def test_a_control_character_is_not_sent_to_the_terminal(with_snapshot: Trial) -> None:
    refused = with_snapshot.refused({"cases": one_case(unit="\x1b[2J\u202ename")})
    assert "\x1b" not in str(refused)
    assert "\u202e" not in str(refused)
    assert "row 2" in str(refused)


def test_all_faults_of_all_files_are_told_at_once(with_snapshot: Trial) -> None:
    cases = one_case("C1", risk_level="hihg", visit_due="31/02/2024")
    visits = "case_ref,visited_on,outcome\nC1,yesterday,seen\n,2024-01-01,seen\n"
    refused = with_snapshot.refused({"cases": cases, "visits": visits})
    assert [(f.row, f.column, f.value, f.expected.partition(":")[0]) for f in refused.faults] == [
        (2, "risk_level", "hihg", "one of"),
        (2, "visit_due", "31/02/2024", "a day of the calendar"),
        (3, "case_ref", "", "a value"),
        (2, "visited_on", "yesterday", "a date like 2024-01-17 or 17/01/2024"),
    ]


def test_every_copy_of_a_case_ref_is_a_fault(with_snapshot: Trial) -> None:
    content = "case_ref,risk_level,status\nC1,high,community\nC2,low,custody\n C1 ,low,custody\n"
    refused = with_snapshot.refused({"cases": content})
    assert [(fault.row, fault.column, fault.value) for fault in refused.faults] == [
        (2, "case_ref", "C1"),
        (4, "case_ref", "C1"),
    ]


def test_many_faults_are_counted_and_not_silently_cut(with_snapshot: Trial) -> None:
    rows = "".join(f"C{number},severe,community\n" for number in range(1000))
    text = str(with_snapshot.refused({"cases": f"case_ref,risk_level,status\n{rows}"}))
    assert "Nothing was stored: 1,000 faults in the files." in text
    assert "the first 50 of 1,000 rows" in text
    assert text.count("  row ") == 50
    assert "--rejects FILE" in text
