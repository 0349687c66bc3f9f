"""Pages beside the board, opened by their keys."""

from __future__ import annotations

from textual.pilot import Pilot

from boardtui.panels.pages import PAGES
from boardtui.screens.app import BoardApp
from boardtui.screens.board.board_screen import BoardScreen
from boardtui.screens.pages.page_screen import PageScreen
from tests.screens.driving import press

KEYS = {"compare": "c", "flow": "f", "inspections": "i"}


def app(pilot: Pilot[None]) -> BoardApp:
    assert isinstance(pilot.app, BoardApp)
    return pilot.app


def page(pilot: Pilot[None]) -> PageScreen:
    assert isinstance(pilot.app.screen, PageScreen)
    return pilot.app.screen


async def open_page(pilot: Pilot[None], name: str) -> PageScreen:
    await press(pilot, KEYS[name])
    screen = page(pilot)
    assert screen.page is PAGES[name]
    return screen


def whole(pilot: Pilot[None]) -> str:
    """All that the page in sight says, seen or not, wherever its lines are broken."""
    text = page(pilot).view.whole_text()
    return " ".join(text.replace("│", " ").split())


def on_board(pilot: Pilot[None]) -> bool:
    return isinstance(pilot.app.screen, BoardScreen) and len(pilot.app.screen_stack) == 1
