"""Choosing on a page: another baseline, another definition, another of the figures given."""

from __future__ import annotations

import threading
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from boardtui.core.criterion.definition import STANDARD, Definition
from boardtui.core.measures import MEASURES
from boardtui.core.measures.measure import stated
from boardtui.panels.subject import FlowNumber
from boardtui.review.day.compared import ComparedFigure
from boardtui.screens.board import working, working_screen
from boardtui.settings import Settings
from tests.registers import Case, Force, Register, write
from tests.screens.driving import opened, press, screen_text, settle
from tests.screens.lists import take as choose
from tests.screens.page_driving import KEYS, app, on_board, open_page, page, whole

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
    ("words", "then"),
    [("31 Mar 2023 (records)", "then 31 Mar 2023"), ("30 Nov 2023", "then 30 Nov 2023")],
)
async def test_a_baseline_chosen_on_a_screen_is_the_board_s_too(
    demo_database: Path, name: str, words: str, then: str
) -> None:
    async with opened(demo_database) as pilot:
        screen = await open_page(pilot, name)
        assert "then inspection, “March 2023”" in screen_text(pilot)
        await choose(pilot, "b", words)
        assert page(pilot) is screen
        assert then in screen_text(pilot)
        assert then in await board_says(pilot)


@pytest.mark.parametrize("name", KEYS)
async def test_where_nothing_is_compared_no_screen_has_a_then(
    demo_database: Path, name: str
) -> None:
    async with opened(demo_database) as pilot:
        await open_page(pilot, name)
        await choose(pilot, "b", "nothing")
        assert "“March 2023”" not in screen_text(pilot).splitlines()[0]
        assert " then " not in (await board_says(pilot)).split("now 17 Jan 2024")[0]


async def test_the_comparison_is_of_the_baseline_that_was_chosen(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await open_page(pilot, "compare")
        await choose(pilot, "b", "nothing")
        told = whole(pilot)
        assert "Nothing is compared" in told
        assert "chance" not in told
        await choose(pilot, "b", "inspection")
        told = whole(pilot)
        assert "then inspection, “March 2023”" in told
        assert "more than chance alone explains, as a count and as a share" in told


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


NOTE = "Overdue visits: 283, said by Deputy chief constable, was chosen of 3 given"


async def choose_283(pilot: Pilot[None]) -> None:
    """Let the third of the figures given stand, on the sheet that explains the first."""
    await press(pilot, "d", "right", "right", "escape")


async def test_a_figure_chosen_on_a_screen_stands_on_the_board_and_stays(
    demo_database: Path,
) -> None:
    before = demo_database.read_bytes()
    async with opened(demo_database) as pilot:
        screen = await open_page(pilot, "compare")
        subject = screen.view.subject
        assert isinstance(subject, ComparedFigure)
        assert subject.figure.value == 273
        await choose_283(pilot)
        assert page(pilot) is screen
        told = whole(pilot)
        assert NOTE in told
        assert "18.6% of 1,521" in told
        assert "+66 (+30%)" in told
        assert "said by Deputy chief constable" in told
        # The base that was said with it is another than the records' own.
        assert "the bases differ: managed now, actively managed then" in told
        shown = await board_says(pilot)
        assert NOTE in shown
        assert "18.6% of 1,521 managed" in shown
        assert "+66 +30%" in shown
        await choose(pilot, "b", "31 Mar 2023 (records)")
        shown = " ".join(screen_text(pilot).split())
        assert "then 31 Mar 2023" in shown
        assert "18.6% of 1,521 managed" in shown
    assert demo_database.read_bytes() == before


@pytest.mark.parametrize("name", KEYS)
async def test_every_screen_says_that_a_figure_was_chosen(demo_database: Path, name: str) -> None:
    async with opened(demo_database) as pilot:
        await choose_283(pilot)
        await open_page(pilot, name)
        assert NOTE in " ".join(screen_text(pilot).split())


async def test_a_figure_chosen_stays_under_another_definition(demo_database: Path) -> None:
    async with opened(demo_database, settings=of_week(Settings())) as pilot:
        await choose_283(pilot)
        await choose(pilot, "r", "as stored")
        assert "18.6% of 1,521 managed" in " ".join(screen_text(pilot).split())


async def test_a_number_of_a_flow_has_no_sources_to_choose_from(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        screen = await open_page(pilot, "flow")
        before = screen.view.subject
        await press(pilot, "d", "right", "escape")
        assert page(pilot) is screen
        assert screen.view.subject is before


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
        assert (
            f"then, by records: as stored under another definition: {WEEK.in_full()}; here" in told
        )
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
