"""The convention of Making Data Count read plainly and apart: what boardtui's flags are held to."""

from __future__ import annotations

from itertools import pairwise
from statistics import fmean


def flagged_by_convention(values: list[float], base: int = 12) -> list[bool]:
    """Whether each month is flagged, as NHSRplotthedots 0.2.2 says it of months without gaps.

    Written from its rules, window by window, and slow.
    """
    fixed = values[:base]
    mean = sum(fixed) / len(fixed)
    ranges = [abs(b - a) for a, b in pairwise(fixed)]
    average = fmean(ranges)
    kept = [each for each in ranges if each < 3.267 * average] or ranges
    reach = 2.66 * fmean(kept)
    lower, upper = mean - reach, mean + reach
    outside = [value > upper or value < lower for value in values]
    side = [(value > mean) - (value < mean) for value in values]
    close = [
        not out and (value < mean - reach * 2 / 3 or value > mean + reach * 2 / 3)
        for value, out in zip(values, outside, strict=True)
    ]
    found = list(outside)
    for start in range(len(values) - 6):
        window = range(start, start + 7)
        steps = [values[n + 1] - values[n] for n in window[:-1]]
        one_side = abs(sum(side[n] for n in window)) == 7
        if one_side or all(step > 0 for step in steps) or all(step < 0 for step in steps):
            for n in window:
                found[n] = True
    for start in range(len(values) - 2):
        three = range(start, start + 3)
        if abs(sum(side[n] for n in three)) == 3 and sum(close[n] for n in three) >= 2:
            for n in three:
                found[n] = found[n] or close[n]
    return found
