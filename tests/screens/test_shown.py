"""Of what is drawn only what differs is sent, and a terminal shows the same."""

from __future__ import annotations

from typing import Any

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.panels.cells import padded
from boardtui.screens.terminal.shown import Shown

WIDE, TALL = 24, 9

CODES = st.sampled_from(
    [
        *("0", "", "1", "2", "3", "4", "7", "9", "22", "24", "27", "39", "49", "31", "97", "44"),
        *("38;2;79;156;249;48;2;18;21;26", "1;38;2;255;255;255;48;2;18;21;26", "38;5;12", "1;4"),
    ]
).map(lambda codes: f"\x1b[{codes}m")
TEXTS = st.sampled_from(
    ["aa", "b ", "  ", "      ", "██", "é│", "名", "名名", "ab ab ", "e\u0301b"]
)
"""Each of an even width, as all begin at an odd column: half a character is no terminal's own."""
OTHER = st.sampled_from(["", "", "\x1b[?2026h", "\x1b]0;title\x07", "\x1b[K", "\x1b[2J", "\n"])


@st.composite
def rows(draw: st.DrawFn) -> str:
    """A row as Textual writes it: a place, then runs of text with their colours."""
    at = f"\x1b[{draw(st.integers(1, TALL - 1))};{draw(st.sampled_from([1, 3]))}H"
    runs = st.lists(st.tuples(CODES, TEXTS).map("".join), max_size=3).map("".join)
    return at + draw(runs) + draw(OTHER)


FRAMES = st.lists(st.lists(rows(), max_size=6).map("".join), max_size=6)


class Whole(pyte.Screen):
    """A terminal that erases to the ground that is drawn on."""


class Plain(pyte.Screen):
    """A terminal that erases to its own ground."""

    def erase_in_line(self, how: int = 0, private: bool = False) -> None:
        drawn = self.cursor.attrs
        self.cursor.attrs = self.default_char
        super().erase_in_line(how, private)
        self.cursor.attrs = drawn

    def erase_in_display(self, how: int = 0, *args: Any, **more: Any) -> None:
        drawn = self.cursor.attrs
        self.cursor.attrs = self.default_char
        super().erase_in_display(how, *args, **more)
        self.cursor.attrs = drawn


def seen(cell: Any) -> object:
    """What of a cell is to be seen: of a blank, neither weight nor the colour of letters."""
    if cell.data.strip() or cell.reverse or not cell.data:
        return cell
    if cell.underscore or cell.strikethrough:
        return cell._replace(bold=False, italics=False)
    return cell.bg


def drawn_on(screen: pyte.Screen, pieces: list[str]) -> list[list[object]]:
    """Every cell of a terminal that was sent some pieces, and where its cursor stands."""
    stream = pyte.Stream(screen)
    stream.feed("\x1b[?7l\x1b[20h")  # as Textual has it, on a line that returns at its end
    for piece in pieces:
        stream.feed(piece)
    cells = [[seen(screen.buffer[y][x]) for x in range(WIDE)] for y in range(TALL)]
    return [*cells, [screen.cursor.y, screen.cursor.x]]


@pytest.mark.parametrize("kind", [Whole, Plain])
@given(frames=FRAMES)
def test_a_terminal_shows_the_same(kind: type[pyte.Screen], frames: list[str]) -> None:
    shown = Shown(WIDE, TALL, erases=kind is Whole)
    sent = [shown.spared(frame) for frame in frames]
    assert drawn_on(kind(WIDE, TALL), sent) == drawn_on(kind(WIDE, TALL), frames)
    first_as_it_is = Shown(WIDE, TALL, erases=kind is Whole)
    for frame in frames[:1]:
        first_as_it_is.was_sent(frame)
    sent = [*frames[:1], *map(first_as_it_is.spared, frames[1:])]
    assert drawn_on(kind(WIDE, TALL), sent) == drawn_on(kind(WIDE, TALL), frames)


LINES = st.lists(st.sampled_from(["", "one", "two  2", "drei", "4444 4", "名 5"]), min_size=TALL)


@pytest.mark.parametrize("kind", [Whole, Plain])
@given(lines=LINES, tops=st.lists(st.integers(0, 12), max_size=6))
def test_a_list_that_is_scrolled_shows_the_same(
    kind: type[pyte.Screen], lines: list[str], tops: list[int]
) -> None:
    frames = [page(lines, top) for top in tops]
    shown = Shown(WIDE, TALL, erases=kind is Whole)
    sent = [shown.spared(frame) for frame in frames]
    assert drawn_on(kind(WIDE, TALL), sent) == drawn_on(kind(WIDE, TALL), frames)


def page(lines: list[str], top: int) -> str:
    """A list from a line on, between a head and a foot that stay."""
    seen = [lines[(top + n) % len(lines)] for n in range(TALL - 2)]
    rows = [f"\x1b[44m{padded(row, WIDE)}" for row in ("head", *seen, "foot")]
    return "".join(f"\x1b[{y}H{row}\x1b[0m" for y, row in enumerate(rows, start=1)) + "\x1b[H"


def test_one_line_further_is_one_line_sent() -> None:
    shown = Shown(WIDE, TALL, erases=True)
    lines = [f"BN-{number * number:08}" for number in range(40)]
    shown.spared(page(lines, 3))
    sent = shown.spared(page(lines, 4))
    assert "\x1b[2;8r" in sent
    assert sent.count("BN-") == 1


def test_what_is_there_already_is_not_sent() -> None:
    shown = Shown(WIDE, TALL, erases=True)
    frame = "\x1b[3;1H\x1b[31mBN-00000015\x1b[0m"
    assert shown.spared(frame) == "\x1b[3H\x1b[0;31mBN-00000015"
    assert shown.spared(frame) == ""
    assert shown.spared(frame.replace("15", "27")) == "\b\b27"


def test_what_was_sent_as_it_is_is_known_and_not_where_it_left_the_cursor() -> None:
    shown = Shown(WIDE, TALL, erases=True)
    frame = "\x1b[3;1H\x1b[31mBN-00000015\x1b[0m\x1b[1;1H\x1b[44mhead\x1b[0m"
    shown.was_sent(frame)
    assert shown.spared(frame) == "\x1b[;5H"
    sent = shown.spared(frame.replace("head", "hard"))
    assert "r" in sent
    assert "BN" not in sent


def test_after_all_is_forgotten_all_is_sent() -> None:
    shown = Shown(WIDE, TALL, erases=True)
    frame = "\x1b[3;1HBN-00000015"
    shown.spared(frame)
    shown.forget(WIDE, TALL)
    assert "BN-00000015" in shown.spared(frame)


def test_colours_are_sent_where_they_change() -> None:
    ground = "48;2;18;21;26"
    text, label = f"\x1b[38;2;201;207;216;{ground}m", f"\x1b[38;2;137;147;161;{ground}m"
    drawn = f"{text}273\x1b[0m{label} of \x1b[0m{text}1,488\x1b[0m"
    assert Shown(WIDE, TALL, erases=True).spared(drawn) == (
        f"\x1b[H\x1b[0;38;2;201;207;216;{ground}m273 "
        "\x1b[38;2;137;147;161mof \x1b[38;2;201;207;216m1,488"
    )


def test_bold_is_taken_away_without_the_colours() -> None:
    bold, plain = "\x1b[1;37;40m", "\x1b[37;40m"
    drawn = f"{bold}a\x1b[0m{plain}b\x1b[0m"
    assert Shown(WIDE, TALL, erases=True).spared(drawn) == "\x1b[H\x1b[0;1;37;40ma\x1b[22mb"


def test_nothing_blinks() -> None:
    shown = Shown(WIDE, TALL, erases=True)
    assert shown.spared("\x1b[5;6;31ma\x1b[0m") == "\x1b[H\x1b[0;31ma"


def test_a_terminal_is_left_plain() -> None:
    shown = Shown(WIDE, TALL, erases=True)
    shown.spared("\x1b[31ma")
    assert shown.spared("\x1b[?1049l") == "\x1b[m\x1b[?1049l"
