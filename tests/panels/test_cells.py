"""How wide text is, and how it is cut, in cells."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from boardtui.core.words.shown import shown
from boardtui.panels import cells

TEXTS = st.text(st.characters(categories=("L", "M", "N", "P", "Zs"), exclude_characters="\u3164"))


@given(TEXTS)
@example("東京 ｶﾅ e\u0301 ก\u0e33 한국어 \u1112\u1161\u11ab שלום")
def test_text_is_as_wide_as_the_screen_takes_it_to_be(text: str) -> None:
    assert cells.width(shown(text)) == cell_len(shown(text))


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


@given(TEXTS.filter(bool), st.integers(1, 12), st.integers(1, 40))
def test_pieces_are_what_is_split_off_again_and_again(text: str, first: int, rest: int) -> None:
    expected, left, room = [], text, first
    while cells.width(left) > room and len(left) > 1:
        head, left = cells.split(left, room)
        if not left:
            left = head
            break
        expected.append(head)
        room = rest
    assert list(cells.pieces(text, first, rest)) == [*expected, left]
