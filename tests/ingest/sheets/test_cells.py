"""Cells of XLSX and ODS files: what is read of each, and which are faults."""

import re

import pytest

from tests.ingest.spreadsheets import (
    Xlsx,
    ods_cell,
    ods_of,
    ods_text,
    xlsx_of,
    xlsx_row,
    xlsx_text,
    zipped,
)
from tests.ingest.trial import Trial

ERRORS = ("#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!")


def xlsx(*cells: str, formats: tuple[str, ...] = (), **given: str) -> bytes:
    """A row of cells, from the type of each on, below the usual header."""
    row = xlsx_row(2, *cells)
    return xlsx_of(row[row.index(">") + 1 : -len("</row>")], formats=formats, **given)


def usual(unit: str) -> tuple[str, ...]:
    return (xlsx_text("C1"), xlsx_text("high"), xlsx_text("community"), unit)


def ods_usual(cell: str) -> bytes:
    return ods_of(ods_text("C1") + ods_text("high") + ods_text("community") + cell)


def fault(trial: Trial, suffix: str, content: bytes) -> tuple[str | None, str | None]:
    """The column and value of the one fault in a file."""
    (found,) = trial.refused({"cases": trial.write(f"cases{suffix}", content)}).faults
    assert found.row == 2
    return found.column, found.value


def stored(trial: Trial, suffix: str, content: bytes) -> list[object]:
    trial.ingest({"cases": trial.write(f"cases{suffix}", content)})
    return trial.rows("SELECT case_ref, visit_due FROM cases ORDER BY id")


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("column", [0, 1, 3])
def test_an_error_is_a_fault_in_any_column(with_snapshot: Trial, error: str, column: int) -> None:
    cells = list(usual('s="0"><v>45308</v></c>'))
    cells[column] = f't="e"><f>A1</f><v>{error}</v></c>'
    cells[3] = "" if column != 3 else cells[3]
    name = ("case_ref", "risk_level", "status", "visit_due")[column]
    assert fault(with_snapshot, ".xlsx", xlsx(*cells)) == (name, error)


@pytest.mark.parametrize("error", [*ERRORS, "Err:502"])
@pytest.mark.parametrize(
    "attributes",
    [
        'table:formula="of:=NA()" office:value-type="string" office:string-value="" '
        'calcext:value-type="error"',
        'table:formula="of:=NA()" office:value-type="float" office:value="0"',
        'office:value-type="string"',
        'table:formula="of:=NA()"',
    ],
    ids=["LibreOffice", "OpenOffice", "typed", "without a type"],
)
def test_an_error_in_ods_is_a_fault_however_it_is_stored(
    with_snapshot: Trial, attributes: str, error: str
) -> None:
    content = ods_usual(ods_cell(attributes, error))
    assert fault(with_snapshot, ".ods", content) == ("visit_due", error)


def test_an_error_in_a_column_of_text_is_no_text(with_snapshot: Trial) -> None:
    columns = ("case_ref", "risk_level", "status", "unit")
    header = xlsx_row(1, *map(xlsx_text, columns))
    row = xlsx_row(2, *usual('t="e"><v>#REF!</v></c>'))
    content = Xlsx({"Cases": header + row}).content
    assert fault(with_snapshot, ".xlsx", content) == ("unit", "#REF!")


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("><f>DATE(2024,1,1)</f></c>", "=DATE(2024,1,1)"),
        ("><f>DATE(2024,1,1)</f><v/></c>", "=DATE(2024,1,1)"),
        ("><f>DATE(2024,1,1)</f><v></v></c>", "=DATE(2024,1,1)"),
        ('><f t="shared" si="0"/></c>', "="),
        ('t="str"><f>A9</f></c>', "=A9"),
    ],
)
def test_a_formula_without_a_result_is_a_fault(with_snapshot: Trial, cell: str, value: str) -> None:
    assert fault(with_snapshot, ".xlsx", xlsx(*usual(cell))) == ("visit_due", value)


def test_a_formula_without_a_result_in_ods_is_a_fault(with_snapshot: Trial) -> None:
    content = ods_usual(ods_cell('table:formula="of:=[.A9]"'))
    assert fault(with_snapshot, ".ods", content) == ("visit_due", "of:=[.A9]")


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ('t="str"><f>IF(1,"")</f><v></v></c>', None),
        ('s="1"><f>TODAY()</f><v>45308</v></c>', "2024-01-17"),
        ('t="str"><f>A9</f><v>17/01/2024</v></c>', "2024-01-17"),
        ('t="d"><v>2024-01-17T00:00:00</v></c>', "2024-01-17"),
        ('s="1"/>', None),
        ("><v> </v></c>", None),
        ('t="inlineStr"><is><r><t>17/01</t></r><r><t>/2024</t></r></is></c>', "2024-01-17"),
        (
            't="inlineStr"><is><t>2024-01-17</t><rPh sb="0" eb="1"><t>x</t></rPh></is></c>',
            "2024-01-17",
        ),
        ('t="s"><v>0</v></c>', "2024-01-17"),
        ('t="s"><v>1</v></c>', "2024-01-17"),
        ('t="inlineStr"><is><t>_x0032_024-01-17</t></is></c>', "2024-01-17"),
        ("\n t='n'  s='1' >\n <v>\n45308</v>\n</c>", "2024-01-17"),
        ("><!-- <v>5</v> --></c>", None),
        ('t="str"><v><![CDATA[2024-01-17]]></v></c>', "2024-01-17"),
    ],
)
def test_cells_of_any_make_are_read(trial: Trial, cell: str, day: str | None) -> None:
    texts = (
        "<si><t>2024-01-17</t></si>",
        "<si><r><t>2024</t></r><r><t>-01-17</t></r><rPh sb='0' eb='1'><t>x</t></rPh></si>",
    )
    row = xlsx_row(1, *map(xlsx_text, ("case_ref", "risk_level", "status", "visit_due")))
    rows = row + xlsx_row(2, *usual(cell))
    book = Xlsx({"Cases": rows}, formats=("dd/mm/yyyy",), texts=texts)
    assert stored(trial, ".xlsx", book.content) == [("C1", day)]


@pytest.mark.parametrize(
    ("cell", "ref"),
    [
        (ods_cell('office:value-type="float" office:value="123"', "00123"), "00123"),
        (ods_cell('office:value-type="float" office:value="123"', "EX-00123"), "EX-00123"),
        (ods_cell('office:value-type="float" office:value="1500"', "1,500"), "1500"),
        (ods_cell('office:value-type="float" office:value="1500"', "1.500,00"), "1500.00"),
        (ods_cell('office:value-type="float" office:value="1234.6"', "1,235"), "1235"),
        (ods_cell('office:value-type="float" office:value="7"'), "7"),
        (ods_cell('office:value-type="percentage" office:value="0.155"', "15.5%"), "15.5%"),
        (ods_cell('office:value-type="percentage" office:value="0.155"', "15,5 %"), "15.5%"),
        (ods_cell('office:value-type="percentage" office:value="0.15"'), "15%"),
        (ods_cell('office:value-type="boolean" office:boolean-value="true"', "WAHR"), "TRUE"),
        (ods_cell('office:value-type="date" office:date-value="2023-03-01"', "Mar-23"), "Mar-23"),
        (
            ods_cell('office:value-type="date" office:date-value="2024-01-17"', "17.01.24"),
            "2024-01-17",
        ),
        (
            ods_cell('office:value-type="date" office:date-value="2024-01-17T09:30:00"', "17/1/24"),
            "2024-01-17",
        ),
        (ods_cell('office:value-type="string" office:string-value="C5"'), "C5"),
        (
            ods_cell('office:value-type="string"', "a <text:s/><text:span>b</text:span>\n c"),
            "a  b c",
        ),
        (
            '<table:table-cell office:value-type="string"><office:annotation><text:p>a note'
            "</text:p></office:annotation><text:p>C5</text:p></table:table-cell>",
            "C5",
        ),
    ],
)
def test_cells_of_ods_are_what_they_show(trial: Trial, cell: str, ref: str) -> None:
    content = ods_of(cell + ods_text("high") + ods_text("community"))
    assert stored(trial, ".ods", content) == [(ref, None)]


@pytest.mark.parametrize(
    "cell",
    [
        '<table:table-cell table:formula="of:=IF(1)"><text:p/></table:table-cell>',
        ods_cell('table:formula="of:=IF(1)" office:value-type="string"'),
        ods_cell(""),
    ],
)
def test_a_formula_of_ods_that_was_worked_out_to_be_nothing_is_blank(
    trial: Trial, cell: str
) -> None:
    assert stored(trial, ".ods", ods_usual(cell)) == [("C1", None)]


@pytest.mark.parametrize(
    "cell",
    [
        '<table:table-cell office:value-type="float" office:value="5"><text:p/></table:table-cell>',
        ods_cell('office:value-type="float" office:value="1.5E+18"', "1.5E+18"),
        ods_cell('office:value-type="float" office:value="100000"', "1E+05"),
    ],
)
def test_a_number_that_ods_does_not_show_whole_is_a_fault(with_snapshot: Trial, cell: str) -> None:
    content = ods_of(cell + ods_text("high") + ods_text("community"))
    column, _ = fault(with_snapshot, ".ods", content)
    assert column == "case_ref"


def test_a_day_without_its_year_is_no_day(with_snapshot: Trial) -> None:
    content = xlsx(*usual('s="1"><v>45308</v></c>'), formats=("d mmm",))
    assert fault(with_snapshot, ".xlsx", content) == ("visit_due", "17 Jan")


def test_days_may_count_from_1904(trial: Trial) -> None:
    header = xlsx_row(1, *map(xlsx_text, ("case_ref", "risk_level", "status", "visit_due")))
    rows = header + xlsx_row(2, *usual('s="1"><v>43846</v></c>'))
    book = Xlsx({"Cases": rows}, formats=("yyyy\\-mm\\-dd",), epoch_1904=True)
    assert stored(trial, ".xlsx", book.content) == [("C1", "2024-01-17")]


def test_names_of_parts_may_have_other_capitals_and_backslashes(trial: Trial) -> None:
    rows = xlsx_row(1, *map(xlsx_text, ("case_ref", "risk_level", "status")))
    parts = Xlsx({"Cases": rows + xlsx_row(2, *usual("")[:3])}).parts
    odd = {name.upper().replace("/", "\\"): part for name, part in parts.items()}
    assert stored(trial, ".xlsx", zipped(odd)) == [("C1", None)]


def test_names_of_elements_may_have_a_prefix(trial: Trial) -> None:
    rows = xlsx_row(1, *map(xlsx_text, ("case_ref", "risk_level", "status")))
    parts = Xlsx({"Cases": rows + xlsx_row(2, *usual("")[:3])}).parts
    sheet = re.sub(r"<(/?)(?=\w)", r"<\1x:", parts["xl/s1.xml"]).replace("xmlns=", "xmlns:x=")
    content = zipped({**parts, "xl/s1.xml": sheet})
    assert stored(trial, ".xlsx", content) == [("C1", None)]
