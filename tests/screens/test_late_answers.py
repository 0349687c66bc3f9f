"""Answers that come late, of what was looked at before: nothing of them is shown."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from boardtui.core.criterion.definition import STANDARD
from boardtui.review.breakdown import worked_out
from boardtui.review.day.selection import choose
from boardtui.screens.board.board_screen import BoardScreen
from boardtui.screens.board.working import Flows
from boardtui.screens.dialogs.find_screen import FindScreen
from tests.screens.drilling import breakdown, to_slice
from tests.screens.driving import opened, press, screen_text, settle


async def test_the_flow_of_the_day_before_is_not_shown_of_this_one(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        board = pilot.app.screen
        assert isinstance(board, BoardScreen)
        asked, flows = board._asked, board.board.flows
        board.change(choose(board.database, "Sampleshire"))
        await settle(pilot)
        shown = screen_text(pilot)
        board._take_in(Flows(asked, flows))
        board.post_message(board.Progress(asked, 600_000, 1_000_000))
        await settle(pilot)
        assert screen_text(pilot) == shown
        assert board.board.working is None
        assert board.board.flows != flows


async def test_the_progress_of_what_is_worked_out_is_shown(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        board = pilot.app.screen
        assert isinstance(board, BoardScreen)
        board.post_message(board.Progress(board._asked, 600_000, 1_000_000))
        await settle(pilot)
        assert board.board.working == "being worked out: 600,000 of 1,000,000 records…"


async def test_a_breakdown_against_the_baseline_before_is_not_shown(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1")
        await to_slice(pilot, "high")
        await press(pilot, "plus")
        screen = breakdown(pilot)
        before = screen.review.selection
        screen.review.selection = replace(before, baseline=None)
        screen.review._taken_in.clear()
        screen.show(screen.breakdown)
        late = worked_out(str(demo_database), before, screen.breakdown, STANDARD)
        screen._take_in(late)
        assert screen.table is None
        await settle(pilot)
        assert screen.table is not None


async def test_the_cases_of_the_definition_before_are_not_shown(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1")
        screen = breakdown(pilot)
        before, marked = screen.under, screen.marked_slices()
        found = before._known[marked]
        screen.under = screen._underneath()
        screen.under._marked = screen._mark()
        assert not screen.under.take_in(found)
        assert screen.under.waits
        assert not screen.under._known


async def test_what_was_found_for_words_before_is_not_listed(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "slash", *"north")
        finding = pilot.app.screen
        assert isinstance(finding, FindScreen)
        shown = screen_text(pilot)
        asker, before = finding._asker, "custody"
        for asked, same in ((before, True), ("north", False)):
            late = asker.answer(before, lambda: True)
            assert late is not None
            answer = replace(late, asked=asked)
            finding.run_worker(lambda found=answer: found, thread=True, exit_on_error=False)
            await settle(pilot)
            assert (screen_text(pilot) == shown) is same
