"""No case is seen in a show, whatever is typed or pressed, unless it was started with them."""

from __future__ import annotations

import asyncio
import random
import re
from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot

from boardtui.core.flow.parts import Part
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.screens.app import BoardApp
from boardtui.screens.dialogs.find_screen import FindScreen
from boardtui.screens.key_map import screens_with_keys
from boardtui.screens.keys.keys import bindings_of
from boardtui.screens.leading.opening import CLOSED as SENTENCE
from boardtui.screens.show.answer_screen import AnswerScreen
from boardtui.screens.show.leaving import Leaving
from boardtui.screens.show.show_screen import ShowScreen
from boardtui.settings import Settings
from tests.screens.drilling import CLOSED, any_of_cases, app, review, shows
from tests.screens.driving import opened, press, screen_text, send, settle
from tests.screens.showing import ask, showing, told

A_CASE = re.compile(r"EX-\d{5}")

BOUND = sorted(
    {
        key.strip()
        for screen in screens_with_keys()
        for binding in bindings_of(screen)
        for key in binding.key.split(",")
    }
)
"""Every key that any screen has: none but those of the show is to do anything in it."""

ASKED = ("EX-000", "EX-0001", "case EX", "overdue high", "unit overdue", "oldest", "missing")
"""What is typed: the beginnings of cases among it, and never a whole one."""

STEPS = 120


async def walk(pilot: Pilot[None], seed: int) -> set[str]:
    """Press keys at random until a case is seen; those that were seen by then."""
    chance = random.Random(seed)
    seen: set[str] = set()
    for _ in range(STEPS):
        if chance.random() < 0.15:
            await press(pilot, "slash")
            send(pilot, *chance.choice(ASKED))
            await settle(pilot)
            seen.update(A_CASE.findall(screen_text(pilot)))
            await press(pilot, chance.choice(["enter", "down"]), "enter")
        else:
            await press(pilot, chance.choice(BOUND))
        seen.update(A_CASE.findall(screen_text(pilot)))
        # What is typed stands on the screen: it is not to grow into the name of a case.
        if isinstance(pilot.app.screen, Leaving | FindScreen):
            await press(pilot, "escape")
        if not any(isinstance(one, ShowScreen) for one in pilot.app.screen_stack):
            await press(pilot, "f5")
        if seen:
            break
    return seen


@pytest.fixture(autouse=True)
def stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """A walk that left would be over early; what it writes would stay behind."""

    async def nothing(self: BoardApp) -> None:
        await asyncio.sleep(0)

    monkeypatch.setattr(BoardApp, "action_quit", nothing)
    monkeypatch.setattr(BoardApp, "action_interrupt", nothing)
    monkeypatch.setattr(BoardApp, "action_write", nothing)


@pytest.mark.parametrize("seed", range(2))
async def test_a_walk_by_any_keys_sees_none(demo_database: Path, seed: int) -> None:
    async with showing(demo_database) as pilot:
        assert await walk(pilot, seed) == set()


async def test_nor_does_one_in_a_show_from_the_board(demo_database: Path) -> None:
    async with opened(demo_database, size=(80, 24)) as pilot:
        await press(pilot, "f5")
        assert app(pilot).cases_open is False
        await press(pilot, "slash")
        send(pilot, *"EX-0001")
        await settle(pilot)
        assert A_CASE.findall(screen_text(pilot)) == []
        await press(pilot, "enter")
        assert not any_of_cases(pilot)
        await press(pilot, "escape", "escape")
        assert app(pilot).cases_open is True


async def test_the_same_walk_finds_cases_where_it_was_started_with_them(
    demo_database: Path,
) -> None:
    async with showing(demo_database, with_cases=True) as pilot:
        assert await walk(pilot, 0) != set()


async def test_none_is_opened_whoever_asks(demo_database: Path) -> None:
    async with showing(demo_database) as pilot:
        ways, then = app(pilot), app(pilot).board.board.start.snapshot
        now = review(pilot).selection.snapshot
        assert then is not None
        assert now is not None
        for way in (
            partial(ways.open_case, "EX-00016", "Board"),
            partial(ways.open_cases, "overdue_visits", (), "Board"),
            partial(ways.open_part, then, now, BACKLOGS["visits"], (Part.VISITED,), (), "Board"),
        ):
            way()
            await settle(pilot)
            assert not any_of_cases(pilot)
            assert told(pilot) == [SENTENCE]
            ways.clear_notifications()


@pytest.mark.parametrize(
    ("with_cases", "settings", "there"),
    [(True, Settings(), True), (False, Settings(), False), (True, CLOSED, False)],
)
async def test_the_cases_behind_an_answer(
    demo_database: Path, with_cases: bool, settings: Settings, there: bool
) -> None:
    async with showing(demo_database, with_cases=with_cases, settings=settings) as pilot:
        await ask(pilot, "overdue high")
        await press(pilot, "c")
        assert any_of_cases(pilot) == there
        assert bool(A_CASE.findall(screen_text(pilot))) == there
        await press(pilot, "escape")
        assert shows(pilot, AnswerScreen) == there


async def test_a_case_is_found_where_the_show_was_started_with_them(demo_database: Path) -> None:
    async with showing(demo_database, with_cases=True) as pilot:
        await press(pilot, "right")
        await ask(pilot, "EX-00016")
        assert any_of_cases(pilot)
        await press(pilot, "o", "b")
        assert any("not in a show" in text for text in told(pilot))
        await press(pilot, "escape")
        assert shows(pilot, ShowScreen)
