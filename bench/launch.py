"""The launch: seconds, memory and bytes of the demo board against an empty Textual app."""

from collections.abc import Iterator

from bench import databases
from bench.opening import Program, alternate, board
from bench.references import READY, empty_app
from bench.report import Row
from bench.terminal import Terminal

OVERDUE = 273
"""Overdue visits of the demo's force on its newest day, as its figures are documented."""
RUNS = 41
"""More than for other launches: the goal is close to 1, and a median of few runs is not."""
IDLE = 3.0
KEYS = ("tab", "down", "right")
KEY_BYTES = 2_000


def measure() -> Iterator[Row]:
    demo = board(databases.demo(), OVERDUE)
    floor = Program(empty_app(), READY)
    opened = alternate({"board": demo, "empty": floor}, RUNS)
    ours, empty = opened["board"], opened["empty"]
    yield Row("first true figure, 120×36", "s", ours.seconds, empty.seconds, goal=1.25)
    yield Row("peak memory", "MiB", ours.peak, empty.peak, goal=1.3)
    yield Row("written until settled, 120×36", "B", ours.written, goal=25_000)
    yield from _open_and_touched(demo)
    small = alternate({"board": demo, "empty": floor}, 5, columns=80, lines=24)
    ours, empty = small["board"], small["empty"]
    yield Row("first true figure, 80×24", "s", ours.seconds, empty.seconds)
    yield Row("written until settled, 80×24", "B", ours.written)


def _open_and_touched(demo: Program) -> Iterator[Row]:
    """What the open board writes when nobody touches it, and for a few keys."""
    with Terminal(demo.argv, 120, 36) as terminal:
        terminal.wait(demo.opened)
        terminal.settle()
        yield Row(f"written by the idle board in {IDLE:g} s", "B", [terminal.watch(IDLE)], goal=0)
        for key in KEYS:
            before = terminal.bytes
            terminal.press(key)
            terminal.settle()
            yield Row(f"written for the key {key}", "B", [terminal.bytes - before], goal=KEY_BYTES)
