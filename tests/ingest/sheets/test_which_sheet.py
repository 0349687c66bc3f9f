"""Which sheet of a file is read, which row names its columns, and what is said of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableProperties
from odf.table import Table, TableRow
from openpyxl import Workbook

from boardtui.cli.main import main
from boardtui.ingest import IngestReport, IngestUsageError
from tests.ingest.spreadsheets import Xlsx, ods_file, ods_table, ods_text, xlsx_row, xlsx_text
from tests.ingest.trial import Trial, ods_value, one_case

Rows = list[list[str]]
HEADER = ["case_ref", "risk_level", "status"]


def cases(ref: str) -> Rows:
    return [HEADER, [ref, "high", "community"]]


def xlsx(path: Path, sheets: Mapping[str, Rows], hidden: Mapping[str, str]) -> None:
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        sheet.sheet_state = hidden.get(name, "visible")
        for row in rows:
            sheet.append(row)
    book.save(path)


def ods(path: Path, sheets: Mapping[str, Rows], hidden: Mapping[str, str]) -> None:
    document = OpenDocumentSpreadsheet()
    unseen = Style(name="unseen", family="table")
    unseen.addElement(TableProperties(display="false"))
    document.automaticstyles.addElement(unseen)
    for name, rows in sheets.items():
        style = {"stylename": unseen} if name in hidden else {}
        table = Table(name=name, **style)
        for row in rows:
            line = TableRow()
            for cell in row:
                line.addElement(ods_value(cell or None))
            table.addElement(line)
        document.spreadsheet.addElement(table)
    document.save(str(path))


MAKERS = {".xlsx": xlsx, ".ods": ods}


@pytest.fixture(params=MAKERS)
def made(request: pytest.FixtureRequest, trial: Trial) -> Made:
    return Made(trial, request.param)


class Made:
    """A trial with a spreadsheet file of several sheets, in one of the formats."""

    def __init__(self, trial: Trial, suffix: str) -> None:
        self.trial = trial
        self.path = trial.folder / f"book{suffix}"
        self.make = MAKERS[suffix]

    def refs(
        self, sheets: Mapping[str, Rows], sheet: str | None = None, **hidden: str
    ) -> tuple[list[str], IngestReport]:
        """The cases that are stored of a file with these sheets, and the report in words."""
        self.make(self.path, sheets, hidden)
        named = {} if sheet is None else {"cases": sheet}
        report = self.trial.ingest({"cases": self.path}, sheets=named)
        return self.trial.values("SELECT case_ref FROM cases ORDER BY id"), report

    def why(self, sheets: Mapping[str, Rows], sheet: str | None = None, **hidden: str) -> str:
        """Why a file with these sheets is refused."""
        self.make(self.path, sheets, hidden)
        named = {} if sheet is None else {"cases": sheet}
        return str(self.trial.refused({"cases": self.path}, sheets=named))


COVER: Rows = [["Register of Essex"], ["Made on 1 March"]]


def test_the_first_sheet_with_the_columns_is_read_and_named(made: Made) -> None:
    refs, report = made.refs({"Cover": COVER, "March": cases("C1"), "Notes": [["x"]]})
    assert refs == ["C1"]
    assert report.notes == (f"{made.path} was read from its sheet March.",)
    assert report.warnings == ()


def test_others_like_it_are_a_warning(made: Made) -> None:
    refs, report = made.refs({"March": cases("C1"), "April": cases("C2"), "May": cases("C3")})
    assert refs == ["C1"]
    (warning,) = made.trial.values("SELECT message FROM warnings")
    assert "same columns as others: April, May; --sheet cases=NAME says which" in warning
    assert warning in report.text()


def test_a_sheet_can_be_named(made: Made) -> None:
    sheets = {"March": cases("C1"), "April": cases("C2")}
    refs, report = made.refs(sheets, sheet="april")
    assert refs == ["C2"]
    assert report.warnings == ()


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_not_read_unless_it_is_named(made: Made, state: str) -> None:
    sheets = {"Old": cases("C1"), "Now": cases("C2")}
    refs, report = made.refs(sheets, Old=state)
    assert refs == ["C2"]
    assert report.warnings == ()


def test_a_hidden_sheet_that_is_named_is_read_with_a_warning(made: Made) -> None:
    refs, report = made.refs({"Old": cases("C1"), "Now": cases("C2")}, sheet="Old", Old="hidden")
    assert refs == ["C1"]
    assert "its sheet Old is hidden, and was read as it was named" in report.text()


def test_only_a_hidden_sheet_with_the_columns_is_told(made: Made) -> None:
    why = made.why({"Cover": COVER, "Old": cases("C1")}, Old="hidden")
    assert "in a hidden sheet alone, Old: show the sheet, or name it by --sheet cases=Old" in why


def test_the_header_may_stand_below_a_cover_text(made: Made) -> None:
    rows = [*COVER, [""], *cases("C1")]
    refs, report = made.refs({"Cases": rows})
    assert refs == ["C1"]
    assert report.notes == (
        f"{made.path} was read from its sheet Cases; its row 4 names the columns.",
    )


def test_faults_below_such_a_header_have_the_sheets_own_row_numbers(made: Made) -> None:
    rows = [*COVER, [""], HEADER, ["C1", "severe", "community"]]
    made.make(made.path, {"Cases": rows}, {})
    refused = made.trial.refused({"cases": made.path})
    (fault,) = refused.faults
    assert (fault.row, fault.value) == (5, "severe")
    assert "was read from its sheet Cases; its row 4 names the columns." in str(refused)


def test_a_fault_of_the_header_says_of_which_sheet_it_is(made: Made) -> None:
    why = made.why({"Cover": COVER, "Cases": [[*HEADER, "surname"], ["C1", "x", "y", "z"]]})
    assert "the column surname is not known" in why
    assert "was read from its sheet Cases." in why


@pytest.mark.parametrize("title", [["x"], [""]], ids=["a title", "nothing"])
@pytest.mark.parametrize(("above", "read"), [(19, True), (20, False)])
def test_the_header_is_looked_for_in_20_rows(
    made: Made, above: int, read: bool, title: list[str]
) -> None:
    sheets = {"Cases": [title] * above + cases("C1")}
    if read:
        assert made.refs(sheets)[0] == ["C1"]
    else:
        assert "names no columns in the first 20 rows of its sheet Cases" in made.why(sheets)


def test_where_no_row_has_all_that_is_required_the_nearest_is_told(made: Made) -> None:
    sheets = {"Cover": COVER, "Cases": [["Cases"], ["case_ref", "risk_levle", "status"]]}
    why = made.why(sheets)
    assert "no row names all required columns: row 2 of its sheet Cases comes nearest" in why
    assert "the column risk_levle is not known; did you mean risk_level?" in why


def test_a_file_without_any_such_row_says_where_it_was_looked_for(made: Made) -> None:
    why = made.why({"Cover": COVER, "Notes": [["x"]]})
    assert "names no columns in the first 20 rows of its sheets Cover and Notes" in why


def test_a_sheet_that_is_not_there_is_told_with_the_nearest(made: Made) -> None:
    why = made.why({"March": cases("C1"), "Notes": [["x"]]}, sheet="Marhc")
    assert "has no sheet Marhc; did you mean March? (it has its sheets March and Notes)" in why


def test_a_chart_is_no_sheet_of_cells(trial: Trial) -> None:
    given = Path(__file__).parents[1] / "given/xlsx-chart-sheet-first-called-empty.xlsx"
    why = str(trial.refused({"cases": given}, sheets={"cases": "Chart"}))
    assert "has no cells in its sheet Chart: it is a chart" in why


def test_several_kinds_may_be_sheets_of_one_file(made: Made) -> None:
    visits = [["case_ref", "visited_on", "outcome"], ["C1", "2024-01-02", "seen"]]
    made.make(made.path, {"Visits": visits, "Cases": cases("C1")}, {})
    made.trial.ingest({"cases": made.path, "visits": made.path})
    assert made.trial.rows("SELECT case_ref, visited_on FROM visits") == [("C1", "2024-01-02")]


def test_hidden_rows_and_columns_are_read_and_said(trial: Trial) -> None:
    rows = xlsx_row(1, *map(xlsx_text, HEADER))
    for number in range(2, 10):
        texts = map(xlsx_text, (f"C{number}", "high", "community"))
        hidden = ' hidden="1"' if number in (3, 5) else ' ht="0"' if number == 8 else ""
        rows += xlsx_row(number, *texts, attributes=hidden)
    columns = '<cols><col min="2" max="3" hidden="1"/><col min="7" max="9" hidden="1"/></cols>'
    book = Xlsx({"Cases": rows}, before=columns)
    report = trial.ingest({"cases": trial.write("cases.xlsx", book.content)})
    assert trial.values("SELECT COUNT(*) FROM cases") == [8]
    assert trial.values("SELECT message FROM warnings ORDER BY id") == [
        "its sheet Cases has 3 hidden rows, read with the others: 3, 5, 8",
        "its sheet Cases has hidden columns, read with the others: risk_level, status",
    ]
    assert "2 warnings, stored with the data:" in report.text()


def test_hidden_rows_of_ods_are_read_and_said(trial: Trial) -> None:
    def row(*texts: str, attributes: str = "") -> str:
        return f"<table:table-row {attributes}>{''.join(map(ods_text, texts))}</table:table-row>"

    hidden = row("C2", "high", "custody", attributes='table:visibility="filter"')
    grouped = f'<table:table-row-group table:display="false">{row("C3", "low", "custody")}'
    rows = f"{row(*HEADER)}{hidden}{grouped}</table:table-row-group>{row('C4', 'low', 'custody')}"
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    content = ods_file(ods_table("Cases", columns + rows))
    trial.ingest({"cases": trial.write("cases.ods", content)})
    assert trial.values("SELECT message FROM warnings ORDER BY id") == [
        "its sheet Cases has 2 hidden rows, read with the others: 2, 3",
        "its sheet Cases has hidden columns, read with the others: risk_level",
    ]


def test_a_sheet_of_a_csv_file_makes_no_sense(trial: Trial) -> None:
    refused = trial.refused({"cases": one_case()}, sheets={"cases": "March"})
    assert "is CSV, and has no sheets: leave out --sheet cases=March" in str(refused)


def test_a_sheet_of_no_file_is_a_slip(trial: Trial) -> None:
    with pytest.raises(IngestUsageError, match=r"--sheet visits=March is of no file"):
        trial.ingest(sheets={"visits": "March"})


@pytest.mark.parametrize("text", ["March", "=March", "cases=", "case=March"])
def test_the_command_wants_a_kind_and_a_name(
    tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ingest", str(tmp_path / "x.db"), "--cases", "c.xlsx", "--sheet", text]) == 2
    assert "write KIND=NAME, such as cases=March" in capsys.readouterr().err


def test_the_command_takes_a_sheet_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    xlsx(path, {"March": cases("C1"), "In April": cases("C2")}, {})
    snapshot = ["--force", "Essex", "--as-at", "2024-01-17", "--cases", str(path)]
    command = ["ingest", str(tmp_path / "board.db"), *snapshot, "--sheet", "cases=In April"]
    assert main(command) == 0
    assert Trial(tmp_path).values("SELECT case_ref FROM cases") == ["C2"]
