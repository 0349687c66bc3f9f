"""The keys of the board: where they lead, and that what was looked at stays looked at."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.binding import Binding
from textual.pilot import Pilot

from boardtui.panels.explaining.explanation import explanation
from boardtui.panels.subject import Subject
from boardtui.screens.app import BoardApp
from boardtui.screens.beside.compare_screen import CompareScreen
from boardtui.screens.beside.flow_screen import FlowScreen
from boardtui.screens.board.board_keys import BOARD_KEYS
from boardtui.screens.breakdown.breakdown_screen import BreakdownScreen
from boardtui.screens.dialogs.choosing import Choosing
from boardtui.screens.dialogs.defining import Defining
from tests.screens.driving import TERMINAL, burst, opened, press, screen_text, settle, view
from tests.screens.page_driving import on_board, page

KEYS = [binding for binding in BOARD_KEYS if isinstance(binding, Binding)]


def spot(pilot: Pilot[None]) -> Subject | None:
    return view(pilot).subject


def card(pilot: Pilot[None]) -> int:
    """The number of the current card."""
    current = view(pilot).card
    assert current is not None
    return current.number


async def test_down_and_up_walk_every_figure_and_stop_at_the_ends(demo_database: Path) -> None:
    async with opened(demo_database, "Avon and Somerset", "2024-01-17") as pilot:
        count = view(pilot).spot_count
        first = spot(pilot)
        await press(pilot, "up")
        assert spot(pilot) is first
        await burst(pilot, *["down"] * (count + 2))
        last = spot(pilot)
        await press(pilot, "home")
        assert spot(pilot) is first
        await press(pilot, "end")
        assert spot(pilot) is last
        assert last is not first


async def test_tab_goes_round_the_cards_and_back(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        seen = [card(pilot)]
        for _ in view(pilot).boxes:
            await press(pilot, "tab")
            seen.append(card(pilot))
        assert seen == [1, 2, 3, 4, 5, 6, 1]
        await press(pilot, "shift+tab")
        assert card(pilot) == 6
        await press(pilot, "left", "h", "right", "l", "l")
        assert card(pilot) == 1


BOARDS = [
    ("Exampleshire", "2024-01-17"),
    ("Avon and Somerset", "2024-01-17"),
    ("Essex", "2020-03-31"),
    ("Essex", "2017-03-02"),
]


@pytest.mark.parametrize(("force", "day"), BOARDS)
async def test_a_number_opens_its_card_and_esc_comes_back_to_it(
    demo_database: Path, force: str, day: str
) -> None:
    async with opened(demo_database, force, day) as pilot:
        for each in view(pilot).there:
            await press(pilot, str(each.number))
            assert not on_board(pilot), each.of.name
            await press(pilot, "escape")
            assert on_board(pilot)
            if each.number in {box.number for box in view(pilot).boxes}:
                assert card(pilot) == each.number or not spots_of(pilot, each.number)


def spots_of(pilot: Pilot[None], number: int) -> list[object]:
    return [spot for spot in view(pilot)._page.spots if spot.card == number]


OVER = {"compare": "c", "flow": "f", "inspections": "i", "breakdown": "1", "sheet": "d"}


@pytest.mark.parametrize("key", OVER.values(), ids=OVER)
async def test_a_number_opens_the_same_card_from_any_screen(demo_database: Path, key: str) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "3")
        here = pilot.app.screen
        assert isinstance(here, BreakdownScreen)
        shown = screen_text(pilot).splitlines()[0]
        await press(pilot, "escape", key)
        if isinstance(pilot.app.screen, Defining):
            await press(pilot, "escape")
        await press(pilot, "3")
        assert isinstance(pilot.app.screen, BreakdownScreen)
        assert screen_text(pilot).splitlines()[0] == shown


@pytest.mark.parametrize("key", ["", "c", "f", "i", "1"])
async def test_nought_lists_every_card_and_opens_the_one_that_is_taken(
    demo_database: Path, key: str
) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, *filter(None, [key]), "0")
        assert isinstance(pilot.app.screen, Choosing)
        told = screen_text(pilot)
        for each in view(pilot).there:
            assert f"{each.number}  " in told
        await press(pilot, "end", "enter")
        assert "register" in screen_text(pilot).lower().splitlines()[0]


async def test_the_cards_without_data_are_listed_with_what_would_fill_them(
    demo_database: Path,
) -> None:
    async with opened(demo_database, "Essex", "2020-03-31") as pilot:
        await press(pilot, "0")
        told = " ".join(screen_text(pilot).replace("│", " ").split())
        assert "Overdue visits, risk mix" in told
        assert "not published in the" in told
        assert "The register: not given since April 2019 (over 1,500)" in told


async def test_the_number_of_no_card_leads_nowhere_and_says_so(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        before = spot(pilot)
        count = len(view(pilot).there)
        await press(pilot, "9")
        assert on_board(pilot)
        assert spot(pilot) is before
        told = [notice.message for notice in pilot.app._notifications]
        assert told == [f"There is no card 9: this board has {count}."]


async def test_the_current_card_alone_is_framed(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        assert framed(pilot) == ["1 Overdue visits"]
        await press(pilot, "tab")
        assert framed(pilot) == ["2 Risk mix"]


def framed(pilot: Pilot[None]) -> list[str]:
    """The titles of the cards whose border is in the accent."""
    board = view(pilot)
    accent = board.palette.accent
    found = []
    for y in sorted({box.top for box in board.boxes}):
        segments = list(board.render_line(y))
        for corner, number, title in zip(segments, segments[1:], segments[2:], strict=False):
            colour = corner.style.color if corner.style else None
            if corner.text.endswith("╭─ ") and colour is not None and colour.name == accent:
                found.append(f"{number.text}{title.text}".strip())
    return found


@pytest.mark.parametrize(("force", "day"), BOARDS)
async def test_d_explains_every_spot_and_esc_comes_back_to_it(
    demo_database: Path, force: str, day: str
) -> None:
    async with opened(demo_database, force, day, size=TERMINAL) as pilot:
        # Some by their key, since each takes a while; what they say is tested of all.
        for place in range(0, view(pilot).spot_count, max(1, view(pilot).spot_count // 4)):
            board = view(pilot)
            board.go_to(place)
            subject = board.subject
            assert subject is not None
            told = explanation(board.board.review, subject)
            await press(pilot, "d")
            assert isinstance(pilot.app.screen, Defining)
            assert told.title.split(" · ")[0][:40] in screen_text(pilot)
            await press(pilot, "escape")
            assert on_board(pilot)
            assert view(pilot).subject is subject


async def test_a_sheet_is_left_by_any_of_its_keys(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        for back in ("escape", "q", "d", "enter"):
            await press(pilot, "d")
            assert isinstance(pilot.app.screen, Defining)
            await press(pilot, back)
            assert on_board(pilot)


async def test_every_key_has_an_id_and_says_what_it_does() -> None:
    assert all(binding.id and binding.tooltip and binding.description for binding in KEYS)
    assert len({binding.id for binding in KEYS}) == len(KEYS)


async def test_c_then_f_then_esc_comes_back_to_where_one_was(demo_database: Path) -> None:
    async with opened(demo_database, size=TERMINAL) as pilot:
        await press(pilot, "tab", "tab", "c", "down", "down")
        compare = page(pilot)
        assert isinstance(compare, CompareScreen)
        before, place = screen_text(pilot), compare.view.place
        await press(pilot, "f")
        assert isinstance(page(pilot), FlowScreen)
        assert "assessments" in screen_text(pilot)
        await press(pilot, "down", "escape")
        assert page(pilot) is compare
        assert compare.view.place == place
        assert screen_text(pilot) == before
        await press(pilot, "escape")
        assert on_board(pilot)
        assert card(pilot) == 3


async def test_t_is_dark_or_light(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        assert isinstance(pilot.app, BoardApp)
        before = view(pilot).render_line(4)
        await press(pilot, "t")
        assert pilot.app.theme == "boardtui-light"
        light = view(pilot).render_line(4)
        assert light.text == before.text
        assert [s.style for s in light] != [s.style for s in before]
        await press(pilot, "t")
        assert view(pilot).render_line(4) == before


@pytest.mark.parametrize(("key", "status"), [("q", 0), ("ctrl+q", 0), ("ctrl+c", 130)])
async def test_leaving(demo_database: Path, key: str, status: int) -> None:
    async with opened(demo_database) as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert pilot.app.return_code == status
        assert not pilot.app.is_running or pilot.app._exit


@pytest.mark.parametrize("steps", [0, 1, 2])
async def test_resizing_keeps_the_current_figure(demo_database: Path, steps: int) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, *["tab"] * steps)
        subject = spot(pilot)
        for size in ((40, 20), (200, 50), (1, 1), (3, 2), (80, 24), (120, 36)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert spot(pilot) == subject


async def test_a_window_without_room_for_a_figure_has_a_current_one(demo_database: Path) -> None:
    async with opened(demo_database, size=(1, 1)) as pilot:
        await press(pilot, "tab", "tab", "d")
        await pilot.resize_terminal(120, 36)
        await settle(pilot)
        assert "Overdue assessments, defined" in screen_text(pilot)


async def test_a_figure_without_room_leaves_its_card_current(demo_database: Path) -> None:
    async with opened(demo_database, size=(200, 50)) as pilot:
        await press(pilot, *["tab"] * 2, *["down"] * 9)
        before = card(pilot)
        await pilot.resize_terminal(40, 20)
        await settle(pilot)
        assert card(pilot) == before
