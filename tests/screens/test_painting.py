"""What is sent to a terminal: each screen once, and nothing that nobody sees."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.timer import Timer

from boardtui.screens.app import BoardApp
from tests.screens.driving import opened, press, settle, view


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


async def test_a_new_size_is_taken_in_though_no_timer_comes(
    demo_database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def late(timer: Timer) -> None:
        """As Textual's, where the machine is too busy for a timer to be on time."""

    async with opened(demo_database) as pilot:
        monkeypatch.setattr(Timer, "_run", late)
        for size in ((80, 24), (1, 1), (119, 36)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert view(pilot).size == size
