"""Keys that a line delivers together do what they do one after another."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.driving import burst, opened, press, screen_text

TYPED: dict[str, tuple[str, ...]] = {
    "words to find": ("slash", *"quarter"),
    "words with a slip": ("slash", *"nory", "backspace", *"th"),
    "a word put before another": ("slash", *"north", "home", *"high "),
    "a way into the cases": ("1", "down", "enter", "slash", *"qd"),
    "a name to write to": ("w", "ctrl+u", *"q.csv"),
    "there and back": ("d", "escape", "c", "escape", "1", "end"),
    "a figure that is found": ("slash", *"overdue north", "escape", "1"),
    "a letter for each figure": ("g", "escape", "question_mark"),
}


@pytest.mark.parametrize("keys", TYPED.values(), ids=TYPED)
async def test_keys_that_come_together_do_what_they_do_one_by_one(
    demo_database: Path, keys: tuple[str, ...]
) -> None:
    shown = []
    for typed in (press, burst):
        async with opened(demo_database) as pilot:
            await typed(pilot, *keys)
            assert pilot.app.is_running
            shown.append(screen_text(pilot))
    assert shown[1] == shown[0]
