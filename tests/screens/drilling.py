"""From a figure down to its cases and to one case: what is open, and what its table says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input

from boardtui.core.measures import MEASURES
from boardtui.panels.sheet import Sheet
from boardtui.review.day.review import Review
from boardtui.screens.app import BoardApp
from boardtui.screens.breakdown.breakdown_screen import BreakdownScreen
from boardtui.screens.cases.case_screen import CaseScreen
from boardtui.screens.cases.cases_screen import CasesScreen
from boardtui.screens.dialogs.writing import Writing
from boardtui.settings import Display, Settings
from tests.screens import sheets
from tests.screens.driving import burst, press

CLOSED = Settings(display=Display(cases=False))
TOTAL = 273
"""Overdue visits of the demo's force on its newest day, as its figures are documented."""


def app(pilot: Pilot[None]) -> BoardApp:
    assert isinstance(pilot.app, BoardApp)
    return pilot.app


def shows(pilot: Pilot[None], screen: type[Screen[Any]]) -> bool:
    return isinstance(pilot.app.screen, screen)


def review(pilot: Pilot[None]) -> Review:
    return app(pilot).review


def breakdown(pilot: Pilot[None]) -> BreakdownScreen:
    assert isinstance(pilot.app.screen, BreakdownScreen)
    return pilot.app.screen


def cases(pilot: Pilot[None]) -> CasesScreen:
    assert isinstance(pilot.app.screen, CasesScreen)
    return pilot.app.screen


def any_of_cases(pilot: Pilot[None]) -> bool:
    return any(isinstance(screen, CasesScreen | CaseScreen) for screen in pilot.app.screen_stack)


def number(text: str) -> int:
    if text in ("–", "none", "not there now"):
        return 0
    return int(text.replace(",", "").replace("−", "-"))


def sheet(pilot: Pilot[None]) -> Sheet:
    return breakdown(pilot).view.sheet


def row(pilot: Pilot[None], place: int) -> list[str]:
    """A row of the breakdown, without its bars; of the place after the last one the total."""
    return sheets.row(sheet(pilot), place)


def current(pilot: Pilot[None]) -> list[str]:
    return row(pilot, breakdown(pilot).view.current)


def column(pilot: Pilot[None], head: str) -> dict[str, str]:
    """A column of the breakdown, the total's cell too, by the names of the rows."""
    return sheets.column(sheet(pilot), head)


def slices(pilot: Pilot[None]) -> dict[str, int]:
    """Each slice of the breakdown with its number now."""
    now = column(pilot, "now")
    now.pop("all")
    return {name: number(text) for name, text in now.items()}


def total(pilot: Pilot[None]) -> int:
    return number(column(pilot, "now")["all"])


def path(pilot: Pilot[None]) -> str:
    """Where one is, from the board: "Overdue visits › by risk"."""
    crumb = re.search(r"Board › (.*?)(?: now| then|$)", sheets.above(sheet(pilot)))
    assert crumb is not None
    return crumb[1].strip()


async def by(pilot: Pilot[None], *dimensions: str) -> None:
    """Go on until the breakdown is by some dimensions: the first by tab, the second by x."""
    measure = MEASURES[breakdown(pilot).breakdown.measure]
    for key, at in (("tab", 0), ("x", 1)):
        for _ in range(len(measure.dimensions) + 1):
            if breakdown(pilot).breakdown.by[at : at + 1] == dimensions[at : at + 1]:
                break
            await press(pilot, key)
    assert breakdown(pilot).breakdown.by == dimensions


async def to_slice(pilot: Pilot[None], name: str) -> None:
    names = list(slices(pilot))
    await press(pilot, "home", *["down"] * names.index(name))


async def typed(pilot: Pilot[None], text: str) -> None:
    await burst(pilot, *text)


async def write(pilot: Pilot[None], name: str | Path) -> None:
    await press(pilot, "w")
    assert isinstance(pilot.app.screen, Writing)
    pilot.app.screen.query_one(Input).value = str(name)
    await press(pilot, "enter")
