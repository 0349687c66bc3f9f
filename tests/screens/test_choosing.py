"""Opening another force and day, and comparing against something else."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import OptionList

from boardtui.screens.choosing import Choosing
from tests.screens.driving import opened, press, screen_text, settle


async def choose(pilot: Pilot[None], key: str, words: str) -> None:
    """Open a list by its key and take the first line with these words."""
    await press(pilot, key)
    options = pilot.app.screen.query_one(OptionList)
    texts = [str(option.prompt) for option in options.options]
    options.highlighted = next(n for n, text in enumerate(texts) if words in text)
    await press(pilot, "enter")


async def test_another_force_opens_against_its_default_baseline(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await choose(pilot, "o", "Essex · 31 Aug 2016")
        shown = screen_text(pilot)
        assert "Essex · as at 31 Aug 2016" in shown
        assert "against: inspection, stated “the previous year (2015, inferred)”" in shown
        assert "was 50  +350 (+700%)" in shown
        assert "Exampleshire" not in shown


async def test_where_you_are_is_chosen_first(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        for key, here in (("o", "Exampleshire (SYNTHETIC) · 17 Jan 2024"), ("b", "inspection")):
            await press(pilot, key)
            option = pilot.app.screen.query_one(OptionList).highlighted_option
            assert option is not None
            assert here in str(option.prompt)
            await press(pilot, "escape")


async def test_another_baseline_changes_what_it_is_compared_against(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        assert "against: inspection" in screen_text(pilot)
        await choose(pilot, "b", "31 Mar 2023 (records)")
        assert "against: 31 Mar 2023 (records)" in screen_text(pilot)
        await choose(pilot, "b", "nothing")
        shown = screen_text(pilot)
        assert "against: nothing" in shown
        assert "was 217" not in shown
        assert "273" in shown


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
