"""How wide text is, and how it is cut, in cells."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from boardtui.panels import cells

TEXTS = st.text(st.characters(categories=("L", "M", "N", "P", "Zs"), exclude_characters="\u3164"))


@given(TEXTS)
@example("東京 ｶﾅ e\u0301 ก\u0e33 한국어 \u1112\u1161\u11ab שלום")
def test_text_is_as_wide_as_the_screen_takes_it_to_be(text: str) -> None:
    assert cells.width(cells.shown(text)) == cell_len(cells.shown(text))


@given(TEXTS, st.integers(0, 40))
def test_shortened_text_fits_and_says_that_it_was_cut(text: str, room: int) -> None:
    short = cells.shortened(text, room)
    assert cells.width(short) <= room
    assert short == text or room == 0 or short.endswith("…")


@given(TEXTS.filter(bool), st.integers(1, 40))
def test_a_split_loses_nothing_and_always_takes_something(text: str, room: int) -> None:
    head, rest = cells.split(text, room)
    assert head + rest == text
    assert head
    assert cells.width(head) <= room or len(head) == 1


@pytest.mark.parametrize(
    "hostile", ["\x1b[31m", "\u202e", "\u200b", "\u2028", "\x07", "\x9b31m", "\ud800", "\r", "\t"]
)
def test_what_could_move_or_hide_its_neighbours_is_not_drawn(hostile: str) -> None:
    drawn = cells.shown(f"a{hostile}b")
    kinds = {unicodedata.category(character) for character in drawn}
    assert not kinds & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert drawn[0] + drawn[-1] == "ab"
    assert "�" in drawn


@given(TEXTS)
def test_text_that_ingest_takes_is_drawn_as_it_is(text: str) -> None:
    plain = "".join(c for c in text if not "\ufe00" <= c <= "\ufe0f")
    assert cells.shown(text) == plain
