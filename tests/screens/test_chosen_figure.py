"""Which of several figures stands: chosen where it is explained, and said on every screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardtui.screens.dialogs.defining import Defining
from tests.screens.driving import opened, press, screen_text

SAID = "Overdue visits: 283, said by Deputy chief constable, was chosen of 3 given"
WAYS: dict[str, tuple[str, ...]] = {
    "board": (),
    "then and now": ("c",),
    "what changed": ("f",),
    "inspections": ("i",),
    "breakdown": ("1",),
}
"""The screens that show the figure; lists of records, and what is told by month, do not."""


@pytest.mark.parametrize("ways", WAYS.values(), ids=WAYS)
async def test_what_was_chosen_is_said_on_every_screen(
    demo_database: Path, ways: tuple[str, ...]
) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, *ways)
        assert "chosen of" not in screen_text(pilot)
        while len(pilot.app.screen_stack) > 1:
            await press(pilot, "escape")
        await press(pilot, "d", "left", "escape", *ways)
        assert SAID in " ".join(screen_text(pilot).split())


@pytest.mark.parametrize("ways", [("c",), ("1",)], ids=["then and now", "breakdown"])
async def test_it_is_chosen_from_any_screen_that_explains_the_figure(
    demo_database: Path, ways: tuple[str, ...]
) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, *ways, "d")
        if ways == ("1",):  # there the rows are explained: the last is the whole
            await press(pilot, "escape", "end", "d")
        assert isinstance(pilot.app.screen, Defining)
        await press(pilot, "left", "escape")
        assert SAID in " ".join(screen_text(pilot).split())
        await press(pilot, "escape")
        assert SAID in " ".join(screen_text(pilot).split())


async def test_round_and_round_the_first_stands_again_and_nothing_is_said(
    demo_database: Path,
) -> None:
    async with opened(demo_database) as pilot:
        before = screen_text(pilot)
        await press(pilot, "d", "right", "right", "right", "escape")
        assert screen_text(pilot) == before


async def test_where_one_figure_was_given_the_keys_say_so(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "tab", "tab", "tab", "tab", "d")
        assert "choose another" not in screen_text(pilot)
        await press(pilot, "right")
        assert "Only one figure was given for this." in [
            note.message for note in pilot.app._notifications
        ]
