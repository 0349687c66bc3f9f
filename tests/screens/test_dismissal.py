"""Screens over others: left once, and nothing beneath them with them."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from boardtui.screens.board_screen import BoardScreen
from boardtui.screens.breakdown_screen import BreakdownScreen
from boardtui.screens.dismissal import DismissedOnce
from tests.screens.driving import burst, opened, press, settle


def screens(pilot: Pilot[None]) -> list[type]:
    return [type(screen) for screen in pilot.app.screen_stack]


@pytest.mark.parametrize("key", ["g", "d", "question_mark", "slash"])
async def test_what_is_left_twice_takes_nothing_with_it(demo_database: Path, key: str) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1", key)
        over = pilot.app.screen
        assert isinstance(over, DismissedOnce)
        over.dismiss(None)
        over.dismiss(None)
        await settle(pilot)
        assert screens(pilot) == [BoardScreen, BreakdownScreen]


@pytest.mark.parametrize(
    ("key", "leaving"),
    [
        ("g", ("a", "s")),
        ("d", ("escape", "d", "enter")),
        ("question_mark", ("q", "escape")),
        ("slash", ("escape", "escape")),
    ],
)
async def test_keys_that_arrive_together_do_what_they_do_one_by_one(
    demo_database: Path, key: str, leaving: tuple[str, ...]
) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1", key, *leaving)
        expected = screens(pilot)
    async with opened(demo_database) as pilot:
        await press(pilot, "1", key)
        await burst(pilot, *leaving)
        assert screens(pilot) == expected
