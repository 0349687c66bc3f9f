"""Keys from the board down to its cases: seconds and bytes, beside the database alone."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench import databases, extracts
from bench.extracts import Extract
from bench.opening import MIB, board
from bench.process import OUT, NotMeasuredError, run
from bench.queries import CaseQueries, Query
from bench.references import queries
from bench.report import Row
from bench.terminal import Terminal

RUNS = 5
TYPED = "overdue high"
QUIET = 0.4
A_CASE = r"BN-\d{8}"
BREAKDOWN = r"› Overdue visits › by "
CASES = rf"› Overdue visits › (?!by )[\s\S]*{A_CASE}"
ORDER = r"  by ([^·\n]+?)(?: ·| *\n)"
"""Stands above the rows once the first of them are in the order named."""


@dataclass(frozen=True, slots=True)
class Goals:
    """Seconds from a key to what it shows."""

    breakdown: float
    cases: float
    page: float
    sort: float
    find: float


GOALS = {
    1_500: Goals(breakdown=0.08, cases=0.08, page=0.05, sort=0.10, find=0.03),
    70_000: Goals(breakdown=0.10, cases=0.10, page=0.05, sort=0.15, find=0.05),
    1_000_000: Goals(breakdown=0.25, cases=0.15, page=0.06, sort=0.50, find=0.05),
}
DOWN_BYTES, PAGE_BYTES, PEAK_MIB = 2_000, 4_000, 100


def measure() -> Iterator[Row]:
    for count, goals in GOALS.items():
        extract = extracts.cases(count)
        database = databases.of_cases(extract)
        yield from _rows(extract, database, goals)


def _rows(extract: Extract, database: Path, goals: Goals) -> Iterator[Row]:
    program = board(database, extract.overdue_visits)
    alone = CaseQueries(database)
    of = f"{extract.cases:,} cases"
    with Terminal(program.argv, 120, 36) as terminal:
        terminal.wait(program.opened)
        terminal.settle()
        shown = [back(terminal, "1", BREAKDOWN) for _ in range(RUNS)]
        yield Row(f"{of}: key to breakdown", "s", shown, goal=goals.breakdown)

        terminal.press("1")
        terminal.settle()
        shown = [back(terminal, "enter", CASES) for _ in range(RUNS)]
        yield Row(f"{of}: key to first page of cases", "s", shown, goal=goals.cases)
        yield _alone(database, of, "first page", alone.head())

        terminal.press("enter")
        _whole(terminal)
        down = [pressed(terminal, "down")[1] for _ in range(RUNS)]
        yield Row(f"{of}: written for cursor down", "B", down, goal=DOWN_BYTES)
        pages = [pressed(terminal, "pagedown") for _ in range(RUNS)]
        yield Row(f"{of}: page down, settled", "s", [s for s, _ in pages], goal=goals.page)
        yield _alone(database, of, "a page", alone.page())
        yield Row(f"{of}: written for page down", "B", [b for _, b in pages], goal=PAGE_BYTES)

        sorts = [_sorted(terminal) for _ in range(RUNS)]
        yield Row(f"{of}: change of sort column", "s", sorts, goal=goals.sort)
        yield _alone(database, of, "first page by unit", alone.head("unit"))

        for key in ("escape", "escape", "/"):
            terminal.press(key)
            terminal.settle()
        keys = [pressed(terminal, letter)[0] for letter in TYPED]
        yield Row(f"{of}: find, a keystroke", "s", keys, goal=goals.find)
        largest = extract.cases == max(GOALS)
        peak = [terminal.peak_memory / MIB]
        yield Row(f"{of}: peak memory", "MiB", peak, goal=PEAK_MIB if largest else None)


def back(terminal: Terminal, key: str, pattern: str) -> float:
    """Seconds from a key to what it opens, which is left again."""
    terminal.press(key)
    seconds = terminal.wait(pattern)
    terminal.settle(QUIET)
    terminal.press("escape")
    terminal.settle(QUIET)
    return seconds


def pressed(terminal: Terminal, key: str) -> tuple[float, int]:
    """Seconds from a key to the last that is written for it, and the bytes of all of it."""
    before = terminal.bytes
    terminal.press(key)
    terminal.settle(QUIET)
    # What is there already counts from the key to the last piece that came.
    return terminal.wait(""), terminal.bytes - before


def _sorted(terminal: Terminal) -> float:
    """Seconds from the key to the first page in another order; the whole order is waited for."""
    order = re.search(ORDER, terminal.text())
    if order is None:
        raise NotMeasuredError(f"no order is named; the screen was:\n{terminal.text().rstrip()}")
    terminal.press("s")
    seconds = terminal.wait(rf"  by (?!{re.escape(order[1])})")
    _whole(terminal)
    return seconds


def _whole(terminal: Terminal) -> None:
    """Wait until a list is counted, sorted, and drawn."""
    terminal.wait(rf"\A(?![\s\S]*(?:sorting…|counting…|reading…))[\s\S]*{A_CASE}")
    terminal.settle(QUIET)


def _alone(database: Path, of: str, what: str, asked: list[Query]) -> Row:
    """What the same queries take by themselves, each time in a fresh process."""
    file = OUT / "queries.json"
    file.write_text(json.dumps(asked), encoding="utf-8")
    taken = [float(run(queries(database, file)).stdout) for _ in range(RUNS)]
    return Row(f"{of}: the database alone, {what}", "s", taken)
