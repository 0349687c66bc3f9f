"""A reviewer's half hour over a slow line: bytes, round trips, and seconds to each screen."""

from collections.abc import Iterator, Sequence
from statistics import median

from bench import databases
from bench.launch import OVERDUE
from bench.opening import board
from bench.relay import Speed
from bench.report import Row
from bench.terminal import Terminal

SPEED = Speed(round_trip=0.3, rate=256_000 / 8)
QUIET = 1.0
"""Seconds of silence after which a screen is settled: longer than anything is on its way."""

FAR = {
    "SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22",
    "COLORTERM": "",  # no client passes it on
}

DRILLS = (
    ("1", "enter", "enter", "escape", "escape", "escape"),
    ("2", "enter", "escape", "escape"),
    ("3", "enter", "enter", "escape", "escape", "escape"),
    ("4", "down", "enter", "escape", "escape"),
    ("5", "down", "escape"),
    ("6", "enter", "escape", "escape"),
)
COMPARE = ("c", "down", "down", "pagedown", "d", "escape", "escape")
FIND = ("/", *"high overdue north", "enter", "escape", "escape")
TO_PAGES = ("7", "end", "enter")
PAGES = ("pagedown",) * 30

MOST_BYTES, MOST_SECONDS, MOST_OPENING, MOST_OF_A_PAGE = 500_000, 1.2, 2.0, 2_600


def measure() -> Iterator[Row]:
    program = board(databases.demo(), OVERDUE)
    with Terminal(program.argv, 120, 36, environment=FAR, speed=SPEED) as terminal:
        terminal.wait(program.opened)
        terminal.settle(QUIET)
        opened = terminal.wait("")
        yield Row("board after login, settled", "s", [opened], goal=MOST_OPENING)
        yield Row("written for it", "B", [terminal.bytes])
        slowest: list[float] = []
        for name, keys in _half_hour():
            pressed = [_pressed(terminal, key) for key in keys]
            seconds, written = [s for s, _ in pressed], [b for _, b in pressed]
            slowest += seconds
            yield Row(f"{name}: a key, settled", "s", seconds)
            goal = MOST_OF_A_PAGE if keys is PAGES else None
            yield Row(f"{name}: written for a key", "B", written, goal=goal)
        count = f"{len(slowest)} keys"
        yield Row(f"the slowest of {count}, settled", "s", [max(slowest)], goal=MOST_SECONDS)
        yield Row(f"the median of {count}, settled", "s", [median(slowest)])
        yield Row("round trips in the half hour", "", [terminal.round_trips])
        yield Row("written in the half hour", "B", [terminal.bytes], goal=MOST_BYTES)


def _half_hour() -> Iterator[tuple[str, Sequence[str]]]:
    for number, keys in enumerate(DRILLS, start=1):
        yield f"drill-down {number}", keys
    yield "compare", COMPARE
    yield "find", FIND
    yield "to a long list", TO_PAGES
    yield "page down", PAGES


def _pressed(terminal: Terminal, key: str) -> tuple[float, int]:
    """Seconds from a key to the last that came for it, and the bytes of all of it."""
    before = terminal.bytes
    terminal.press(key)
    terminal.settle(QUIET)
    # What is there already counts from the key to the last piece that came.
    return terminal.wait(""), terminal.bytes - before
