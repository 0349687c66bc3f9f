"""The board paper: from the start of the command until each kind of file is there."""

from collections.abc import Iterator
from pathlib import Path

from bench import databases
from bench.process import BOARDTUI, OUT, run
from bench.report import Row

RUNS = 5
KINDS = (("pdf", 5.0), ("html", 2.0), ("xlsx", 3.0))
"""The ends of names, and the most seconds that each may take of the demo."""

LARGE = 70_000


def measure() -> Iterator[Row]:
    yield from _of(databases.demo(), "demo", goals=True)
    yield from _of(databases.of_two_days(LARGE), f"{LARGE:,} cases", goals=False)


def _of(database: Path, name: str, *, goals: bool) -> Iterator[Row]:
    for kind, most in KINDS:
        paper = OUT / f"paper.{kind}"
        ran = []
        for _ in range(RUNS):
            paper.unlink(missing_ok=True)
            ran.append(run([BOARDTUI, "pack", str(database), str(paper)]))
        goal = most if goals else None
        yield Row(f"{kind}, {name}", "s", [each.seconds for each in ran], goal=goal)
        peak = [each.peak_bytes / 2**20 for each in ran]
        yield Row(f"{kind}, {name}: peak memory", "MiB", peak)
        yield Row(f"{kind}, {name}: the file", "B", [paper.stat().st_size])
