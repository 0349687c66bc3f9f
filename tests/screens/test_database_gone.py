"""The database goes away while its board is open: a sentence, and the board stays."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from boardtui.review.day.selection import choose as choose_board
from boardtui.screens.app import BoardApp
from boardtui.screens.board.board_screen import BoardScreen
from boardtui.screens.breakdown import shown_breakdown
from boardtui.settings import Settings
from boardtui.store.connection.opening import open_database
from tests.ingest.trial import Trial, one_case
from tests.screens.driving import WIDE, driven, opened, press, screen_text, settle
from tests.screens.lists import take
from tests.screens.showing import ask, heading, show, showing
from tests.screens.spoiling import empty, overwrite
from tests.screens.test_working import registers


@pytest.mark.parametrize("spoil", [overwrite, empty], ids=["overwritten", "emptied"])
async def test_a_list_that_cannot_be_read_any_more_is_not_copied(
    own_database: Path, spoil: Callable[[Path], None]
) -> None:
    async with opened(own_database) as pilot:
        await press(pilot, "1", "end", "enter")
        spoil(own_database)
        await press(pilot, "y")
        assert pilot.app.is_running
        assert pilot.app.clipboard == ""
        assert any("own.db" in note.message for note in pilot.app._notifications)


@pytest.mark.parametrize("spoil", [overwrite, empty], ids=["overwritten", "emptied"])
@pytest.mark.parametrize("key", ["o", "b"])
async def test_a_list_that_cannot_be_read_is_told_on_the_board(
    own_database: Path, spoil: Callable[[Path], None], key: str
) -> None:
    async with opened(own_database) as pilot:
        before = screen_text(pilot)
        spoil(own_database)
        await press(pilot, key)
        assert isinstance(pilot.app.screen, BoardScreen)
        assert any("cannot be read" in note for note in told(pilot))
        assert screen_text(pilot) == before
        await press(pilot, "d")
        assert "Actively managed, with a visit due" in screen_text(pilot)


async def test_a_day_that_cannot_be_read_any_more_leaves_the_board_as_it_was(
    own_database: Path,
) -> None:
    async with opened(own_database) as pilot:
        before = screen_text(pilot)
        await press(pilot, "o")
        overwrite(own_database)
        await press(pilot, "up", "enter")
        shown = screen_text(pilot)
        assert "cannot be read" in shown
        assert "18.3% of 1,488 actively managed" in shown
        assert shown.splitlines()[0] == before.splitlines()[0]


def told(pilot: Pilot[None]) -> list[str]:
    """What was told in passing."""
    return [note.message for note in pilot.app._notifications]


async def test_a_deleted_database_cannot_be_computed_from_again(
    tmp_path: Path,
) -> None:
    path = registers(tmp_path / "a.db", counted=False)
    database = open_database(str(path))
    try:
        app = BoardApp(database, str(path), choose_board(database), Settings())
        path.unlink()
        async with driven(app, WIDE) as pilot:
            await settle(pilot)
            shown = screen_text(pilot)
            assert "could not be worked out" in shown
            assert "there is no such database" in " ".join(shown.split())
            assert "Traceback" not in shown
    finally:
        database.close()


async def test_a_replaced_database_is_still_the_one_that_was_opened(own_database: Path) -> None:
    other = registers(own_database.with_name("other.db"), counted=True)
    async with opened(own_database) as pilot:
        other.replace(own_database)
        await take(pilot, "o", "Essex  31 Aug 2016")
        assert screen_text(pilot).startswith(" Essex ")
        assert "now 31 Aug 2016" in screen_text(pilot)


async def test_records_that_took_the_place_of_those_shown_are_not_mixed_with_them(
    tmp_path: Path,
) -> None:
    trial = Trial(tmp_path)
    trial.ingest({"cases": one_case("C1", visit_due="2023-01-01")})
    async with opened(trial.database) as pilot:
        others = one_case("C1", visit_due="2023-01-01", unit="North")
        trial.ingest({"cases": others}, replace=True)
        await press(pilot, "1", "x")
        assert "has changed since it was opened" in " ".join(screen_text(pilot).split())
        # What failed is not said to be under way once it has been waited for.
        await asyncio.sleep(2 * shown_breakdown.PATIENCE)
        await settle(pilot)
        assert "has changed since it was opened" in " ".join(screen_text(pilot).split())
        await press(pilot, "escape", "1", "enter")
        assert "has changed since it was opened" in " ".join(screen_text(pilot).split())


@pytest.mark.parametrize("spoil", [overwrite, empty], ids=["overwritten", "emptied"])
async def test_a_show_goes_on_without_its_database(
    own_database: Path, spoil: Callable[[Path], None]
) -> None:
    async with showing(own_database) as pilot:
        spoil(own_database)
        seen = []
        for _ in range(30):
            await press(pilot, "right")
            seen.append(heading(pilot))
        assert len(set(seen)) == len(show(pilot).slides) - 1
        await press(pilot, "o", "escape", "d", "escape", "2", "enter")
        assert "273 visits are overdue" in screen_text(pilot)
        await ask(pilot, "overdue high north")
        await press(pilot, "escape", "escape", "escape", "home")
        assert pilot.app.is_running
