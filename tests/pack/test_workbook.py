"""The paper as a workbook: numbers are numbers, texts are texts, and tables have names."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from boardtui.core.audience.audience import Audience
from boardtui.core.audience.rules import rules_of
from boardtui.core.criterion.definition import STANDARD
from boardtui.decks.stage import whole_board
from boardtui.pack.document.blocks import Table
from boardtui.pack.document.paper import Paper
from boardtui.pack.making.paper import paper_of
from boardtui.pack.writing.workbook import workbook
from boardtui.review.day.review import Review
from boardtui.review.day.selection import choose
from boardtui.store.connection.opening import open_database
from tests.pack.papers import paper_of_force
from tests.panels.hostile import hostile_force


@pytest.fixture(scope="module")
def data(exampleshire: Paper) -> bytes:
    return workbook(exampleshire)


@pytest.fixture(scope="module")
def book(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))


def sheet(book: Any, title: str) -> Any:
    return next(each for each in book if each["A1"].value == title)


def row(of: Any, first: str) -> list[Any]:
    return next(list(row) for row in of.iter_rows() if row[0].value == first)


def test_each_table_has_a_sheet_and_a_name_with_its_head_in_sight(
    book: Any, exampleshire: Paper
) -> None:
    names = [name for each in book for name in each.tables]
    wanted = [
        one.name for each in exampleshire.sections for one in each.blocks if isinstance(one, Table)
    ]
    assert set(wanted) <= set(names)
    assert len(names) == len(set(names))
    for each in list(book)[1:]:
        assert len(each.tables) == 1
        assert each.freeze_panes == "B5"
        assert "Exampleshire · 17 January 2024 · for the force · SYNTHETIC" in each["A2"].value
    assert book.properties.title.startswith("Exampleshire, 17 January 2024")


def test_figures_are_numbers_that_their_formats_show_as_they_are_said(book: Any) -> None:
    moorland = row(sheet(book, "By unit"), "Moorland")
    assert [cell.value for cell in moorland[1:4]] == [14, 39, 25]
    assert moorland[1].number_format == '#,##0"†";"−"#,##0"†"'
    assert moorland[3].number_format == '"+"#,##0;"−"#,##0;#,##0'
    assert moorland[5].value == pytest.approx(39 / 138)
    assert moorland[5].number_format == "0.0%"
    headlines = row(sheet(book, "Headlines"), "Overdue visits")
    assert headlines[1].value == 273
    hedged = [
        cell
        for each in book
        for cells in each.iter_rows()
        for cell in cells
        if isinstance(cell.value, int | float) and "≈" in cell.number_format
    ]
    assert {cell.value for cell in hedged} == {1500}


def test_both_readers_read_the_same(book: Any, data: bytes) -> None:
    other = CalamineWorkbook.from_filelike(io.BytesIO(data))
    assert other.sheet_names == book.sheetnames
    mine = row(sheet(book, "By unit"), "North")
    theirs = next(
        found
        for name in other.sheet_names
        for found in other.get_sheet_by_name(name).to_python()
        if found and found[0] == "North"
    )
    assert theirs[: len(mine)] == [cell.value for cell in mine]


def test_no_text_becomes_a_formula_a_link_or_a_number(tmp_path: Path) -> None:
    for number, odd in enumerate(
        ("=1+1", "+1", "-1", "@SUM(A1)", "http://x.example", "00123", "1e5")
    ):
        paper = paper_of_force(tmp_path / f"odd{number}.db", hostile_force(odd, odd))
        book = openpyxl.load_workbook(io.BytesIO(workbook(paper)))
        cells = [cell for each in book for cells in each.iter_rows() for cell in cells]
        assert {cell.data_type for cell in cells} <= {"s", "n"}
        held = [cell for cell in cells if cell.value == odd]
        assert held
        assert all(cell.hyperlink is None for cell in held)


def test_what_is_hidden_is_text(demo_database: Path) -> None:
    database = open_database(str(demo_database))
    selection = choose(database, "Exampleshire", date(2024, 1, 17))
    review = Review(database, selection, STANDARD, audience=rules_of(Audience.PUBLIC))
    paper = paper_of(whole_board(review), "OFFICIAL")
    database.close()
    assert paper.title.marking == ""
    book = openpyxl.load_workbook(io.BytesIO(workbook(paper)))
    hidden = [
        cell for each in book for cells in each.iter_rows() for cell in cells if cell.value == "[c]"
    ]
    assert len(hidden) > 3
    assert {cell.data_type for cell in hidden} == {"s"}
    assert "cases" not in [each.name for each in paper.sections]
