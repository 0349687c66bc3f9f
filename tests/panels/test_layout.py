"""The board at any width: borders close, rows are as wide as the screen, nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from boardtui.core.figure.figure import Figure
from boardtui.panels.layout import Layout, column_count
from boardtui.panels.panel import Board
from boardtui.review.day.compared import ComparedFigure
from tests.panels.boards import layout, only_board
from tests.panels.hostile import hostile_force
from tests.registers import write

WIDTHS = [20, 34, 40, 41, 80, 87, 88, 116, 117, 120, 200]
HEIGHTS = [5, 24, 50, 200]

CORNERS = {"╭": "╮", "╰": "╯"}


def rows(of: Layout) -> list[str]:
    return ["".join(piece.text for piece in row) for row in of.rows]


def assert_closed(of: Layout, width: int) -> None:
    """Every row is as wide as the screen, and every border stands under the one above it."""
    shown = rows(of)
    assert {cell_len(row) for row in shown} == {width}
    edges: list[list[int]] = []
    for row in shown:
        places = [cell_len(row[:n]) for n, c in enumerate(row) if c in "╭╮╰╯│"]
        if "╭" in row:
            edges.append(places)
        assert places == edges[-1], row
        for start, end in CORNERS.items():
            assert row.count(start) == row.count(end)


@pytest.mark.parametrize("width", WIDTHS)
def test_every_row_is_as_wide_as_the_screen(demo_boards: list[Board], width: int) -> None:
    for board in demo_boards:
        assert_closed(layout(board, width), width)


@pytest.mark.parametrize("height", HEIGHTS)
def test_a_board_fills_its_screen_and_is_no_longer_than_it_must(
    demo_boards: list[Board], height: int
) -> None:
    for board in demo_boards:
        least = len(layout(board, 200, 0).rows)
        assert len(layout(board, 200, height).rows) == max(height, least)


@pytest.mark.parametrize("width", WIDTHS)
def test_every_figure_is_there_at_every_size(demo_boards: list[Board], width: int) -> None:
    for board in demo_boards:
        assert figures(layout(board, width)) == figures(layout(board, 240))


def figures(of: Layout) -> set[Figure]:
    subjects = (spot.subject for spot in of.spots)
    return {one.figure for one in subjects if isinstance(one, ComparedFigure)}


@pytest.mark.parametrize("width", [40, 60, 80, 88, 117, 120, 200])
def test_no_text_is_cut_where_a_board_is_meant_to_be_read(
    demo_boards: list[Board], width: int
) -> None:
    """From 40 columns up there is room for all: the one ellipsis is "abroad…", which is meant."""
    for board in demo_boards:
        text = layout(board, width).text().replace("abroad…", "")
        assert "…" not in text


@given(width=st.integers(1, 300))
def test_there_are_as_many_columns_as_there_is_room_for(width: int) -> None:
    assert width // column_count(width) >= 39 or column_count(width) == 1


@pytest.mark.parametrize("width", [20, 40, 80, 120, 200])
def test_wide_combining_and_right_to_left_text_breaks_no_border(tmp_path: Path, width: int) -> None:
    board = only_board(write(tmp_path / "a.db", hostile_force()))
    assert_closed(layout(board, width), width)


@given(text=st.text(st.characters(categories=("L", "M", "N", "Po", "Zs")), min_size=1, max_size=90))
def test_any_text_that_may_be_stored_breaks_no_border(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path = tmp_path_factory.mktemp("any") / "a.db"
    board = only_board(write(path, hostile_force(text)))
    for width in (20, 40, 120):
        assert_closed(layout(board, width), width)
