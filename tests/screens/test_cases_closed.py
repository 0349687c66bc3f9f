"""Where single cases are closed on a screen, no key, no question and no click leads to one."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

from textual.pilot import Pilot

from boardtui.core.flow.parts import Part
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.screens.board.board_screen import BoardScreen
from boardtui.screens.breakdown.breakdown_screen import BreakdownScreen
from boardtui.screens.cases.case_screen import CaseScreen
from boardtui.screens.cases.cases_screen import CasesScreen
from boardtui.screens.leading.opening import CLOSED as SENTENCE
from boardtui.settings import Settings
from tests.screens.drilling import CLOSED, any_of_cases, app, breakdown, review, shows, typed
from tests.screens.driving import opened, press, screen_text, settle
from tests.screens.lists import list_sheet, said


def found(pilot: Pilot[None]) -> list[str]:
    """What find lists."""
    return said(list_sheet(pilot))


async def test_no_key_of_any_screen_leads_to_cases(demo_database: Path) -> None:
    async with opened(demo_database, settings=CLOSED) as pilot:
        for card in "1236":
            await press(pilot, card)
            assert "single cases are closed on this screen" in screen_text(pilot)
            for _ in breakdown(pilot).breakdown.dimensions():
                await press(pilot, "enter", "end", "enter", "home", "tab")
                assert shows(pilot, BreakdownScreen)
                assert "EX-" not in screen_text(pilot)
            await press(pilot, "plus", "enter", "x", "enter", "escape", "escape", "escape")
            assert shows(pilot, BoardScreen)


async def test_neither_foot_nor_help_offers_them(demo_database: Path) -> None:
    for settings, offered in ((Settings(), True), (CLOSED, False)):
        async with opened(demo_database, settings=settings) as pilot:
            await press(pilot, "1")
            assert ("enter all 183 cases" in screen_text(pilot)) == offered
            await press(pilot, "?")
            assert bool(re.search(r"│ enter +cases", screen_text(pilot))) == offered
            await press(pilot, "escape", "home", "down", "enter")
            told = [note.message for note in pilot.app._notifications]
            assert any("closed" in text for text in told) != offered


async def test_neither_find_nor_the_palette_leads_there(demo_database: Path) -> None:
    async with opened(demo_database, settings=CLOSED) as pilot:
        await press(pilot, "slash")
        await typed(pilot, "EX-00016")
        assert found(pilot) == []
        await press(pilot, "enter")
        assert not any_of_cases(pilot)
        await press(pilot, "escape", "1", "ctrl+p")
        await typed(pilot, "cases")
        assert not any(line.startswith("Cases") for line in found(pilot))
        await press(pilot, "enter")
        assert not any_of_cases(pilot)


async def test_none_is_opened_whoever_asks(demo_database: Path) -> None:
    async with opened(demo_database, settings=CLOSED) as pilot:
        ways, then = app(pilot), app(pilot).board.board.start.snapshot
        now = review(pilot).selection.snapshot
        assert then is not None
        assert now is not None
        for ask in (
            partial(ways.open_case, "EX-00016", "Board"),
            partial(ways.open_cases, "overdue_visits", (), "Board"),
            partial(ways.open_part, then, now, BACKLOGS["visits"], (Part.VISITED,), (), "Board"),
        ):
            ask()
            await settle(pilot)
            assert not any_of_cases(pilot)
            assert [notice.message for notice in ways._notifications] == [SENTENCE]
            ways.clear_notifications()


async def test_where_cases_are_open_the_same_find_and_palette_lead_there(
    demo_database: Path,
) -> None:
    async with opened(demo_database) as pilot:
        assert "single cases are closed" not in screen_text(pilot)
        await press(pilot, "slash")
        await typed(pilot, "EX-00016")
        await press(pilot, "enter")
        assert shows(pilot, CaseScreen)
        await press(pilot, "escape", "1", "ctrl+p")
        await typed(pilot, "cases")
        await press(pilot, "enter")
        assert shows(pilot, CasesScreen)
