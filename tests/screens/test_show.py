"""A show: from slide to slide by every key of a clicker, black and white, and back to the board."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace

from boardtui.decks.default import default_deck
from boardtui.panels.slides.drawn import drawn
from boardtui.panels.slides.slide import Slide
from boardtui.screens.board.board_screen import BoardScreen
from boardtui.screens.drawing.palette import DARK, LIGHT
from boardtui.screens.show.blank_screen import BlankScreen
from boardtui.screens.show.leaving import Leaving
from boardtui.screens.show.show_screen import ShowScreen
from boardtui.settings import Display, Overdue, Present, Settings
from tests.screens.drilling import app, shows
from tests.screens.driving import burst, opened, press, screen_text, send, settle
from tests.screens.following import until
from tests.screens.showing import ROOM, heading, place, show, showing, told

WORDS = tuple(
    Slide(kind="text", title=f"Message {number}", text=(f"line of {number}",))
    for number in range(1, 13)
)

FLOW = (Slide(kind="title"), Slide(kind="flow", measure="overdue_visits"), Slide(kind="mix"))


async def test_the_first_slide_stands_alone_in_light_colours(demo_database: Path) -> None:
    async with showing(demo_database) as pilot:
        slide = drawn(show(pilot).slide, show(pilot).board, *ROOM)
        assert screen_text(pilot).splitlines()[1:] == [
            "".join(piece.text for piece in line).rstrip() for line in slide.lines
        ]
        assert heading(pilot).endswith(f"slide 1 of {len(show(pilot).slides)}")
        assert app(pilot).palette is LIGHT


@pytest.mark.parametrize("key", ["space", "right", "down", "pagedown", "enter"])
async def test_on(demo_database: Path, key: str) -> None:
    async with showing(demo_database, slides=WORDS) as pilot:
        await press(pilot, key)
        assert place(pilot) == (2, 0)
        assert "Message 2" in screen_text(pilot)
        await press(pilot, *[key] * 20)
        assert place(pilot) == (12, 0)


@pytest.mark.parametrize("key", ["left", "up", "pageup", "backspace"])
async def test_back(demo_database: Path, key: str) -> None:
    async with showing(demo_database, slides=WORDS) as pilot:
        await press(pilot, "end", key)
        assert place(pilot) == (11, 0)
        await press(pilot, *[key] * 20)
        assert place(pilot) == (1, 0)


async def test_first_and_last(demo_database: Path) -> None:
    async with showing(demo_database, slides=WORDS) as pilot:
        await press(pilot, "end")
        assert place(pilot) == (12, 0)
        await press(pilot, "home")
        assert place(pilot) == (1, 0)


async def test_a_number_and_enter(demo_database: Path) -> None:
    async with showing(demo_database, slides=WORDS) as pilot:
        await press(pilot, "1", "0")
        assert heading(pilot).endswith("to slide 10: enter")
        await press(pilot, "enter")
        assert place(pilot) == (10, 0)
        assert heading(pilot).endswith("slide 10 of 12")


async def test_keys_that_a_line_delivers_together_are_all_obeyed(demo_database: Path) -> None:
    async with showing(demo_database, slides=WORDS) as pilot:
        await burst(pilot, "space", "space", "7", "enter", "left")
        assert place(pilot) == (6, 0)


@pytest.mark.parametrize("number", ["0", "13", "1200"])
async def test_a_slide_that_is_not_there_is_not_gone_to(demo_database: Path, number: str) -> None:
    async with showing(demo_database, slides=WORDS) as pilot:
        await press(pilot, "right", *number, "enter")
        assert place(pilot) == (2, 0)
        assert told(pilot) == [f"There is no slide {int(number)}: there are 12."]
        await press(pilot, "full_stop")
        assert told(pilot) == []
        await press(pilot, "full_stop", "enter")
        assert place(pilot) == (3, 0)


async def test_what_was_typed_is_forgotten_by_any_other_way(demo_database: Path) -> None:
    async with showing(demo_database, slides=WORDS) as pilot:
        await press(pilot, "7", "escape", "enter")
        assert place(pilot) == (2, 0)
        assert not shows(pilot, Leaving)
        await press(pilot, "7", "right", "enter")
        assert place(pilot) == (4, 0)


async def test_a_flow_is_told_part_by_part(demo_database: Path) -> None:
    async with showing(demo_database, slides=FLOW) as pilot:
        await press(pilot, "right")
        steps = show(pilot).said().steps
        assert steps > 5
        seen = [screen_text(pilot)]
        for step in range(1, steps):
            await press(pilot, "right")
            assert place(pilot) == (2, step)
            seen.append(screen_text(pilot))
        assert all(len(before.split()) < len(after.split()) for before, after in pairwise(seen))
        await press(pilot, "right")
        assert place(pilot) == (3, 0)
        await press(pilot, "left")
        assert place(pilot) == (2, steps - 1)
        assert screen_text(pilot) == seen[-1]
        await press(pilot, "left")
        assert place(pilot) == (2, steps - 2)


async def test_resizing_keeps_slide_and_step(demo_database: Path) -> None:
    async with showing(demo_database, slides=FLOW) as pilot:
        await press(pilot, "right", "right", "right")
        for size in ((120, 36), (40, 20), (200, 50), (10, 3), ROOM):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert place(pilot) == (2, 2)
            lines = drawn(show(pilot).slide, show(pilot).board, *size, 2).lines
            assert screen_text(pilot).splitlines()[1:] == [
                "".join(piece.text for piece in line).rstrip() for line in lines
            ]


async def test_all_slides_in_a_list(demo_database: Path) -> None:
    async with showing(demo_database, slides=WORDS) as pilot:
        await press(pilot, "right", "o")
        listed = screen_text(pilot)
        assert [f"Message {n}" in listed for n in range(1, 13)] == [True] * 12
        await press(pilot, "down", "down", "enter")
        assert place(pilot) == (4, 0)
        await press(pilot, "o", "down", "escape")
        assert place(pilot) == (4, 0)


@pytest.mark.parametrize(
    ("key", "colour"), [("b", "black"), ("full_stop", "black"), ("w", "white")]
)
async def test_a_black_or_white_screen_until_any_key(
    demo_database: Path, key: str, colour: str
) -> None:
    async with showing(demo_database, slides=FLOW) as pilot:
        await press(pilot, "right", "right")
        before = screen_text(pilot)
        for back in (key, "space", "escape", "q", "x", "slash", "5"):
            await press(pilot, key)
            screen = pilot.app.screen
            assert isinstance(screen, BlankScreen)
            assert screen.colour == colour
            assert screen_text(pilot).strip() == ""
            await press(pilot, back)
            assert screen_text(pilot) == before
            assert place(pilot) == (2, 1)


async def test_the_minutes_since_the_start(
    demo_database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with showing(demo_database, slides=WORDS) as pilot:
        show(pilot).began -= 61 * 60
        assert "min" not in heading(pilot)
        await press(pilot, "m")
        assert heading(pilot).endswith("61 min · slide 1 of 12")
        await press(pilot, "m")
        assert heading(pilot).endswith(" slide 1 of 12")


async def test_help_lists_the_keys_of_the_show(demo_database: Path) -> None:
    async with showing(demo_database, size=(120, 36)) as pilot:
        await press(pilot, "question_mark")
        listed = screen_text(pilot)
        assert "Keys: show" in listed
        for words in ("b .", "0–9", "all slides in a list", "answer a question", "leave the show"):
            assert words in listed


async def test_what_is_shown_is_defined(demo_database: Path) -> None:
    async with showing(demo_database) as pilot:
        await press(pilot, "d")
        assert told(pilot) == ["There is no figure on this slide."]
        await press(pilot, "right", "d")
        assert "Overdue visits" in screen_text(pilot)
        assert "Definition" in screen_text(pilot) or "definition" in screen_text(pilot)
        await press(pilot, "escape")
        assert place(pilot) == (2, 0)


async def test_leaving_asks_where_nothing_stands_behind(demo_database: Path) -> None:
    async with showing(demo_database, slides=WORDS) as pilot:
        for key in ("escape", "q"):
            await press(pilot, "right", key)
            assert shows(pilot, Leaving)
            await press(pilot, "escape")
        assert place(pilot) == (3, 0)
        await press(pilot, "q", "enter")
        assert not pilot.app.is_running
        assert pilot.app.return_code in (None, 0)


@pytest.mark.parametrize("key", ["f5", "P"])
async def test_from_the_board_and_back(demo_database: Path, key: str) -> None:
    async with opened(demo_database, "Sampleshire", "2023-10-31") as pilot:
        before = screen_text(pilot)
        await press(pilot, "2", "escape", key)
        assert show(pilot).slides == default_deck(app(pilot).board.board).slides
        assert heading(pilot).startswith(" Sampleshire")
        assert app(pilot).palette is LIGHT
        await press(pilot, "right", "escape")
        assert shows(pilot, BoardScreen)
        assert app(pilot).palette is DARK
        await press(pilot, "home")
        assert screen_text(pilot) == before


async def test_what_is_still_worked_out_is_waited_for(demo_database: Path) -> None:
    settings = Settings(overdue=Overdue(grace_days=7))
    async with opened(demo_database, settings=settings, settled=False) as pilot:
        send(pilot, "f5")
        await until(pilot, lambda: shows(pilot, ShowScreen), "the show")
        assert not app(pilot).review.stale
        await press(pilot, "right")
        counted = app(pilot).review.figures("overdue_visits")[0].figure.value
        assert counted is not None
        assert 0 < counted < 273
        assert f"{counted:g} visits are overdue" in screen_text(pilot)
    async with showing(demo_database, settings=settings) as pilot:
        await press(pilot, "right")
        assert f"{counted:g} visits are overdue" in screen_text(pilot)


async def test_light_or_dark_is_of_the_show_alone(demo_database: Path) -> None:
    settings = Settings(display=Display(theme="light"), present=Present(theme="dark"))
    async with opened(demo_database, settings=settings) as pilot:
        await press(pilot, "f5")
        assert app(pilot).palette is DARK
        await press(pilot, "t")
        assert app(pilot).palette is LIGHT
        await press(pilot, "t", "q")
        assert app(pilot).palette is LIGHT


async def test_a_slide_changes_with_the_board_behind_it(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "f5", "right")
        before = screen_text(pilot)
        board = app(pilot).board
        board.attempt(lambda: board.change(replace(board.review.selection, baseline=None)))
        await settle(pilot)
        assert screen_text(pilot) != before
        assert "217" not in screen_text(pilot)
        assert place(pilot) == (2, 0)


async def test_a_deck_of_the_settings_is_shown_and_its_faults_are_told(
    demo_database: Path, tmp_path: Path
) -> None:
    good, bad = tmp_path / "good.toml", tmp_path / "bad.toml"
    good.write_text('deck = 1\n[[slide]]\nkind = "text"\ntitle = "Ours"\ntext = ["a line"]\n')
    bad.write_text('deck = 1\n[[slide]]\nkind = "agez"\n[[slide]]\nkind = "txt"\n')
    for file, words in ((good, ["Ours", "slide 1 of 1"]), (bad, ["agez", "txt"])):
        settings = Settings(present=Present(deck=str(file)))
        async with opened(demo_database, settings=settings) as pilot:
            await press(pilot, "f5")
            assert [word for word in words if word not in screen_text(pilot)] == []
            await press(pilot, "escape")
            assert shows(pilot, BoardScreen)


async def test_a_deck_of_another_day_leaves_the_days_own_slides(
    demo_database: Path, tmp_path: Path
) -> None:
    file = tmp_path / "deck.toml"
    file.write_text('deck = 1\nforce = "Sampleshire"\n[[slide]]\nkind = "text"\ntitle = "Ours"\n')
    settings = Settings(present=Present(deck=str(file)))
    async with opened(demo_database, settings=settings) as pilot:
        await press(pilot, "f5")
        assert len(show(pilot).slides) > 5


def test_no_screen_of_a_show_is_imported_by_the_board() -> None:
    import subprocess
    import sys

    words = "import sys, boardtui.screens.app; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    room = ("boardtui.screens.show", "boardtui.panels.slides", "boardtui.decks", "boardtui.link")
    assert [name for name in ran.stdout.split() if name.startswith(room)] == []
