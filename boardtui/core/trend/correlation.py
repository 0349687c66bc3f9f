"""How far each month follows the one before: the lag-1 correlation."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import fmean

from boardtui.core.trend.convention import LEAST
from boardtui.core.trend.limits import Values


def lag_1(runs: Sequence[Values]) -> float | None:
    """The lag-1 correlation of the months of some runs; None of fewer than 12, or of equal ones.

    Each run is taken about its own mean, so that a break between runs is no correlation; no pair
    is taken over a gap or a break. The estimator is the usual one of time series (Box and Jenkins):
    the sum of the products of neighbours, over the sum of squares.
    """
    products, squares, count = 0.0, 0.0, 0
    for run in runs:
        known = [value for value in run if value is not None]
        if not known:
            continue
        mean = fmean(known)
        squares += sum((value - mean) ** 2 for value in known)
        products += sum(
            (earlier - mean) * (later - mean)
            for earlier, later in pairwise(run)
            if earlier is not None and later is not None
        )
        count += len(known)
    return products / squares if count >= LEAST and squares else None
