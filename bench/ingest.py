"""Ingest as a whole process, against pandas reading the same file into an empty table."""

from collections.abc import Iterator
from pathlib import Path

from bench import databases, extracts
from bench.extracts import Extract
from bench.opening import MIB
from bench.population import SECOND_DAY
from bench.process import OUT, Finished, run
from bench.references import pandas_load
from bench.report import Row

WARM, SMALL, LARGE = 1_500, 70_000, 1_000_000
SMALL_RUNS = 3
PEAK_GOAL = 1024.0
"""MiB."""
OURS, THEIRS = OUT / "ingested.db", OUT / "reference.db"


def measure() -> Iterator[Row]:
    files = {count: extracts.cases(count) for count in (WARM, SMALL, LARGE)}
    later = extracts.cases(LARGE, SECOND_DAY)
    try:
        _pair(files[WARM])
        pairs = [_pair(files[SMALL]) for _ in range(SMALL_RUNS)]
        yield _row(f"{SMALL:,} cases", pairs, goal=3)
        pair = _pair(files[LARGE])
        yield _row(f"{LARGE:,} cases", [pair], goal=3)
        yield Row("  peak memory", "MiB", [pair[0].peak_bytes / MIB], goal=PEAK_GOAL)
        pair = _pair(later, onto=files[LARGE])
        yield _row(f"{LARGE:,} cases of a later day", [pair], goal=4.5)
        yield Row("  peak memory", "MiB", [pair[0].peak_bytes / MIB], goal=PEAK_GOAL)
    finally:
        for path in (OURS, THEIRS):
            path.unlink(missing_ok=True)


def _row(what: str, pairs: list[tuple[Finished, Finished]], goal: float) -> Row:
    ours, theirs = zip(*pairs, strict=True)
    return Row(what, "s", [one.seconds for one in ours], [one.seconds for one in theirs], goal)


def _pair(extract: Extract, onto: Extract | None = None) -> tuple[Finished, Finished]:
    """Ours and the reference, one after the other; `onto` is already in our database.

    The reference always starts from nothing, and keeps no earlier day to compare with.
    """
    if onto is None:
        OURS.unlink(missing_ok=True)
    THEIRS.unlink(missing_ok=True)
    _read_through(extract.path)
    theirs = run(pandas_load(extract.path, THEIRS))
    ours = run(databases.ingest(OURS, extract))
    for inside in (extract, onto):
        if inside:
            databases.check(OURS, inside)
    return ours, theirs


def _read_through(path: Path) -> None:
    """Into the machine's memory, or the first to read it would pay for the disk."""
    with path.open("rb") as file:
        while file.read(MIB):
            pass
