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
)
from tests.screens.driving import press, screen_text, settle


async def test_s_sorts_by_the_next_column_and_capital_s_turns_round(many: Path) -> None:
    async with listed(many) as (pilot, screen):
        await press(pilot, "end", "S")
        assert "by days overdue, fewest first" in heading(screen)
        assert current(screen) == number(COUNT)
        await press(pilot, *["s"] * 4)
        assert "by case, first to last" in heading(screen)
        await press(pilot, "s")
        assert "by risk, highest first" in heading(screen)
        assert rows(screen)[:3] == [number(4), number(8), number(12)]


async def test_a_number_sorts_by_that_column_and_again_turns_round(many: Path) -> None:
    async with listed(many) as (pilot, screen):
        await press(pilot, "1")
        assert current(screen) == number(1)
        await press(pilot, "1")
        assert current(screen) == number(COUNT)
        await press(pilot, "6")
        assert "by days overdue, most first" in heading(screen)


async def test_what_is_not_recorded_comes_last_either_way(many: Path) -> None:
    async with listed(many) as (pilot, screen):
        for key in ("3", "S"):
            await press(pilot, key, "end")
            assert current(screen) == number(COUNT)
            await press(pilot, "home")
            assert current(screen) == number(3)


async def test_a_filter_is_kept_by_enter_and_left_by_esc(many: Path) -> None:
    async with listed(many) as (pilot, screen):
        await ask(pilot, "slash", "north VERY")
        assert "58 cases" in heading(screen)
        assert "with “north VERY”" in heading(screen)
        await press(pilot, "slash", "x", "escape")
        assert "58 cases" in heading(screen)
        await press(pilot, "slash")
        await pilot.press(*["backspace"] * 10, "enter")
        await settle(pilot)
        assert "700 cases" in heading(screen)
        assert "with" not in heading(screen)


@pytest.mark.parametrize("typed", ["C-0650", "c-0650"])
async def test_the_words_of_a_filter_go_to_a_case_where_they_are_its_reference(
    many: Path, typed: str
) -> None:
    async with listed(many) as (pilot, screen):
        await ask(pilot, "slash", typed)
        assert current(screen) == number(650)
        assert "700 cases" in heading(screen)
        await ask(pilot, "slash", "C-065")
        assert "10 cases" in heading(screen)
        await ask(pilot, "slash", "nowhere")
        assert "0 cases" in heading(screen)
        assert "no such case: / changes the words" in screen_text(pilot)


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
        await held.begun_by(pilot, "2")
        await press_only(pilot, "escape")
        assert screen not in pilot.app.screen_stack
        # Nobody waits for a thread whose screen has been left.
        await held.let_go()
        await settle(pilot)


async def test_a_sort_keeps_the_filter(many: Path) -> None:
    async with listed(many) as (pilot, screen):
        await ask(pilot, "slash", "om-07")
        await press(pilot, "2")
        assert "14 cases" in heading(screen)
        assert set(rows(screen)) == {number(row) for row in range(7, 701, 50)}


async def test_what_comes_too_late_is_let_go(many: Path) -> None:
    async with listed(many) as (pilot, screen):
        await pilot.press(*["s", "S", "1", "2", "3", "6", "1", "S"] * 3, "1")
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
        await ask(pilot, "slash", "350")
        assert current(screen) == "350"
        await ask(pilot, "colon", "350")
        assert current(screen) == "450"


async def test_a_list_is_copied_as_soon_as_it_is_counted(
    many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held(count)
    async with listed(many) as (pilot, screen):
        monkeypatch.setattr(case_search, "count", held)
        await held.begun_by(pilot, "2")
        await press_only(pilot, "y")
        assert pilot.app.clipboard == ""
        assert "once the list is counted" in heading(screen)
        await held.let_go()
        await settle(pilot)
        assert len(pilot.app.clipboard.splitlines()) > COUNT
        assert "once the list is counted" not in heading(screen)
