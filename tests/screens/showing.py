"""A show driven by a real Textual pilot, and what stands before the room."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

from textual.pilot import Pilot

from boardtui.decks.default import default_deck
from boardtui.panels.slides.slide import Slide
from boardtui.review.day.selection import choose
from boardtui.screens.present_app import PresentApp
from boardtui.screens.show.show_screen import ShowScreen
from boardtui.settings import Settings
from boardtui.store.connection.opening import open_database
from tests.screens.driving import press, screen_text
from tests.screens.settling import driven, settle

ROOM = (80, 24)

EXAMPLESHIRE = ("Exampleshire", "2024-01-17")


@asynccontextmanager
async def showing(
    path: Path,
    force: str = "Exampleshire",
    day: str = "2024-01-17",
    *,
    slides: Sequence[Slide] | None = None,
    size: tuple[int, int] = ROOM,
    settings: Settings | None = None,
    with_cases: bool = False,
) -> AsyncIterator[Pilot[None]]:
    """The show of a force on a day, as `boardtui present` opens it: by default its own slides."""
    database = open_database(str(path))
    try:
        selection = choose(database, force, date.fromisoformat(day), None)
        app = PresentApp(database, str(path), selection, settings or Settings())
        app.take(slides or default_deck(app.stage().board).slides, with_cases=with_cases)
        async with driven(app, size) as pilot:
            await settle(pilot)
            yield pilot
    finally:
        database.close()


def show(pilot: Pilot[None]) -> ShowScreen:
    """The slides, whatever is over them."""
    return next(one for one in pilot.app.screen_stack if isinstance(one, ShowScreen))


def place(pilot: Pilot[None]) -> tuple[int, int]:
    """The number of the slide, and its step, from 0."""
    return show(pilot).place + 1, show(pilot).step


def told(pilot: Pilot[None]) -> list[str]:
    """What has been told in passing."""
    return [notice.message for notice in pilot.app._notifications]


async def ask(pilot: Pilot[None], words: str) -> None:
    """Ask a question, and take the first of what it may mean."""
    await press(pilot, "slash")
    for letter in words:
        await press(pilot, letter)
    await press(pilot, "enter")


def heading(pilot: Pilot[None]) -> str:
    """The first row of the screen."""
    return screen_text(pilot).partition("\n")[0]
