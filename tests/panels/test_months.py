"""The months of visits tried: what stands beside the large number, and which bars are of now."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardtui.panels.series.months import by_month
from boardtui.panels.series.page import series_sheet
from boardtui.panels.series.series import SeriesTable
from boardtui.panels.text import text_of
from tests.panels.boards import only_board

SIZES = [(60, 20), (60, 24), (70, 17), (80, 24), (120, 36), (200, 50)]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_large_number_stands_with_what_it_counts_and_how_it_changed(
    demo_database: Path, size: tuple[int, int]
) -> None:
    with only_board(demo_database) as board:
        series = by_month(board.review)
        assert series is not None
        sheet = series_sheet(board.review, SeriesTable(series), 1, *size)
        above = " ".join(text_of(line) for line in sheet.top)
        for words in ("visits tried", "December 2023", "−54 on November 2023", "306 seen"):
            assert words in above


def test_no_bar_of_these_months_is_drawn_as_one_of_then(demo_database: Path) -> None:
    with only_board(demo_database) as board:
        series = by_month(board.review)
        assert series is not None
        sheet = series_sheet(board.review, SeriesTable(series), 1, 120, 36)
        lines = [*(sheet.row(at, False) for at in range(sheet.count)), *sheet.below]
        drawn = "".join(map(text_of, lines))
        assert "█" in drawn
        assert "▀" not in drawn


@pytest.mark.parametrize("height", range(20, 40))
def test_what_came_of_a_month_is_drawn_whole_or_not_at_all(
    demo_database: Path, height: int
) -> None:
    with only_board(demo_database) as board:
        series = by_month(board.review)
        assert series is not None
        sheet = series_sheet(board.review, SeriesTable(series), 1, 80, height)
        below = [text_of(line) for line in sheet.below]
        named = [any(words in line for line in below) for words in ("tried ", "led to action")]
        assert named in ([True, True], [False, False])
