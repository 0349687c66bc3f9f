"""The screen of a figure over months: from each screen, at each size, hidden, and written."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from boardtui.screens.trend.trend_screen import TrendScreen
from boardtui.settings import Settings
from boardtui.settings.declared import Audiences
from tests.screens.driving import opened, press, screen_text

HERE = ("Specimenshire", "2023-12-31")


def trend(pilot: Pilot[None]) -> TrendScreen:
    screen = pilot.app.screen
    assert isinstance(screen, TrendScreen)
    return screen


async def test_m_tells_the_current_figure_of_each_screen_over_months(demo_database: Path) -> None:
    async with opened(demo_database, *HERE) as pilot:
        for ways, what in {
            ("m",): ("overdue_visits", ()),
            ("f", "m"): ("cleared_without_visit", ()),
            ("c", "m"): ("overdue_visits", ()),
            ("5", "m"): ("visits_attempted", ()),
        }.items():
            await press(pilot, *ways)
            assert trend(pilot).over_months() == what
            await press(pilot, *["escape"] * len(ways))
        await press(pilot, "1", "m")
        name, slices = trend(pilot).over_months()
        assert (name, slices[0].dimension) == ("overdue_visits", "risk_level")
        await press(pilot, "escape", "enter", "m")
        assert trend(pilot).over_months() == (name, slices)


@pytest.mark.parametrize("size", [(40, 20), (80, 24), (120, 36), (200, 50)], ids=str)
async def test_the_picture_has_its_signs_at_any_size(
    demo_database: Path, size: tuple[int, int]
) -> None:
    async with opened(demo_database, *HERE, size=size) as pilot:
        await press(pilot, "f", "m")
        text = screen_text(pilot)
        assert len(text.splitlines()) == size[1]
        for sign in ("┊ from Apr 2022", "◆", "Dec 2023", "shift", "2021", "2023"):
            assert sign in text, sign
        assert not any(line.endswith("…") for line in text.splitlines()[2:])


async def test_a_board_of_an_earlier_day_tells_the_months_up_to_it(demo_database: Path) -> None:
    async with opened(demo_database, "Specimenshire", "2021-10-31") as pilot:
        await press(pilot, "m")
        text = screen_text(pilot)
        assert "Oct 2021" in text
        assert "Nov 2021" not in text
        assert "gap" in text


async def test_a_hidden_month_is_marked_and_told(demo_database: Path) -> None:
    settings = Settings(audience=Audiences(shown_to="board"))
    async with opened(demo_database, *HERE, settings=settings) as pilot:
        await press(pilot, "slash", *"trend newly overdue visits", "enter")
        text = screen_text(pilot)
        assert trend(pilot).over_months() == ("newly_overdue_visits", ())
        assert "Too few to say" in text
        assert "[c]" in text


async def test_it_says_where_nothing_is_told_over_months(demo_database: Path) -> None:
    async with opened(demo_database, "Exampleshire", "2024-01-17") as pilot:
        await press(pilot, "slash", *"trend newly overdue visits", "enter")
        assert [n.message for n in pilot.app._notifications] == [
            "Exampleshire has no month of Newly overdue visits up to 17 Jan 2024: its snapshots "
            "are not of two months in a row."
        ]


async def test_what_is_written_has_every_month_and_d_says_by_which_rules(
    demo_database: Path,
) -> None:
    async with opened(demo_database, *HERE) as pilot:
        await press(pilot, "f", "m")
        export = trend(pilot).export()
        assert export.count == len(list(export.rows())) == 36
        assert export.text is not None
        text = "\n".join(export.text())
        assert "Aug 2021: a gap" in text
        assert "Convention: NHS England, Making Data Count (XmR)." in text
        await press(pilot, "d")
        assert "Making Data Count" in screen_text(pilot)


async def test_the_foot_names_the_way_to_the_months_ahead(demo_database: Path) -> None:
    async with opened(demo_database, *HERE, size=(80, 24)) as pilot:
        await press(pilot, "m")
        assert "M months ahead" in screen_text(pilot).splitlines()[-1]
    async with opened(demo_database, "Essex") as pilot:
        await press(pilot, "m")
        assert isinstance(pilot.app.screen, TrendScreen)
        assert "months ahead" not in screen_text(pilot)
        await press(pilot, "M")
        assert isinstance(pilot.app.screen, TrendScreen)
        assert [n.message[:34] for n in pilot.app._notifications] == [
            "The months ahead are forecast from"
        ]


async def test_x_tells_the_same_figure_by_unit_over_years(demo_database: Path) -> None:
    async with opened(demo_database, *HERE) as pilot:
        await press(pilot, "m", "x")
        text = screen_text(pilot)
        for told in ("31 Dec 2023", "31 Dec 2020", "East", "Counted otherwise from 31 Dec 2022"):
            assert told in text
        await press(pilot, "escape", "escape", "f", "m", "x")
        assert isinstance(pilot.app.screen, TrendScreen)
        notices = [notice.message for notice in pilot.app._notifications]
        assert notices == ["Cleared without a visit: not told by unit."]
