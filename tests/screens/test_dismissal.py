"""Screens over others: left once, and nothing beneath them with them."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from boardtui.screens.board.board_screen import BoardScreen
from boardtui.screens.breakdown.breakdown_screen import BreakdownScreen
from boardtui.screens.cases.case_screen import CaseScreen
from boardtui.screens.cases.cases_screen import CasesScreen
from boardtui.screens.dialogs.dismissal import DismissedOnce
from boardtui.screens.dialogs.helping import Helping
from tests.screens.driving import TERMINAL, burst, opened, press, settle


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


@pytest.mark.parametrize(
    ("ways", "key", "screen"),
    [
        (("1", "down"), "enter", CasesScreen),
        (("1", "down", "enter"), "enter", CaseScreen),
        (("f", "down"), "enter", CasesScreen),
        (("c",), "enter", BreakdownScreen),
    ],
    ids=["breakdown", "cases", "flow", "compare"],
)
async def test_a_key_that_arrives_with_the_one_before_it_finds_the_screen_that_opened(
    demo_database: Path, ways: tuple[str, ...], key: str, screen: type
) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, *ways)
        beneath = pilot.app.screen
        await burst(pilot, key, "question_mark")
        assert [type(each) for each in pilot.app.screen_stack[-2:]] == [screen, Helping]
        await burst(pilot, "escape", "escape")
        assert pilot.app.screen is beneath


KEYS = ["o", "b", "0", "d", "question_mark", "exclamation_mark", "slash", "w", "ctrl+p"]


@pytest.mark.parametrize("ways", [(), ("1",), ("c",), ("f",)], ids=["board", "1", "c", "f"])
async def test_a_key_that_arrives_twice_opens_nothing_twice(
    demo_database: Path, ways: tuple[str, ...]
) -> None:
    async with opened(demo_database, size=TERMINAL) as pilot:
        for key in KEYS:
            while len(pilot.app.screen_stack) > 1:
                await press(pilot, "escape")
            await press(pilot, *ways)
            deep = len(pilot.app.screen_stack)
            await burst(pilot, key, key)
            assert len(pilot.app.screen_stack) <= deep + 1, key
            await press(pilot, "escape")
            assert len(pilot.app.screen_stack) <= deep, key
