"""The screens beside the board: their keys, what they keep, and what they lead to."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import Input

from boardtui.export.file import write
from boardtui.panels.compare.chance import to_conclude
from boardtui.panels.subject import FlowNumber
from boardtui.review.day.compared import ComparedFigure
from boardtui.screens.beside.beside_screen import BesideScreen
from boardtui.screens.beside.flow_screen import FlowScreen
from boardtui.screens.breakdown.breakdown_screen import BreakdownScreen
from boardtui.screens.breakdown.series_screen import SeriesScreen
from boardtui.screens.cases.case_screen import CaseScreen
from boardtui.screens.cases.cases_screen import CasesScreen
from boardtui.settings import Display, Settings
from tests.panels.compared import EXAMPLESHIRE, PUBLISHED
from tests.screens.driving import TERMINAL, burst, opened, press, screen_text
from tests.screens.page_driving import KEYS, app, on_board, open_page, page, whole
from tests.screens.spoiling import empty, overwrite

CLOSED = Settings(display=Display(cases=False))


@pytest.mark.parametrize("name", KEYS)
async def test_esc_leads_back_to_the_board_with_its_spot_kept(
    demo_database: Path, name: str
) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "tab", "down")
        spot = app(pilot).board.view.subject
        before = screen_text(pilot)
        await open_page(pilot, name)
        await press(pilot, "down", "escape")
        assert on_board(pilot)
        assert app(pilot).board.view.subject == spot
        assert screen_text(pilot) == before


@pytest.mark.parametrize("name", KEYS)
@pytest.mark.parametrize(
    ("way", "screen"),
    [
        (("enter",), BreakdownScreen),
        (("enter", "enter"), CasesScreen),
        (("enter", "down", "enter", "enter"), CaseScreen),
    ],
    ids=["breakdown", "cases", "case"],
)
async def test_a_page_opens_over_what_is_looked_at_and_leads_back_there(
    demo_database: Path, name: str, way: tuple[str, ...], screen: type
) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, *way)
        assert isinstance(pilot.app.screen, screen)
        await open_page(pilot, name)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, screen)


async def test_esc_undoes_one_step_after_another(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        screens = []
        for name in KEYS:
            screens.append(await open_page(pilot, name))
            await press(pilot, KEYS[name])
            assert page(pilot) is screens[-1], "the key of the screen that is seen does nothing"
        while len(screens) > 1:
            screens.pop()
            await press(pilot, "escape")
            assert page(pilot) is screens[-1]
        await press(pilot, "escape")
        assert on_board(pilot)


async def test_a_screen_begins_with_the_card_that_was_looked_at(demo_database: Path) -> None:
    async with opened(demo_database, size=TERMINAL) as pilot:
        await press(pilot, "tab", "tab")
        compare = await open_page(pilot, "compare")
        assert isinstance(compare.view.subject, ComparedFigure)
        assert compare.view.subject.measure.name == "overdue_assessments"
        flow = await open_page(pilot, "flow")
        assert isinstance(flow.view.subject, FlowNumber)
        assert flow.view.subject.flow.backlog == "assessments"


@pytest.mark.parametrize("name", KEYS)
async def test_find_works_on_a_page(demo_database: Path, name: str) -> None:
    async with opened(demo_database) as pilot:
        await open_page(pilot, name)
        await press(pilot, "slash")
        assert isinstance(pilot.app.focused, Input)
        await burst(pilot, *"overdue high north")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, BreakdownScreen)


async def test_tab_goes_from_one_backlog_to_the_other(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await open_page(pilot, "flow")
        assert "Overdue visits rose" in screen_text(pilot)
        await press(pilot, "tab")
        assert "Overdue assessments fell" in screen_text(pilot)


async def test_enter_on_a_number_of_each_kind_in_the_flow_opens_as_many_cases(
    demo_database: Path,
) -> None:
    async with opened(demo_database, *map(str, EXAMPLESHIRE), size=TERMINAL) as pilot:
        screen = await open_page(pilot, "flow")
        kinds = set()
        for keys in ((), ("v",), ("tab",), ("v",)):
            await press(pilot, *keys)
            for spot in range(screen.view.spot_count):
                screen.view.go_to(spot)
                number = screen.view.subject
                assert isinstance(number, FlowNumber)
                by = [at.dimension for at in number.slices]
                kind = (number.flow.backlog, number.which, number.counted, *by)
                if kind in kinds:
                    continue
                kinds.add(kind)
                await press(pilot, "enter")
                cases = pilot.app.screen
                assert isinstance(cases, CasesScreen)
                assert cases.rows.count == number.people, number
                await press(pilot, "escape")
                assert page(pilot) is screen
                assert screen.view.subject is number
        assert len(kinds) > 20


async def test_where_single_cases_are_closed_no_number_opens(demo_database: Path) -> None:
    async with opened(demo_database, settings=CLOSED) as pilot:
        screen = await open_page(pilot, "flow")
        for spot in range(screen.view.spot_count):
            screen.view.go_to(spot)
            await press(pilot, "enter")
            assert page(pilot) is screen


async def test_the_list_behind_a_number_says_where_it_was_opened(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        screen = await open_page(pilot, "flow")
        assert isinstance(screen, FlowScreen)
        await press(pilot, "home", "down", "enter")
        shown = screen_text(pilot)
        assert "Board › What changed › visits › visited" in shown
        assert "121" in shown


async def test_enter_on_a_compared_figure_is_of_that_figure(demo_database: Path) -> None:
    """And not of what the board behind the page has marked."""
    async with opened(demo_database) as pilot:
        screen = await open_page(pilot, "compare")
        opened_by = {
            "overdue_assessments": "Overdue assessments",
            "caseload_max": "Caseload",
            "managed": "Managed",
        }
        for spot, subject in enumerate(screen.view.subjects()):
            if not isinstance(subject, ComparedFigure):
                continue
            title = opened_by.pop(subject.measure.name, None)
            if title is None:
                continue
            screen.view.go_to(spot)
            await press(pilot, "enter")
            assert isinstance(pilot.app.screen, BreakdownScreen)
            assert f"Board › {title}" in screen_text(pilot).splitlines()[0]
            await press(pilot, "escape")
        assert not opened_by


async def test_a_figure_of_months_opens_them(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        screen = await open_page(pilot, "compare")
        subjects = screen.view.subjects()
        place = next(
            n
            for n, one in enumerate(subjects)
            if isinstance(one, ComparedFigure) and one.measure.name == "visits_attempted"
        )
        screen.view.go_to(place)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, SeriesScreen)
        assert "Visits tried" in screen_text(pilot)


async def test_each_page_is_written_with_what_it_is_about(
    demo_database: Path, tmp_path: Path
) -> None:
    written = {}
    async with opened(demo_database) as pilot:
        for page in ("compare", "flow", "inspections"):
            await open_page(pilot, page)
            screen = pilot.app.screen
            assert isinstance(screen, BesideScreen)
            write(screen.export(), str(tmp_path / f"{page}.csv"), lambda count: None)
            with (tmp_path / f"{page}.csv").open(encoding="utf-8-sig", newline="") as file:
                written[page] = list(csv.DictReader(file))
    compared = next(row for row in written["compare"] if row["measure"] == "overdue_visits")
    assert (compared["value"], compared["then_value"], compared["change"]) == ("273", "217", "56")
    assert (compared["then_as_at"], compared["then_origin"]) == ("2023-03-31", "published")
    assert compared["then_other_origin"] == "records"
    assert "95% interval 1.05 to 1.51" in compared["chance"]
    opening = written["flow"][0]
    assert (opening["measure"], opening["value"]) == (
        "flow of overdue visits: overdue on 31 Mar 2023",
        "217",
    )
    assert (opening["period_start"], opening["as_at"]) == ("2023-03-31", "2024-01-17")
    found = written["inspections"][0]
    assert "217 visits" in found["inspection_finding"]
    assert found["response_due"] == "2023-05-26"
    assert all("SYNTHETIC" in row["of"] for rows in written.values() for row in rows)


async def test_what_may_be_concluded_comes_once_it_is_worked_out(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        assert app(pilot).board.board.conclusions is None
        await open_page(pilot, "compare")
        conclusions = app(pilot).board.board.conclusions
        assert conclusions is not None
        assert set(conclusions) == set(to_conclude(app(pilot).review))
        told = whole(pilot)
        assert "more than chance alone explains, as a count and as a share" in told
        assert "being worked out" not in told
        await press(pilot, "d", "end")
        assert "interval" in screen_text(pilot)


@pytest.mark.parametrize("place", PUBLISHED)
async def test_of_published_figures_every_screen_opens_or_its_key_says_why_not(
    demo_database: Path, place: str
) -> None:
    force, day = PUBLISHED[place]
    async with opened(demo_database, force, day.isoformat(), size=TERMINAL) as pilot:
        for name, key in KEYS.items():
            await press(pilot, key)
            if on_board(pilot):
                assert name != "inspections"
                assert [notice.message for notice in pilot.app._notifications]
                pilot.app.clear_notifications()
                continue
            screen = page(pilot)
            assert "being worked out" not in whole(pilot)
            await press(pilot, "enter")
            while page_is_covered(pilot.app.screen):
                await press(pilot, "escape")
            assert page(pilot) is screen
            await press(pilot, "escape")


def page_is_covered(screen: object) -> bool:
    return not isinstance(screen, BesideScreen)


@pytest.mark.parametrize("name", KEYS)
@pytest.mark.parametrize("spoil", [overwrite, empty], ids=["overwritten", "emptied"])
async def test_a_page_stays_honest_when_the_database_disappears(
    own_database: Path,
    name: str,
    spoil: Callable[[Path], None],
) -> None:
    async with opened(own_database) as pilot:
        screen = await open_page(pilot, name)
        before = screen.view.whole_text()
        spoil(own_database)
        await press(pilot, "b")
        assert page(pilot) is screen
        told = [notice.message for notice in pilot.app._notifications]
        assert any("cannot be read" in sentence for sentence in told)
        assert screen.view.whole_text() == before


async def test_a_page_that_cannot_be_read_is_not_opened(
    own_database: Path,
) -> None:
    async with opened(own_database) as pilot:
        overwrite(own_database)
        for name in ("compare", "inspections"):
            await press(pilot, KEYS[name])
            assert on_board(pilot)
            # The notice stands over the board's own rows, broken wherever it must.
            told = [notice.message for notice in pilot.app._notifications]
            assert all("cannot be read" in sentence for sentence in told)
            assert told
            assert "18.3% of 1,488 actively managed" in screen_text(pilot)


async def test_what_a_page_waits_for_in_vain_says_so(
    own_database: Path,
) -> None:
    async with opened(own_database) as pilot:
        overwrite(own_database)
        await open_page(pilot, "flow")
        told = whole(pilot)
        assert "Overdue visits rose from 217 to 273" in told
        assert "could not be worked out" in told
        assert "being worked out" not in told
