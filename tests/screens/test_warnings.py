"""Warnings on the board: how many, and by their key each."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from boardtui.screens.dialogs.reading import Reading
from boardtui.settings import Display, Settings
from tests.ingest.trial import Trial
from tests.screens.driving import opened, press, screen_text
from tests.screens.page_driving import on_board

THEN = date(2023, 3, 31)
HEADER = "case_ref,risk_level,status,visit_due\n"


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    """A database of two days, of which the later has four warnings."""
    trial = Trial(tmp_path)
    trial.ingest({"cases": f"{HEADER}007,low,community,2024-01-01\n"}, as_at=THEN)
    visits = "case_ref,visited_on,outcome\n7,2023-12-10,seen\n"
    cases = trial.write("[b]now[red].csv", f"{HEADER}7,low,community,2999-01-01\n")
    trial.ingest({"cases": cases, "visits": visits})
    return trial.database


def last_line(pilot: Pilot[None]) -> str:
    return screen_text(pilot).splitlines()[-1]


def words(text: str) -> str:
    return " ".join(text.replace("│", " ").split())


async def test_the_board_says_how_many_and_the_key_lists_them(odd: Path) -> None:
    async with opened(odd) as pilot:
        assert "! 4 warnings" in last_line(pilot)
        await press(pilot, "!")
        assert isinstance(pilot.app.screen, Reading)
        assert "Warnings · Essex · 17 Jan 2024" in screen_text(pilot)
        shown = words(pilot.app.screen.view.sheet.text())
        assert "[b]now[red].csv" in shown
        assert (
            "1 row where visit_due is more than 10 years after the snapshot's day "
            "(row 2, “2999-01-01”)"
        ) in shown, "markup is text"
        assert "0 of 1 reference meet those of 31 Mar 2023" in shown
        assert "(“007 and 7”)" in shown
        await press(pilot, "escape")
        assert on_board(pilot)


async def test_where_single_cases_are_closed_no_reference_and_no_row_is_shown(odd: Path) -> None:
    async with opened(odd, settings=Settings(display=Display(cases=False))) as pilot:
        await press(pilot, "!")
        shown = words(screen_text(pilot))
        assert "0 of 1 reference meet those of 31 Mar 2023" in shown
        assert not any(secret in shown for secret in ("007", "“", "row 2"))


async def test_a_day_without_any_shows_no_mark_and_the_key_says_so(odd: Path) -> None:
    async with opened(odd, "Essex", THEN.isoformat()) as pilot:
        assert "!" not in last_line(pilot)
        await press(pilot, "!")
        assert "nothing odd was found in the files of this day" in words(screen_text(pilot))


async def test_a_day_of_published_figures_has_no_files(demo_database: Path) -> None:
    async with opened(demo_database, "Essex", "2020-03-31") as pilot:
        await press(pilot, "!")
        assert "no files of records" in words(screen_text(pilot))


@pytest.mark.parametrize("way", [("f",), ("c",), ("1",), ("1", "enter")])
async def test_the_key_works_on_the_screens_above(odd: Path, way: tuple[str, ...]) -> None:
    async with opened(odd, "Essex", "2024-01-17") as pilot:
        await press(pilot, *way)
        above = pilot.app.screen
        await press(pilot, "!")
        assert "4 warnings" not in screen_text(pilot)
        assert "Warnings · Essex" in screen_text(pilot)
        await press(pilot, "!")
        assert pilot.app.screen is above


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)])
async def test_warnings_and_the_keys_are_told_whatever_else_has_no_room(
    odd: Path, size: tuple[int, int]
) -> None:
    async with opened(odd, "Essex", "2024-01-17", size=size) as pilot:
        assert "! 4 warnings" in last_line(pilot)
        assert "? keys" in last_line(pilot)
