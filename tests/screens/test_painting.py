"""What is sent to a terminal: each screen once, and nothing that nobody sees."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardtui.screens.app import BoardApp
from tests.screens.driving import opened, press, settle


@pytest.mark.parametrize("ways", [("1",), ("1", "enter"), ("c",), ("?",)], ids="-".join)
async def test_a_screen_beneath_that_changes_sends_nothing(
    demo_database: Path, monkeypatch: pytest.MonkeyPatch, ways: tuple[str, ...]
) -> None:
    sent: list[object] = []
    async with opened(demo_database) as pilot:
        await press(pilot, *ways)
        monkeypatch.setattr(BoardApp, "_display", lambda app, screen, what: sent.append(what))
        for beneath in pilot.app.screen_stack[:-1]:
            beneath.refresh()
            await settle(pilot)
        assert sent == []
        pilot.app.screen.refresh()
        await settle(pilot)
        assert len(sent) == 1
