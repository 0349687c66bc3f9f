"""The heads and feet of screens: what they always have, and that it is of now."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardtui.panels.cards.grid import NONE, Piece
from boardtui.panels.text import Role
from boardtui.screens.drawing import pieces
from boardtui.screens.drawing.pieces import framed
from boardtui.screens.keys import keys
from boardtui.screens.keys.keys import caps_line, key_name
from tests.screens.driving import opened, press, screen_text, settle

SIZES = [(40, 20), (60, 20), (80, 24), (120, 36)]

SCREENS = {
    "board": (),
    "then and now": ("c",),
    "what changed": ("f",),
    "inspections": ("i",),
    "breakdown": ("1",),
    "a slice without cases": ("1", "end", "up"),
    "cross": ("1", "x"),
    "months": ("5",),
    "cases": ("1", "enter"),
    "case": ("1", "enter", "enter"),
}


def foot(text: str) -> str:
    return text.splitlines()[-1]


@pytest.mark.parametrize("ways", SCREENS.values(), ids=SCREENS)
async def test_the_key_that_lists_all_keys_is_at_every_foot(
    demo_database: Path, ways: tuple[str, ...]
) -> None:
    async with opened(demo_database, size=SIZES[0]) as pilot:
        await press(pilot, *ways)
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert "? keys" in foot(screen_text(pilot)), size


@pytest.mark.parametrize("ways", SCREENS.values(), ids=SCREENS)
async def test_no_head_cuts_the_name_of_the_force_at_40_columns(
    demo_database: Path, ways: tuple[str, ...]
) -> None:
    async with opened(demo_database, size=(40, 20)) as pilot:
        await press(pilot, *ways)
        assert screen_text(pilot).startswith(" Exampleshire  SYNTHETIC")


@pytest.mark.parametrize("width", range(4, 60))
def test_the_key_that_is_kept_has_room_before_any_other(width: int) -> None:
    told = [("esc", "back"), ("enter", "open"), ("?", "keys"), ("w", "write")]
    line = caps_line(told, width, ("?", "keys"))
    text = "".join(piece.text for piece in line)
    assert ("? keys" in text) is (width >= len("? keys"))
    assert len(text) <= width
    whole = [f"{key} {word}" for key, word in told]
    shown = [cap for cap in text.split("  ") if cap]
    assert shown == [cap for cap in whole if cap in shown]


async def test_the_foot_of_what_changed_names_the_backlog_that_is_not_there(
    demo_database: Path,
) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "f")
        assert "tab assessments" in foot(screen_text(pilot))
        await press(pilot, "tab")
        assert "tab visits" in foot(screen_text(pilot))


async def test_a_key_of_a_list_of_cards_can_be_clicked(demo_database: Path) -> None:
    async with opened(demo_database, size=(40, 20)) as pilot:
        rows = screen_text(pilot).splitlines()
        y = next(y for y, row in enumerate(rows) if "! 1 warning" in row)
        await pilot.click(offset=(rows[y].index("!"), y))
        await press(pilot)
        assert "2 officers are new" in " ".join(screen_text(pilot).split())


def test_in_ascii_the_frame_of_the_marked_place_is_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    row = [Piece(" 273 ", Role.TEXT, NONE)]
    monkeypatch.setattr(pieces, "here_utf8", lambda: False)
    assert "".join(piece.text for piece in framed(row, 1, 4)) == "[273]"
    monkeypatch.setattr(pieces, "here_utf8", lambda: True)
    assert "".join(piece.text for piece in framed(row, 1, 4)) == "▐273▌"


def test_in_ascii_shift_is_not_taken_for_ctrl(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "here_utf8", lambda: False)
    assert key_name("shift+tab") == "shift+tab"
    assert key_name("ctrl+p") == "^p"
