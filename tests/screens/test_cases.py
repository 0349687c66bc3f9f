"""The list of cases: what stands on it, and that any row, order and filter is soon there."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from textual.binding import Binding

from boardtui.core.criterion.dimension import Slice
from boardtui.panels.cards.digits import drawn
from boardtui.panels.case_list import DIGITS
from boardtui.panels.sheet import MARGIN
from boardtui.panels.table import starts
from boardtui.review import NotThereError
from boardtui.review.cases.cases import case_list
from boardtui.screens.board.board_screen import BoardScreen
from boardtui.screens.breakdown.breakdown_screen import BreakdownScreen
from boardtui.screens.cases.case_rows import HEAD, MOST_KNOWN, CaseRows
from boardtui.screens.cases.cases_keys import CASES_KEYS
from boardtui.screens.cases.cases_reading import NAMED
from boardtui.screens.cases.cases_screen import CasesScreen
from boardtui.screens.drawing.palette import LIGHT
from tests.registers import Case, Force, Register, write
from tests.screens.case_lists import (
    COUNT,
    DAY,
    OVERDUE,
    ask,
    current,
    heading,
    listed,
    number,
    rows,
)
from tests.screens.driving import WIDE, burst, opened, press, screen_text, settle
from tests.screens.sheets import heads, row

# What stands on it


async def test_a_list_says_whose_it_is_what_it_holds_and_how_many(demo_database: Path) -> None:
    high = (Slice("risk_level", "high"),)
    async with listed(demo_database, slices=high, crumb=f"{OVERDUE} › high") as (_, screen):
        said = heading(screen)
        assert said.startswith("Exampleshire SYNTHETIC")
        assert f"{OVERDUE} › high" in said
        assert "now 17 Jan 2024" in said
        assert "overdue visits, high risk" in said
        assert "of 273 in all" in said
        assert "by days late, most first" in said
        assert all(digits in screen.view.text() for digits in drawn("41", DIGITS))
        assert rows(screen)[0] == "EX-15969"
        assert "1–28 of 41" in screen.view.text().splitlines()[-1]


async def test_the_whole_way_from_the_board_to_a_case_and_back(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1", "home", "down", "enter")
        screen = pilot.app.screen
        assert isinstance(screen, CasesScreen)
        assert screen.rows.count == 41
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
        sheet = screen.view.sheet
        assert heads(sheet) == [
            *("case", "risk", "unit", "officer", "status", "visit due", "days late", "last seen"),
            *("last assessed", "assessment due"),
        ]
        assert row(sheet, 0) == ["a", "medium", "–", "–", "community", "17 Jan 2024", "", *"–––"]
        assert row(sheet, 1) == ["b", "medium", "–", "–", "community", "–", "", *"–––"]


async def test_rows_that_were_left_out_are_told(tmp_path: Path) -> None:
    register = Register(DAY, (Case("a"),), left_out=3)
    path = write(tmp_path / "left.db", Force(registers=(register,)))
    async with listed(path, "registered") as (_, screen):
        assert "rows refused at ingest, not among these: 3" in heading(screen)


async def test_nobody_is_said(demo_database: Path) -> None:
    nobody = (Slice("risk_level", "very_high"),)
    async with listed(demo_database, slices=nobody) as (pilot, screen):
        assert screen.rows.count == 0
        assert "no such case" in screen.view.text()
        await press(pilot, "down", "end", "pageup", "enter", "home")
        assert isinstance(pilot.app.screen, CasesScreen)


@pytest.mark.parametrize("size", [(200, 50), (120, 36), (80, 24), (60, 20), (40, 20)])
async def test_every_column_can_be_reached_at_any_width(many: Path, size: tuple[int, int]) -> None:
    async with listed(many, size=size) as (pilot, screen):
        seen: set[str] = set()
        for _ in range(9):
            sheet = screen.view.sheet
            here = heads(sheet)
            assert here[0] == "case"
            assert {"risk", "unit", "officer"} <= set(here) or size[0] < 60
            unseen = {column.title for column in screen.table.columns} - set(here)
            said = heading(screen)
            assert not unseen or "← → for" in said
            assert all(title in said for title in unseen if len(unseen) <= NAMED)
            assert all(len(line) <= size[0] for line in screen.view.text().splitlines())
            seen |= set(here)
            await press(pilot, "right")
        assert len(seen) == len(screen.table.columns) == 10
        for _ in range(9):
            await press(pilot, "left")
        assert "days late ▼" in screen_text(pilot)


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
        sheet = screen.view.sheet
        assert all(screen.view.render_line(y).cell_length == WIDE[0] for y in range(WIDE[1]))
        at = MARGIN + starts(sheet.columns)[1]
        assert screen.view.render_line(len(sheet.top)).text[at:].startswith("risk")
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
        await burst(pilot, *["down"] * 40)
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


# Around it


async def test_the_help_lists_the_keys_and_d_says_what_the_list_is(many: Path) -> None:
    async with listed(many) as (pilot, _):
        await press(pilot, "question_mark")
        assert "only cases with these words" in screen_text(pilot)
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
        cases = case_list(review.database, review.selection, "registered", (), review.definition)
        screen = CasesScreen(review, cases, board.location, board.view.palette, "Board")
        await pilot.app.push_screen(screen)
        await settle(pilot)
        assert "has changed since it was opened" in heading(screen)


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


@pytest.mark.parametrize("size", [(40, 20), (60, 20), (80, 24)], ids=str)
async def test_what_is_told_of_a_list_ends_no_line_in_a_sign(
    demo_database: Path, size: tuple[int, int]
) -> None:
    async with opened(demo_database, size=size) as pilot:
        await press(pilot, "1", "enter")
        assert "of 273 in all" in screen_text(pilot)
        assert not any(row.endswith("·") for row in screen_text(pilot).splitlines())


async def test_an_event_that_its_line_cuts_is_told_in_full_while_it_is_current(
    demo_database: Path,
) -> None:
    async with opened(demo_database, size=(40, 20)) as pilot:
        await press(pilot, "1", "enter", "enter", "home", "down", "down", "down")
        text = screen_text(pilot)
        assert "visit due: overdue…" in text
        assert "visit due: overdue by 546 days on 17" in text
        await press(pilot, "home")
        assert "overdue by 546 days on 17" not in screen_text(pilot)
