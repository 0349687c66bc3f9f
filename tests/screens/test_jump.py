"""Jump mode: a letter before each place in sight, over nothing that is said there."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from boardtui.screens.board.board_screen import BoardScreen
from boardtui.screens.board.cards_view import CardsView
from boardtui.screens.board.figures_screen import FiguresScreen
from boardtui.screens.breakdown.breakdown_screen import BreakdownScreen
from boardtui.screens.dialogs.jump import LETTERS, Jump, labels
from boardtui.screens.drawing.table_screen import TableScreen
from tests.screens.driving import burst, opened, press, screen_text

PLACES = [
    ("Exampleshire", "2024-01-17"),
    ("Avon and Somerset", "2024-01-17"),
    ("Essex", "2020-03-31"),
]
OVER = " │▌"
"""What letters stand over: blanks, borders, the mark of the current row."""

SIZES = [(20, 10), (40, 20), (80, 24), (200, 50)]


@given(st.integers(0, len(LETTERS) ** 2))
def test_every_place_has_a_label_that_begins_no_other(places: int) -> None:
    given = labels(places)
    assert len(set(given)) == places
    assert {len(label) for label in given} <= {1, 2}
    alone = {label for label in given if len(label) == 1}
    assert not any(label[0] in alone for label in given if len(label) == 2)
    if places <= len(LETTERS):
        assert given == list(LETTERS[:places])


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("force", "day"), PLACES)
async def test_letters_stand_on_blanks_and_borders_alone(
    demo_database: Path, force: str, day: str, size: tuple[int, int]
) -> None:
    async with opened(demo_database, force, day, size=size) as pilot:
        for key in ("home", "c", "f", "i"):
            await press(pilot, key)
            screen = pilot.app.screen
            assert isinstance(screen, FiguresScreen)
            drawn = screen.figures_view()
            before = drawn.text()
            await press(pilot, "g")
            assert changed(before, drawn.text()) == len(drawn.places())
            await press(pilot, "escape")
            assert drawn.text() == before


def changed(before: str, after: str) -> int:
    """In how many cells two screens differ: letters over blanks and border, and no other."""
    count = 0
    for line, lettered in zip(before.splitlines(), after.splitlines(), strict=True):
        for old, new in zip(line.ljust(len(lettered)), lettered, strict=True):
            if old != new:
                assert old in OVER
                assert new in LETTERS
                count += 1
    return count


@pytest.mark.parametrize("size", [*SIZES, (32, 20)])
async def test_a_row_of_a_table_says_the_same_beside_its_letter(
    demo_database: Path, size: tuple[int, int]
) -> None:
    async with opened(demo_database, size=size) as pilot:
        for keys in (("1",), ("x",), ("escape", "enter"), ("enter",)):
            await press(pilot, *keys)
            screen = pilot.app.screen
            assert isinstance(screen, TableScreen)
            before = screen.view.text()
            await press(pilot, "g")
            assert changed(before, screen.view.text()) == len(screen.view.places())
            await press(pilot, "escape")
            assert screen.view.text() == before


async def test_where_letters_run_out_the_first_of_two_keys_narrows_them(
    demo_database: Path,
) -> None:
    async with opened(demo_database, size=(200, 50)) as pilot:
        board = view(pilot)
        places, subjects = board.places(), board.subjects()
        named = labels(len(places))
        assert len(named) > len(LETTERS)
        first = named[-1][0]
        group = [label for label in named if label[0] == first]
        before = board.text()
        await press(pilot, "g", first)
        assert shows(pilot, Jump)
        assert changed(before, board.text()) == len(group) > 1
        await press(pilot, named[-1][1])
        assert shows(pilot, BoardScreen)
        assert board.subject == subjects[places[-1]]
        assert board.text() == before


@pytest.mark.parametrize("keys", [("escape",), ("m", "escape"), ("m", "f9"), ("1",), ("down",)])
async def test_any_key_that_is_no_letter_leaves(demo_database: Path, keys: tuple[str, ...]) -> None:
    async with opened(demo_database) as pilot:
        subject, before = view(pilot).subject, screen_text(pilot)
        await press(pilot, "g", *keys)
        assert isinstance(pilot.app.screen, BoardScreen)
        assert view(pilot).subject is subject
        assert screen_text(pilot) == before


async def test_a_letter_of_no_place_leaves(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1", "g", "M")
        assert isinstance(pilot.app.screen, BreakdownScreen)


async def test_a_letter_that_arrives_together_with_the_key_goes(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        board = view(pilot)
        places, subjects = board.places(), board.subjects()
        for number, label in list(enumerate(labels(len(places))))[::30]:
            await burst(pilot, "g", *label)
            assert isinstance(pilot.app.screen, BoardScreen)
            assert board.subject == subjects[places[number]]


def shows(pilot: Pilot[None], screen: type) -> bool:
    return isinstance(pilot.app.screen, screen)


def view(pilot: Pilot[None]) -> CardsView:
    screen = pilot.app.screen_stack[0]
    assert isinstance(screen, BoardScreen)
    return screen.view
