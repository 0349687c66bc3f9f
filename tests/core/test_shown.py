"""Text from data as it may stand on a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.core.words.shown import escaped, shown, spelt

KEPT = st.text(st.characters(categories=("L", "M", "N", "P", "S", "Zs")))


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("\x1b[2Jgone", "�[2Jgone"),
        ("a\x9b31mb", "a�31mb"),
        ("over\rwritten", "over�written"),
        ("right\u202eleft", "right�left"),
        ("\x1b]52;c;ZXZpbA==\x07", "�]52;c;ZXZpbA==�"),
        ("one\ntwo\tthree", "one two three"),
        ("half \ud800", "half �"),
        ("☎\ufe0f", "☎"),
        ("Müller’s ≈1,500 − 名", "Müller’s ≈1,500 − 名"),
    ],
)
def test_what_a_terminal_would_obey_becomes_a_mark(text: str, drawn: str) -> None:
    assert shown(text) == drawn


@given(st.text())
def test_nothing_that_moves_or_hides_its_neighbours_is_left(text: str) -> None:
    kinds = {unicodedata.category(character) for character in shown(text)}
    assert not kinds & {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


@given(KEPT)
def test_text_that_ingest_takes_is_shown_as_it_is(text: str) -> None:
    assert shown(text) == "".join(c for c in text if not "\ufe00" <= c <= "\ufe0f")


@given(st.text())
def test_spelt_text_can_all_be_seen(text: str) -> None:
    assert spelt(text).isprintable()


def test_a_fault_is_told_with_the_code_of_what_cannot_be_seen() -> None:
    assert spelt("Zoë\x1b[2J\xa0\u202e") == "Zoë\\x1b[2J\\xa0\\u202e"


def test_json_escapes_what_a_terminal_would_obey() -> None:
    assert escaped('"\x9b \u202e \U000e0001 Zoë"') == '"\\u009b \\u202e \\udb40\\udc01 Zoë"'
