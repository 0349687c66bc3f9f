"""Dialogs are sheets over the screen that asked: in our colours, and with that screen in sight."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from boardtui.panels.dialogs.sheet import FRAME
from boardtui.screens.app import BoardApp
from boardtui.screens.dialogs.asking import Asking
from boardtui.screens.dialogs.field_sheet import FieldSheet
from boardtui.screens.dialogs.helping import Helping
from boardtui.screens.dialogs.sheet_screen import SheetScreen
from boardtui.screens.drawing.palette import PALETTES
from tests.screens.driving import WIDE, opened, press, screen_text, settle, view
from tests.screens.lists import list_sheet, said

SHEETS: dict[str, tuple[str, ...]] = {
    "definition": ("d",),
    "keys": ("question_mark",),
    "days": ("o",),
    "baselines": ("b",),
    "cards": ("0",),
    "warnings": ("exclamation_mark",),
    "find": ("slash",),
    "writing": ("w",),
    "a filter": ("1", "slash"),
    "a row": ("1", "enter", "colon"),
}
FULL: dict[str, tuple[str, ...]] = {
    "board": (),
    "breakdown": ("1",),
    "cross": ("1", "x"),
    "cases": ("1", "enter"),
    "case": ("1", "enter", "enter"),
    "then and now": ("c",),
    "what changed": ("f",),
    "inspections": ("i",),
    "by month": ("5",),
}


def sheet(pilot: Pilot[None]) -> SheetScreen[object]:
    screen = pilot.app.screen
    assert isinstance(screen, SheetScreen)
    return screen


@pytest.mark.parametrize("theme", PALETTES)
@pytest.mark.parametrize("ways", SHEETS.values(), ids=SHEETS)
async def test_around_a_sheet_the_screen_that_asked_stays_in_sight(
    demo_database: Path, ways: tuple[str, ...], theme: str
) -> None:
    async with opened(demo_database) as pilot:
        if theme == "light":
            await press(pilot, "t")
        await press(pilot, *ways[:-1])
        before = screen_text(pilot).splitlines()
        await press(pilot, ways[-1])
        over = sheet(pilot)
        place, dimmed = over.view.place, PALETTES[theme].dimmed_style().color
        ground = PALETTES[theme].ground
        assert place.height < 36
        for y, row in enumerate(screen_text(pilot).splitlines()):
            if not place.y <= y < place.bottom:
                assert row == before[y]
                drawn = list(over.view.render_line(y))
                lit = any(region.y <= y < region.bottom for region in over.view._beneath.lit())
                assert lit or not over.dims or {s.style.color for s in drawn if s.style} == {dimmed}
            for segment in pilot.app.screen._compositor.render_strips()[y]:
                assert segment.style is not None
                assert segment.style.bgcolor is not None
        frame = next(iter(over.view.render_line(place.y).crop(place.x, place.right)))
        assert frame.style is not None
        assert frame.style.bgcolor is not None
        assert frame.style.bgcolor.name == ground


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
@pytest.mark.parametrize("ways", FULL.values(), ids=FULL)
async def test_the_keys_of_every_screen_are_seen_at_once(
    demo_database: Path, ways: tuple[str, ...], size: tuple[int, int]
) -> None:
    async with opened(demo_database, size=size) as pilot:
        await press(pilot, *ways, "question_mark")
        over = sheet(pilot)
        assert isinstance(over, Helping)
        assert over.view.sheet.height <= over.view.place.height
        text = screen_text(pilot)
        assert "1–7 " in text
        assert "card 2" not in text
        assert [title for title in ("Move", "Go to", "All of it") if title not in text] == []


async def test_on_a_small_screen_the_keys_are_scrolled(demo_database: Path) -> None:
    async with opened(demo_database, size=(40, 20)) as pilot:
        await press(pilot, "question_mark")
        assert "leave boardtui" not in screen_text(pilot)
        assert "↓ more keys" in screen_text(pilot)
        await press(pilot, "end")
        assert "leave boardtui" in screen_text(pilot)


async def test_a_list_is_seen_to_shrink_under_its_filter(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1", "tab", "tab", "slash", *"moor")
        assert isinstance(pilot.app.screen, Asking)
        text = screen_text(pilot)
        assert "Moorland" in text
        assert "Harbour   " not in text.partition("Moorland")[0]
        await press(pilot, "escape")
        assert "Harbour" in screen_text(pilot)


@pytest.mark.parametrize("size", [(40, 20), (80, 24), (120, 36), (200, 50)])
@pytest.mark.parametrize("ways", [("slash",), ("w",), ("1", "slash")], ids=["find", "w", "filter"])
async def test_one_types_within_the_sheet_at_any_size(
    demo_database: Path, ways: tuple[str, ...], size: tuple[int, int]
) -> None:
    async with opened(demo_database, size=size) as pilot:
        await press(pilot, *ways)
        over = pilot.app.screen
        assert isinstance(over, FieldSheet)
        assert over.input.region == over.view.field
        assert over.view.place.contains_region(over.input.region)
        await pilot.resize_terminal(100, 30)
        await settle(pilot)
        assert over.input.region == over.view.field


@pytest.mark.parametrize("key", ["d", "slash", "question_mark", "b"])
async def test_what_lies_beneath_a_sheet_is_of_the_terminals_size_too(
    demo_database: Path, key: str
) -> None:
    sizes = [WIDE, (80, 24), (40, 20), (1, 1), WIDE]
    async with opened(demo_database) as pilot:
        await press(pilot, key)
        first = screen_text(pilot)
        for size in sizes:
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert view(pilot).size == size
        assert screen_text(pilot) == first


async def test_what_is_current_in_a_list_is_in_sight_at_any_size(demo_database: Path) -> None:
    async with opened(demo_database, size=(40, 20)) as pilot:
        await press(pilot, "o")
        days = list_sheet(pilot)
        for _ in said(days):
            await press(pilot, "down")
            rows = screen_text(pilot).splitlines()
            marked = " ".join(row.strip("│ ▌") for row in rows if "▌" in row)
            assert days.current is not None
            assert marked.split() == said(days)[days.current].split()


async def test_a_digit_opens_its_card_from_the_list_of_all(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "0", "3")
        assert "Board › Overdue assessments" in screen_text(pilot)


async def test_where_all_has_room_a_sheet_is_as_high_as_what_it_says(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "exclamation_mark")
        over = sheet(pilot)
        assert over.view.place.height == FRAME + len(over.view.sheet.lines)
        assert isinstance(pilot.app, BoardApp)
