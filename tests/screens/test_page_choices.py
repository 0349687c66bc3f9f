"""Choosing on a page: another baseline, another definition, another of the figures given."""

from __future__ import annotations

import threading
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import OptionList

from boardtui.core.criterion.definition import STANDARD, Definition
from boardtui.core.measures import MEASURES
from boardtui.core.measures.measure import stated
from boardtui.panels.subject import FlowNumber
from boardtui.review.day.compared import ComparedFigure
from boardtui.screens.board import working, working_screen
from boardtui.settings import Settings
from tests.registers import Case, Force, Register, write
from tests.screens.driving import opened, press, screen_text, settle
from tests.screens.page_driving import KEYS, app, on_board, open_page, page, whole
from tests.screens.test_choosing import choose

WEEK = Definition(grace_days=7, band_ends=(30, 90, 180, 365))
THEN, DAY = date(2023, 3, 31), date(2024, 1, 17)


def of_week(settings: Settings) -> Settings:
    return replace(settings, overdue=replace(settings.overdue, grace_days=7))


async def board_says(pilot: Pilot[None]) -> str:
    """Leave the page, and read the board."""
    await press(pilot, "escape")
    assert on_board(pilot)
    return " ".join(screen_text(pilot).split())


@pytest.mark.parametrize("name", KEYS)
@pytest.mark.parametrize(
    ("words", "against"),
    [
        ("31 Mar 2023 (records)", "against: 31 Mar 2023 (records)"),
        ("30 Nov 2023", "against: 30 Nov 2023"),
        ("nothing", "against: nothing"),
    ],
)
async def test_a_baseline_chosen_on_a_page_is_the_board_s_too(
    demo_database: Path, name: str, words: str, against: str
) -> None:
    async with opened(demo_database) as pilot:
        screen = await open_page(pilot, name)
        assert "against: inspection" in screen_text(pilot)
        await choose(pilot, "b", words)
        assert page(pilot) is screen
        assert against in screen_text(pilot)
        assert against in await board_says(pilot)


async def test_the_comparison_is_of_the_baseline_that_was_chosen(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await open_page(pilot, "compare")
        await choose(pilot, "b", "nothing")
        told = whole(pilot)
        assert "then, said" not in told
        assert "Two points are a difference" not in told
        await choose(pilot, "b", "inspection")
        told = whole(pilot)
        assert "then, said: March 2023" in told
        assert "ratio of now to then 1.26" in told


async def test_a_flow_without_records_of_the_baseline_s_day_says_from_when(
    demo_database: Path,
) -> None:
    async with opened(demo_database) as pilot:
        screen = await open_page(pilot, "flow")
        await choose(pilot, "b", "30 Nov 2023")
        assert "No records of the baseline's day: the flow is from 31 Mar 2023 instead." in whole(
            pilot
        )
        assert isinstance(screen.view.subject, FlowNumber)


async def choose_283(pilot: Pilot[None]) -> None:
    await choose(pilot, "s", "283 · said by")


async def test_a_figure_chosen_on_a_page_stands_on_the_board_and_stays(
    demo_database: Path,
) -> None:
    before = demo_database.read_bytes()
    async with opened(demo_database) as pilot:
        screen = await open_page(pilot, "compare")
        subject = screen.view.subject
        assert isinstance(subject, ComparedFigure)
        assert subject.figure.value == 273
        await choose_283(pilot)
        told = whole(pilot)
        assert "18.6% of 1,521" in told
        assert "+66 (+30%)" in told
        assert "records give too" in told
        shown = await board_says(pilot)
        assert "283 18.6% of 1,521 managed" in shown
        assert "chosen: said by Deputy chief" in shown
        assert "was 217 +66 (+30%)" in shown
        await choose(pilot, "b", "31 Mar 2023 (records)")
        shown = " ".join(screen_text(pilot).split())
        assert "against: 31 Mar 2023 (records)" in shown
        assert "283 18.6% of 1,521 managed" in shown
        # The base that was said with it is another than the records' own.
        assert "not comparable: the bases differ:" in shown
    assert demo_database.read_bytes() == before


async def test_the_list_of_figures_marks_the_one_that_stands(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await choose_283(pilot)
        await press(pilot, "home", "s")
        options = pilot.app.screen.query_one(OptionList).options
        marked = [str(option.prompt) for option in options if str(option.prompt).startswith("▸")]
        assert len(options) == 3
        assert len(marked) == 1
        assert marked[0].startswith("▸ 283")


async def test_a_figure_chosen_stays_under_another_definition(demo_database: Path) -> None:
    async with opened(demo_database, settings=of_week(Settings())) as pilot:
        await choose_283(pilot)
        await choose(pilot, "r", "as stored")
        assert "283 18.6% of 1,521 managed" in " ".join(screen_text(pilot).split())


async def test_a_number_of_a_flow_has_no_sources_to_choose_from(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        screen = await open_page(pilot, "flow")
        await press(pilot, "s")
        assert page(pilot) is screen


def cases(day: date) -> tuple[Case, ...]:
    """Five days late, eight days late, and in time."""
    return tuple(
        Case(f"P-{days}", visit_due=date.fromordinal(day.toordinal() - days)) for days in (5, 8, -3)
    )


@pytest.fixture
def two_definitions(tmp_path: Path) -> Path:
    """A register taken in with a week's grace, and later without any."""
    registers = (
        Register(THEN, cases(THEN), definition=WEEK),
        Register(DAY, cases(DAY), definition=STANDARD),
    )
    return write(tmp_path / "a.db", Force(registers=registers))


async def test_definitions_that_differ_are_told_while_it_is_worked_out_again(
    two_definitions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    let = threading.Event()
    restated = working.restated

    def held(*arguments: Any) -> working.Restated:
        let.wait(timeout=20)
        return restated(*arguments)

    monkeypatch.setattr(working_screen, "restated", held)
    before = two_definitions.read_bytes()
    async with opened(two_definitions, settled=False) as pilot:
        await pilot.press("c")
        await pilot.pause()
        told = whole(pilot)
        assert "computing the figures again" in told
        assert "not comparable" in told
        assert f"the definitions differ: {overdue(STANDARD)} now, {overdue(WEEK)} then" in told
        let.set()
        await settle(pilot)
        told = whole(pilot)
        assert "not comparable" not in told
        assert "computed again for this board" in told
        assert f"then, records: as stored under another definition: {WEEK.in_full()}; here" in told
        assert "as stored 1 –" in told
    assert two_definitions.read_bytes() == before


def overdue(definition: Definition) -> str:
    return stated(MEASURES["overdue_visits"], definition)


async def test_a_definition_chosen_on_a_page_is_the_board_s_too(two_definitions: Path) -> None:
    async with opened(two_definitions) as pilot:
        await open_page(pilot, "compare")
        figure = app(pilot).review.figures("overdue_visits")[0]
        assert figure.figure.value == 2
        await choose(pilot, "r", "31 Mar 2023 as stored")
        figure = app(pilot).review.figures("overdue_visits")[0]
        assert figure.figure.value == 1
        assert f"computed again for this board: {WEEK.words()}" in whole(pilot)
        assert "as stored – 2" in whole(pilot)
        assert "computed again for this board" in await board_says(pilot)
