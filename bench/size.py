"""Opening a large database against a small one: the board reads figures, not records."""

from collections.abc import Iterator

from bench import databases, extracts
from bench.opening import alternate, board
from bench.report import Row

SMALL, LARGE = 1_500, 1_000_000
RUNS = 15


def measure() -> Iterator[Row]:
    programs = {}
    for count in (SMALL, LARGE):
        extract = extracts.cases(count)
        programs[f"{count:,}"] = board(databases.of_cases(extract), extract.overdue_visits)
    small, large = alternate(programs, RUNS).values()
    what = f"first true figure, {LARGE:,} cases against {SMALL:,}"
    yield Row(what, "s", large.seconds, small.seconds, goal=1.15)
    yield Row("peak memory", "MiB", large.peak, small.peak)
