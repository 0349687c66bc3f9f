"""Screens as plain text, to be read in review: `make goldens` writes them anew.

A board that is longer than its screen is given screen by screen.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.registers import Case, Force, Register, write
from tests.screens.driving import TERMINAL, opened, pages, press, screen_text, settle, view

SIZES = [(40, 20), (80, 24), (120, 36), (200, 50)]

BOARDS = {
    "exampleshire-2024": ("Exampleshire", "2024-01-17"),
    "sampleshire-2023": ("Sampleshire", "2023-10-31"),
    "avon-and-somerset-2024": ("Avon and Somerset", "2024-01-17"),
    "essex-2016": ("Essex", "2016-08-31"),
    "essex-2019": ("Essex", "2019-06-30"),
    "essex-2020": ("Essex", "2020-03-31"),
    "essex-2022": ("Essex", "2022-03-31"),
}


@pytest.mark.parametrize("board", BOARDS)
async def test_the_board(board: str, demo_database: Path, golden: SnapshotAssertion) -> None:
    async with opened(demo_database, *BOARDS[board], size=SIZES[0]) as pilot:
        for width, height in SIZES:
            await pilot.resize_terminal(width, height)
            await settle(pilot)
            assert screen_text(pilot) == view(pilot).text()
            assert pages(pilot) == golden(name=f"{width}x{height}")


@pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
async def test_a_cases_file_alone(
    size: tuple[int, int], tmp_path: Path, golden: SnapshotAssertion
) -> None:
    """No visits, no officers, no baseline: every panel says which file would fill it."""
    day = date(2024, 1, 17)
    cases = tuple(
        Case(f"c{n}", risk_level=level, visit_due=date(2023, 12, n + 1), officer_ref=officer)
        for n, (level, officer) in enumerate([("high", "o1"), ("medium", "o1"), ("low", None)])
    )
    database = write(tmp_path / "a.db", Force("Newshire", (Register(day, cases),)))
    async with opened(database, size=size) as pilot:
        assert pages(pilot) == golden


PAGES = {
    "help": ("question_mark",),
    "days": ("o",),
    "baselines": ("b",),
    "definition-overdue-visits": ("d",),
    "definition-said-by-the-force": ("down", "down", "d"),
    "definition-change-of-a-date": ("end", "d"),
}


@pytest.mark.parametrize("page", PAGES)
async def test_a_page(page: str, demo_database: Path, golden: SnapshotAssertion) -> None:
    async with opened(demo_database, size=TERMINAL) as pilot:
        await press(pilot, *PAGES[page])
        assert screen_text(pilot) == golden


async def test_the_definition_of_a_real_force_s_hedged_figure(
    demo_database: Path, golden: SnapshotAssertion
) -> None:
    async with opened(demo_database, "Essex", "2019-06-30", size=TERMINAL) as pilot:
        await press(pilot, "7", "d")
        assert screen_text(pilot) == golden


BESIDE = [
    ("c", "Exampleshire", "2024-01-17", SIZES),
    ("f", "Exampleshire", "2024-01-17", SIZES),
    ("i", "Exampleshire", "2024-01-17", SIZES),
    ("f", "Sampleshire", "2023-10-31", [(120, 36)]),
    ("c", "Essex", "2020-03-31", [(80, 24)]),
]


@pytest.mark.parametrize(
    ("key", "force", "day", "size"),
    [(key, force, day, size) for key, force, day, sizes in BESIDE for size in sizes],
    ids=[
        f"{ {'c': 'compare', 'f': 'flow', 'i': 'inspections'}[key] }-{force.lower()}-{w}x{h}"
        for key, force, _, sizes in BESIDE
        for w, h in sizes
    ],
)
async def test_the_first_screen_of_a_page_beside_the_board(
    key: str,
    force: str,
    day: str,
    size: tuple[int, int],
    demo_database: Path,
    golden: SnapshotAssertion,
) -> None:
    async with opened(demo_database, force, day, size=size) as pilot:
        await press(pilot, key)
        assert screen_text(pilot) == golden
