"""A click does what a key does: at the foot of a screen, in a list, on a sheet."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from boardtui.review.day.review import Review
from boardtui.screens.app import BoardApp
from boardtui.screens.beside.compare_screen import CompareScreen
from boardtui.screens.beside.flow_screen import FlowScreen
from boardtui.screens.board.board_screen import BoardScreen
from boardtui.screens.breakdown.breakdown_screen import BreakdownScreen
from boardtui.screens.cases.cases_screen import CasesScreen
from boardtui.screens.dialogs.asking import Asking
from boardtui.screens.dialogs.choosing import Choosing
from boardtui.screens.dialogs.defining import Defining
from boardtui.screens.dialogs.find_screen import FindScreen
from boardtui.screens.dialogs.helping import Helping
from boardtui.screens.dialogs.reading import Reading
from boardtui.screens.terminal.far import OVER_SSH, takes_mouse
from tests.screens.driving import opened, press, screen_text, settle


async def click(pilot: Pilot[None], words: str, *, last: bool = False) -> None:
    """Click on words of the screen: the first that there are, or the last."""
    rows = screen_text(pilot).splitlines()
    places = [(row.index(words), y) for y, row in enumerate(rows) if words in row]
    x, y = places[-1 if last else 0]
    await pilot.click(offset=(x, y))
    await settle(pilot)


def of(pilot: Pilot[None]) -> Review:
    assert isinstance(pilot.app, BoardApp)
    return pilot.app.review


FOOT: dict[str, tuple[tuple[str, ...], str, type]] = {
    "then and now": ((), "then and now", CompareScreen),
    "what changed": ((), "f what changed", FlowScreen),
    "find": ((), "find", FindScreen),
    "the keys": ((), "? keys", Helping),
    "a card without room": ((), "7 register", BreakdownScreen),
    "warnings": ((), "! 1 warning", Reading),
    "the cases of a row": (("1",), "all 183 cases", CasesScreen),
    "a filter": (("1",), "/ filter", Asking),
    "back": (("1",), "esc back", BoardScreen),
    "the people of a part": (("f",), "the people of this part", CasesScreen),
    "another then": (("c",), "other then", Choosing),
    "back from a sheet": (("c", "d"), "esc back", CompareScreen),
}


@pytest.mark.parametrize(("ways", "words", "screen"), FOOT.values(), ids=FOOT)
async def test_a_click_on_a_key_at_the_foot_does_what_the_key_does(
    demo_database: Path, ways: tuple[str, ...], words: str, screen: type
) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, *ways)
        await click(pilot, words, last=True)
        assert isinstance(pilot.app.screen, screen)


async def test_of_two_keys_with_one_word_each_is_clicked_by_itself(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "d")
        await click(pilot, "← →")
        assert "283 " in screen_text(pilot).splitlines()[3]
        rows = screen_text(pilot).splitlines()
        y = next(y for y, row in enumerate(rows) if "← →" in row)
        await pilot.click(offset=(rows[y].index("← →") + 2, y))
        await settle(pilot)
        assert "by the SYNTHETIC records" in screen_text(pilot)


async def test_a_click_on_blank_or_beside_the_keys_does_nothing(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        before = screen_text(pilot)
        await pilot.click(offset=(0, 35))
        await click(pilot, "† by records", last=True)
        assert screen_text(pilot) == before


async def test_what_is_clicked_in_a_list_is_taken(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "o")
        await click(pilot, "31 Aug 2016")
        assert of(pilot).selection.force.name == "Essex"
    async with opened(demo_database) as pilot:
        await press(pilot, "0")
        await click(pilot, "On the register")
        assert isinstance(pilot.app.screen, BreakdownScreen)
    async with opened(demo_database) as pilot:
        await press(pilot, "slash", *"never seen")
        await click(pilot, "Never seen")
        assert isinstance(pilot.app.screen, BreakdownScreen)


@pytest.mark.parametrize("key", ["o", "b", "d", "0", "question_mark", "slash", "exclamation_mark"])
async def test_a_click_beside_a_sheet_leaves_it_and_changes_nothing(
    demo_database: Path, key: str
) -> None:
    async with opened(demo_database) as pilot:
        before, baseline = screen_text(pilot), of(pilot).selection.baseline
        await press(pilot, key)
        await pilot.click(offset=(0, 35))
        await settle(pilot)
        assert isinstance(pilot.app.screen, BoardScreen)
        assert of(pilot).selection.baseline == baseline
        assert screen_text(pilot) == before


async def test_a_click_on_a_sheet_that_is_read_stays(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "d")
        await click(pilot, "Said too")
        assert isinstance(pilot.app.screen, Defining)


async def test_a_row_is_gone_to_by_a_click_and_opened_by_one_more(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1")
        await click(pilot, "low      ")
        assert on(pilot, BreakdownScreen)
        await click(pilot, "low      ")
        assert on(pilot, CasesScreen)


def on(pilot: Pilot[None], kind: type[Screen[None]]) -> bool:
    return isinstance(pilot.app.screen, kind)


@pytest.mark.parametrize("name", OVER_SSH)
def test_over_ssh_the_mouse_is_left_to_the_terminal_unless_it_is_asked_for(name: str) -> None:
    assert takes_mouse("auto", {})
    assert takes_mouse("auto", {name: ""})
    assert not takes_mouse("auto", {name: "10.0.0.1 22"})
    assert takes_mouse("on", {name: "10.0.0.1 22"})
    assert not takes_mouse("off", {})
