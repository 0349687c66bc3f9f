"""What a first screen may say: words and numbers, of every force and day of the demo."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from boardtui.review.day.selection import Catalogue
from boardtui.store.connection.opening import open_database
from tests.screens.budget import numbers, words
from tests.screens.driving import opened, screen_text

BOARD = {(120, 36): (205, 140), (80, 24): (100, 65), (200, 50): (260, 190)}
"""The most words and numbers of the board, by the size of the screen."""


def days(database: Path) -> list[tuple[str, str]]:
    """Every force and day that can be opened."""
    with closing(open_database(str(database))) as held:
        catalogue = Catalogue(held)
        return [
            (force.name, day.isoformat())
            for force in catalogue.forces
            for day in catalogue.days(force)
        ]


@pytest.mark.parametrize("size", BOARD, ids=lambda size: "x".join(map(str, size)))
async def test_the_board_keeps_to_its_budget_and_never_scrolls(
    demo_database: Path, size: tuple[int, int]
) -> None:
    over = {}
    for force, day in days(demo_database):
        async with opened(demo_database, force, day, size=size) as pilot:
            text = screen_text(pilot)
        said = words(text), numbers(text)
        if said[0] > BOARD[size][0] or said[1] > BOARD[size][1]:
            over[force, day] = said
        assert len(text.splitlines()) == size[1]
        assert "more" not in text.splitlines()[-1], "what a card leaves out is behind enter"
    assert over == {}


def test_words_and_numbers_are_counted_as_they_are_read() -> None:
    text = "▄██ 1,488 people’s visits, +56 −3% 17.5 a x 31–90 █▀▀█"
    assert words(text) == 2
    assert numbers(text) == 6
