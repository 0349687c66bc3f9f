"""A show: from the start to the first slide, and from slide to slide."""

from collections.abc import Iterator
from pathlib import Path

from bench import databases
from bench.opening import Program, alternate
from bench.process import BOARDTUI
from bench.references import READY, empty_app
from bench.report import Row
from bench.terminal import Terminal

RUNS = 15
FIRST = r"slide 1 of \d+"
CHANGES = (("next", "space"), ("back", "left"), ("last", "end"), ("first", "home"))
MOST_SECONDS, MOST_BYTES = 0.1, 12_000
IDLE = 3.0


def measure() -> Iterator[Row]:
    database = databases.demo()
    show, floor = show_of(database), Program(empty_app(), READY)
    opened = alternate({"show": show, "empty": floor}, RUNS)
    ours, empty = opened["show"], opened["empty"]
    yield Row("first slide, 120×36", "s", ours.seconds, empty.seconds, goal=1.4)
    yield Row("peak memory", "MiB", ours.peak, empty.peak)
    yield Row("written until settled, 120×36", "B", ours.written)
    yield from _from_slide_to_slide(show)


def show_of(database: Path) -> Program:
    """The show of a database's default deck."""
    return Program([BOARDTUI, "present", str(database)], FIRST)


def _from_slide_to_slide(show: Program) -> Iterator[Row]:
    """Every slide of the deck forwards, part by part, then back, then to both ends."""
    with Terminal(show.argv, 120, 36) as terminal:
        terminal.wait(show.opened)
        terminal.settle()
        yield Row(f"written by an idle slide in {IDLE:g} s", "B", [terminal.watch(IDLE)], goal=0)
        for name, key in CHANGES:
            changes = list(_changes(terminal, key))
            seconds, written = zip(*changes, strict=True)
            what = f"{name}, {len(changes)} changes"
            yield Row(f"slide change: {what}, the slowest", "s", [max(seconds)], goal=MOST_SECONDS)
            yield Row(f"written for it: {what}, the most", "B", [max(written)], goal=MOST_BYTES)


def _changes(terminal: Terminal, key: str) -> Iterator[tuple[float, int]]:
    """Seconds and bytes of each change, until the key changes nothing more."""
    while True:
        before = terminal.bytes
        terminal.press(key)
        terminal.settle()
        if terminal.bytes == before:
            return
        # What is there already counts from the key to the last piece that came.
        yield terminal.wait(""), terminal.bytes - before
