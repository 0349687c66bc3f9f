"""Screens beside the board, opened by their keys."""

from __future__ import annotations

from textual.pilot import Pilot

from boardtui.screens.app import BoardApp
from boardtui.screens.beside.beside_screen import BesideScreen
from boardtui.screens.board.board_screen import BoardScreen
from tests.screens.driving import press

KEYS = {"compare": "c", "flow": "f", "inspections": "i"}


def app(pilot: Pilot[None]) -> BoardApp:
    assert isinstance(pilot.app, BoardApp)
    return pilot.app


def page(pilot: Pilot[None]) -> BesideScreen:
    assert isinstance(pilot.app.screen, BesideScreen)
    return pilot.app.screen


async def open_page(pilot: Pilot[None], name: str) -> BesideScreen:
    await press(pilot, KEYS[name])
    screen = page(pilot)
    assert screen.name_of_page == name
    return screen


def whole(pilot: Pilot[None]) -> str:
    """All that the screen says, seen or not, wherever its lines are broken."""
    text = page(pilot).view.whole_text()
    return " ".join(text.replace("│", " ").split())


def on_board(pilot: Pilot[None]) -> bool:
    return isinstance(pilot.app.screen, BoardScreen) and len(pilot.app.screen_stack) == 1
