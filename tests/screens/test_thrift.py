"""Colour codes are left out where a terminal needs them no more, and it shows the same."""

from __future__ import annotations

import pyte
from hypothesis import given
from hypothesis import strategies as st

from boardtui.screens.terminal.thrift import Thrift

CODES = st.sampled_from(
    [
        *("0", "", "1", "2", "3", "4", "7", "9", "22", "24", "27", "39", "49", "31", "97", "44"),
        *("38;2;79;156;249;48;2;18;21;26", "1;38;2;255;255;255;48;2;18;21;26", "38;5;12", "1;4"),
    ]
).map(lambda codes: f"\x1b[{codes}m")
MOVES = st.sampled_from(["\r\n", "\x1b[2;3H", "\x1b[H", "\x1b[3C"])
TEXTS = st.text("ab █│é", min_size=1, max_size=6)
ERASING = st.sampled_from(["\x1b[K", "\x1b[2J"])
SENT = st.lists(st.lists(st.one_of(CODES, MOVES, TEXTS, ERASING), max_size=12).map("".join))


def shown(pieces: list[str]) -> list[list[object]]:
    """Every cell of a terminal that was sent some pieces, with the look of the next one."""
    screen = pyte.Screen(20, 5)
    stream = pyte.Stream(screen)
    for piece in pieces:
        stream.feed(piece)
    cells: list[list[object]] = [[screen.buffer[y][x] for x in range(20)] for y in range(5)]
    return [*cells, [screen.cursor.attrs._replace(data=" ")]]


@given(SENT)
def test_a_terminal_shows_the_same(pieces: list[str]) -> None:
    thrift = Thrift()
    assert shown([thrift.spared(piece) for piece in pieces]) == shown(pieces)


def test_what_stays_is_not_sent_again() -> None:
    ground = "48;2;18;21;26"
    text, label = f"\x1b[38;2;201;207;216;{ground}m", f"\x1b[38;2;137;147;161;{ground}m"
    sent = f"{text}273\x1b[0m{label} of \x1b[0m{text}1,488\x1b[0m"
    assert Thrift().spared(sent) == (
        f"{text}273\x1b[38;2;137;147;161m of \x1b[38;2;201;207;216m1,488\x1b[m"
    )


def test_bold_is_taken_away_without_the_colours() -> None:
    bold, plain = "\x1b[1;37;40m", "\x1b[37;40m"
    assert Thrift().spared(f"{bold}a\x1b[0m{plain}b\x1b[0m") == f"{bold}a\x1b[22mb\x1b[m"


def test_the_cursor_moves_in_whatever_colour() -> None:
    sent = "\x1b[37;40ma\x1b[0m\r\n\x1b[2;1H\x1b[37;40mb\x1b[0m"
    assert Thrift().spared(sent) == "\x1b[37;40ma\r\n\x1b[2;1Hb\x1b[m"


def test_a_code_that_is_not_known_is_sent_and_what_follows_begins_anew() -> None:
    sent = "\x1b[31ma\x1b[58;5;1mb\x1b[0m\x1b[31mc\x1b[0m"
    assert Thrift().spared(sent) == "\x1b[31ma\x1b[58;5;1m\x1b[0;31mbc\x1b[m"
