"""The keys of the board: where they lead, and that what was looked at stays looked at."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.binding import Binding
from textual.pilot import Pilot
from textual.widgets import Input

from boardtui.panels.declared import PANELS
from boardtui.panels.explain import explained
from boardtui.screens.board.board_keys import BOARD_KEYS
from boardtui.screens.board.board_screen import BoardScreen
from boardtui.screens.dialogs.reading import Reading
from boardtui.screens.pages.page_screen import PageScreen
from tests.screens.driving import TERMINAL, opened, press, screen_text, settle, view

KEYS = [binding for binding in BOARD_KEYS if isinstance(binding, Binding)]


def spot(pilot: Pilot[None]) -> object:
    return view(pilot).subject


async def test_down_and_up_walk_every_figure_and_stop_at_the_ends(demo_database: Path) -> None:
    async with opened(demo_database, "Avon and Somerset", "2024-01-17") as pilot:
        count = view(pilot).spot_count
        first = spot(pilot)
        await press(pilot, "up")
        assert spot(pilot) is first
        await pilot.press(*["down"] * (count + 2))
        await settle(pilot)
        last = spot(pilot)
        await press(pilot, "home")
        assert spot(pilot) is first
        await press(pilot, "end")
        assert spot(pilot) is last
        assert last is not first


async def test_tab_goes_round_the_panels_and_back(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        seen = [view(pilot).panel]
        for _ in view(pilot).panels_standing():
            await press(pilot, "tab")
            seen.append(view(pilot).panel)
        assert seen == [1, 2, 3, 4, 5, 6, 7, 1]
        await press(pilot, "shift+tab")
        assert view(pilot).panel == 7
        await press(pilot, "left", "h", "right", "l", "l")
        assert view(pilot).panel == 1


@pytest.mark.parametrize(
    ("force", "day", "numbers"),
    [
        ("Exampleshire", "2024-01-17", (7, 6, 5, 4, 3, 2, 1)),
        ("Essex", "2020-03-31", (8, 7, 5, 1)),
        ("Essex", "2017-03-02", (9, 7, 6, 1)),
    ],
)
async def test_a_number_goes_to_its_panel(
    demo_database: Path, force: str, day: str, numbers: tuple[int, ...]
) -> None:
    async with opened(demo_database, force, day, size=TERMINAL) as pilot:
        for panel in (PANELS[number - 1] for number in numbers):
            await press(pilot, str(panel.number))
            while not isinstance(pilot.app.screen, BoardScreen):
                await press(pilot, "escape")
            assert view(pilot).panel == panel.number
            title = panel.title(view(pilot).board)
            assert f"─ {panel.number} {title}" in screen_text(pilot)


@pytest.mark.parametrize(("number", "screen"), [(4, PageScreen), (5, Reading)])
async def test_the_number_of_a_panel_without_a_breakdown_opens_what_its_first_figure_does(
    demo_database: Path, number: int, screen: type
) -> None:
    async with opened(demo_database) as pilot:
        assert PANELS[number - 1].measure is None
        await press(pilot, str(number))
        shown = screen_text(pilot)
        assert isinstance(pilot.app.screen, screen)
        await press(pilot, "escape")
        assert view(pilot).panel == number
        await press(pilot, "enter")
        assert screen_text(pilot) == shown


async def test_the_number_of_a_panel_that_does_not_stand_leads_nowhere(
    demo_database: Path,
) -> None:
    async with opened(demo_database) as pilot:
        before = spot(pilot)
        await press(pilot, "8", "9")
        assert isinstance(pilot.app.screen, BoardScreen)
        assert spot(pilot) is before


async def test_paging_keeps_the_current_figure_in_sight(demo_database: Path) -> None:
    async with opened(demo_database, size=(40, 20)) as pilot:
        first = spot(pilot)
        await press(pilot, "pagedown", "pagedown", "space")
        assert spot(pilot) is not first
        assert marked(pilot)
        await press(pilot, "pageup", "pageup", "pageup", "pageup")
        assert marked(pilot)
        assert "1 Overdue visits" in screen_text(pilot)


def marked(pilot: Pilot[None]) -> str:
    """What the board draws reversed below its titles: the current figure."""
    board = view(pilot)
    return "".join(
        segment.text
        for y in range(board.size.height)
        for segment in board.render_line(y)
        if segment.style and segment.style.reverse and not segment.text.startswith(" ")
    )


async def test_the_current_figure_alone_is_reversed(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        assert marked(pilot) == "273"
        await press(pilot, "down")
        assert marked(pilot).startswith("273: agrees")


BOARDS = [
    ("Exampleshire", "2024-01-17"),
    ("Avon and Somerset", "2024-01-17"),
    ("Essex", "2020-03-31"),
]


@pytest.mark.parametrize(("force", "day"), BOARDS)
async def test_d_explains_every_spot_and_esc_comes_back_to_it(
    demo_database: Path, force: str, day: str
) -> None:
    async with opened(demo_database, force, day, size=TERMINAL) as pilot:
        # Some by their key, since each takes a while; what they say is tested of all.
        for place in range(0, view(pilot).spot_count, max(1, view(pilot).spot_count // 4)):
            board = view(pilot)
            board.step(-board.spot_count)
            board.step(place)
            subject = board.subject
            assert subject is not None
            title, rows = explained(subject)
            await pilot.press("d")
            await pilot.pause()
            assert isinstance(pilot.app.screen, Reading)
            shown = screen_text(pilot)
            assert title.split(" · ")[0][:40] in shown
            assert "definition: " in shown or len(rows) > 12
            await pilot.press("escape")
            assert isinstance(pilot.app.screen, BoardScreen)
            assert view(pilot).subject is subject


async def test_a_page_is_left_by_any_of_its_keys(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        for back in ("escape", "q", "d", "enter", "question_mark"):
            await press(pilot, "d")
            assert isinstance(pilot.app.screen, Reading)
            await press(pilot, back)
            assert isinstance(pilot.app.screen, BoardScreen)


async def test_help_lists_every_key(demo_database: Path) -> None:
    async with opened(demo_database, size=(100, 60)) as pilot:
        await press(pilot, "question_mark")
        shown = screen_text(pilot)
        for binding in KEYS:
            assert binding.tooltip in shown


async def test_every_key_has_an_id_and_says_what_it_does() -> None:
    assert all(binding.id and binding.tooltip and binding.description for binding in KEYS)
    assert len({binding.id for binding in KEYS}) == len(KEYS)


async def test_the_palette_lists_every_action(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        for binding in KEYS:
            await press(pilot, "ctrl+p")
            pilot.app.screen.query_one(Input).value = binding.description
            await settle(pilot)
            assert binding.description.capitalize() in screen_text(pilot)
            await press(pilot, "escape")


async def test_on_every_screen_the_palette_finds_its_actions_and_any_figure(
    demo_database: Path,
) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1", "enter", "ctrl+p", *"reverse", "enter")
        assert "days overdue ↑" in screen_text(pilot)
        await press(pilot, "ctrl+p", *"oldest visit", "enter")
        assert "Overdue visits, oldest" in screen_text(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, BoardScreen)


async def test_a_command_of_the_palette_works(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "ctrl+p", *"Define")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Reading)


async def test_t_is_dark_or_light(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
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


async def test_resizing_keeps_the_current_figure(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "5", "escape", "down", "down")
        subject = spot(pilot)
        for size in ((40, 20), (200, 50), (20, 5), (80, 24)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert spot(pilot) == subject
