"""Opening another force and day, and comparing against something else."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from boardtui.review.day.review import Review
from boardtui.screens.app import BoardApp
from boardtui.screens.board.board_screen import BoardScreen
from boardtui.screens.breakdown.breakdown_screen import BreakdownScreen
from boardtui.screens.dialogs.choosing import Choosing
from boardtui.settings import Overdue, Settings
from tests.screens.driving import opened, press, screen_text, settle
from tests.screens.lists import current, list_sheet, take


async def test_another_force_opens_against_its_default_baseline(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await take(pilot, "o", "Essex  31 Aug 2016")
        shown = screen_text(pilot)
        assert shown.splitlines()[0].split()[0] == "Essex"
        assert "now 31 Aug 2016" in shown
        assert "then inspection, “2015”" in shown
        assert "+350" in shown
        assert "Exampleshire" not in shown


async def test_where_you_are_is_chosen_first(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        for key, here in (("o", "Exampleshire  SYNTHETIC  17 Jan 2024"), ("b", "inspection")):
            await press(pilot, key)
            assert here in current(list_sheet(pilot))
            await press(pilot, "escape")


async def test_another_baseline_changes_what_it_is_compared_against(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        assert "then inspection" in screen_text(pilot)
        await take(pilot, "b", "31 Mar 2023 (records)")
        assert "then 31 Mar 2023" in screen_text(pilot)
        await take(pilot, "b", "nothing")
        shown = screen_text(pilot)
        assert "then" not in shown.splitlines()[0]
        assert "then 217" not in shown
        assert "18.3%" in shown


WAYS: dict[str, tuple[str, ...]] = {
    "breakdown": ("1",),
    "cross": ("1", "x"),
    "cases": ("1", "down", "enter"),
    "case": ("1", "down", "enter", "enter"),
    "compare": ("c",),
    "flow": ("f",),
    "inspections": ("i",),
}


RECORDS = "cases", "case"
"""Of WAYS, the screens of records: these were listed under one definition, and stay so."""


@pytest.mark.parametrize("ways", WAYS.values(), ids=WAYS)
async def test_on_every_screen_a_baseline_is_chosen_without_leaving_it(
    demo_database: Path, ways: tuple[str, ...]
) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, *ways)
        screens = list(pilot.app.screen_stack)
        await take(pilot, "b", "31 Mar 2023 (records)")
        baseline = of(pilot).selection.baseline
        assert baseline is not None
        assert "31 Mar 2023" in baseline.label
        assert pilot.app.screen_stack == screens


@pytest.mark.parametrize("name", WAYS)
async def test_a_definition_is_chosen_on_every_screen_but_those_of_records(
    demo_database: Path, name: str
) -> None:
    # Another than both days were counted under: else there is none to choose.
    settings = Settings(overdue=Overdue(grace_days=7))
    async with opened(demo_database, settings=settings) as pilot:
        await press(pilot, *WAYS[name])
        screens = list(pilot.app.screen_stack)
        await press(pilot, "r")
        assert shows(pilot, Choosing) == (name not in RECORDS)
        if name not in RECORDS:
            await press(pilot, "escape")
        assert pilot.app.screen_stack == screens


@pytest.mark.parametrize("ways", WAYS.values(), ids=WAYS)
async def test_another_day_is_opened_from_every_screen_on_the_board(
    demo_database: Path, ways: tuple[str, ...]
) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, *ways)
        screens = list(pilot.app.screen_stack)
        await press(pilot, "o")
        assert [*screens, pilot.app.screen] == pilot.app.screen_stack
        assert shows(pilot, Choosing)
        await press(pilot, "escape")
        assert pilot.app.screen_stack == screens
        await take(pilot, "o", "Essex  31 Aug 2016")
        assert [type(screen) for screen in pilot.app.screen_stack] == [BoardScreen]
        assert of(pilot).selection.force.name == "Essex"


@pytest.mark.parametrize("ways", WAYS.values(), ids=WAYS)
async def test_every_screen_is_dark_or_light(demo_database: Path, ways: tuple[str, ...]) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, *ways, "t")
        assert pilot.app.theme == "boardtui-light"


async def test_a_breakdown_shows_the_baseline_that_is_chosen_above_it(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1")
        assert "since the inspection" in screen_text(pilot)
        await take(pilot, "b", "nothing")
        assert shows(pilot, BreakdownScreen)
        assert "inspection" not in screen_text(pilot)
        await press(pilot, "escape")
        assert "inspection" not in screen_text(pilot)


def shows(pilot: Pilot[None], screen: type) -> bool:
    return isinstance(pilot.app.screen, screen)


def of(pilot: Pilot[None]) -> Review:
    """What the board is of."""
    assert isinstance(pilot.app, BoardApp)
    return pilot.app.review


async def test_esc_chooses_nothing(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        before = screen_text(pilot)
        for key in "ob":
            await press(pilot, key)
            assert isinstance(pilot.app.screen, Choosing)
            await press(pilot, "down", "escape")
            assert screen_text(pilot) == before


async def test_the_days_of_synthetic_forces_say_so(demo_database: Path) -> None:
    async with opened(demo_database, size=(120, 60)) as pilot:
        await press(pilot, "o")
        await settle(pilot)
        for line in screen_text(pilot).splitlines():
            assert ("shire" in line) == ("SYNTHETIC" in line) or "which force" in line
