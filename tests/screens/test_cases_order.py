"""The list of cases sorted and filtered: what was asked last is what stands there."""

from __future__ import annotations

import asyncio
from array import array
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest
from msgspec.structs import replace
from textual.message import Message
from textual.pilot import Pilot

from boardtui.screens.cases import case_search
from boardtui.screens.cases.case_search import (
    Begun,
    CaseLookup,
    Counted,
    Ordered,
    Paged,
    Placed,
    Ticket,
)
from boardtui.screens.dialogs.waiting import Waiting
from boardtui.store.connection.opening import open_database
from boardtui.store.held.snapshots import snapshots
from boardtui.store.lists.listing import Sort
from boardtui.store.lists.pages import count
from tests.registers import Case, Force, Register, write
from tests.screens.case_lists import (
    COUNT,
    DAY,
    ask,
    current,
    heading,
    listed,
    number,
    rows,
    sort_by,
)
from tests.screens.driving import burst, press, screen_text, settle


async def test_s_sorts_by_the_next_column_and_capital_s_turns_round(many: Path) -> None:
    async with listed(many) as (pilot, screen):
        await press(pilot, "end", "S")
        assert "by days late, fewest first" in heading(screen)
        assert current(screen) == number(COUNT)
        await press(pilot, *["s"] * 4)
        assert "by status, first to last" in heading(screen)
        await press(pilot, "s")
        assert "by case, first to last" in heading(screen)
        await press(pilot, "s")
        assert "by risk, highest first" in heading(screen)
        assert "risk ▼" in screen_text(pilot)
        assert rows(screen)[:3] == [number(4), number(8), number(12)]


async def test_a_letter_sorts_by_that_column_and_again_turns_round(many: Path) -> None:
    async with listed(many) as (pilot, screen):
        await sort_by(pilot, "case_ref")
        assert "case ▲" in screen_text(pilot)
        assert current(screen) == number(1)
        await sort_by(pilot, "case_ref")
        assert "case ▼" in screen_text(pilot)
        assert current(screen) == number(COUNT)
        await sort_by(pilot, "days_overdue")
        assert "by days late, most first" in heading(screen)


async def test_what_is_not_recorded_comes_last_either_way(many: Path) -> None:
    async with listed(many) as (pilot, screen):
        for _ in range(2):
            await sort_by(pilot, "unit")
            await press(pilot, "end")
            assert current(screen) == number(COUNT)
            await press(pilot, "home")
            assert current(screen) == number(3)


async def test_a_filter_shows_what_holds_the_words_as_they_are_typed(many: Path) -> None:
    async with listed(many) as (pilot, screen):
        await press(pilot, "slash")
        counts = []
        for key in ("n", "o", "r", "t", "h", "space", "V", "E", "R", "Y"):
            await press(pilot, key)
            counts.append(screen.rows.count)
        assert counts[4:] == [233, 233, 58, 58, 58, 58]
        assert "C-0012" in pilot.app.export_screenshot()  # beneath what is typed
        assert "of 700 hold “north VERY”" in heading(screen)
        await burst(pilot, *["backspace"] * 5)
        assert screen.rows.count == 233


async def test_a_filter_is_kept_by_enter_and_esc_takes_it_back_before_it_leaves(many: Path) -> None:
    async with listed(many) as (pilot, screen):
        await ask(pilot, "slash", "north VERY")
        assert screen.rows.count == 58
        await press(pilot, "slash", "x")
        assert screen.rows.count == 0
        assert "no such case: / changes the words" in screen.view.text()
        await press(pilot, "escape")
        assert screen.rows.count == 700
        assert "hold" not in heading(screen)
        await ask(pilot, "slash", "C-065")
        assert (screen.rows.count, current(screen)) == (10, number(650))
        await press(pilot, "escape")
        assert (pilot.app.screen, screen.rows.count) == (screen, 700)
        await press(pilot, "escape")
        assert pilot.app.screen is not screen


class Held:
    """Work on another thread that is held back from its beginning until it is let go."""

    def __init__(self, work: Callable[..., object]) -> None:
        self._work = work
        self._begun, self._go, self._ended = Event(), Event(), Event()

    def __call__(self, *asked: object) -> object:
        self._begun.set()
        assert self._go.wait(PATIENCE)
        try:
            return self._work(*asked)
        finally:
            self._ended.set()

    async def begun_by(self, pilot: Pilot[None], key: str) -> None:
        await pilot.press(key)
        assert await asyncio.to_thread(self._begun.wait, PATIENCE)

    async def let_go(self) -> None:
        """Let it go on, and wait until it has ended."""
        self._go.set()
        assert await asyncio.to_thread(self._ended.wait, PATIENCE)


PATIENCE = 20
"""Seconds after which a thread that does not come is given up."""


async def press_only(pilot: Pilot[None], key: str) -> None:
    """Press a key, and wait for no work on other threads."""
    await pilot.press(key)
    await pilot.pause()


async def test_a_list_is_left_while_it_is_still_sorted(
    many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held(lambda *asked: array("q"))
    async with listed(many) as (pilot, screen):
        # The first order came at once; the next one is asked for and does not come.
        monkeypatch.setattr(case_search, "order", held)
        await held.begun_by(pilot, "s")
        await press_only(pilot, "escape")
        assert screen not in pilot.app.screen_stack
        # Nobody waits for a thread whose screen has been left.
        await held.let_go()
        await settle(pilot)


async def test_a_sort_keeps_the_filter(many: Path) -> None:
    async with listed(many) as (pilot, screen):
        await ask(pilot, "slash", "om-07")
        await sort_by(pilot, "risk_level")
        assert screen.rows.count == 14
        assert set(rows(screen)) == {number(row) for row in range(7, 701, 50)}


async def test_what_comes_too_late_is_let_go(many: Path) -> None:
    async with listed(many) as (pilot, screen):
        await pilot.press(*["s", "S", "s", "s", "S", "s"] * 3, "s", "s", "s")
        await settle(pilot)
        assert "by case, first to last" in heading(screen)
        assert rows(screen)[:2] == [number(1), number(2)]
        await press(pilot, "end")
        assert current(screen) == number(COUNT)


async def test_what_belongs_to_another_listing_is_not_taken_in(many: Path) -> None:
    async with listed(many) as (pilot, screen):
        before = screen.view.text()
        other = replace(screen.rows.listing, sort=Sort("unit"))
        fifth = screen.rows.at(5)
        assert fifth is not None
        for message in (
            Begun(other, []),
            Counted(other, 3),
            Ordered(other, array("q")),
            Paged(other, {0: fifth}),
            Placed(other, "C-0009", 8),
        ):
            screen.post_message(message)
        await settle(pilot)
        assert screen.view.text() == before
        assert screen.rows.order is not None
        assert len(screen.rows.order) == COUNT


async def test_a_search_that_was_left_tells_nothing(many: Path) -> None:
    async with listed(many) as (_, screen):
        listing, told = screen.rows.listing, list[Message]()
        with closing(open_database(str(many))) as database:
            (snapshot,) = snapshots(database)
        lookup = CaseLookup(str(many), [snapshot], told.append)
        ticket = Ticket(listing)
        lookup.leave(ticket)
        lookup.search(ticket)
        assert told == []
        lookup.search(Ticket(listing))
        assert [type(message) for message in told] == [Begun, Counted, Ordered]
        lookup.close()


async def test_a_case_whose_reference_looks_like_a_row_is_gone_to_as_a_case(tmp_path: Path) -> None:
    cases = tuple(
        Case(str(100 + row), visit_due=DAY - timedelta(days=COUNT + 1 - row))
        for row in range(1, COUNT + 1)
    )
    path = write(tmp_path / "a.db", Force(registers=(Register(DAY, cases),)), counted=False)
    async with listed(path) as (pilot, screen):
        await ask(pilot, "colon", "780")
        assert current(screen) == "780"
        await ask(pilot, "colon", "350")
        assert current(screen) == "450"


async def test_a_list_is_copied_as_soon_as_it_is_counted(
    many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held(count)
    async with listed(many) as (pilot, screen):
        monkeypatch.setattr(case_search, "count", held)
        await held.begun_by(pilot, "s")
        await press_only(pilot, "y")
        assert pilot.app.clipboard == ""
        assert [type(each) for each in pilot.app.screen_stack[-1:]] == [Waiting]
        assert "the cases are being counted" in screen_text(pilot)
        await held.let_go()
        while pilot.app.screen is not screen:  # it looks by a clock of its own
            await pilot.pause(0)
        await settle(pilot)
        assert len(pilot.app.clipboard.splitlines()) > COUNT
