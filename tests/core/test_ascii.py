"""Text for a terminal without UTF-8."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.core.words.ascii import ASCII, as_ascii, in_words, speaks_utf8


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("╭─ 1 Overdue visits ─╮", "+- 1 Overdue visits -+"),
        ("│ −3 (−4%) ≈1,500 1–30 │", "| -3 (-4%) ~1,500 1-30 |"),
        ("████▌ █▏", "####= #."),
        ("↑↓ choose ← → “then” 217†", '^v choose < > "then" 217r'),
        ("North and Wes…", "North and Wes~"),
        ("Zoë Café Łódź", "Zoe Cafe ?odz"),
        ("名 �", "? ?"),
    ],
)
def test_each_character_becomes_one_that_looks_like_it(text: str, plain: str) -> None:
    assert as_ascii(text) == plain


@given(st.text())
def test_whatever_the_text_is_it_is_as_long_in_ascii(text: str) -> None:
    assert as_ascii(text).isascii()
    assert len(as_ascii(text)) == len(text)
    assert in_words(text).isascii()


def test_what_tells_marks_apart_still_does() -> None:
    for marks in ("●○◆▷~!│", "█▀░"):
        assert len(set(as_ascii(marks))) == len(marks)


def test_every_character_has_one() -> None:
    assert all(len(character) == len(other) == 1 for character, other in ASCII.items())


def test_running_text_has_room_for_words() -> None:
    assert (
        in_words("≈1,500 of 1–30… risk medium → low") == "about 1,500 of 1-30... risk medium -> low"
    )


@pytest.mark.parametrize(
    ("locale", "utf8"),
    [
        ({}, True),
        ({"LANG": ""}, True),
        ({"LANG": "en_GB.UTF-8"}, True),
        ({"LANG": "de_DE.utf8"}, True),
        ({"LC_CTYPE": "UTF-8"}, True),
        ({"LANG": "C"}, False),
        ({"LANG": "POSIX"}, False),
        ({"LANG": "en_GB"}, False),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "C"}, False),
        ({"LANG": "en_GB.ISO-8859-1"}, False),
        ({"LANG": "C", "LC_CTYPE": "en_GB.UTF-8"}, True),
    ],
)
def test_a_locale_takes_utf_8_if_it_says_so_or_nothing(locale: dict[str, str], utf8: bool) -> None:
    assert speaks_utf8(locale, coerced=False) is utf8
    # Python puts a locale of its own in place of C and of one that is not there.
    own = {"LC_CTYPE": "C.UTF-8"} | locale
    assert speaks_utf8(own, coerced=True) is utf8
