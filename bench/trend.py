"""A figure over ten years of months, what changed chained over one, and how often rules flag."""

from __future__ import annotations

import random
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from itertools import pairwise
from pathlib import Path
from time import perf_counter

from bench.on_server import in_both
from bench.process import BOARDTUI, OUT, NotMeasuredError, run
from bench.report import Row
from boardtui.core.audience.rules import SHOW_ALL
from boardtui.core.measures.backlogs import VISITS
from boardtui.core.trend.convention import LEAST
from boardtui.core.trend.limits import Values, limits
from boardtui.core.trend.rules import flags
from boardtui.review.flow.chained import chained
from boardtui.review.trend.trends import trend_of
from boardtui.store.connection.database import Database
from boardtui.store.connection.opening import open_database
from boardtui.store.held.snapshots import ForceKey, forces, snapshots
from tests.trends import flagged_by_convention

MONTHS, PEOPLE, RUNS = 120, 1_667, 9

TREND, CHAIN = 0.1, 0.5
"""Seconds in which a trend of all months, and a chain of twelve, are to be worked out."""

NAMES = ("newly_overdue_visits", "cleared_without_visit", "visits_attempted", "overdue_visits")

SERIES, LONG, SEED = 200, 36, 20
"""Quiet series, their months, and the seed that they are drawn from."""

MANY = 4_000
"""Series from which the convention's own rate is taken."""

SHIFT = 3.0
"""Standard deviations by which a shifted series is shifted from its 25th month on."""


def measure() -> Iterator[Row]:
    """Timed in one process, with the database opened anew each time, as the command does."""
    with in_both(_months()) as places:
        for where, location in places:
            for name in NAMES:
                seconds = [_timed(location, partial(_trend, name=name)) for _ in range(RUNS)]
                yield Row(f"{name} over {MONTHS} months, {where}", "s", seconds, goal=TREND)
            seconds = [_timed(location, _chain) for _ in range(RUNS)]
            yield Row(f"what changed, chained over 12 months, {where}", "s", seconds, goal=CHAIN)
    yield from _rates()


def _months() -> Path:
    """A database of one force's months, made by boardtui itself, once."""
    path = OUT / f"{MONTHS}-months.db"
    if not path.exists():
        OUT.mkdir(exist_ok=True)
        folder, half = OUT / "months", path.with_suffix(".db.new")
        shutil.rmtree(folder, ignore_errors=True)
        half.unlink(missing_ok=True)
        sizes = ("--forces", "1", "--months", str(MONTHS), "--people", str(PEOPLE))
        run([sys.executable, "-m", "bench.synthetic", str(folder), *sizes])
        run([BOARDTUI, "ingest", str(half), "--folder", str(folder), "--synthetic"])
        half.replace(path)
        shutil.rmtree(folder)
    return path


def _timed(location: str, work: Callable[[Database, ForceKey], None]) -> float:
    start = perf_counter()
    with closing(open_database(location)) as database:
        (force,) = forces(database)
        work(database, force)
    return perf_counter() - start


def _trend(database: Database, force: ForceKey, name: str) -> None:
    told = trend_of(database, force, name, audience=SHOW_ALL)
    if len(told.trend.slots) < MONTHS - 1:
        raise NotMeasuredError(f"{name} has {len(told.trend.slots)} months")


def _chain(database: Database, force: ForceKey) -> None:
    days = [each.as_at for each in snapshots(database, force)][-13:]
    found = chained(database, force, (days[0], days[-1]), VISITS, SHOW_ALL)
    if any(before.closing != after.opening for before, after in pairwise(found.links)):
        raise NotMeasuredError("a month does not begin with what the one before it ended with")


def _rates() -> Iterator[Row]:
    """How many of 200 quiet series are flagged, beside the convention's own rate; and shifts."""
    chance = random.Random(SEED)
    quiet = [_quiet(chance) for _ in range(SERIES)]
    mine = sum(_is_flagged(values) for values in quiet)
    apart = random.Random(SEED + 1)
    rate = sum(any(flagged_by_convention(_quiet(apart))) for _ in range(MANY)) / MANY
    # Of the convention's own rate 200 draws may lie three standard errors above it.
    room = 1 + 3 * ((1 - rate) / rate / SERIES) ** 0.5
    yield Row(
        f"of {SERIES} quiet series of {LONG} months flagged, beside the convention's own rate",
        "series",
        [mine],
        [rate * SERIES],
        goal=round(room, 2),
    )
    shifted = [
        [value + (SHIFT if place >= 2 * LEAST else 0) for place, value in enumerate(values)]
        for values in quiet
    ]
    missed = SERIES - sum(_is_flagged(values, since=2 * LEAST) for values in shifted)
    yield Row(
        f"of {SERIES} shifted by {SHIFT:g} standard deviations not flagged",
        "series",
        [missed],
        goal=0,
    )


def _quiet(chance: random.Random) -> list[float]:
    return [chance.gauss(0, 1) for _ in range(LONG)]


def _is_flagged(values: Values, since: int = 0) -> bool:
    of = limits(values)
    return of is not None and any(flags(values, of)[since:])
