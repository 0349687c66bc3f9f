"""Whatever a terminal does: the board survives it, or ends with the terminal as it was before."""

from __future__ import annotations

import re
import signal
from pathlib import Path

import pytest

from tests.screens.terminal import assert_left_as_it_was, running

ESC = "\x1b"

FIRST = "18.3% of 1,488 actively managed"

SIGNALS = {signal.SIGTERM: 143, signal.SIGHUP: 129, signal.SIGINT: 130}

STUCK = """
import threading
from boardtui.screens.board.working_screen import WorkingScreen
def stuck():
    print("\\x1b]0;stuck\\x07", end="", file=__import__("sys").__stderr__, flush=True)
    threading.Event().wait()
WorkingScreen._work = lambda screen: screen._in_thread("figures", stuck)
"""
"""A thread that never comes back, as a long query would not."""

STUCK_ITSELF = """
import threading
from boardtui.screens.board.board_screen import BoardScreen
BoardScreen.action_help = lambda self: threading.Event().wait()
"""
"""A screen's own thread that never comes back."""


@pytest.mark.parametrize(("number", "status"), SIGNALS.items())
def test_a_signal_ends_it_and_leaves_the_terminal_as_it_was(
    demo_database: Path, tmp_path: Path, number: int, status: int
) -> None:
    with running(str(demo_database), folder=tmp_path) as terminal:
        terminal.wait_for(FIRST)
        terminal.signal(number)
        assert terminal.ended() == status
        assert_left_as_it_was(terminal)
    assert b"Traceback" not in terminal.sent


@pytest.mark.parametrize(("number", "status"), SIGNALS.items())
def test_work_in_a_thread_holds_no_signal_up(
    demo_database: Path, tmp_path: Path, number: int, status: int
) -> None:
    with running(str(demo_database), folder=tmp_path, changed=STUCK) as terminal:
        terminal.wait_until(lambda: b"stuck" in terminal.sent, "the work")
        terminal.signal(number)
        assert terminal.ended() == status
        assert_left_as_it_was(terminal)


def test_work_in_a_thread_holds_no_leaving_up(demo_database: Path, tmp_path: Path) -> None:
    with running(str(demo_database), folder=tmp_path, changed=STUCK) as terminal:
        terminal.wait_until(lambda: b"stuck" in terminal.sent, "the work")
        terminal.press("q")
        assert terminal.ended() == 0
        assert_left_as_it_was(terminal)


def test_a_signal_ends_even_what_is_stuck(demo_database: Path, tmp_path: Path) -> None:
    with running(str(demo_database), folder=tmp_path, changed=STUCK_ITSELF) as terminal:
        terminal.wait_for(FIRST)
        terminal.press("?")
        terminal.signal(signal.SIGTERM)
        assert terminal.ended() == 143
        assert_left_as_it_was(terminal)


def test_the_end_of_the_terminal_ends_it_even_where_hanging_up_is_ignored(
    demo_database: Path, tmp_path: Path
) -> None:
    with running(str(demo_database), folder=tmp_path, ignoring=signal.SIGHUP) as terminal:
        terminal.wait_for(FIRST)
        terminal.close()
        assert terminal.ended() == 129


@pytest.mark.parametrize(
    "data",
    [
        b"\xa3",
        b"\xff\xfe\xc3",
        b"\x1b[1114112u",
        b"\x1b[48;0;0;0;0t",
        b"\x1b[48;99999;99999;9;9t",
        b"\x1b[<0;99999999;99999999M",
        b"\x1b[" + b";" * 5_000 + b"u",
        b"\x00\x1a\x1c",
    ],
    ids=range(8),
)
def test_odd_bytes_and_reports_are_survived(
    demo_database: Path, tmp_path: Path, data: bytes
) -> None:
    with running(str(demo_database), folder=tmp_path) as terminal:
        terminal.wait_for(FIRST)
        terminal.send(data)
        terminal.wait_until(terminal.silent, "silence")
        terminal.resize(119, 36)  # what a report said of the window is right again
        terminal.wait_until(terminal.silent, "silence")
        terminal.wait_for(FIRST)
        terminal.press("d")
        terminal.wait_for(", defined")
        terminal.press("q")
        terminal.wait_without(", defined")
        terminal.press("q")
        assert terminal.ended() == 0
    assert b"Traceback" not in terminal.sent


def test_a_report_of_no_size_changes_none(demo_database: Path, tmp_path: Path) -> None:
    with running(str(demo_database), folder=tmp_path) as terminal:
        terminal.wait_for(FIRST)
        terminal.send(b"\x1b[48;0;0;0;0t\x1b[48;24;0;0;0td")
        terminal.wait_for(", defined")
        terminal.press("qq")
        assert terminal.ended() == 0


def test_a_paste_that_never_ends_takes_the_keys_for_a_moment_alone(
    demo_database: Path, tmp_path: Path
) -> None:
    with running(str(demo_database), folder=tmp_path) as terminal:
        terminal.wait_for(FIRST)
        terminal.send(b"\x1b[200~qqq")
        terminal.wait_until(terminal.silent, "silence")
        terminal.wait_until(terminal.silent, "more of it")
        terminal.press("d")
        terminal.wait_for(", defined")
        terminal.press("qq")
        assert terminal.ended() == 0


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (5_000, 3_000)])
def test_a_window_that_becomes_absurd_is_survived(
    demo_database: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    with running(str(demo_database), folder=tmp_path) as terminal:
        terminal.wait_for(FIRST)
        terminal.resize(*size)
        terminal.press("\x1b[B\td")
        terminal.resize(120, 36)
        terminal.wait_for(", defined")
        terminal.press("qq")
        assert terminal.ended() == 0
    assert b"Traceback" not in terminal.sent
    rows = {int(row) for row in re.findall(rb"\x1b\[(\d+);\d+H", terminal.sent)}
    assert max(rows) <= 500


# Absurd by its rows alone: the tests' own terminal takes seconds over a thousand columns of them.
@pytest.mark.parametrize("size", [(0, 0), (200, 3_000)])
def test_a_window_that_is_absurd_at_first_is_survived(
    demo_database: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    with running(str(demo_database), folder=tmp_path, size=size) as terminal:
        terminal.wait_until(lambda: b"Overdue visits" in terminal.sent, "the board")
        terminal.press("q")
        assert terminal.ended() == 0
    assert b"Traceback" not in terminal.sent


WALK = (
    ("d", ", defined", True),
    (ESC, ", defined", False),
    ("/", "For example", True),
    ("north", "visits - North", True),
    (ESC, "visits - North", False),
    ("c", "Then and now", True),
    (ESC, "Then and now", False),
    ("o", "which force", True),
    (ESC, "which force", False),
    ("y", "sent to the clipboard", True),
    ("1", "by risk", True),
    ("\x1b[B\r", "by days late, most first", True),
    ("\r", "risk assessed", True),
)
"""Keys, and the words that then stand on the screen, or no longer."""


@pytest.mark.parametrize(
    ("all_of_it", "language"), [("C", ""), ("", "C"), ("en_GB.ISO-8859-1", "")]
)
def test_a_locale_without_utf_8_gets_ascii_alone(
    demo_database: Path, tmp_path: Path, all_of_it: str, language: str
) -> None:
    words = str(demo_database)
    with running(words, folder=tmp_path, LC_ALL=all_of_it, LANG=language) as terminal:
        shown = terminal.wait_for(FIRST)
        assert "+- 1 Overdue visits" in shown
        for keys, told, there in WALK:
            terminal.press(keys)
            (terminal.wait_for if there else terminal.wait_without)(told)
        terminal.press("q")
        assert terminal.ended() == 0
    assert terminal.sent.isascii()
    assert b"####" in terminal.sent


def test_an_empty_no_color_counts_as_none(demo_database: Path, tmp_path: Path) -> None:
    with running(str(demo_database), folder=tmp_path, NO_COLOR="") as terminal:
        terminal.wait_for(FIRST)
        terminal.press("q")
        assert terminal.ended() == 0
    assert re.search(rb"\x1b\[[0-9;]*38;5;", terminal.sent)


def test_a_board_is_drawn_on_the_terminal_though_errors_go_to_a_file(
    demo_database: Path, tmp_path: Path
) -> None:
    changed = (
        f"import os\nos.dup2(os.open({str(tmp_path / 'errors')!r}, os.O_CREAT | os.O_WRONLY), 2)"
    )
    with running(str(demo_database), folder=tmp_path, changed=changed) as terminal:
        terminal.wait_for(FIRST)
        terminal.press("q")
        assert terminal.ended() == 0
    assert (tmp_path / "errors").read_bytes() == b""


def test_a_window_may_change_its_size_at_any_moment(demo_database: Path, tmp_path: Path) -> None:
    with running(str(demo_database), folder=tmp_path) as terminal:
        terminal.resize(100, 30)  # before the first painting
        terminal.resize(120, 36)
        terminal.wait_for(FIRST)
        whole = terminal.wait_until(terminal.still, "all of the board")
        ways = (
            ("1", "› by risk"),
            ("\r", "last seen"),
            ("\x1b", "› by risk"),
            ("\x1b", "enter open"),
        )
        for key, shown in ways:
            terminal.press(key)
            for size in ((80, 24), (40, 10), (120, 36)):  # and back, as if nothing had been
                terminal.resize(*size)
            terminal.wait_for(shown)
        terminal.wait_until(lambda: terminal.still() and terminal.text() == whole, "the board")
        terminal.press("q")
        assert terminal.ended() == 0
    assert b"Traceback" not in terminal.sent
