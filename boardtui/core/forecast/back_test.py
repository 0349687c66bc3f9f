"""Back-testing: forecasts as they would have been made on earlier days, beside what then came.

Each earlier day is an origin; a forecast is made of what was known on it. The origins follow one
another and share what came, so that they tell less than as many independent ones would.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import sqrt

from msgspec import Struct

from boardtui.core.forecast.outcome import BAND

FEWEST_ORIGINS = 12
"""Origins below which nothing is said of how good forecasts are."""

FEWEST_STEPS = 3
"""Changes from month to month that must be known on a day to say how far a last value goes."""

NOT_YET_TESTABLE = "not yet testable"

DEVIATE = 1.2815515655446004
"""The normal distribution's quantile that leaves a tenth above it."""


class Tried(Struct, frozen=True):
    """A forecast of one horizon, from one origin, beside what came and beside the last value."""

    low: float
    median: float
    high: float
    last_low: float
    last_high: float
    actual: float


class Tested(Struct, frozen=True):
    """How forecasts of one horizon, in months, have done.

    `coverage` is the part of the bands that held what came; `bias` the mean of median − what came;
    the interval scores are means too, in people: smaller is better. All are None where there were
    too few origins.
    """

    horizon: int
    origins: int
    coverage: float | None = None
    interval_score: float | None = None
    bias: float | None = None
    last_value_interval_score: float | None = None


def interval_score(low: float, high: float, actual: float, band: float = BAND) -> float:
    """The width of an interval, and a penalty of 2 ÷ (1 − band) for each by which it was missed.

    Source: Gneiting and Raftery, Journal of the American Statistical Association 102 (2007)
    359–378, equation 43.
    """
    penalty = 2 / (1 - band)
    return (high - low) + penalty * max(low - actual, 0) + penalty * max(actual - high, 0)


def last_value_band(history: Sequence[float], horizon: int) -> tuple[float, float] | None:
    """The middle 80% of "as it was last", by how far it went from month to month until then.

    Steps are taken as independent, with a mean of nothing, so that the spread grows with the square
    root of the months. None where too few steps are known.
    """
    steps = [b - a for a, b in pairwise(history)]
    if len(steps) < FEWEST_STEPS:
        return None
    spread = sqrt(sum(step * step for step in steps) / len(steps) * horizon) * DEVIATE
    return max(0.0, history[-1] - spread), history[-1] + spread


def judged(horizon: int, found: Sequence[Tried]) -> Tested:
    """How the forecasts of one horizon have done, over its origins."""
    count = len(found)
    if count < FEWEST_ORIGINS:
        return Tested(horizon, count)
    return Tested(
        horizon,
        count,
        coverage=sum(one.low <= one.actual <= one.high for one in found) / count,
        interval_score=sum(interval_score(o.low, o.high, o.actual) for o in found) / count,
        bias=sum(one.median - one.actual for one in found) / count,
        last_value_interval_score=sum(
            interval_score(one.last_low, one.last_high, one.actual) for one in found
        )
        / count,
    )
