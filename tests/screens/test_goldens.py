"""Screens as plain text, to be read in review: `make goldens` writes them anew.

One or two of each kind of screen; what holds for every force, day and size is tested by itself.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.registers import Case, Force, Register, write
from tests.screens.driving import opened, press, screen_text, settle, view

EXAMPLESHIRE = ("Exampleshire", "2024-01-17")
SAMPLESHIRE = ("Sampleshire", "2023-10-31")

BOARDS = {
    "exampleshire-120x36": (EXAMPLESHIRE, (120, 36)),
    "exampleshire-80x24": (EXAMPLESHIRE, (80, 24)),
    "exampleshire-40x20": (EXAMPLESHIRE, (40, 20)),
    "essex-2022-120x36": (("Essex", "2022-03-31"), (120, 36)),
    "avon-and-somerset-80x24": (("Avon and Somerset", "2024-01-17"), (80, 24)),
}


@pytest.mark.parametrize("board", BOARDS)
async def test_the_board(board: str, demo_database: Path, golden: SnapshotAssertion) -> None:
    (force, day), size = BOARDS[board]
    async with opened(demo_database, force, day, size=size) as pilot:
        assert screen_text(pilot) == view(pilot).text()
        assert screen_text(pilot) == golden


async def test_a_cases_file_alone(tmp_path: Path, golden: SnapshotAssertion) -> None:
    """No visits, no officers, no baseline: what is there has the room, and the rest is named."""
    day = date(2024, 1, 17)
    cases = tuple(
        Case(f"c{n}", risk_level=level, visit_due=date(2023, 12, n + 1), officer_ref=officer)
        for n, (level, officer) in enumerate([("high", "o1"), ("medium", "o1"), ("low", None)])
    )
    database = write(tmp_path / "a.db", Force("Newshire", (Register(day, cases),)))
    async with opened(database, size=(120, 36)) as pilot:
        assert screen_text(pilot) == golden


BESIDE = {
    "then-and-now-120x36": ("c", EXAMPLESHIRE, (120, 36)),
    "then-and-now-80x24": ("c", EXAMPLESHIRE, (80, 24)),
    "then-and-now-published-120x36": ("c", ("Essex", "2022-03-31"), (120, 36)),
    "what-changed-120x36": ("f", SAMPLESHIRE, (120, 36)),
    "what-changed-80x24": ("f", EXAMPLESHIRE, (80, 24)),
    "inspections-120x36": ("i", EXAMPLESHIRE, (120, 36)),
}


@pytest.mark.parametrize("screen", BESIDE)
async def test_the_first_screen_beside_the_board(
    screen: str, demo_database: Path, golden: SnapshotAssertion
) -> None:
    key, (force, day), size = BESIDE[screen]
    async with opened(demo_database, force, day, size=size) as pilot:
        await press(pilot, key)
        assert screen_text(pilot) == golden


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 20)], ids=str)
async def test_what_changed_month_by_month(
    size: tuple[int, int], demo_database: Path, golden: SnapshotAssertion
) -> None:
    of = ("Specimenshire", "2023-12-31", date(2022, 12, 31))
    async with opened(demo_database, *of, size=size) as pilot:
        await press(pilot, "f", "x")
        await pilot.app.screen.workers.wait_for_complete()
        await settle(pilot)
        assert screen_text(pilot) == golden


SHEETS = {"definition-120x36": "d", "all-cards-120x36": "0", "baselines-120x36": "b"}


@pytest.mark.parametrize("sheet", SHEETS)
async def test_a_sheet(sheet: str, demo_database: Path, golden: SnapshotAssertion) -> None:
    async with opened(demo_database, *EXAMPLESHIRE) as pilot:
        await press(pilot, SHEETS[sheet])
        assert screen_text(pilot) == golden
