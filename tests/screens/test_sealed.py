"""The heading says that what is shown is sealed, and intact only once that was checked."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from boardtui.ingest.forgetting.asked import Forgetting
from boardtui.ingest.forgetting.forget import forget
from boardtui.store.sealed.verifying import quietly
from tests.databases import unpacked
from tests.screens.driving import opened, press, screen_text

DAY = ("Exampleshire", "2024-01-17")


def first_line(text: str) -> str:
    return text.partition("\n")[0]


def spoil(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE cases SET risk_level = 'low' WHERE id = 5")


async def test_intact_is_said_once_it_was_checked_and_of_the_same_file_alone(
    demo_database: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copy(demo_database, tmp_path / "own.db"))
    for size in ((120, 36), (80, 24)):
        async with opened(path, *DAY, size=size) as pilot:
            assert "· force, sealed" in first_line(screen_text(pilot))
            await press(pilot, "V")
            said = screen_text(pilot)
            assert "Intact: all is as it was sealed, by 44 entries" in said
            assert "Exampleshire, 17 Jan 2024: stored" in said
            await press(pilot, "escape")
            assert "· force, intact" in first_line(screen_text(pilot))
            # Another then, of the same file.
            await press(pilot, "b", "down", "enter")
            assert "intact" in first_line(screen_text(pilot))
            spoil(path)
            await press(pilot, "b", "up", "enter")
            assert "sealed" in first_line(screen_text(pilot))
            await press(pilot, "V")
            assert "Not as it was sealed: the cases of Specimenshire" in screen_text(pilot)
            await press(pilot, "escape", "f")
            assert "NOT INTACT" in first_line(screen_text(pilot))
        shutil.copy(demo_database, path)


async def test_not_intact_is_never_left_out(demo_database: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(demo_database, tmp_path / "own.db"))
    spoil(path)
    async with opened(path, *DAY, size=(40, 20)) as pilot:
        await press(pilot, "V", "escape")
        assert "NOT INTACT" in first_line(screen_text(pilot))


async def test_what_was_stored_before_seals_says_that_it_is_not_sealed(tmp_path: Path) -> None:
    older = unpacked(2, tmp_path / "older.db")
    async with opened(older, "Oldshire", size=(120, 36)) as pilot:
        assert "sealed" not in first_line(screen_text(pilot))
        await press(pilot, "exclamation_mark")
        assert "not sealed: stored before seals" in screen_text(pilot)
        await press(pilot, "escape", "V")
        assert "Not sealed: stored before seals" in screen_text(pilot)
        await press(pilot, "escape")
        assert "intact" not in first_line(screen_text(pilot)).lower()


async def test_a_list_says_on_screen_that_it_holds_one_fewer(
    demo_database: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copy(demo_database, tmp_path / "own.db"))
    forget(Forgetting(str(path), "retention", case="EX-13077"), quietly)
    for size in ((120, 36), (80, 24)):
        async with opened(path, *DAY, size=size) as pilot:
            await press(pilot, "1", "enter")
            said = screen_text(pilot)
            assert "medium" in said
            assert "1 removed since under retention rules" in said
            await press(pilot, "escape", "up", "enter")
            assert "removed since" not in screen_text(pilot)
            await press(pilot, "escape", "escape", "exclamation_mark")
            assert "removed since under retention rules: 1 person now, 1 person then" in " ".join(
                screen_text(pilot).replace("│", " ").split()
            )
