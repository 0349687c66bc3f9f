"""A review over SSH: opened, gone into, compared, nothing let out, left."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.ssh.place import Place
from tests.ssh.servers import Server
from tests.ssh.sessions import OnTheServer, session, within

FIRST = "† by records"
ESC, ENTER = "\x1b", "\r"
OSC_52 = b"\x1b]52;"
MOUSE = b"\x1b[?1000h"

SaysWhich = Callable[[Server], None]


def test_a_review_from_the_first_screen_to_the_last(
    place: Place, by_key: Server, served_by: SaysWhich
) -> None:
    served_by(by_key)
    before, running = place.files(), OnTheServer(by_key)
    with session(place, by_key) as terminal:
        assert "+56  +26%" in terminal.wait_for(FIRST)
        assert running.boards()
        for key, words in (
            ("1", "› by risk"),
            (ENTER, "of 183"),
            (ENTER, "› EX-13077"),
            (ESC, "of 183"),
            (ESC, "› by risk"),
            ("c", "Then and now"),
            (ESC, "› by risk"),
        ):
            terminal.press(key)
            terminal.wait_for(words)
        for key in ("w", "y"):
            terminal.press(key)
        shown = terminal.wait_for("clipboard: this board is restricted")
        assert "written to a file: this board is restricted" in shown
        terminal.press("?")
        terminal.wait_for("nothing goes to the clipboard or to a file")
        terminal.press("qqq")
        assert terminal.ended() == 0
    assert within(2, running.none_left)
    assert OSC_52 not in terminal.sent
    assert MOUSE not in terminal.sent
    assert terminal.sent.count(b"\x1b[?1049h") == terminal.sent.count(b"\x1b[?1049l") == 1
    assert place.files() == before


def test_what_is_allowed_leaves_as_it_is_allowed_to(
    place: Place, by_key: Server, served_by: SaysWhich
) -> None:
    served_by(by_key)
    before = place.files()
    with session(place, by_key, place.exporting_key) as terminal:
        terminal.wait_for(FIRST)
        terminal.press("y")
        terminal.wait_for("rows sent to the clipboard")
        terminal.press("w")
        terminal.wait_for("kind csv")
        terminal.press("\x15/etc/out.csv\r")
        terminal.wait_for("say csv, txt, svg or png")
        terminal.press("\x15csv\r")
        terminal.wait_for("60 rows written to")
        terminal.press("q")
        assert terminal.ended() == 0
    assert OSC_52 in terminal.sent
    (made,) = place.files().keys() - before.keys()
    assert (made.parent, made.suffix) == (place.exports, ".csv")
    assert "SYNTHETIC" in made.read_text("utf-8")


@pytest.mark.parametrize("term", ["linux", "screen-256color"])
def test_a_clipboard_is_told_of_as_far_as_it_can_be_reached(
    place: Place, by_key: Server, served_by: SaysWhich, term: str
) -> None:
    served_by(by_key)
    with session(place, by_key, place.exporting_key, environment={"TERM": term}) as terminal:
        terminal.wait_for(FIRST)
        terminal.press("?")
        terminal.wait_for("esc back" if term == "linux" else "tmux set -s set-clipboard on")
        terminal.press(ESC)
        terminal.wait_without("esc back")
        terminal.press("y")
        terminal.wait_for("no clipboard (TERM=linux)" if term == "linux" else "sent to the clip")
        terminal.press("q")
        assert terminal.ended() == 0
    assert (OSC_52 in terminal.sent) == (term != "linux")


def test_the_language_and_whether_there_is_colour_come_along(
    place: Place, by_block: Server, served_by: SaysWhich
) -> None:
    served_by(by_block)
    own = {"LC_ALL": "C", "NO_COLOR": "1", "TERM": "vt100"}
    options = ["-o", "SendEnv=LC_ALL NO_COLOR"]
    with session(place, by_block, options=options, environment=own) as terminal:
        terminal.wait_for("by records")
        terminal.press("q")
        assert terminal.ended() == 0
    assert terminal.sent.isascii()
    assert not re.search(rb"\x1b\[([0-9]+;)*[349][0-9](;[0-9]+)*m", terminal.sent)


def test_a_terminal_that_cannot_place_text_gets_the_board_as_text(
    place: Place, by_key: Server, served_by: SaysWhich
) -> None:
    served_by(by_key)
    with session(place, by_key, environment={"TERM": "dumb"}) as terminal:
        assert terminal.ended() == 0
    said = terminal.sent.decode()
    assert "(TERM=dumb)" in said
    assert "Overdue visits: 273, 18.3% of 1,488 actively managed; was 217" in said
    assert "\x1b" not in said


def test_the_block_opens_the_board_whatever_a_key_says(
    place: Place, by_block: Server, served_by: SaysWhich
) -> None:
    served_by(by_block)
    with session(place, by_block, command=["sh", "-c", "echo run"]) as terminal:
        terminal.wait_for(FIRST)
        terminal.press("q")
        assert terminal.ended() == 0
    assert b"run\r" not in terminal.sent
