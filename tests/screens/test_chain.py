"""What changed month by month on its screen: rows, ways, what is written and hidden."""

from __future__ import annotations

import re
from contextlib import closing
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from textual.pilot import Pilot

from boardtui.core.flow.parts import Part
from boardtui.core.measures.backlogs import VISITS
from boardtui.review.day.selection import choose
from boardtui.review.flow.chained import chained
from boardtui.screens.beside.chain_screen import ChainScreen
from boardtui.screens.beside.flow_screen import FlowScreen
from boardtui.screens.cases.cases_screen import CasesScreen
from boardtui.screens.trend.trend_screen import TrendScreen
from boardtui.settings import Settings
from boardtui.settings.declared import Audiences
from boardtui.store.connection.opening import open_database
from tests.screens.driving import opened, press, screen_text, settle
from tests.screens.page_driving import on_board, whole

FORCE, NOW, THEN = "Specimenshire", "2023-12-31", date(2022, 12, 31)
SIZES = [(40, 20), (80, 24), (120, 36), (200, 50)]


async def chain(pilot: Pilot[None], *keys: str) -> ChainScreen:
    """The screen after some keys, once nothing of it is awaited."""
    await press(pilot, *keys)
    screen = pilot.app.screen
    assert isinstance(screen, ChainScreen)
    while screen.awaited() is not None:
        await screen.workers.wait_for_complete()
        await settle(pilot)
    return screen


def here(pilot: Pilot[None]) -> type[object]:
    return type(pilot.app.screen)


def rows(text: str) -> list[list[int]]:
    """The numbers of each month's row, as they are read."""
    found = re.findall(r"[A-Z][a-z]{2} 20\d\d((?: +[+−▐]*[\d,]+▌?| +[▓█│]+)+)", text)
    return [
        [int(n.replace("−", "-")) for n in re.findall(r"[+−]?\d+", row.replace(",", ""))]
        for row in found
    ]


async def test_each_opening_is_the_closing_before_and_the_parts_lead_to_it(
    demo_database: Path,
) -> None:
    async with opened(demo_database, FORCE, NOW, THEN) as pilot:
        await chain(pilot, "f", "x")
        text = screen_text(pilot)
        assert "Overdue visits rose from 27 to 59 over 12 months: they rose in" in text
        months = rows(text)
        assert len(months) == 12
        for before, after in pairwise(months):
            assert before[-1] == after[0]
        for then, *parts, now in months:
            assert then + sum(parts) == now
        assert (months[0][0], months[-1][-1]) == (27, 59)
        assert "The sums of the parts over months are not the parts of the flow" in whole(pilot)


async def test_the_numbers_are_those_of_the_command(demo_database: Path) -> None:
    with closing(open_database(str(demo_database))) as database:
        force = choose(database, FORCE).force
        days = (THEN, date.fromisoformat(NOW))
        told = chained(database, force, days, VISITS, Settings().rules(None))
    async with opened(demo_database, FORCE, NOW, THEN, size=(200, 50)) as pilot:
        await chain(pilot, "f", "x")
        months = rows(screen_text(pilot))
    for link, month in zip(told.links, months, strict=True):
        assert link.cleared_without is not None
        assert month[:3] == [link.opening, -(link.parts[Part.VISITED] or 0), -link.cleared_without]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_it_is_whole_at_any_size(demo_database: Path, size: tuple[int, int]) -> None:
    async with opened(demo_database, FORCE, NOW, THEN, size=size) as pilot:
        await chain(pilot, "f", "x")
        text = screen_text(pilot)
        assert len(text.splitlines()) == size[1]
        assert not any("…" in line for line in text.splitlines())
        for sign in ("Dec 2023", "cleared", "now", "sum", "? keys"):
            assert sign in text, sign
        assert ("▓" in text) == (size[0] >= 80)
        assert ("Not in sight, for want of room" in whole(pilot)) == (size[0] < 80)


async def test_the_other_backlog_the_people_the_months_and_back(demo_database: Path) -> None:
    async with opened(demo_database, FORCE, NOW, THEN) as pilot:
        await chain(pilot, "f", "x")
        await press(pilot, "down", "right", "d")
        assert "visited" in screen_text(pilot)
        await press(pilot, "escape", "enter")
        assert here(pilot) is CasesScreen
        text = screen_text(pilot)
        assert "Feb 2023 › visited" in text
        assert len(re.findall(r"SP-\d{5}", text)) == 15
        await press(pilot, "escape", "right", "m")
        screen = pilot.app.screen
        assert isinstance(screen, TrendScreen)
        assert screen.over_months() == ("cleared_without_visit", ())
        await press(pilot, "escape")
        await chain(pilot, "tab")
        assert "Overdue assessments" in screen_text(pilot)
        await press(pilot, "escape")
        assert here(pilot) is FlowScreen
        await press(pilot, "escape")
        assert on_board(pilot)


async def test_it_is_offered_where_there_are_two_steps_and_says_why_it_is_not(
    demo_database: Path,
) -> None:
    async with opened(demo_database, FORCE, NOW) as pilot:
        await press(pilot, "f")
        assert "month by month" not in screen_text(pilot)
        await press(pilot, "x")
        assert here(pilot) is FlowScreen
        (notice,) = pilot.app._notifications
        assert notice.message.startswith("From then to now there is one step alone")
        await press(pilot, "escape", "slash", *"what changed month by month", "enter")
        assert "there is one step alone" in whole(pilot)
        await press(pilot, "escape")
        assert on_board(pilot)
    async with opened(demo_database, FORCE, NOW, THEN) as pilot:
        await press(pilot, "f")
        assert "x month by month" in screen_text(pilot)
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert "x month by month" in screen_text(pilot)


async def test_another_then_is_told_in_the_place_of_the_first(demo_database: Path) -> None:
    async with opened(demo_database, FORCE, NOW, THEN) as pilot:
        await chain(pilot, "slash", *"what changed month by month", "enter")
        await press(pilot, "b", "home", "down", "down")
        await chain(pilot, "enter")
        assert len(rows(screen_text(pilot))) == 3


async def test_steps_that_are_no_months_and_what_was_counted_otherwise_are_said(
    demo_database: Path,
) -> None:
    async with opened(demo_database, FORCE, NOW, date(2021, 6, 30), size=(120, 60)) as pilot:
        screen = await chain(pilot, "f", "x")
        text = screen_text(pilot)
        # There is no snapshot of August, so that one step is of two months.
        assert "30 Sep 2021" in text
        assert "31 Aug 2021" not in text
        assert "counted otherwise from 31 Mar 2022 on: overdue from the day after" in text
        assert "Each step as it was counted when it was taken in" in text
        places = screen.view.subjects()
        screen.view.go_to(1)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ChainScreen)
        (notice,) = pilot.app._notifications
        assert notice.message.startswith("Counted under another definition")
        assert len(places) > 100


async def test_all_of_it_is_written(demo_database: Path) -> None:
    async with opened(demo_database, FORCE, NOW, THEN) as pilot:
        screen = await chain(pilot, "f", "x")
        export = screen.export()
        assert export.text is not None
        text = list(export.text())
        assert sum(line.startswith("31 ") and " to " in line for line in text) >= 6
        assert text[-1].startswith("The sums of the parts over months")
        assert export.count == len(list(export.rows())) > 12 * 10


async def test_what_is_hidden_has_its_mark_and_no_bar(demo_database: Path) -> None:
    settings = Settings(audience=Audiences(shown_to="board"))
    async with opened(demo_database, FORCE, NOW, THEN, settings=settings) as pilot:
        await chain(pilot, "f", "x")
        text = screen_text(pilot)
        assert "[c]" in text
        hidden = next(line for line in text.splitlines() if re.search(r"20\d\d.*\[c\]", line))
        assert "▓" not in hidden
        assert "people" not in text.splitlines()[-1]
        sums = next(line for line in text.splitlines() if line.strip().startswith("sum"))
        assert "–" in sums
