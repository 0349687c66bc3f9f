"""What chance alone does to two counts: the ratio of counts and the difference of shares.

statsmodels and scipy take more than a second to import, so they are imported when first asked for.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

LEVEL = 0.95
"""How often such an interval would hold the truth, were the counts left to chance."""


@dataclass(frozen=True, slots=True)
class CountRatio:
    """A count now ÷ a count then, with its exact 95% interval, both taken as Poisson counts.

    `ratio` and `high` are infinite where there was none then. `p_value` is that of the exact
    conditional test of a ratio of 1, two-sided: below 0.05 just where the interval leaves out 1.
    """

    ratio: float
    low: float
    high: float
    p_value: float


@dataclass(frozen=True, slots=True)
class ShareDifference:
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
    from scipy.stats import binomtest
    from statsmodels.stats.rates import test_poisson_2indep as poisson_test

    # The test of a ratio of 1 is the same either way round; so nothing is divided by a count of 0.
    fewer, more = sorted((now, then))
    p_value = float(poisson_test(fewer, 1, more, 1, method="exact-cond").pvalue)
    ends = binomtest(now, now + then).proportion_ci(LEVEL, method="exact")
    ratio = now / then if then else math.inf
    return CountRatio(ratio, _odds(float(ends.low)), _odds(float(ends.high)), p_value)


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
    from statsmodels.stats.proportion import confint_proportions_2indep

    low, high = confint_proportions_2indep(
        now, base_now, then, base_then, method="newcomb", compare="diff", alpha=1 - LEVEL
    )
    return ShareDifference(now / base_now - then / base_then, float(low), float(high))
