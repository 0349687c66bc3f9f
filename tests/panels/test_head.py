"""The head of a screen: who it is shown to, the force and the day are there in any window."""

from __future__ import annotations

import pytest

from boardtui.core.words.days import day_text
from boardtui.panels.head import head
from boardtui.panels.panel import Board
from boardtui.panels.text import line_width, text_of


@pytest.mark.parametrize(
    ("width", "crumb"),
    [
        *((width, "") for width in (60, 70, 80, 100, 120, 200)),
        *((width, "Board › Then and now") for width in (80, 100, 120, 200)),
    ],
)
def test_the_head_says_force_audience_and_day(
    demo_boards: list[Board], width: int, crumb: str
) -> None:
    for board in demo_boards:
        selection = board.review.selection
        line = head(board.review, width, crumb, crumb.rpartition(" › ")[-1])
        text = text_of(line)
        assert text.startswith(f" {selection.force.name} ")
        assert " · force" in text
        assert text.rstrip().endswith(day_text(selection.day))
        assert ("SYNTHETIC" in text) == selection.force.synthetic
        assert line_width(line) <= width


@pytest.mark.parametrize("width", [40, 48])
def test_the_name_and_the_day_are_dearer_than_that_nothing_is_hidden(
    demo_boards: list[Board], width: int
) -> None:
    for board in demo_boards:
        selection = board.review.selection
        text = text_of(head(board.review, width))
        assert text.startswith(f" {selection.force.name}")
        assert day_text(selection.day) in text
