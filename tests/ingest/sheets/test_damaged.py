"""Spreadsheets that are damaged, or made to harm: each is told in a sentence, and soon."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boardtui.ingest import IngestRefusedError, ingest
from boardtui.ingest.sheets.archive import DAMAGED
from boardtui.settings import Extract, Settings
from tests.ingest.spreadsheets import (
    Xlsx,
    ods_cell,
    ods_file,
    ods_of,
    ods_table,
    ods_text,
    xlsx_row,
    xlsx_text,
    zipped,
)
from tests.ingest.trial import SETTINGS, Trial

USUAL = ("C1", "high", "community")
HEADER = xlsx_row(1, *map(xlsx_text, ("case_ref", "risk_level", "status")))
GOOD = HEADER + xlsx_row(2, *map(xlsx_text, USUAL))
PARTS = Xlsx({"Cases": GOOD}, texts=("<si><t>x</t></si>",)).parts
ODS = ods_of("".join(map(ods_text, USUAL)))
GIVEN = Path(__file__).parents[1] / "given"

ENTITIES = (
    '<!DOCTYPE bomb [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY file SYSTEM "file:///etc/passwd">]>'
)


def why(trial: Trial, suffix: str, content: bytes, chosen: Settings = SETTINGS) -> str:
    request = trial.request({"cases": trial.write(f"cases{suffix}", content)})
    with pytest.raises(IngestRefusedError) as caught:
        ingest(request, chosen)
    assert not trial.database.exists()
    return str(caught.value)


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/s1.xml", "xl/texts.xml", "xl/styles.xml"])
def test_a_part_that_declares_entities_is_refused(trial: Trial, part: str) -> None:
    cell = 't="s"><v>0</v></c>'
    parts = Xlsx(
        {"Cases": HEADER + xlsx_row(2, cell, *map(xlsx_text, USUAL[1:]))},
        texts=("<si><t>x</t></si>",),
    ).parts
    content = zipped({**parts, part: ENTITIES + parts[part]})
    assert "declares a document type" in why(trial, ".xlsx", content)


def test_entities_in_ods_are_refused(trial: Trial) -> None:
    with zipfile.ZipFile(io.BytesIO(ODS)) as archive:
        content = archive.read("content.xml").decode()
    bomb = zipped({"content.xml": ENTITIES + content.replace("C1", "&c;")})
    assert "declares a document type" in why(trial, ".ods", bomb)


@pytest.mark.parametrize("part", ["xl/s1.xml", "xl/texts.xml"])
def test_an_archive_that_unpacks_to_too_much_is_refused(trial: Trial, part: str) -> None:
    cell = 't="s"><v>0</v></c>'
    parts = Xlsx(
        {"Cases": HEADER + xlsx_row(2, cell, *map(xlsx_text, USUAL[1:]))},
        texts=("<si><t>x</t></si>",),
    ).parts
    content = zipped({**parts, part: parts[part] + " " * 3_000_000})
    small = Settings(extract=Extract(most_megabytes=2))
    assert "unpacks to more than 2 megabytes: if it is meant to, raise most_megabytes" in why(
        trial, ".xlsx", content, small
    )


def test_what_is_not_read_may_be_large(trial: Trial) -> None:
    content = zipped({**PARTS, "xl/media/picture.png": " " * 3_000_000})
    small = Settings(extract=Extract(most_megabytes=2))
    ingest(trial.request({"cases": trial.write("cases.xlsx", content)}), small)
    assert trial.values("SELECT case_ref FROM cases") == ["C1"]


def test_a_part_whose_name_is_no_text_is_damaged(trial: Trial) -> None:
    content = zipped({**PARTS, "xl/né.xml": ""})
    assert content.count("né".encode()) == 2
    assert DAMAGED in why(trial, ".xlsx", content.replace("né".encode(), b"n\xf7("))


@pytest.mark.parametrize(
    "text",
    [
        f"<c r='A2' t='inlineStr'><is><t>{'x' * 3_000_000}</t></is></c>",
        f"<c r='A2' t='{'x' * 3_000_000}'><v>1</v></c>",
        f"<!--{'x' * 3_000_000}-->",
    ],
    ids=["text", "attribute", "comment"],
)
def test_an_endless_text_is_refused(trial: Trial, text: str) -> None:
    content = Xlsx({"Cases": f"{HEADER}<row r='2'>{text}</row>"}).content
    assert "holds a text of more than a million characters" in why(trial, ".xlsx", content)


@pytest.mark.parametrize("part", sorted(PARTS))
def test_elements_in_elements_without_end_are_refused(trial: Trial, part: str) -> None:
    parts = {**PARTS, part: PARTS[part].replace("</", "<a>" * 400_000 + "</", 1)}
    if part == "xl/texts.xml":
        parts["xl/s1.xml"] = parts["xl/s1.xml"].replace(xlsx_text("C1"), 't="s"><v>0</v></c>')
    told = why(trial, ".xlsx", zipped(parts))
    assert "is nested too deeply" in told


def test_elements_in_elements_of_ods_are_refused(trial: Trial) -> None:
    content = ods_file(ods_table("Cases", "<table:table>" * 200_000))
    assert "is nested too deeply" in why(trial, ".ods", content)


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/styles.xml", "_rels/.rels"])
def test_a_list_of_parts_that_is_far_too_long_is_refused(trial: Trial, part: str) -> None:
    content = zipped({**PARTS, part: PARTS[part] + " " * 33_000_000})
    assert f"its {part} is too large" in why(trial, ".xlsx", content)


def test_more_sheets_than_anybody_has_are_refused(trial: Trial) -> None:
    tables = "".join(ods_table(f"S{number}", "") for number in range(1001))
    assert "has more than 1,000 sheets" in why(trial, ".ods", ods_file(tables))


def test_more_merged_cells_than_anybody_has_are_refused(trial: Trial) -> None:
    merges = '<mergeCell ref="A2:B3"/>' * 100_001
    book = Xlsx({"Cases": GOOD}, after=f"<mergeCells>{merges}</mergeCells>")
    assert "has more than 100,000 merged cells: unmerge them" in why(trial, ".xlsx", book.content)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (HEADER + HEADER, DAMAGED),
        (HEADER + '<row r="1048577"/>', DAMAGED),
        (HEADER + '<row r="0"/>', DAMAGED),
        (HEADER + '<row r="x"/>', DAMAGED),
        (HEADER + '<row r="99999999999999999999"/>', DAMAGED),
        (HEADER + '<c r="A2"><v>1</v></c>', DAMAGED),
        (HEADER + '<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>1</v></c></row>', DAMAGED),
        (HEADER + '<row r="2"><c r="2"><v>1</v></c></row>', DAMAGED),
        (HEADER + '<row r="2"><c r="é2"><v>1</v></c></row>', DAMAGED),
        (HEADER + '<row r="2"><row r="3"></row></row>', DAMAGED),
        (HEADER + '<row r="2"><c r="A2" t="s"><v>7</v></c></row>', "a cell's text is not in it"),
        (HEADER + '<row r="2"><c r="A2" t="s"><v>-1</v></c></row>', "a cell's text is not in it"),
        (HEADER + "<row", DAMAGED),
    ],
)
def test_a_sheet_that_makes_no_sense_is_damaged(trial: Trial, rows: str, told: str) -> None:
    assert told in why(trial, ".xlsx", Xlsx({"Cases": rows}).content)


@pytest.mark.parametrize(
    "row",
    [
        '<table:table-row table:number-rows-repeated="999999999">{}</table:table-row>',
        '<table:table-row table:number-rows-repeated="x">{}</table:table-row>',
        '<table:table-row><table:table-cell table:number-columns-repeated="999999999" '
        'office:value-type="float" office:value="1"/></table:table-row>',
    ],
)
def test_rows_and_cells_repeated_without_end_are_refused(trial: Trial, row: str) -> None:
    header = "".join(map(ods_text, ("case_ref", "risk_level", "status")))
    rows = f"<table:table-row>{header}</table:table-row>" + row.format(
        "".join(map(ods_text, USUAL))
    )
    told = why(trial, ".ods", ods_file(ods_table("Cases", rows)))
    assert "has more than 5,000,000 rows" in told or DAMAGED in told


def test_a_cell_repeated_beyond_the_columns_is_told(trial: Trial) -> None:
    wide = ods_cell(
        'table:number-columns-repeated="1100" office:value-type="float" office:value="1"'
    )
    content = ods_of("".join(map(ods_text, USUAL)) + "<table:table-cell/>" + wide)
    assert "has a column without a name in which E2 is filled in" in why(trial, ".ods", content)


def test_a_sheet_may_claim_any_size_and_have_cells_of_format_alone(trial: Trial) -> None:
    far = '<row r="1048576"><c r="XFD1048576" s="0"/></row>'
    book = Xlsx({"Cases": GOOD + far}, before='<dimension ref="A1:XFD1048576"/>')
    trial.ingest({"cases": trial.write("cases.xlsx", book.content)})
    assert trial.values("SELECT case_ref FROM cases") == ["C1"]


def test_white_space_between_cells_may_be_long(trial: Trial) -> None:
    line = "\n" + " " * 60
    blank = "".join(f'{line}<row r="{number}">{line}</row>' for number in range(3, 20_000))
    book = Xlsx({"Cases": GOOD + blank})
    trial.ingest({"cases": trial.write("cases.xlsx", book.content)})
    rows = f"{line}<table:table-row>{line}<table:table-cell/>{line}</table:table-row>" * 20_000
    header = "".join(map(ods_text, ("case_ref", "risk_level", "status")))
    first = f"<table:table-row>{header}</table:table-row>"
    last = f"<table:table-row>{''.join(map(ods_text, USUAL))}</table:table-row>"
    content = ods_file(ods_table("Cases", first + rows + last))
    trial.ingest({"cases": trial.write("cases.ods", content)}, replace=True)
    assert trial.values("SELECT case_ref FROM cases") == ["C1"]


def test_a_row_far_below_is_a_row(trial: Trial) -> None:
    far = xlsx_row(1048576, *map(xlsx_text, ("C2", "severe", "community")))
    refused = why(trial, ".xlsx", Xlsx({"Cases": GOOD + far}).content)
    assert 'row 1048576: "severe"' in refused


def test_merged_cells_that_overlap_without_end_cost_little(trial: Trial) -> None:
    merges = '<mergeCell ref="A2:XFD1048576"/>' * 20_000
    book = Xlsx({"Cases": GOOD}, after=f"<mergeCells>{merges}</mergeCells>")
    assert "merged cells A2:XFD1048576" in why(trial, ".xlsx", book.content)


def test_a_locked_ods_is_told(trial: Trial) -> None:
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    content = zipped({"content.xml": b"\x00\x9f", "META-INF/manifest.xml": manifest})
    assert "is locked by a password" in why(trial, ".ods", content)


@pytest.mark.parametrize("part", sorted(PARTS))
def test_a_part_that_is_not_there_is_no_traceback(trial: Trial, part: str) -> None:
    content = zipped({name: text for name, text in PARTS.items() if name != part})
    told = {"xl/_rels/workbook.xml.rels": "has no visible sheet of cells"}
    if part == "xl/texts.xml":
        # No cell of this sheet has a shared text.
        trial.ingest({"cases": trial.write("cases.xlsx", content)})
    else:
        assert told.get(part, DAMAGED) in why(trial, ".xlsx", content)


def test_a_file_that_was_cut_is_told(trial: Trial) -> None:
    for content in (zipped(PARTS), ODS):
        for end in range(5, len(content), 97):
            assert DAMAGED in why(trial, ".xlsx", content[:end])


SUFFIXES = (".xlsx", ".ods")
WHOLE_FILES = [
    path.read_bytes() for path in sorted(GIVEN.glob("*.xlsx")) + sorted(GIVEN.glob("*.ods"))
]


MARKS = (b"<", b'"', b"9", b"/>", b"&", b"<!--")


def parts_of(content: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            yield name, archive.read(name)


@settings(deadline=None)
@given(st.sampled_from(WHOLE_FILES), st.data())
def test_whatever_is_changed_in_a_part_is_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, data: Any
) -> None:
    parts = dict(parts_of(content))
    name = data.draw(st.sampled_from([each for each in parts if "theme" not in each]))
    part = bytearray(parts[name])
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(part)))
        until = data.draw(st.integers(at, min(len(part), at + 12)))
        part[at:until] = data.draw(
            st.binary(max_size=6) | st.sampled_from([b"<", b'"', b"9", b"/>"])
        )
    trial = Trial(tmp_path_factory.mktemp("damaged"))
    path = trial.write("cases.xlsx", zipped({**parts, name: bytes(part)}))
    with suppress(IngestRefusedError):
        trial.ingest({"cases": path})
