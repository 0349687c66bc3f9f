"""A show before a board, or the public, says no hidden count and no case, and answers with none."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardtui.core.audience.audience import Audience
from boardtui.screens.show.show_screen import ShowScreen
from boardtui.settings import Audiences, Settings
from tests.screens.driving import press, screen_text
from tests.screens.showing import ask, show, showing
from tests.screens.test_audience_walk import Hidden

QUESTIONS = (
    "managed by risk",
    "registered by unit",
    "caseload by officer",
    "overdue high",
    "EX-000",
)


async def met(path: Path, audience: Audience, hidden: Hidden) -> set[str]:
    """What is hidden of what the room sees: on each slide and step, and in answers."""
    seen: set[str] = set()
    settings = Settings(audience=Audiences(shown_to=audience.value))
    async with showing(path, settings=settings) as pilot:
        while True:
            seen |= hidden.met(screen_text(pilot))
            before = show(pilot).place, show(pilot).step
            await press(pilot, "space")
            if (show(pilot).place, show(pilot).step) == before:
                break
        for words in QUESTIONS:
            await ask(pilot, words)
            for _ in range(3):
                seen |= hidden.met(screen_text(pilot))
                await press(pilot, "enter")
            seen |= hidden.met(screen_text(pilot))
            while not isinstance(pilot.app.screen, ShowScreen):
                await press(pilot, "escape")
    return seen


@pytest.mark.parametrize("audience", [Audience.BOARD, Audience.PUBLIC])
async def test_a_show_says_nothing_that_is_hidden(demo_database: Path, audience: Audience) -> None:
    hidden = Hidden(demo_database, audience)
    assert await met(demo_database, Audience.FORCE, hidden) != set()
    assert await met(demo_database, audience, hidden) == set()
