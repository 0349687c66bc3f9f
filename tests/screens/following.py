"""Notes driven by a real Textual pilot, and shows for them to follow."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from msgspec.structs import replace
from textual.pilot import Pilot

from boardtui.link.folder import made
from boardtui.link.said import Likely, Said
from boardtui.link.speaking import Speaking
from boardtui.screens.notes.notes_app import NotesApp
from boardtui.settings import Settings
from tests.screens.driving import screen_text
from tests.screens.settling import driven

SAID = Said(
    database="/srv/demo.db",
    force="Exampleshire",
    day="17 Jan 2024",
    synthetic=True,
    elapsed=125.0,
    slide=3,
    slides=9,
    step=1,
    steps=1,
    sentence="273 visits are overdue.",
    notes=("Say who was visited.", "Then wait."),
    following="41 of them are at high risk.",
    likely=(Likely("Overdue assessments", "148", "−3"),),
)

MOST_LOOKS = 3_000
"""Looks after which what never comes is given up."""


@asynccontextmanager
async def noting(
    database: str | None = None, *, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Pilot[None]]:
    """The notes, of one database's shows or of any."""
    async with driven(NotesApp(Settings(), database), size) as pilot:
        yield pilot


@asynccontextmanager
async def speaking(said: Said = SAID) -> AsyncIterator[Speaking]:
    """A show, as far as notes can tell."""
    show = Speaking()
    show.say(said)
    show.open(made(os.environ))
    try:
        yield show
    finally:
        show.close()


async def until(pilot: Pilot[None], done: Callable[[], bool], what: str) -> None:
    """Look until something has come about."""
    for _ in range(MOST_LOOKS):
        if done():
            return
        await asyncio.sleep(0.01)
    raise AssertionError(f"{what!r} never came:\n{screen_text(pilot)}")


async def until_seen(pilot: Pilot[None], words: str) -> str:
    """Look until words stand on the screen; all of it."""
    await until(pilot, lambda: words in screen_text(pilot), words)
    return screen_text(pilot)


def of(database: str, **more: object) -> Said:
    """What a show of another database says."""
    return replace(SAID, database=database, **more)
