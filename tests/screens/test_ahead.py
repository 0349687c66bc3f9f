"""The months ahead and other forces on their screens: their ways, what if, and what is closed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.pilot import Pilot

from boardtui.core.words.days import day_text
from boardtui.screens.beside.forces_screen import ForcesScreen
from boardtui.screens.beside.forecast_screen import ForecastScreen
from boardtui.screens.dialogs.reading import Reading
from boardtui.settings import Audiences, Settings
from tests.screens.driving import opened, press, screen_text, settle
from tests.screens.page_driving import app, on_board, page, whole

pytestmark = pytest.mark.usefixtures("few_runs")

SPECIMEN = "Specimenshire"


async def ahead(pilot: Pilot[None], *keys: str) -> ForecastScreen:
    """The screen of the months ahead after some keys, once nothing of it is awaited."""
    await press(pilot, *keys)
    screen = pilot.app.screen
    assert isinstance(screen, ForecastScreen)
    while screen.awaited() is not None:
        await screen.workers.wait_for_complete()
        await settle(pilot)
    return screen


def median_at_the_end(pilot: Pilot[None]) -> int:
    found = re.search(r"31 Dec 2024 +([\d,]+) ", whole(pilot))
    assert found
    return int(found[1].replace(",", ""))


async def test_the_months_ahead_are_drawn_and_changed_by_keys(demo_database: Path) -> None:
    async with opened(demo_database, SPECIMEN) as pilot:
        await ahead(pilot, "M")
        text = whole(pilot)
        assert "overdue visits at 31 Dec 2024, if all goes on as before" in text
        assert "━━━" in text
        assert "▒▒▒" in text
        assert "What is taken for granted" in text
        assert "The bands held" in text
        before = median_at_the_end(pilot)
        await ahead(pilot, "plus", "plus", "plus")
        assert "if so many are tried" in whole(pilot)
        assert median_at_the_end(pilot) < before
        screen = await ahead(pilot, "p")
        export = screen.export()
        assert export.count == 12
        assert "tried each month. (stated)" in "\n".join(export.lines())
        await ahead(pilot, "x")
        assert median_at_the_end(pilot) == before
        await press(pilot, "d")
        assert isinstance(pilot.app.screen, Reading)
        await press(pilot, "escape")
        await ahead(pilot, "tab")
        assert "overdue assessments at 31 Dec 2024" in whole(pilot)
        assert "of those that are tried are done" in whole(pilot)
        await press(pilot, "escape")
        assert on_board(pilot)


async def test_both_have_their_picture_at_any_size(demo_database: Path) -> None:
    async with opened(demo_database, SPECIMEN) as pilot:
        await ahead(pilot, "M")
        for key, screen, signs in (
            ("", ForecastScreen, "▒"),
            ("F", ForcesScreen, "◆"),
        ):
            await press(pilot, *key)
            assert isinstance(pilot.app.screen, screen)
            for size in ((40, 20), (80, 24), (200, 50)):
                await pilot.resize_terminal(*size)
                await settle(pilot)
                assert signs in screen_text(pilot), size
        assert "99.8%" in screen_text(pilot)


async def test_forces_stand_by_name_or_size_and_never_by_value(demo_database: Path) -> None:
    async with opened(demo_database, SPECIMEN) as pilot:
        await press(pilot, "F")
        text = whole(pilot)
        assert "Specimenshire lies inside the limits" in text
        assert "Not ranked" in text
        rows = re.findall(r"(\w+shire) +(\d+) +[\d.]+%", text)
        assert [name for name, _ in rows] == ["Exampleshire", "Sampleshire", "Specimenshire"]
        await press(pilot, "s")
        assert "largest base first" in whole(pilot)
        await press(pilot, "d")
        assert isinstance(pilot.app.screen, Reading)
        await press(pilot, "escape", "tab")
        assert "at high or very high risk" in whole(pilot)
        screen = page(pilot)
        assert screen.export().count == 6


async def test_find_leads_to_both(demo_database: Path) -> None:
    for words, title in (("forecast", "The months ahead"), ("other forces", "Forces side by side")):
        async with opened(demo_database, SPECIMEN) as pilot:
            await press(pilot, "slash", *words.replace(" ", "_").replace("_", " "), "enter")
            assert title in screen_text(pilot)


async def test_what_an_audience_may_not_see_is_not_there(demo_database: Path) -> None:
    settings = Settings(audience=Audiences(shown_to="board"))
    async with opened(demo_database, SPECIMEN, settings=settings) as pilot:
        await ahead(pilot, "M")
        assert "There is no forecast. A forecast is made from single due dates." in whole(pilot)
        await press(pilot, "F")
        assert "Counted alike" in whole(pilot)


async def test_another_force_is_forecast_in_the_place_of_the_first(demo_database: Path) -> None:
    async with opened(demo_database, "Essex") as pilot:
        await ahead(pilot, "M")
        assert "There is no forecast. Published figures alone" in whole(pilot)
        board = app(pilot).board
        assert day_text(board.review.selection.day) in screen_text(pilot)
