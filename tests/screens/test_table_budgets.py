"""What breakdowns, lists and cases may say on their first screen, of every force and day."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from boardtui.screens.breakdown.breakdown_screen import BreakdownScreen
from boardtui.screens.cases.case_screen import CaseScreen
from boardtui.screens.cases.cases_screen import CasesScreen
from boardtui.screens.drawing.table_screen import TableScreen
from tests.screens.budget import numbers, words
from tests.screens.driving import TERMINAL, opened, press, screen_text, view
from tests.screens.sheets import above, foot, table_view
from tests.screens.test_budgets import days

BREAKDOWN = {(120, 36): (160, 160), (80, 24): (110, 90)}
"""The most words and numbers of a breakdown, by the size of the screen: as its picture has."""


async def tables(pilot: Pilot[None]) -> AsyncIterator[TableScreen]:
    """The table that each card opens, then its cases and one of them, where there are any."""
    for card in (str(each.number) for each in view(pilot).there if each.number < 10):
        await press(pilot, card)
        for deeper in (BreakdownScreen, CasesScreen, CaseScreen):
            if isinstance(pilot.app.screen, TableScreen):
                yield pilot.app.screen
            if not isinstance(pilot.app.screen, deeper):
                break
            await press(pilot, "enter")
        while len(pilot.app.screen_stack) > 1:
            await press(pilot, "escape")


@pytest.mark.parametrize("size", BREAKDOWN, ids=lambda size: "x".join(map(str, size)))
async def test_breakdowns_keep_to_their_budget_and_no_statement_is_cut(
    demo_database: Path, size: tuple[int, int]
) -> None:
    over, count = [], 0
    most_words, most_numbers = BREAKDOWN[size]
    newest = dict(sorted(days(demo_database)))
    for force, day in days(demo_database) if size == TERMINAL else newest.items():
        async with opened(demo_database, force, day, size=size) as pilot:
            async for screen in tables(pilot):
                count += 1
                text = screen_text(pilot)
                where = (force, day, above(table_view(pilot).sheet))
                last = foot(table_view(pilot))
                assert last.lstrip().startswith("esc back"), where
                assert "? keys" in last, where
                assert not any(line.endswith("…") for line in text.splitlines()[:7]), where
                if isinstance(screen, BreakdownScreen) and (
                    words(text) > most_words or numbers(text) > most_numbers
                ):
                    over.append((words(text), numbers(text), *where))
    assert count > (60 if size == TERMINAL else 15)
    assert over == []


async def test_the_foot_names_what_works_here(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1")
        for key in ("enter all 183 cases", "a ages", "← → by days late", "x cross", "/ filter"):
            assert key in foot(table_view(pilot))
        await press(pilot, "a")
        assert "a cases" in foot(table_view(pilot))
        await press(pilot, "x")
        assert "← → columns" in foot(table_view(pilot))


async def test_the_foot_of_a_published_day_offers_no_cases(demo_database: Path) -> None:
    async with opened(demo_database, "Avon and Somerset", "2024-01-17") as pilot:
        await press(pilot, "2")
        screen = pilot.app.screen
        assert isinstance(screen, BreakdownScreen)
        for key in ("cases", "ages", "cross", "into"):
            assert key not in foot(screen.view)
        for key in ("enter", "x", "plus"):
            await press(pilot, key)
            assert pilot.app.screen is screen
            told = [note.message for note in pilot.app._notifications]
            assert told[-1].startswith("Only figures were published of this day")
