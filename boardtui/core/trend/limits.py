"""The limits of an XmR chart: where values lie by chance alone, as far as the base knows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import fmean

from msgspec import Struct

from boardtui.core.trend.convention import LEAST, LIMIT, SCREEN

Values = Sequence[float | None]
"""A value for each month in order; None where there is none, or it is not known."""


class Limits(Struct, frozen=True):
    """The mean of the base and the natural process limits about it."""

    mean: float
    mean_moving_range: float

    @property
    def lower(self) -> float:
        return self.mean - LIMIT * self.mean_moving_range

    @property
    def upper(self) -> float:
        return self.mean + LIMIT * self.mean_moving_range


def limits(values: Values) -> Limits | None:
    """The limits of a run of months, from the first 12 values of it; None of fewer.

    The base stays as it is however many months follow, so that what happens later does not move
    what it is judged by.
    """
    base = _base(values)
    known = [value for value in base if value is not None]
    ranges = moving_ranges(base)
    if len(known) < LEAST or not ranges:
        return None
    return Limits(fmean(known), screened_mean(ranges))


def _base(values: Values) -> Values:
    """The months from the first to that of the twelfth value."""
    seen = 0
    for place, value in enumerate(values):
        seen += value is not None
        if seen == LEAST:
            return values[: place + 1]
    return values


def moving_ranges(values: Values) -> list[float]:
    """The differences of neighbouring months, without sign; none is taken over a gap."""
    return [
        abs(later - earlier)
        for earlier, later in pairwise(values)
        if earlier is not None and later is not None
    ]


def screened_mean(ranges: Sequence[float]) -> float:
    """The mean moving range, without those that are 3.267 times the mean of all or more."""
    mean = fmean(ranges)
    kept = [each for each in ranges if each < SCREEN * mean]
    return fmean(kept) if kept else mean
