"""A board driven by a real Textual pilot, and what stands on its screen as plain text."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

from textual.events import Key
from textual.keys import _character_to_key, key_to_character
from textual.pilot import Pilot

from boardtui.export.outlets import Outlets
from boardtui.review.day.selection import choose
from boardtui.screens.app import BoardApp
from boardtui.screens.board.cards_view import CardsView
from boardtui.settings import Settings
from boardtui.store.connection.opening import open_database
from tests.screens.settling import driven, settle

__all__ = [
    "TERMINAL",
    "WIDE",
    "burst",
    "driven",
    "opened",
    "press",
    "screen_text",
    "send",
    "settle",
    "view",
]

WIDE, TERMINAL = (120, 36), (80, 24)


@asynccontextmanager
async def opened(
    path: Path | str,
    force: str | None = None,
    day: str | None = None,
    against: str | date | None = None,
    *,
    size: tuple[int, int] = WIDE,
    settings: Settings | None = None,
    settled: bool = True,
    outlets: Outlets | None = None,
) -> AsyncIterator[Pilot[None]]:
    """The board of a database, a file or a URL, opened and, unless told otherwise, settled."""
    database = open_database(str(path))
    try:
        as_at = date.fromisoformat(day) if day else None
        selection = choose(database, force, as_at, against)
        asked = settings or Settings()
        app = BoardApp(database, str(path), selection, asked, outlets=outlets)
        async with driven(app, size) as pilot:
            await (settle(pilot) if settled else pilot.pause())
            yield pilot
    finally:
        database.close()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one after another, each once the one before is done with."""
    for key in keys:
        send(pilot, key)
        await settle(pilot)


async def burst(pilot: Pilot[None], *keys: str) -> None:
    """Press keys that a line delivers together: none waits for what the one before does."""
    send(pilot, *keys)
    await settle(pilot)


def send(pilot: Pilot[None], *keys: str) -> None:
    """Have keys arrive together, and wait for nothing."""
    for key in keys:
        typed = len(key) == 1
        name = _character_to_key(key) if typed else key
        pilot.app.post_message(Key(name, key if typed else key_to_character(name)))


def view(pilot: Pilot[None]) -> CardsView:
    """The board, whatever screen is over it."""
    for screen in pilot.app.screen_stack:
        for found in screen.query(CardsView):
            return found
    raise AssertionError("there is no board")


def screen_text(pilot: Pilot[None]) -> str:
    """What stands on the whole screen."""
    # Textual offers the screen as a picture only; the rows that it is made of say it as text.
    rows = pilot.app.screen._compositor.render_strips()
    return "\n".join(row.text.rstrip() for row in rows) + "\n"
