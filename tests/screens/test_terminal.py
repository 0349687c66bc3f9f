"""The installed command in a real pseudo-terminal, as over SSH."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.screens.terminal import Terminal, assert_left_as_it_was, running

FIRST = "† by records"
"""Stands in the last line, which is sent last."""
DEFINED = "Overdue visits, defined"
SGR = re.compile(rb"\x1b\[([0-9;:]*)m")
ESC, CTRL_C = "\x1b", "\x03"


def codes(terminal: Terminal) -> set[int]:
    """The graphic codes that were sent; those of a colour among them."""
    found: set[int] = set()
    for parameters in SGR.findall(terminal.sent):
        found |= {int(code) for code in re.split(rb"[;:]", parameters) if code}
    return found


def is_colour(code: int) -> bool:
    return 30 <= code <= 49 or 90 <= code <= 107


def test_the_board_opens_explains_and_is_left(demo_database: Path, tmp_path: Path) -> None:
    with running(str(demo_database), folder=tmp_path) as terminal:
        shown = terminal.wait_for(FIRST)
        assert "+56  +26%" in shown
        assert "Exampleshire  SYNTHETIC" in shown
        terminal.press("d")
        terminal.wait_for(DEFINED)
        terminal.wait_for("base          18.3% of 1,488")
        terminal.press(ESC)
        terminal.wait_without(DEFINED)
        terminal.press("q")
        assert terminal.ended() == 0
    assert any(map(is_colour, codes(terminal)))
    assert_left_as_it_was(terminal)


def test_over_ssh_the_first_screen_is_the_same_in_fewer_bytes(
    demo_database: Path, tmp_path: Path
) -> None:
    found = []
    for line in ("", "10.0.0.1 50000 10.0.0.2 22"):
        with running(str(demo_database), folder=tmp_path, SSH_CONNECTION=line) as terminal:
            shown = terminal.wait_for(FIRST)
            found.append((shown, len(terminal.sent)))
            terminal.press("d")
            terminal.wait_for(DEFINED)
            terminal.press(ESC)
            terminal.wait_until(lambda: terminal.text() == found[-1][0], "the board as it was")
    (here, whole), (far, spared) = found
    assert here == far
    assert spared < whole


def test_without_colour_not_one_colour_code_is_sent(demo_database: Path, tmp_path: Path) -> None:
    with running(str(demo_database), folder=tmp_path, NO_COLOR="1") as terminal:
        shown = terminal.wait_for(FIRST)
        assert "then 217" in shown
        # The frame of the current card is reversed, and nothing else.
        assert {*"╭─╮╰╯"} == {*terminal.drawn("reverse")} - {" "}
        for keys, words in (("d", DEFINED), ("o", "which force"), ("?", "Keys: board")):
            terminal.press(keys)
            terminal.wait_for(words)
            terminal.press(ESC)
            terminal.wait_without(words)
        terminal.press("t")
        terminal.press("q")
        assert terminal.ended() == 0
    assert not [code for code in codes(terminal) if is_colour(code)]


def test_what_is_chosen_in_a_list_can_be_seen_without_colour(
    demo_database: Path, tmp_path: Path
) -> None:
    with running(str(demo_database), folder=tmp_path, NO_COLOR="1") as terminal:
        terminal.wait_for(FIRST)
        terminal.press("b")
        shown = terminal.wait_for("▌ inspection, stated")
        assert "Which day is then?" in shown
        assert "▌ nothing" not in shown


@pytest.mark.parametrize(
    ("term", "language"),
    [
        ("xterm-16color", "C.UTF-8"),
        ("screen", "C.UTF-8"),
        ("tmux-256color", "C.UTF-8"),
        ("linux", "C.UTF-8"),
        ("vt100", "C"),
        ("no-such-term", "C.UTF-8"),
    ],
)
def test_any_terminal_shows_the_board(
    demo_database: Path, tmp_path: Path, term: str, language: str
) -> None:
    first = FIRST if language != "C" else "r by records"
    with running(str(demo_database), folder=tmp_path, TERM=term, LC_ALL=language) as terminal:
        assert "then 217" in terminal.wait_for(first)
        assert terminal.at_cursor().startswith("1 Overdue visits")
        assert terminal.unseen() == ""
        terminal.press("1")
        assert "very high" in terminal.wait_for("by risk")
        assert terminal.unseen() == ""
        terminal.press("q")
        assert terminal.ended() == 0
    coloured = any(map(is_colour, codes(terminal)))
    assert coloured == (term != "vt100")
    # Colours of the terminal's own sixteen, where it has no more.
    assert (b"38;5;" in terminal.sent) == (term == "tmux-256color")
    assert terminal.sent.isascii() == (language == "C")
    # Some terminals print questions, and some voices speak them.
    asked = b"$p" in terminal.sent or b"\x1b[>" in terminal.sent
    assert asked == term.startswith(("xterm", "tmux"))


@pytest.mark.parametrize("term", ["xterm", "linux"])
def test_in_light_colours_on_sixteen_what_is_dimmed_stays_in_sight(
    demo_database: Path, tmp_path: Path, term: str
) -> None:
    with running(str(demo_database), folder=tmp_path, TERM=term) as terminal:
        terminal.wait_for(FIRST)
        terminal.press("t/")
        terminal.wait_for("a few words")
        assert terminal.unseen() == ""
        terminal.press(ESC)
        terminal.wait_until(lambda: "a few words" not in terminal.text(), "the board")
        terminal.press("d")
        terminal.wait_for("Overdue visits, defined")
        assert terminal.unseen() == ""
        terminal.press(CTRL_C)
        assert terminal.ended() == 130
    # Bright white as a ground is plain white on the console of Linux.
    assert b"107" not in terminal.sent


def test_nothing_blinks_and_nothing_moves_by_itself(demo_database: Path, tmp_path: Path) -> None:
    with running(str(demo_database), folder=tmp_path) as terminal:
        terminal.wait_for(FIRST)
        terminal.wait_until(terminal.silent, "silence")
        terminal.press("/")
        terminal.wait_for("Find")
        terminal.wait_until(terminal.silent, "silence")
        terminal.press(CTRL_C)
        assert terminal.ended() == 130
    assert terminal.drawn("blink") == ""
    # A cursor that stands still, and at the end is as it was set.
    shapes = re.findall(rb"\x1b\[(\d) q", terminal.sent)
    assert shapes[0] == b"4"
    assert shapes[-1] == b"0"


def test_a_terminal_that_cannot_place_text_gets_the_board_as_text(
    demo_database: Path, tmp_path: Path
) -> None:
    with running(str(demo_database), folder=tmp_path, TERM="dumb") as terminal:
        assert terminal.ended() == 0
    said = terminal.sent.decode()
    assert "needs a terminal that can place text" in said.splitlines()[0]
    assert "(TERM=dumb)" in said
    assert "Overdue visits: 273, 18.3% of 1,488 actively managed; was 217" in said
    assert "\x1b" not in said


@pytest.mark.parametrize("size", [(20, 5), (1, 1), (300, 80)])
def test_no_size_is_too_small_or_too_large(
    demo_database: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    with running(str(demo_database), folder=tmp_path, size=size) as terminal:
        # In one cell there is nothing to be seen: that it can be left is all.
        if size > (1, 1):
            terminal.wait_until(lambda: bool(terminal.text().strip()), "the board")
        else:
            terminal.wait_until(lambda: len(terminal.sent) > 0 and terminal.still(), "the board")
        # The page that "d" opens is left by "q" too, and then the board is.
        for key in ("\x1b[B", "\t", "d", "q", "q"):
            terminal.press(key)
        assert terminal.ended() == 0
    assert b"Traceback" not in terminal.sent


def test_ctrl_c_leaves(demo_database: Path, tmp_path: Path) -> None:
    with running(str(demo_database), folder=tmp_path) as terminal:
        terminal.wait_for(FIRST)
        terminal.press(CTRL_C)
        assert terminal.ended() == 130
    assert b"Traceback" not in terminal.sent


def test_closing_the_terminal_ends_it(demo_database: Path, tmp_path: Path) -> None:
    with running(str(demo_database), folder=tmp_path) as terminal:
        terminal.wait_for(FIRST)
        terminal.close()
        assert terminal.ended() != 0


def test_each_screen_is_sent_once_on_the_way_down_and_back(
    demo_database: Path, tmp_path: Path
) -> None:
    with running(str(demo_database), folder=tmp_path) as terminal:
        terminal.wait_for(FIRST)
        ways = (
            ("1", "› by risk", b"share now"),
            ("\r", "last assessed", b"last assessed"),
            (ESC, "› by risk", b"share now"),
            (ESC, FIRST, b"Caseloads"),
        )
        for key, words, once in ways:
            before = len(terminal.sent)
            terminal.press(key)
            terminal.wait_for(words)
            # What would be sent again comes before the answer to another key: help.
            terminal.press("?")
            terminal.wait_for("Keys: ")
            terminal.press(ESC)
            terminal.wait_without("Keys: ")
            terminal.wait_for(words)
            # Once for the key, and at most once more as the help is left.
            assert 1 <= terminal.sent[before:].count(once) <= 2, key
