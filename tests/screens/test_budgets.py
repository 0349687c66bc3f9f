"""What a first screen may say: words and numbers, of every force and day of the demo."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest
from textual.pilot import Pilot

from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.review.day.catalogue import Catalogue
from boardtui.store.connection.opening import open_database
from tests.panels.boards import places
from tests.panels.compared import EXAMPLESHIRE, SAMPLESHIRE
from tests.screens.budget import numbers, words
from tests.screens.driving import opened, press, screen_text
from tests.screens.page_driving import on_board

Size = tuple[int, int]

BOARD = {(120, 36): (205, 140), (80, 24): (100, 65), (200, 50): (260, 190)}
"""The most words and numbers of the board, by the size of the screen."""

COMPARED = {(120, 36): (110, 90), (80, 24): (65, 50)}
"""Those of then and now."""

CHANGED = {**BOARD, (200, 50): (270, 190)}
"""Those of what changed: as many as a board may, and at 200 columns those of two backlogs."""


def days(database: Path) -> list[tuple[str, str]]:
    """The forces and days that are looked at."""
    with closing(open_database(str(database))) as held:
        return [(force.name, day.isoformat()) for force, day in places(Catalogue(held))]


def excess(text: str, size: Size, budget: tuple[int, int]) -> tuple[int, int] | None:
    """How many words and numbers a screen says, where that is more than a budget."""
    assert len(text.splitlines()) == size[1]
    said = words(text), numbers(text)
    return said if said[0] > budget[0] or said[1] > budget[1] else None


def assert_told_why(pilot: Pilot[None]) -> None:
    """A key that opened nothing has said so."""
    assert [notice.message for notice in pilot.app._notifications]


def named(size: Size) -> str:
    return "x".join(map(str, size))


@pytest.mark.parametrize("size", BOARD, ids=named)
async def test_the_first_screens_keep_to_their_budgets(demo_database: Path, size: Size) -> None:
    over, seen = {}, Counter[str]()
    for force, day in days(demo_database):
        async with opened(demo_database, force, day, size=size) as pilot:
            text = screen_text(pilot)
            over[force, day, "the board"] = excess(text, size, BOARD[size])
            assert "↓" not in text, "what a card leaves out is behind enter"
            for key, budgets in (("c", COMPARED), ("f", CHANGED)):
                if size not in budgets:
                    continue
                await press(pilot, key)
                if on_board(pilot):
                    assert_told_why(pilot)
                    continue
                seen[key] += 1
                over[force, day, key] = excess(screen_text(pilot), size, budgets[size])
                await press(pilot, "escape")
    assert {place: said for place, said in over.items() if said} == {}
    assert seen["f"] >= 2
    assert seen["c"] > 5 or size not in COMPARED


@pytest.mark.parametrize("place", [EXAMPLESHIRE, SAMPLESHIRE], ids=lambda place: place[0])
@pytest.mark.parametrize("size", [(120, 36), (200, 50)], ids=named)
async def test_both_backlogs_stand_whole_on_the_first_screen_of_then_and_now(
    demo_database: Path, place: tuple[str, object], size: Size
) -> None:
    async with opened(demo_database, place[0], str(place[1]), size=size) as pilot:
        await press(pilot, "c")
        shown = screen_text(pilot)
    for backlog in BACKLOGS:
        assert f"Overdue {backlog}" in shown
    assert shown.count("over 365") == len(BACKLOGS)


@pytest.mark.parametrize("place", [EXAMPLESHIRE, SAMPLESHIRE], ids=lambda place: place[0])
async def test_the_waterfall_stands_whole_at_80_columns(
    demo_database: Path, place: tuple[str, object]
) -> None:
    async with opened(demo_database, place[0], str(place[1]), size=(80, 24)) as pilot:
        await press(pilot, "f")
        rows = [line.split() for line in screen_text(pilot).splitlines()]
    assert sum(row[:2] == ["overdue", "on"] and row[2:3] != ["both"] for row in rows) == 2
    assert any("by the dates of then" in " ".join(row) for row in rows)


def test_words_and_numbers_are_counted_as_they_are_read() -> None:
    text = "▄██ 1,488 people’s visits, +56 −3% 17.5 a x 31–90 █▀▀█"
    assert words(text) == 2
    assert numbers(text) == 6
