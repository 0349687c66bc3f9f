"""Text that breaks screens breaks none beside the board: no control character, no wide row."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from boardtui.panels import cells
from boardtui.panels.compare.content import content_of
from boardtui.panels.compare.page import compared_rows
from boardtui.panels.flow.page import Shown, flow_rows
from boardtui.panels.head import head
from boardtui.panels.inspections.page import inspections_rows
from boardtui.panels.panel import Board
from boardtui.panels.rows import Rows
from boardtui.review.inspections.inspections import inspected
from tests.panels.compared import WIDTHS, held
from tests.panels.hostile import BEFORE, MARKUP, hostile_force
from tests.registers import Force, Register, write

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2028]")


def of_two_days(force: Force) -> Force:
    """The force with records of the baseline's day too, so that it has a flow."""
    (now,) = force.registers
    earlier = timedelta(days=300)
    cases = tuple(
        replace(case, visit_due=(case.visit_due or date.max) - earlier) for case in now.cases
    )
    return replace(force, registers=(Register(BEFORE, cases), now))


def compared(board: Board, width: int, height: int) -> Rows:
    return compared_rows(content_of(board), [head(board.review, width)], width, height)


def changed(board: Board, width: int, height: int) -> Rows:
    return flow_rows(board, Shown("visits", "unit"), width, height)


def inspections(board: Board, width: int, height: int) -> Rows:
    return inspections_rows(board, inspected(board.review), width, height)


SCREENS = (compared, changed, inspections)
SIZES = [(width, height) for width in WIDTHS for height in (20, 50)]


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("screen", SCREENS)
def test_no_row_is_too_wide_and_no_control_character_gets_through(
    tmp_path: Path, screen: Callable[[Board, int, int], Rows], size: tuple[int, int]
) -> None:
    with held(write(tmp_path / "a.db", of_two_days(hostile_force()))) as board:
        found = screen(board, *size)
    rows = ["".join(piece.text for piece in row) for row in (*found.head, *found.rows)]
    assert len(rows) > 10
    for row in rows:
        assert cells.width(row) <= size[0], row
        assert not CONTROL.search(row)


@pytest.mark.parametrize("screen", [compared, inspections])
def test_markup_is_shown_as_it_was_written(
    tmp_path: Path, screen: Callable[[Board, int, int], Rows]
) -> None:
    with held(write(tmp_path / "a.db", of_two_days(hostile_force(MARKUP)))) as board:
        assert MARKUP in screen(board, 196, 50).text()
