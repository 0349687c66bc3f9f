"""Two days side by side, and the flow between them: as it was stored, and worked out anew."""

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
GOALS = {1_500: 0.1, 70_000: 0.1, 1_000_000: 0.3}
"""Seconds from the key that asks for what is known already."""
WORKED_OUT = {1_500: 0.3, 70_000: 0.3, 1_000_000: 3.0}
"""Seconds until what is not known is worked out."""
PEAK_MIB = 100


def measure() -> Iterator[Row]:
    for count, goal in GOALS.items():
        later = extracts.cases(count, SECOND_DAY)
        stored = databases.of_two_days(count)
        yield from _rows(count, stored, later.overdue_visits, goal)


def _rows(count: int, stored: Path, overdue: int, goal: float) -> Iterator[Row]:
    of = f"{count:,} cases"
    now = rf"› What changed[\s\S]*overdue on [^\n]* {overdue:,} "
    with Terminal(board(stored, overdue).argv, 120, 36) as terminal:
        terminal.wait(board(stored, overdue).opened)
        terminal.settle()
        terminal.press("f")
        terminal.wait("› What changed")
        terminal.press("pagedown")
        sliced = terminal.wait(r"by unit +then +visited[^\n]*\n[^\n]*\d")
        terminal.settle()
        terminal.press("escape")
        terminal.settle()
        seconds = [_opened(terminal, "c", r"› Then and now") for _ in range(RUNS)]
        yield Row(f"{of}: key to then and now", "s", seconds, goal=goal)
        seconds = [_opened(terminal, "f", now) for _ in range(RUNS)]
        yield Row(f"{of}: key to the flow as stored", "s", seconds, goal=goal)
        yield Row(f"{of}: table by unit, worked out", "s", [sliced])
    unstored = _without_flows(stored)
    try:
        program = board(unstored, overdue)
        with Terminal(program.argv, 120, 36) as terminal:
            terminal.wait(program.opened)
            _told(terminal, overdue)
            seconds = [_compared(terminal, overdue) for _ in range(RUNS)]
            goal = WORKED_OUT[count]
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
    terminal.wait("Which day is then")
    terminal.settle()
    terminal.press("down", "enter")
    return _told(terminal, overdue)


def _told(terminal: Terminal, overdue: int) -> float:
    """Seconds until the card of what changed ends with what is overdue now."""
    seconds = terminal.wait(rf"(?<![\d,]){overdue:,} now\b")
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
