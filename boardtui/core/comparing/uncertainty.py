"""What chance alone does to two counts: the ratio of counts and the difference of shares."""

from __future__ import annotations

import math

from msgspec import Struct

LEVEL = 0.95
"""How often such an interval would hold the truth, were the counts left to chance."""

TAIL = (1 - LEVEL) / 2
"""What an interval leaves to chance at either end."""

DEVIATE = 1.959963984540054
"""The normal distribution's quantile that leaves this chance above it."""


class CountRatio(Struct, frozen=True):
    """A count now ÷ a count then, with its exact 95% interval, both taken as Poisson counts.

    `ratio` and `high` are infinite where there was none then. `p_value` is that of the exact
    conditional test of a ratio of 1, two-sided: below 0.05 just where the interval leaves out 1.
    """

    ratio: float
    low: float
    high: float
    p_value: float


class ShareDifference(Struct, frozen=True):
    """A share now − a share then, with its 95% interval, as fractions: 0.028 is 2.8 points."""

    difference: float
    low: float
    high: float


def count_ratio(now: int, then: int) -> CountRatio | None:
    """The ratio of two counts; None where both are 0, which leaves nothing to work out.

    Given how many there are in all, the count now is binomial; the interval is Clopper and
    Pearson's of that proportion p, as p ÷ (1 − p). Source: Przyborowski and Wilenski, Biometrika
    31 (1940) 313–323; Clopper and Pearson, Biometrika 26 (1934) 404–413.

    Raises:
        ValueError: a count is below 0.
    """
    if now < 0 or then < 0:
        raise ValueError("a count is 0 or more")
    if now + then == 0:
        return None
    low, high = _proportion_interval(now, now + then)
    ratio = now / then if then else math.inf
    return CountRatio(ratio, _odds(low), _odds(high), _chance_of_halves(now, then))


def _proportion_interval(count: int, total: int) -> tuple[float, float]:
    """Clopper and Pearson's interval of a binomial proportion.

    The chance of so many or more is the beta distribution's, so the ends are its quantiles.
    """
    # Imported when first asked for: it takes a third of a second.
    from scipy.special import betaincinv

    low = float(betaincinv(count, total - count + 1, TAIL)) if count else 0.0
    high = float(betaincinv(count + 1, total - count, 1 - TAIL)) if count < total else 1.0
    return low, high


def _chance_of_halves(now: int, then: int) -> float:
    """How often a total in two equal parts would fall as unequally, either way."""
    from scipy.special import betainc

    fewer, more = sorted((now, then))
    return min(1.0, 2 * float(betainc(more, fewer + 1, 0.5)))


def _odds(proportion: float) -> float:
    return math.inf if proportion == 1 else proportion / (1 - proportion)


def share_difference(now: int, base_now: int, then: int, base_then: int) -> ShareDifference:
    """The difference of two shares, each a count of a base.

    Source: Newcombe, Statistics in Medicine 17 (1998) 873–890, method 10 (from Wilson's intervals
    of the two shares, without a correction for continuity).

    Raises:
        ValueError: a count is below 0 or above its base, or a base is 0.
    """
    for count, base in ((now, base_now), (then, base_then)):
        if not 0 <= count <= base or base == 0:
            raise ValueError("a share is a count of 0 or more of a base that is no smaller")
    share, share_then = now / base_now, then / base_then
    low, high = _wilson(now, base_now)
    low_then, high_then = _wilson(then, base_then)
    difference = share - share_then
    return ShareDifference(
        difference,
        difference - math.hypot(share - low, high_then - share_then),
        difference + math.hypot(high - share, share_then - low_then),
    )


def _wilson(count: int, base: int) -> tuple[float, float]:
    """Wilson's interval of one share. Source: Newcombe, ibid. 857–872, method 3."""
    square = DEVIATE**2
    centre = (count + square / 2) / (base + square)
    half = DEVIATE / (base + square) * math.sqrt(count * (base - count) / base + square / 4)
    return centre - half, centre + half
