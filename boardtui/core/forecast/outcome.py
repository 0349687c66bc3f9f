"""What the runs of a simulation say: a median and a band for each month, and when it is cleared."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from boardtui.core.forecast.owed import Owed, month_after

BAND = 0.8
"""Which part of the runs lies within the band: the middle 80%."""

LOW, MEDIAN, HIGH = (1 - BAND) / 2, 0.5, (1 + BAND) / 2


class Month(Struct, frozen=True):
    """How many are overdue at the end of a month: half of the runs have no more than `median`."""

    as_at: date
    median: int
    low: int
    high: int


class Clearance(Struct, frozen=True):
    """In which month the backlog is cleared for the first time, over the runs.

    Cleared means that no more than `at` are overdue. `within` is the part of the runs in which that
    comes within the months; the months, from 1, are those by which a tenth, half and nine tenths of
    the runs have come to it: None is "not within". `by_month` is the part of the runs for each
    month, in which it comes then.
    """

    at: int
    within: float
    p10: int | None
    p50: int | None
    p90: int | None
    by_month: tuple[float, ...]


class Outcome(Struct, frozen=True):
    """What comes of a forecast."""

    months: tuple[Month, ...]
    cleared: Clearance


def outcome(owed: Owed, runs: Sequence[Sequence[int]], cleared_at: int) -> Outcome:
    """What the runs say, given as how many are overdue at each month's end, in each run.

    `cleared_at` is how many may be overdue while the backlog counts as cleared.
    """
    months = []
    for number, counts in enumerate(runs, start=1):
        ordered = sorted(counts)
        low, median, high = (quantile(ordered, part) for part in (LOW, MEDIAN, HIGH))
        months.append(Month(month_after(owed.as_at, number), median, low, high))
    return Outcome(tuple(months), _clearance(runs, cleared_at))


def quantile(ordered: Sequence[int], part: float) -> int:
    """The least of some ordered numbers that so large a part of them does not lie above.

    That is the inverse of the distribution of the numbers (Hyndman and Fan, 1996, type 1).
    """
    count = len(ordered)
    place = next((n for n in range(int(part * count), count + 1) if n >= part * count - 1e-9), 1)
    return ordered[max(place, 1) - 1]


def cleared_by_default(owed: Owed) -> int:
    """How many may be overdue while a backlog counts as cleared: one in a hundred of the people.

    Somebody is always not in, or joins late: a backlog of nobody is not to be had.
    """
    return owed.dated // 100


def _clearance(runs: Sequence[Sequence[int]], at: int) -> Clearance:
    """When each run comes to so few, for the first time."""
    count = len(runs[0])
    firsts = [
        next((month for month, counts in enumerate(runs, start=1) if counts[run] <= at), None)
        for run in range(count)
    ]
    never = len(runs) + 1
    ordered = sorted(never if first is None else first for first in firsts)

    def by(part: float) -> int | None:
        month = quantile(ordered, part)
        return None if month == never else month

    by_month = tuple(firsts.count(month) / count for month in range(1, never))
    within = sum(first is not None for first in firsts) / count
    return Clearance(at, within, by(LOW), by(MEDIAN), by(HIGH), by_month)
