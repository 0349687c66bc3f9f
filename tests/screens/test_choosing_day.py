"""Of an archive's days the one that is meant is typed; a board of it opens without reading all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from boardtui.core.forecast.owed import month_after
from boardtui.screens.dialogs.choosing_day import MANY, ChoosingDay
from tests.registers import Case, Force, Register, write
from tests.screens.drilling import typed
from tests.screens.driving import opened, press, screen_text, settle


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A month's end after another of a few forces, with one person on each register."""
    days = [month_after(date(2014, 1, 31), months) for months in range(24)]
    registers = tuple(Register(day, (Case("A-1"),)) for day in days)
    path = tmp_path_factory.mktemp("archive") / "archive.db"
    return write(path, *(Force(name, registers) for name in ("Ashdown", "Birchmoor", "Coldbrook")))


async def test_a_day_is_typed_and_opened(archive: Path) -> None:
    async with opened(archive) as pilot:
        before = screen_text(pilot)
        assert "31 Dec 2015" in before
        await press(pilot, "o")
        screen = pilot.app.screen
        assert isinstance(screen, ChoosingDay)
        shown = screen_text(pilot)
        assert f"{3 * 24} days in all" in shown
        assert MANY < 3 * 24
        assert "Birchmoor" not in shown
        await typed(pilot, "birch 2014 ja")
        await settle(pilot)
        shown = screen_text(pilot)
        assert shown.count("Birchmoor") == 1
        assert "31 Jan 2014" in shown
        await typed(pilot, "x")
        await settle(pilot)
        assert "No day has all of these words" in screen_text(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ChoosingDay)
        await press(pilot, "backspace", "enter")
        await settle(pilot)
        head = screen_text(pilot).splitlines()[0]
        assert "Birchmoor" in head
        assert "31 Jan 2014" in head
        await press(pilot, "o", "escape")
        assert screen_text(pilot).splitlines()[0] == head
        await press(pilot, "o", "down", "enter")
        await settle(pilot)
        assert "Birchmoor" in screen_text(pilot).splitlines()[0]
