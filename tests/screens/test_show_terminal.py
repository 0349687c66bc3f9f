"""A show and its notes in real terminals: started, followed, killed, and left as they were."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from tests.screens.terminal import assert_left_as_it_was, running

FIRST = "slide 1 of 12"
NEXT, BACK = "\x1b[6~", "\x1b[5~"
"""What the page keys of a clicker send."""


def sockets() -> list[str]:
    folder = Path(os.environ["XDG_RUNTIME_DIR"]) / "boardtui"
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def test_a_clicker_goes_through_the_slides_and_the_terminal_is_left_as_it_was(
    demo_database: Path, tmp_path: Path
) -> None:
    with running("present", str(demo_database), folder=tmp_path, size=(80, 24)) as terminal:
        terminal.wait_for(FIRST)
        terminal.press(NEXT)
        assert "273 visits are overdue" in terminal.wait_for("slide 2 of 12")
        terminal.press(NEXT + NEXT + BACK + BACK)
        terminal.wait_for("slide 2 of 12")
        terminal.press("/")
        terminal.wait_for("Find")
        terminal.press("unit overdue")
        terminal.wait_for("Overdue visits by unit")
        terminal.press("\r")
        terminal.wait_for("Moorland rose most")
        terminal.press("\x1b")
        terminal.wait_for("slide 2 of 12")
        terminal.press("q")
        terminal.wait_for("Leave the show?")
        terminal.press("\r")
        assert terminal.ended() == 0
        assert_left_as_it_was(terminal)
    assert sockets() == []


def test_notes_follow_and_either_side_may_be_killed(demo_database: Path, tmp_path: Path) -> None:
    show = ("present", str(demo_database))
    with running("notes", folder=tmp_path, size=(80, 24)) as notes:
        notes.wait_for("No show is running.")
        with running(*show, folder=tmp_path, size=(80, 24)) as room:
            room.wait_for(FIRST)
            notes.wait_for(FIRST)
            room.press(NEXT)
            notes.wait_for("slide 2 of 12")
            room.signal(signal.SIGKILL)
            notes.wait_for("The show has ended.")
        with running(*show, folder=tmp_path, size=(80, 24)) as room:
            notes.wait_for(FIRST)
            notes.signal(signal.SIGKILL)
            room.wait_for(FIRST)
            room.press(NEXT)
            room.wait_for("slide 2 of 12")
            with running("notes", str(demo_database), folder=tmp_path, size=(80, 24)) as others:
                others.wait_for("slide 2 of 12")
                room.signal(signal.SIGTERM)
                assert room.ended() == 143
                others.wait_for("The show has ended.")
                others.press("q")
                assert others.ended() == 0
    assert sockets() == []


def test_an_idle_show_sends_nothing_however_the_notes_look(
    demo_database: Path, tmp_path: Path
) -> None:
    with (
        running("present", str(demo_database), folder=tmp_path, size=(80, 24)) as room,
        running("notes", folder=tmp_path, size=(80, 24)) as notes,
    ):
        room.wait_for(FIRST)
        notes.wait_for(FIRST)
        room.wait_until(room.still, "silence")
        assert room.silent()


def test_faults_of_a_deck_are_all_told_before_anything_opens(
    demo_database: Path, tmp_path: Path
) -> None:
    deck = tmp_path / "deck.toml"
    deck.write_text('deck = 1\n[[slide]]\nkind = "agez"\n[[slide]]\nkind = "flo"\n')
    words = ("present", str(demo_database), "--deck", "deck.toml")
    with running(*words, folder=tmp_path) as terminal:
        assert terminal.ended() == 2
        assert "slide 1: there is no kind" in terminal.text()
        assert "slide 2: there is no kind" in terminal.text()
        assert b"\x1b[?1049h" not in terminal.sent


def test_without_utf8_and_without_colour(demo_database: Path, tmp_path: Path) -> None:
    plain = {"LC_ALL": "C", "NO_COLOR": "1"}
    with running(
        "present", str(demo_database), folder=tmp_path, size=(80, 24), environment=plain
    ) as terminal:
        terminal.wait_for(FIRST)
        terminal.press(NEXT)
        terminal.wait_for("273 visits are overdue")
        assert sum("####" in row for row in terminal.text().splitlines()) >= 10
        terminal.press("b")
        terminal.wait_until(lambda: not terminal.text().strip(), "a blank screen")
        terminal.press(" ")
        terminal.wait_for("slide 2 of 12")
    assert terminal.sent.isascii()
