"""A figure that was withheld: one mark wherever it stands, unlike zero and unlike unknown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from boardtui.core.criterion.dimension import Slice
from boardtui.export.board import COLUMNS, subject_rows
from boardtui.panels.breakdown.columns import figure_columns
from boardtui.panels.compare.content import content_of
from boardtui.panels.compare.page import compared_rows
from boardtui.panels.explaining.explanation import explanation
from boardtui.panels.panel import Board
from boardtui.review.day.compared import ComparedFigure
from tests.panels.boards import only_board, told, value_of
from tests.panels.flow_page import WIDE
from tests.registers import Force, Inspected, Said, withheld, write

DAY, BEFORE = date(2024, 1, 17), date(2023, 3, 31)
YEAR = {"period_start": date(2023, 4, 1)}

SAID = (
    Said("overdue_visits", 217, BEFORE),
    withheld("overdue_visits", DAY),
    withheld("overdue_visits", DAY, dimension="risk_level", slice="high"),
    Said("overdue_visits", 0, DAY, "risk_level", "low"),
    withheld("overdue_visits_oldest_months", DAY, unit="months"),
    withheld("overdue_visits_median_days", DAY, unit="days"),
    withheld("visits_attempted", DAY, unit="visits", period_start=date(2024, 1, 1)),
    withheld("caseload_max", DAY),
    withheld("caseload_per_fte_max", DAY, unit="people per full-time post"),
    withheld("registered", DAY),
    withheld("mappa_category_1", DAY),
    withheld("mappa_level_3", DAY, **YEAR),
    withheld("removed_from_register", DAY, **YEAR),
    withheld("audited_cases_not_good", DAY, unit="per cent"),
)


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Board]:
    path = tmp_path_factory.mktemp("withheld") / "board.db"
    force = Force("Testshire", said=SAID, inspections=(Inspected(BEFORE),), synthetic=False)
    with only_board(write(path, force)) as made:
        yield made


@pytest.mark.parametrize(
    ("card", "line"),
    [
        ("overdue_visits", "not comparable: d"),
        ("overdue_visits", "now  [c]"),
        ("overdue_visits", "[c] at high risk"),
        ("overdue_visits", "0 at low risk"),
        ("overdue_visits", "[c] the oldest"),
        ("overdue_visits", "half over [c]"),
        ("visits", "tried [c]"),
        ("mappa_levels", "level 3, senior oversight  [c]  people"),
        ("mappa_levels", "removed from the register  [c]  people"),
        ("also", "Audited cases not good  [c]  17 Jan 2024"),
    ],
)
def test_every_card_shows_the_mark(board: Board, card: str, line: str) -> None:
    assert line in told(board, card)


@pytest.mark.parametrize(
    "card", ["overdue_visits", "visits", "caseloads", "register", "mappa_category_1", "also"]
)
def test_a_withheld_number_is_no_card_s_large_digits(board: Board, card: str) -> None:
    assert value_of(board, card) == "[c]"
    assert told(board, card)[0] == "[c]"


def test_the_comparison_shows_the_mark_and_says_why_there_is_no_change(board: Board) -> None:
    text = " ".join(compared_rows(content_of(board), (), *WIDE).text().split())
    assert "[c]" in text
    assert "the figure now was withheld" in text


def one(board: Board, measure: str, level: str | None = None) -> ComparedFigure:
    slices = (Slice("risk_level", level),) if level else ()
    return board.review.figures(measure, slices)[0]


def test_the_definition_says_in_words_what_the_mark_is(board: Board) -> None:
    explained = explanation(board.review, one(board, "overdue_visits"))
    assert explained.value == "[c]: withheld by who gave it"
    assert ("not comparable", "the figure now was withheld") in explained.facts
    assert not [
        label for label, _ in explained.facts if label in ("share then", "read as", "change")
    ]


def test_a_breakdown_shows_the_mark_beside_a_zero(board: Board) -> None:
    rows = [one(board, "overdue_visits", level) for level in ("high", "low")]
    columns = figure_columns(board.review, rows, one(board, "overdue_visits"))
    (now,) = (column for column in columns if column.name == "now")
    assert [now.text(row) for row in rows] == ["[c]", "0"]


def test_an_export_has_the_mark_in_place_of_the_number(board: Board) -> None:
    (row,) = subject_rows(board, [one(board, "overdue_visits")])
    cells = dict(zip(COLUMNS, row, strict=True))
    assert (cells["value"], cells["suppressed"], cells["low"]) == ("[c]", True, None)
    assert (cells["then_value"], cells["then_suppressed"]) == (217, False)


def test_published_caseloads_that_were_withheld_stand_last(tmp_path: Path) -> None:
    said = (
        withheld("caseload", DAY, dimension="officer", slice="officer-1"),
        Said("caseload", 120, DAY, "officer", "officer-2"),
        Said("caseload", 0, DAY, "officer", "officer-3"),
        Said("caseload", 215, DAY, "officer", "officer-4"),
    )
    with only_board(write(tmp_path / "board.db", Force("Testshire", said=said))) as found:
        rows = [line.split() for line in told(found, "caseloads")]
    assert [words[:2] for words in rows if words[0].startswith("officer-")] == [
        ["officer-4", "215"],
        ["officer-2", "120"],
        ["officer-3", "0"],
        ["officer-1", "[c]"],
    ]


@pytest.mark.parametrize("level", ["high", "low"])
def test_nothing_is_a_part_of_a_whole_that_was_withheld(board: Board, level: str) -> None:
    assert one(board, "overdue_visits", level).part is None
