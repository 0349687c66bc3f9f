"""A show before a board or the public: what it is shown, and what a deck can only make stricter."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardtui.screens.board.board_screen import BoardScreen
from boardtui.screens.show.answer_screen import AnswerScreen
from boardtui.screens.show.show_screen import ShowScreen
from boardtui.settings import Audiences, Present, Settings
from tests.screens.drilling import app, shows
from tests.screens.driving import opened, press, screen_text
from tests.screens.showing import ask, heading, showing, told
from tests.screens.test_show_cases import walk

BOARD = Settings(audience=Audiences(shown_to="board"))
PUBLIC = Settings(audience=Audiences(shown_to="public"))


async def test_who_is_shown_stands_in_every_heading(demo_database: Path) -> None:
    async with showing(demo_database, settings=BOARD) as pilot:
        for _ in range(len(app(pilot).board.view.there)):
            await press(pilot, "right")
            assert "· board" in heading(pilot)
        await ask(pilot, "unit overdue")
        assert "· board" in heading(pilot)


async def test_small_counts_of_an_answer_are_hidden(demo_database: Path) -> None:
    async with showing(demo_database) as pilot:
        await ask(pilot, "unit overdue")
        assert "[c]" not in screen_text(pilot)
    async with showing(demo_database, settings=BOARD) as pilot:
        await ask(pilot, "unit overdue")
        assert shows(pilot, AnswerScreen)
        assert "[c]" in screen_text(pilot)


async def test_no_officer_is_told_apart_before_the_public(demo_database: Path) -> None:
    async with showing(demo_database, settings=PUBLIC) as pilot:
        for words in ("overdue visits by officer", "om-04", "overdue high north"):
            await ask(pilot, words)
            assert "OM-" not in heading(pilot)
            assert " OM-" not in screen_text(pilot).partition("Find")[0]
            while not shows(pilot, ShowScreen):
                await press(pilot, "escape")


async def test_cases_stay_closed_whatever_the_show_was_started_with(demo_database: Path) -> None:
    async with showing(demo_database, settings=BOARD, with_cases=True) as pilot:
        assert app(pilot).cases_open is False
        assert await walk(pilot, 0) == set()


@pytest.mark.parametrize(("audience", "opens"), [("force", True), ("board", False)])
async def test_a_stricter_deck_is_not_shown_from_a_laxer_board(
    demo_database: Path, tmp_path: Path, audience: str, opens: bool
) -> None:
    file = tmp_path / "deck.toml"
    file.write_text(
        f'deck = 1\naudience = "{audience}"\n[[slide]]\nkind = "text"\ntitle = "Ours"\n'
        'text = ["a line"]\n'
    )
    settings = Settings(present=Present(deck=str(file)))
    async with opened(demo_database, settings=settings) as pilot:
        await press(pilot, "f5")
        assert shows(pilot, ShowScreen) == opens
        assert ("--audience board" in screen_text(pilot)) != opens
        await press(pilot, "escape")
        assert shows(pilot, BoardScreen)
        assert told(pilot) == []
