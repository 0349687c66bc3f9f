"""Text from data is text: never markup, never an action, never a border out of place."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot
from textual.strip import Strip

from boardtui.panels.text import Role
from tests.panels.hostile import LONG, MARKUP, hostile_force
from tests.registers import write
from tests.screens.driving import opened, press, screen_text, settle, view


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    return write(tmp_path / "a.db", hostile_force())


@pytest.fixture
def marked_up(tmp_path: Path) -> Path:
    return write(tmp_path / "a.db", hostile_force(MARKUP))


async def test_markup_is_shown_as_it_was_written(marked_up: Path) -> None:
    async with opened(marked_up, size=(200, 60)) as pilot:
        shown = screen_text(pilot)
        assert shown.count(MARKUP) >= 3
        assert MARKUP in shown.splitlines()[0]


@pytest.mark.parametrize("keys", [("d",), ("down", "d"), ("up", "d"), ("home", "d")])
async def test_markup_under_a_definition_is_shown_as_it_was_written(
    marked_up: Path, keys: tuple[str, ...]
) -> None:
    async with opened(marked_up, size=(200, 60)) as pilot:
        await press(pilot, "end", *keys)
        shown = screen_text(pilot)
        assert ", defined" in shown
        assert MARKUP in shown


@pytest.mark.parametrize("key", ["o", "b"])
async def test_markup_in_a_list_is_shown_as_it_was_written(marked_up: Path, key: str) -> None:
    async with opened(marked_up, size=(200, 60)) as pilot:
        await press(pilot, key)
        assert MARKUP in screen_text(pilot)
        await press(pilot, "enter")
        assert pilot.app.is_running


@pytest.mark.parametrize("keys", [(), ("d",), ("o",), ("b",), ("end", "d")])
async def test_a_click_on_markup_does_nothing(marked_up: Path, keys: tuple[str, ...]) -> None:
    async with opened(marked_up, size=(200, 60)) as pilot:
        await press(pilot, *keys)
        rows = screen_text(pilot).splitlines()
        places = [(row.index("x[/]"), y) for y, row in enumerate(rows) if "click=" in row]
        assert places
        for place in places[:3]:
            await pilot.click(offset=(place[0] + 1, place[1]))
        await settle(pilot)
        assert pilot.app.is_running
        assert pilot.app.return_code is None


@pytest.mark.parametrize("size", [(20, 5), (40, 20), (80, 24), (120, 36), (200, 50)])
async def test_no_text_breaks_a_border(hostile: Path, size: tuple[int, int]) -> None:
    async with opened(hostile, size=size) as pilot:
        for line in screen_text(pilot).splitlines():
            assert cell_len(line) <= size[0]
            if line.startswith(("│", "╭", "╰")):
                assert cell_len(line) == size[0]
                assert line.endswith(("│", "╮", "╯"))


async def test_the_letters_of_jumping_break_no_border(hostile: Path) -> None:
    async with opened(hostile, size=(80, 60)) as pilot:
        await press(pilot, "g")
        for line in screen_text(pilot).splitlines():
            if line.startswith(("│", "╭", "╰")):
                assert cell_len(line) == 80


async def test_a_control_character_never_reaches_the_terminal(hostile: Path) -> None:
    units = ("1", "tab", "tab")
    async with opened(hostile, size=(120, 60)) as pilot:
        for keys in (
            (),
            ("d",),
            ("o",),
            ("b",),
            units,
            (*units, "d"),
            (*units, "x"),
            (*units, "plus"),
            ("1", "end", "enter"),
            ("1", "end", "enter", "enter"),
            ("slash", "u"),
            ("c",),
            ("f",),
            ("i",),
        ):
            await press(pilot, *keys)
            drawn = [segment.text for strip in strips(pilot) for segment in strip]
            assert all(map(str.isprintable, drawn)), keys
            while len(pilot.app.screen_stack) > 1:
                await press(pilot, "escape")


def strips(pilot: Pilot[None]) -> list[Strip]:
    """All that is drawn, as it goes to the terminal but for colours."""
    return pilot.app.screen._compositor.render_strips()


async def test_a_very_long_name_is_all_there(hostile: Path) -> None:
    async with opened(hostile, size=(80, 60)) as pilot:
        await press(pilot, "end", "d")
        shown = "".join(line.strip(" │") for line in screen_text(pilot).splitlines())
        assert LONG in shown or LONG[:120] in shown.replace(" ", "")


async def test_what_is_drawn_as_a_heading_is_never_data(marked_up: Path) -> None:
    async with opened(marked_up, size=(200, 60)) as pilot:
        heading = view(pilot)._styles[Role.HEADING]
        for y in range(2, view(pilot).size.height):
            for segment in view(pilot).render_line(y):
                assert segment.style != heading or "click" not in segment.text
