"""Every key of every screen leads somewhere that esc leads back from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.dom import DOMNode
from textual.pilot import Pilot
from textual.screen import Screen

from boardtui.review.forecast.forecast import Forecast, forecast
from boardtui.screens.app import BoardApp
from boardtui.screens.beside import forecast_screen
from boardtui.screens.beside.chain_screen import ChainScreen
from boardtui.screens.beside.compare_screen import CompareScreen
from boardtui.screens.beside.flow_screen import FlowScreen
from boardtui.screens.beside.forces_screen import ForcesScreen
from boardtui.screens.beside.forecast_screen import ForecastScreen
from boardtui.screens.beside.inspections_screen import InspectionsScreen
from boardtui.screens.board.board_screen import BoardScreen
from boardtui.screens.breakdown.breakdown_screen import BreakdownScreen
from boardtui.screens.breakdown.series_screen import SeriesScreen
from boardtui.screens.cases.case_screen import CaseScreen
from boardtui.screens.cases.cases_screen import CasesScreen
from boardtui.screens.dialogs.asking import Asking
from boardtui.screens.dialogs.choosing import Choosing, ChoosingCard
from boardtui.screens.dialogs.choosing_day import ChoosingDay
from boardtui.screens.dialogs.defining import Defining
from boardtui.screens.dialogs.find_screen import FindScreen
from boardtui.screens.dialogs.helping import Helping
from boardtui.screens.dialogs.jump import Jump
from boardtui.screens.dialogs.reading import Reading
from boardtui.screens.dialogs.waiting import Waiting
from boardtui.screens.dialogs.writing import Writing
from boardtui.screens.key_map import screens_with_keys
from boardtui.screens.keys.keys import bindings_of
from boardtui.screens.notes.notes_screen import NotesScreen
from boardtui.screens.show.answer_screen import AnswerScreen
from boardtui.screens.show.blank_screen import BlankScreen
from boardtui.screens.show.leaving import Leaving
from boardtui.screens.show.show_screen import ShowScreen
from boardtui.screens.trend.trend_screen import TrendScreen
from boardtui.screens.trend.years_screen import YearsScreen
from boardtui.store.connection.database import Database
from tests.screens.driving import opened, press

WAYS: dict[str, tuple[type[Screen[Any]], tuple[str, ...]]] = {
    "board": (BoardScreen, ()),
    "breakdown": (BreakdownScreen, ("1",)),
    "cross": (BreakdownScreen, ("1", "x")),
    "cases": (CasesScreen, ("1", "down", "enter")),
    "case": (CaseScreen, ("1", "down", "enter", "enter")),
    "compare": (CompareScreen, ("c",)),
    "flow": (FlowScreen, ("f",)),
    "month by month": (ChainScreen, ("slash", *"changed month by month", "enter")),
    "inspections": (InspectionsScreen, ("i",)),
    "series": (SeriesScreen, ("5",)),
    "months ahead": (ForecastScreen, ("M",)),
    "forces": (ForcesScreen, ("F",)),
    "trend": (TrendScreen, ("m",)),
    "years": (YearsScreen, ("m", "x")),
    "find": (FindScreen, ("slash",)),
    "choosing": (Choosing, ("b",)),
    "cards": (ChoosingCard, ("0",)),
    "definition": (Defining, ("d",)),
    "help": (Helping, ("1", "question_mark")),
    "warnings": (Reading, ("exclamation_mark",)),
    "jump": (Jump, ("g",)),
    "writing": (Writing, ("w",)),
    "asking": (Asking, ("1", "down", "enter", "colon")),
    "show": (ShowScreen, ("f5", "right")),
    "answer": (AnswerScreen, ("f5", "slash", *"unit", "enter")),
    "black": (BlankScreen, ("f5", "b")),
}
MOST_BACK = 12
"""Screens that keys of this test can lead down, with the slices of a breakdown."""


def test_there_is_a_way_to_every_screen_that_has_keys() -> None:
    reached = {screen for screen, _ in WAYS.values()}
    # What is waited for is there at once where nothing is worked out, and a day is typed where
    # there are very many; two are of other apps.
    others = (BoardApp, Waiting, ChoosingDay, Leaving, NotesScreen)
    assert reached == {each for each in screens_with_keys() if each not in others}


@pytest.fixture(scope="module")
def forecasts() -> dict[object, Forecast]:
    """What was worked out of the demo database: a key of most screens asks for the same."""
    return {}


@pytest.fixture(autouse=True)
def once(
    few_runs: None, forecasts: dict[object, Forecast], monkeypatch: pytest.MonkeyPatch
) -> None:
    def worked_out(database: Database, *asked: Any) -> Forecast:
        if asked not in forecasts:
            forecasts[asked] = forecast(database, *asked)
        return forecasts[asked]

    monkeypatch.setattr(forecast_screen, "forecast", worked_out)


@pytest.mark.parametrize(("screen", "ways"), WAYS.values(), ids=WAYS)
async def test_each_key_of_a_screen_leads_where_esc_leads_back_from(
    demo_database: Path,
    monkeypatch: pytest.MonkeyPatch,
    screen: type[Screen[Any]],
    ways: tuple[str, ...],
) -> None:
    monkeypatch.setattr(BoardApp, "action_quit", stays)
    async with opened(demo_database, size=(80, 24)) as pilot:
        await press(pilot, *ways)
        there = list(pilot.app.screen_stack)
        for key in keys_of(screen):
            assert isinstance(pilot.app.screen, screen)
            await press(pilot, key)
            await back(pilot, there)
            if pilot.app.screen_stack != there:
                assert on_board(pilot), key
                await press(pilot, *ways)
                there = list(pilot.app.screen_stack)
        await back(pilot, [])
        assert on_board(pilot)


def keys_of(screen: type[DOMNode]) -> list[str]:
    """The first key of each binding: the others do the same, and a walk presses them too."""
    return [binding.key.split(",")[0] for binding in bindings_of(screen)]


async def back(pilot: Pilot[None], there: list[Screen[Any]]) -> None:
    """Press esc until the screens that there were stand again, or the board alone."""
    for _ in range(MOST_BACK):
        if on_board(pilot) or pilot.app.screen_stack == there:
            return
        await press(pilot, "escape")


def on_board(pilot: Pilot[None]) -> bool:
    return len(pilot.app.screen_stack) == 1


async def stays(app: BoardApp) -> None:
    """In place of leaving, which would end the test early."""
