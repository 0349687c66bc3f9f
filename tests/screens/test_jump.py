"""Jump mode: a letter before each place in sight, over nothing that is said there."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from boardtui.screens.beside.beside_screen import BesideScreen
from boardtui.screens.board.board_screen import BoardScreen
from boardtui.screens.board.cards_view import CardsView
from boardtui.screens.breakdown.breakdown_screen import BreakdownScreen
from boardtui.screens.dialogs.jump import LETTERS, Jump, labels
from tests.screens.driving import burst, opened, press, screen_text
from tests.screens.sheets import first_line, table_view

PLACES = [
    ("Exampleshire", "2024-01-17"),
    ("Avon and Somerset", "2024-01-17"),
    ("Essex", "2020-03-31"),
]
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
            assert isinstance(screen, BoardScreen | BesideScreen)
            before = screen.view.text()
            await press(pilot, "g")
            after = screen.view.text()
            assert changed(before, after) == len(screen.view.places())
            await press(pilot, "escape")
            assert screen.view.text() == before


FRAME = (("▌", " "), ("▐", " "))
"""The marks about the current row, which make way for the letters."""


def changed(before: str, after: str) -> int:
    """In how many cells two screens differ: letters over blanks and border, and no other."""
    count = 0
    for line, lettered in zip(before.splitlines(), after.splitlines(), strict=True):
        wide = max(len(line), len(lettered))
        for old, new in zip(line.ljust(wide), lettered.ljust(wide), strict=True):
            if old != new and (old, new) not in FRAME:
                assert old in " │▐▌"
                assert new in LETTERS
                count += 1
    return count


@pytest.mark.parametrize("size", [*SIZES, (32, 20)])
async def test_a_row_of_a_table_says_the_same_beside_its_letter(
    demo_database: Path, size: tuple[int, int]
) -> None:
    async with opened(demo_database, size=size) as pilot:
        for keys in (("1",), ("x",), ("x", "x", "x", "down", "enter"), ("enter",)):
            await press(pilot, *keys)
            sheet_view = table_view(pilot)
            before = sheet_view.text()
            await press(pilot, "g")
            after = sheet_view.text()
            lines = zip(before.splitlines(), after.splitlines(), strict=True)
            for line, lettered in lines:
                said = line.replace("▌", " ", 1) if line[:2] == " ▌" else line
                assert len(lettered) <= size[0]
                assert changed(said, lettered) <= 1 or "▲" in said or "▼" in said
            await press(pilot, "escape")
            assert sheet_view.text() == before


async def test_a_letter_goes_to_a_row_and_one_on_a_head_sorts(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        for way in ("1", "enter", "enter"):
            await press(pilot, way, "g")
            rows = table_view(pilot)
            first = screen_text(pilot).splitlines()[first_line(rows.sheet)]
            assert first[1] == LETTERS[0]
            await press(pilot, LETTERS[1])
            assert rows.current == rows.top + 1
            assert not shows(pilot, Jump)
            if way == "enter":
                continue
            letters = dict(zip(rows.places(), labels(len(rows.places())), strict=True))
            names = [column.name for column in rows.sheet.columns]
            await press(pilot, "g", letters[-1 - names.index("change")])
            assert "change ▼" in screen_text(pilot)


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
        for number, label in list(enumerate(labels(len(places))))[::10]:
            await burst(pilot, "g", *label)
            assert isinstance(pilot.app.screen, BoardScreen)
            assert board.subject == subjects[places[number]]


def shows(pilot: Pilot[None], screen: type) -> bool:
    return isinstance(pilot.app.screen, screen)


def view(pilot: Pilot[None]) -> CardsView:
    screen = pilot.app.screen_stack[0]
    assert isinstance(screen, BoardScreen)
    return screen.view
