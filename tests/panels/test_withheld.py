"""A figure that was withheld: one mark wherever it stands, unlike zero and unlike unknown."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from boardtui.screens.breakdown.breakdown_columns import figure_columns

from boardtui.core.criterion.dimension import Slice
from boardtui.export.board import COLUMNS, subject_rows
from boardtui.panels.explaining.explanation import explanation
from boardtui.panels.panel import Board
from boardtui.review.day.compared import ComparedFigure
from tests.panels.boards import lines, only_board, text_of
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
def board(tmp_path_factory: pytest.TempPathFactory) -> Board:
    path = tmp_path_factory.mktemp("withheld") / "board.db"
    force = Force("Testshire", said=SAID, inspections=(Inspected(BEFORE),), synthetic=False)
    return only_board(write(path, force))


def told(board: Board) -> str:
    return "\n".join(text_of(line) for _, panel in lines(board, 100) for line in panel)


@pytest.mark.parametrize(
    "words",
    [
        "[c]\nwas 217  not comparable: the figure now was withheld",
        "high risk [c]",
        "low risk 0",
        "oldest [c]",
        "half over [c]",
        "[c] tried",
        "largest caseload [c]",
        "[c] most per full-time post",
        "[c] on the register",
        "category 1: [c]",
        "level 3: [c]",
        "removed on application [c]",
        "Audited cases not good: [c]",
    ],
)
def test_every_panel_shows_the_mark(board: Board, words: str) -> None:
    assert words in told(board)


def one(board: Board, measure: str, level: str | None = None) -> ComparedFigure:
    slices = (Slice("risk_level", level),) if level else ()
    return board.review.figures(measure, slices)[0]


def test_the_definition_says_in_words_what_the_mark_is(board: Board) -> None:
    told = explanation(board.review, one(board, "overdue_visits"))
    assert told.value == "[c]: withheld by who gave it"
    assert ("not comparable", "the figure now was withheld") in told.facts
    assert not [label for label, _ in told.facts if label in ("share then", "read as", "change")]


def test_a_breakdown_shows_the_mark_beside_a_zero(board: Board) -> None:
    rows = [one(board, "overdue_visits", level) for level in ("high", "low")]
    now, *_ = figure_columns(rows, one(board, "overdue_visits"))
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
    found = only_board(write(tmp_path / "board.db", Force("Testshire", said=said)))
    shown = dict(lines(found, 60))["caseloads"]
    assert [text_of(line) for line in shown[:4]] == [
        "215 officer-4",
        "120 officer-2",
        "0 officer-3",
        "[c] officer-1",
    ]


@pytest.mark.parametrize("level", ["high", "low"])
def test_nothing_is_a_part_of_a_whole_that_was_withheld(board: Board, level: str) -> None:
    assert one(board, "overdue_visits", level).part is None
