"""Lists of cases opened over a board, and a database of many to list."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, timedelta
from pathlib import Path

from textual.pilot import Pilot

from boardtui.core.criterion.dimension import RISK_LEVELS, Slices
from boardtui.review.cases.cases import case_list
from boardtui.screens.board.board_screen import BoardScreen
from boardtui.screens.cases.cases_screen import CasesScreen
from boardtui.screens.dialogs.jump import labels
from tests.registers import Case, Force, Register, write
from tests.screens.driving import WIDE, burst, opened, press, settle
from tests.screens.sheets import above, row

DAY = date(2024, 1, 17)
COUNT = 700
OVERDUE = "Board › Overdue visits"


def number(row: int) -> str:
    return f"C-{row:04d}"


def many_cases(path: Path) -> Path:
    """Cases that are each a day less overdue than the one before; every third in the North."""
    cases = tuple(
        Case(
            number(row),
            risk_level=RISK_LEVELS[row % 4],
            unit="North" if row % 3 == 0 else None,
            officer_ref=f"OM-{row % 50:02d}",
            visit_due=DAY - timedelta(days=COUNT + 1 - row),
        )
        for row in range(1, COUNT + 1)
    )
    return write(path, Force(registers=(Register(DAY, tuple(reversed(cases))),)), counted=False)


@asynccontextmanager
async def listed(
    path: Path,
    measure: str = "overdue_visits",
    slices: Slices = (),
    size: tuple[int, int] = WIDE,
    crumb: str = OVERDUE,
) -> AsyncIterator[tuple[Pilot[None], CasesScreen]]:
    """The list of a measure, opened over the board."""
    async with opened(path, size=size) as pilot:
        board = pilot.app.screen
        assert isinstance(board, BoardScreen)
        review = board.review
        cases = case_list(review.database, review.selection, measure, slices, review.definition)
        screen = CasesScreen(review, cases, board.location, board.view.palette, crumb)
        await pilot.app.push_screen(screen)
        await settle(pilot)
        yield pilot, screen


def rows(screen: CasesScreen) -> list[str]:
    """The first column of the rows in sight."""
    sheet, there = screen.view.sheet, screen.view.in_sight()
    return [row(sheet, place)[0] for place in there if place < sheet.count]


def heading(screen: CasesScreen) -> str:
    """What stands above the rows, on one line; the number of cases is large, and not among it."""
    return above(screen.view.sheet)


async def sort_by(pilot: Pilot[None], name: str) -> None:
    """Sort by a column, by its letter; by that of the order already, turn it round."""
    screen = pilot.app.screen
    assert isinstance(screen, CasesScreen)
    at = [column.name for column in screen.view.sheet.columns].index(name)
    places = screen.view.places()
    await press(pilot, "g", *labels(len(places))[places.index(-1 - at)])


def current(screen: CasesScreen) -> str:
    case = screen.rows.at(screen.view.current)
    assert case is not None
    return case.case_ref


async def ask(pilot: Pilot[None], key: str, text: str) -> None:
    await press(pilot, key)
    await burst(pilot, *text, "enter")
