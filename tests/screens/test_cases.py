"""The list of cases: what stands on it, and that any row, order and filter is soon there."""

from __future__ import annotations

from array import array
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.message import Message
from textual.pilot import Pilot

from boardtui.core.dimension import RISK_LEVELS, Slice, Slices
from boardtui.review import NotThereError
from boardtui.screens.board_screen import BoardScreen
from boardtui.screens.breakdown_screen import BreakdownScreen
from boardtui.screens.case_rows import HEAD, MOST_KNOWN, CaseRows
from boardtui.screens.case_search import (
    Begun,
    CaseLookup,
    Counted,
    Ordered,
    Paged,
    Placed,
    Ticket,
)
from boardtui.screens.cases_keys import CASES_KEYS
from boardtui.screens.cases_screen import CasesScreen
from boardtui.screens.palette import LIGHT
from boardtui.store.database import open_database
from boardtui.store.listing import Sort
from boardtui.store.snapshots import snapshots
from tests.registers import Case, Force, Register, write
from tests.screens.driving import WIDE, opened, press, screen_text, settle

DAY = date(2024, 1, 17)
COUNT = 700
OVERDUE = "Board › Overdue visits"


def number(row: int) -> str:
    return f"C-{row:04d}"


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Cases that are each a day less overdue than the one before; every third in the North."""
    cases = tuple(
        Case(
            number(row),
            risk_level=RISK_LEVELS[row % 4],
            unit="North" if row % 3 == 0 else None,
            officer_ref=f"OM-{row % 50:02d}",
            visit_due=DAY - timedelta(days=COUNT + 1 - row),
        )
        for row in range(1, COUNT + 1)
    )
    path = tmp_path_factory.mktemp("many") / "many.db"
    return write(path, Force(registers=(Register(DAY, tuple(reversed(cases))),)), counted=False)


@asynccontextmanager
async def listed(
    path: Path,
    measure: str = "overdue_visits",
    slices: Slices = (),
    size: tuple[int, int] = WIDE,
    crumb: str = OVERDUE,
) -> AsyncIterator[tuple[Pilot[None], CasesScreen]]:
    """The list of a measure, opened over the board."""
    async with opened(path, size=size) as pilot:
        board = pilot.app.screen
        assert isinstance(board, BoardScreen)
        review = board.review
        screen = CasesScreen(
            review.database,
            board.location,
            review.selection,
            measure,
            slices,
            review.definition,
            board.view.palette,
            crumb,
        )
        await pilot.app.push_screen(screen)
        await settle(pilot)
        yield pilot, screen


def rows(screen: CasesScreen) -> list[str]:
    """The first column of the rows in sight."""
    lines = screen.view.text().splitlines()
    first = len(screen.view.table.heading) + 1
    return [line.split()[0] for line in lines[first:-1] if line.strip()]


def heading(screen: CasesScreen) -> str:
    return "\n".join(screen.view.text().splitlines()[: len(screen.view.table.heading)])


def current(screen: CasesScreen) -> str:
    case = screen.rows.at(screen.view.current)
    assert case is not None
    return case.case_ref


async def ask(pilot: Pilot[None], key: str, text: str) -> None:
    await press(pilot, key)
    await pilot.press(*text, "enter")
    await settle(pilot)


# What stands on it


async def test_a_list_says_whose_it_is_what_it_holds_and_how_many(demo_database: Path) -> None:
    high = (Slice("risk_level", "high"),)
    async with listed(demo_database, slices=high, crumb=f"{OVERDUE} › high") as (_, screen):
        assert heading(screen).splitlines() == [
            "Exampleshire (SYNTHETIC) · as at 17 Jan 2024",
            f"{OVERDUE} › high",
            "41 cases · by days overdue, most first",
        ]
        assert rows(screen)[0] == "EX-15969"
        assert "1–31 of 41" in screen.view.text().splitlines()[-1]


async def test_the_whole_way_from_the_board_to_a_case_and_back(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1", "home", "down", "enter")
        screen = pilot.app.screen
        assert isinstance(screen, CasesScreen)
        assert "41 cases" in screen_text(pilot)
        ref = current(screen)
        await press(pilot, "enter")
        assert pilot.app.screen is not screen
        assert ref in screen_text(pilot)
        await press(pilot, "escape")
        assert pilot.app.screen is screen
        await press(pilot, "escape")
        assert type(pilot.app.screen_stack[-1]) is BreakdownScreen


async def test_what_is_not_recorded_and_not_overdue_look_different(tmp_path: Path) -> None:
    cases = (Case("a", visit_due=DAY), Case("b"))
    path = write(tmp_path / "two.db", Force(registers=(Register(DAY, cases),)))
    async with listed(path, "registered") as (_, screen):
        lines = screen.view.text().splitlines()
        assert [line.split() for line in lines if line.startswith(("a ", "b "))] == [
            ["a", "medium", "–", "–", "17", "Jan", "2024", "–", "–", "community"],
            ["b", "medium", "–", "–", "–", "–", "–", "community"],
        ]


async def test_rows_that_were_left_out_are_told(tmp_path: Path) -> None:
    register = Register(DAY, (Case("a"),), left_out=3)
    path = write(tmp_path / "left.db", Force(registers=(register,)))
    async with listed(path, "registered") as (_, screen):
        assert "rows refused at ingest, and not among these records: 3" in heading(screen)


async def test_nobody_is_said(demo_database: Path) -> None:
    nobody = (Slice("risk_level", "very_high"),)
    async with listed(demo_database, slices=nobody) as (pilot, screen):
        assert "0 cases" in heading(screen)
        assert "no such case" in screen.view.text()
        await press(pilot, "down", "end", "pageup", "enter", "home")
        assert isinstance(pilot.app.screen, CasesScreen)


@pytest.mark.parametrize("size", [(200, 50), (120, 36), (80, 24), (60, 20), (40, 20)])
async def test_every_column_can_be_reached_at_any_width(many: Path, size: tuple[int, int]) -> None:
    async with listed(many, size=size) as (pilot, screen):
        seen: set[str] = set()
        for _ in range(9):
            heads = [column.head.rstrip(" ↑↓") for column in screen.view.table.columns]
            assert heads[0] == "case"
            unseen = {"risk", "unit", "days overdue", "status"} - set(heads)
            said = " ".join(heading(screen).split())
            assert all(title in said for title in unseen)
            assert all(len(line) <= size[0] for line in screen.view.text().splitlines())
            seen |= set(heads)
            await press(pilot, "right")
        assert len(seen) == 9
        for _ in range(9):
            await press(pilot, "left")
        assert "days overdue ↓" in [column.head for column in screen.view.table.columns]


@pytest.mark.parametrize(
    "ref", ["[red]x[/]", "\x1b[2Jgone", "名名名名", "a\u202eb", "x" * 200, "=1+1"]
)
async def test_text_of_the_data_is_neither_markup_nor_obeyed(tmp_path: Path, ref: str) -> None:
    cases = (Case(ref, unit=ref, officer_ref=ref), Case("zz"))
    path = write(tmp_path / "odd.db", Force(registers=(Register(DAY, cases),)))
    async with listed(path, "registered", crumb=f"Board › {ref}") as (pilot, screen):
        text = screen_text(pilot)
        assert "\x1b" not in text
        assert "\u202e" not in text
        heads = screen.view.table.columns
        at = sum(column.width + 2 for column in heads[:1])
        for y in range(screen.view.size.height):
            assert screen.view.render_line(y).cell_length == WIDE[0]
        assert screen.view.render_line(len(screen.view.table.heading)).text[at:].startswith("risk")
        await press(pilot, "home", "d", "escape")
        if ref.isprintable():
            assert ref[:5] in text


# Going through it


async def test_a_page_down_follows_on_the_one_before(many: Path) -> None:
    async with listed(many) as (pilot, screen):
        assert screen.rows.order is not None
        found = rows(screen)
        for _ in range(COUNT // len(found)):
            await press(pilot, "pagedown")
            found += [ref for ref in rows(screen) if ref not in found]
        assert found == [number(row) for row in range(1, COUNT + 1)]
        await press(pilot, "pageup", "home")
        assert (current(screen), rows(screen)[0]) == (number(1), number(1))


async def test_the_end_and_any_row_are_one_key_away(many: Path) -> None:
    async with listed(many) as (pilot, screen):
        await press(pilot, "end")
        assert current(screen) == rows(screen)[-1] == number(COUNT)
        await ask(pilot, "colon", "432")
        assert current(screen) == number(432)
        assert number(432) in rows(screen)
        await press(pilot, "down", "j", "up", "k", "down")
        assert current(screen) == number(433)


async def test_stepping_over_the_edge_shows_the_rows_around(many: Path) -> None:
    async with listed(many) as (pilot, screen):
        await pilot.press(*["down"] * 40)
        await settle(pilot)
        assert current(screen) == number(41)
        assert number(41) in rows(screen)


@pytest.mark.parametrize("text", ["C-0650", "650", "0,650"])
async def test_a_case_is_gone_to_by_its_reference(many: Path, text: str) -> None:
    async with listed(many) as (pilot, screen):
        await ask(pilot, "colon", text)
        if text == "0,650":
            assert "there is no case or row 0,650 in this list" in heading(screen)
        else:
            assert current(screen) == number(650)


@pytest.mark.parametrize("text", ["C-9999", "701", "0"])
async def test_a_row_that_is_not_there_is_said(many: Path, text: str) -> None:
    async with listed(many) as (pilot, screen):
        await ask(pilot, "colon", text)
        assert f"there is no case or row {text} in this list" in heading(screen)
        assert current(screen) == number(1)
        await ask(pilot, "colon", "2")
        assert "there is no" not in heading(screen)


# Sorting and filtering


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
        for message in (
            Begun(other, []),
            Counted(other, 3),
            Ordered(other, array("q")),
            Paged(other, {0: screen.rows.at(5)}),  # type: ignore[dict-item]
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
        lookup = CaseLookup(str(many), snapshot, told.append)
        ticket = Ticket(listing)
        lookup.leave(ticket)
        lookup.search(ticket)
        assert told == []
        lookup.search(Ticket(listing))
        assert [type(message) for message in told] == [Begun, Counted, Ordered]
        lookup.close()


# Around it


async def test_the_help_lists_the_keys_and_d_says_what_the_list_is(many: Path) -> None:
    async with listed(many) as (pilot, _):
        await press(pilot, "question_mark")
        assert "Only cases with these words" in screen_text(pilot)
        await press(pilot, "escape", "d")
        assert "with a visit due before the snapshot's day" in screen_text(pilot)


def test_every_key_has_an_id_and_says_what_it_does() -> None:
    keys = [key for key in CASES_KEYS if isinstance(key, Binding)]
    assert all(key.id and key.tooltip for key in keys)
    assert len({key.id for key in keys}) == len(keys)


async def test_an_export_has_every_row_in_the_order_shown(many: Path) -> None:
    async with listed(many) as (pilot, screen):
        await press(pilot, "S")
        export = screen.export()
        assert export.count == COUNT
        found = list(export.rows())
        assert [row[0] for row in found] == [number(row) for row in range(COUNT, 0, -1)]
        assert [row[-1] for row in found] == list(range(1, COUNT + 1))
        assert "(SYNTHETIC)" in export.about[0]


async def test_other_colours_change_no_word(many: Path) -> None:
    async with listed(many) as (pilot, screen):
        before = screen.view.text()
        screen.dress(LIGHT)
        await settle(pilot)
        assert screen.view.text() == before


async def test_another_file_in_the_databases_place_is_told(tmp_path: Path) -> None:
    path = write(tmp_path / "a.db", Force(registers=(Register(DAY, (Case("a"),)),)))
    async with opened(path) as pilot:
        board = pilot.app.screen
        assert isinstance(board, BoardScreen)
        other = Register(DAY + timedelta(days=1), (Case("b"),))
        write(tmp_path / "b.db", Force(registers=(other,))).replace(path)
        review = board.review
        screen = CasesScreen(
            review.database,
            board.location,
            review.selection,
            "registered",
            (),
            review.definition,
            board.view.palette,
            "Board",
        )
        await pilot.app.push_screen(screen)
        await settle(pilot)
        assert "has changed since it was opened" in " ".join(heading(screen).split())


async def test_a_figure_without_cases_opens_no_list(demo_database: Path) -> None:
    with pytest.raises(NotThereError):
        async with listed(demo_database, "caseload_max"):
            pass


async def test_only_the_rows_looked_at_last_are_kept(many: Path) -> None:
    async with listed(many) as (_, screen):
        case = screen.rows.at(0)
        assert case is not None
        known = CaseRows(screen.rows.listing)
        known.begin([case] * HEAD)
        for start in range(HEAD, 5_000, 100):
            known.take_in(dict.fromkeys(range(start, start + 100), case))
        assert known.length == MOST_KNOWN
        assert (known.at(0), known.at(4_999)) == (None, case)
