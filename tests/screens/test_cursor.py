"""The terminal's own cursor stands on what is marked, for whoever reads by it."""

from __future__ import annotations

from pathlib import Path

from tests.screens.terminal import Terminal, running

ESC, DOWN, TAB = "\x1b", "\x1b[B", "\t"


def stands_on(terminal: Terminal, words: str) -> None:
    terminal.wait_until(lambda: terminal.at_cursor().startswith(words), f"the cursor on {words}")


def test_it_follows_what_is_marked(demo_database: Path, tmp_path: Path) -> None:
    with running(str(demo_database), folder=tmp_path) as terminal:
        stands_on(terminal, "1 Overdue visits")
        before = len(terminal.sent)
        terminal.press(TAB)
        stands_on(terminal, "2 ")
        assert len(terminal.sent) - before < 700
        terminal.press("\x1b[Z")
        stands_on(terminal, "1 Overdue visits")
        terminal.press("d")  # a sheet to be read
        stands_on(terminal, "d Overdue visits, defined")
        terminal.press(ESC)
        stands_on(terminal, "1 Overdue visits")
        terminal.press("o")  # a list to choose from
        stands_on(terminal, "Exampleshire")
        terminal.press(ESC)
        stands_on(terminal, "1 Overdue visits")
        terminal.press("1")  # rows
        stands_on(terminal, "medium")
        terminal.press(DOWN)
        stands_on(terminal, "low")
        terminal.press("\r")  # cases
        stands_on(terminal, "E")
        first = terminal.at_cursor()[:12]
        terminal.press(DOWN)
        terminal.wait_until(lambda: terminal.at_cursor()[:12] not in ("", first), "the next case")
        assert terminal.cursor is not None
        terminal.press("/")  # a field
        terminal.wait_for("Filter")
        terminal.press("ab")
        terminal.wait_for("no such case")
        stands_on(terminal, "  ")
        assert terminal.before_cursor().endswith("only with ab")
