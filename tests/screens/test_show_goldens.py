"""An answer and the notes as plain text, to be read in review: `make goldens` writes them anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from boardtui.panels.speaker import Speaker, page_of
from boardtui.panels.text import text_of
from tests.screens.driving import press, screen_text
from tests.screens.following import SAID
from tests.screens.showing import ask, showing

QUESTIONS = {
    "by-unit-80x24": ("unit overdue", (80, 24)),
    "by-officer-120x36": ("overdue visits by officer", (120, 36)),
    "by-unit-40x20": ("unit overdue", (40, 20)),
    "high-north-80x24": ("overdue high north", (80, 24)),
}


@pytest.mark.parametrize("question", QUESTIONS)
async def test_an_answer(question: str, demo_database: Path, golden: SnapshotAssertion) -> None:
    words, size = QUESTIONS[question]
    async with showing(demo_database, size=size) as pilot:
        await press(pilot, "right")
        await ask(pilot, words)
        assert screen_text(pilot) == golden


@pytest.mark.parametrize("width", [80, 40])
def test_the_notes(width: int, golden: SnapshotAssertion) -> None:
    page = page_of(Speaker("19:42", SAID, minutes=12), width)
    assert "\n".join(text_of(line).rstrip() for line in page.rows(20, 0)) + "\n" == golden
