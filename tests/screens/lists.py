"""Sheets with a list: what stands in it, and taking an entry by its words."""

from __future__ import annotations

from typing import Any

from textual.pilot import Pilot

from boardtui.screens.dialogs.list_sheet import ListSheet
from tests.screens.driving import press


def list_sheet(pilot: Pilot[None]) -> ListSheet[object]:
    """The list over the screen."""
    screen = pilot.app.screen
    assert isinstance(screen, ListSheet)
    return screen


def said(screen: ListSheet[Any]) -> list[str]:
    """Each entry in words, its cells with two blanks between them."""
    return [
        "  ".join(cell.text.strip() for cell in cells if cell.width) for cells in screen.entries()
    ]


def current(screen: ListSheet[object]) -> str:
    """The current entry in words."""
    assert screen.current is not None
    return said(screen)[screen.current]


async def take(pilot: Pilot[None], key: str, words: str) -> None:
    """Open a list by its key, and take the first entry with these words by keys."""
    await press(pilot, key)
    screen = list_sheet(pilot)
    place = next(number for number, text in enumerate(said(screen)) if words in text)
    assert screen.current is not None
    steps = place - screen.current
    await press(pilot, *(["down"] * steps if steps > 0 else ["up"] * -steps), "enter")
