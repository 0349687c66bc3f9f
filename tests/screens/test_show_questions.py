"""Questions between two slides: answered on one screen, and back to the same slide and step."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from boardtui.panels.slides.slide import Slide
from boardtui.screens.dialogs.find_screen import FindScreen
from boardtui.screens.show.answer_screen import AnswerScreen
from boardtui.screens.show.answers import WORKING
from boardtui.screens.show.show_screen import ShowScreen
from tests.screens.drilling import shows
from tests.screens.driving import press, screen_text, settle
from tests.screens.showing import ask, heading, place, showing, told

FLOW = (Slide(kind="title"), Slide(kind="flow", measure="overdue_visits"), Slide(kind="mix"))


def answer(pilot: Pilot[None]) -> AnswerScreen:
    assert isinstance(pilot.app.screen, AnswerScreen)
    return pilot.app.screen


async def test_a_question_is_answered_and_esc_leads_back(demo_database: Path) -> None:
    async with showing(demo_database, slides=FLOW) as pilot:
        await press(pilot, "right", "right", "right")
        before = screen_text(pilot)
        await ask(pilot, "unit overdue")
        assert heading(pilot).endswith("/ Overdue visits by unit")
        assert "Moorland rose most, from 14 to 39" in screen_text(pilot)
        assert "esc slide 2" in screen_text(pilot)
        await press(pilot, "escape")
        assert place(pilot) == (2, 2)
        assert screen_text(pilot) == before


@pytest.mark.parametrize("back", ["escape", "q", "left", "pageup"])
async def test_a_single_figure_is_answered_as_a_slide(demo_database: Path, back: str) -> None:
    async with showing(demo_database, slides=FLOW) as pilot:
        await ask(pilot, "overdue visits")
        assert answer(pilot).slide.kind == "then-and-now"
        assert "273" in screen_text(pilot)
        await press(pilot, back)
        assert shows(pilot, ShowScreen)
        assert place(pilot) == (1, 0)


async def test_a_stack_of_slices_is_worked_out_first(demo_database: Path) -> None:
    async with showing(demo_database, slides=FLOW) as pilot:
        await ask(pilot, "overdue high north")
        assert answer(pilot).slide != WORKING
        assert "12 visits are overdue at high risk in North" in screen_text(pilot)


async def test_a_part_of_what_changed_is_shown_in_the_whole_flow(demo_database: Path) -> None:
    async with showing(demo_database, slides=FLOW) as pilot:
        await ask(pilot, "cleared without a visit")
        assert answer(pilot).slide.kind == "flow"
        assert "31 Mar 2023" in screen_text(pilot)
        assert "17 Jan 2024" in screen_text(pilot)
        steps = answer(pilot).said().steps
        assert answer(pilot).step == steps - 1
        await press(pilot, "left")
        assert answer(pilot).step == steps - 2


async def test_what_is_asked_from_the_floor_is_answered_by_its_words(demo_database: Path) -> None:
    async with showing(demo_database, slides=FLOW) as pilot:
        for words, said in (
            ("same people", "overdue on both days"),
            ("how often was nobody in", "Nobody was in at 121 visits in Dec 2023."),
            ("high six months late", "5 visits are overdue at high risk, by over 180 days:"),
            ("never seen", "8 people were never seen"),
            ("why did it rise", "newly overdue"),
        ):
            await ask(pilot, words)
            assert said in screen_text(pilot)
            await press(pilot, "escape")
    async with showing(demo_database, "Sampleshire", "2023-10-31") as pilot:
        await ask(pilot, "why did it fall")
        assert "282 were cleared without a visit and 26 visited" in screen_text(pilot)


async def test_eight_bars_then_the_next_eight(demo_database: Path) -> None:
    async with showing(demo_database, slides=FLOW) as pilot:
        await ask(pilot, "overdue visits by officer")
        rows = [line for line in screen_text(pilot).splitlines() if line.startswith(" OM-")]
        assert len(rows) == 8
        assert "24 more: enter" in screen_text(pilot)
        seen = set(rows)
        for left in (16, 8, 0):
            await press(pilot, "enter")
            more = [line for line in screen_text(pilot).splitlines() if line.startswith(" OM-")]
            assert len(more) == 8
            assert seen.isdisjoint(more)
            seen.update(more)
            assert (f"{left} more: enter" in screen_text(pilot)) == bool(left)
        await press(pilot, "left")
        assert "8 more: enter" in screen_text(pilot)
        await press(pilot, "enter", "enter")
        assert shows(pilot, ShowScreen)


async def test_another_question_takes_the_place_of_the_answer(demo_database: Path) -> None:
    async with showing(demo_database, slides=FLOW) as pilot:
        depth = len(pilot.app.screen_stack)
        for words in ("overdue visits", "overdue assessments", "unit overdue"):
            await ask(pilot, words)
            assert len(pilot.app.screen_stack) == depth + 1
        await press(pilot, "escape")
        assert shows(pilot, ShowScreen)


async def test_ctrl_p_asks_the_same_way_and_offers_no_other_day_or_action(
    demo_database: Path,
) -> None:
    async with showing(demo_database, slides=FLOW) as pilot:
        for words in ("essex 2022", "write", "present", "sampleshire"):
            await press(pilot, "ctrl+p", *words)
            assert shows(pilot, FindScreen)
            await press(pilot, "enter", "escape")
            assert shows(pilot, ShowScreen)
            assert place(pilot) == (1, 0)


async def test_an_answer_is_redrawn_at_another_size_and_blanked(demo_database: Path) -> None:
    async with showing(demo_database, slides=FLOW) as pilot:
        await ask(pilot, "unit overdue")
        await pilot.resize_terminal(120, 36)
        await settle(pilot)
        before = screen_text(pilot)
        assert "% of the actively managed" in before
        await press(pilot, "b")
        assert screen_text(pilot).strip() == ""
        await press(pilot, "b")
        assert screen_text(pilot) == before


async def test_what_is_not_there_is_told_and_the_slide_stays(demo_database: Path) -> None:
    async with showing(demo_database, "Essex", "2022-03-31") as pilot:
        await ask(pilot, "overdue visits")
        assert shows(pilot, ShowScreen)
        assert told(pilot) == ["Overdue visits: no figure was given for 31 Mar 2022."]
