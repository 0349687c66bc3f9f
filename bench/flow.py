"""The flow between two days on the screen: as it was stored, and worked out from the records."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from bench import databases, extracts
from bench.opening import MIB, board
from bench.population import SECOND_DAY
from bench.report import Row
from bench.terminal import Terminal

RUNS = 5
GOALS = {70_000: 0.3, 1_000_000: 3.0}
"""Seconds from the key that asks for it."""
PEAK_MIB = 100


def measure() -> Iterator[Row]:
    for count, goal in GOALS.items():
        later = extracts.cases(count, SECOND_DAY)
        stored = databases.of_two_days(count)
        yield from _rows(f"{count:,} cases", stored, later.overdue_visits, goal)


def _rows(of: str, stored: Path, overdue: int, goal: float) -> Iterator[Row]:
    now = rf"(?<![\d,]){overdue:,}  overdue now"
    with Terminal(board(stored, overdue).argv, 120, 36) as terminal:
        terminal.wait(board(stored, overdue).opened)
        terminal.settle()
        terminal.press("f", "3")
        sliced = terminal.wait(r"3 Overdue visits, by risk[^\n]*\n[^\n]*then +visited")
        terminal.settle()
        terminal.press("escape")
        terminal.settle()
        seconds = [_opened(terminal, "f", now) for _ in range(RUNS)]
        yield Row(f"{of}: key to the flow as stored", "s", seconds, goal=goal)
        yield Row(f"{of}: by risk level and unit, worked out", "s", [sliced])
    unstored = _without_flows(stored)
    try:
        program = board(unstored, overdue)
        with Terminal(program.argv, 120, 36) as terminal:
            terminal.wait(program.opened)
            _told(terminal, overdue)
            seconds = [_compared(terminal, overdue) for _ in range(RUNS)]
            yield Row(f"{of}: baseline chosen to the flow worked out", "s", seconds, goal=goal)
            peak = [terminal.peak_memory / MIB]
            yield Row(f"{of}: peak memory", "MiB", peak, goal=PEAK_MIB)
    finally:
        unstored.unlink()


def _opened(terminal: Terminal, key: str, pattern: str) -> float:
    terminal.press(key)
    seconds = terminal.wait(pattern)
    terminal.settle()
    terminal.press("escape")
    terminal.settle()
    return seconds


def _compared(terminal: Terminal, overdue: int) -> float:
    """Choose the next baseline of the list: the flow is from the same day, and worked out anew."""
    terminal.press("b")
    terminal.wait("Compare against what")
    terminal.settle()
    terminal.press("down", "enter")
    return _told(terminal, overdue)


def _told(terminal: Terminal, overdue: int) -> float:
    """Seconds until the panel of what changed ends with what is overdue now."""
    seconds = terminal.wait(rf"={overdue:,} +now: ")
    terminal.settle()
    return seconds


def _without_flows(stored: Path) -> Path:
    """The same database as if its flows had never been stored."""
    path = stored.with_suffix(".unstored.db")
    path.write_bytes(stored.read_bytes())
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM flows")
        connection.commit()
    return path
