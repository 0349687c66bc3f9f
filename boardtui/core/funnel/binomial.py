"""Exact limits of a binomial share, between the whole numbers that a count can be."""

from __future__ import annotations

from collections.abc import Iterator
from math import exp, lgamma, log

NEGLIGIBLE = 1e-18
"""Chances that add nothing to a sum of 1."""


def limit(base: int, target: float, part: float) -> float:
    """The share of a base that so large a `part` of chance lies below, if `target` is the truth.

    A count is a whole number, so the exact limit lies between two of them: with r the least count
    whose chance of so many or fewer is at least the part, it is (r − a) ÷ base, where a is by how
    much that chance is more than the part, as a share of the chance of just r.

    Source: Spiegelhalter, Statistics in Medicine 24 (2005) 1185–1202, appendix A.1.1.

    Raises:
        ValueError: the base is not above 0, or the target or the part no share.
    """
    if base <= 0 or not 0 <= target <= 1 or not 0 < part < 1:
        raise ValueError("a limit is of a base above 0, and of shares from 0 to 1")
    if target in (0, 1):
        return float(target)
    below = 0.0
    for count, chance in _chances(base, target):
        if below + chance >= part:
            return max(0.0, (count - (below + chance - part) / chance) / base)
        below += chance
    return 1.0


def _chances(base: int, target: float) -> Iterator[tuple[int, float]]:
    """The chance of each count, from the first that is more than negligible."""
    mode = min(base, int((base + 1) * target))
    peak = exp(
        lgamma(base + 1)
        - lgamma(mode + 1)
        - lgamma(base - mode + 1)
        + mode * log(target)
        + (base - mode) * log(1 - target)
    )
    odds = target / (1 - target)
    lower: list[float] = []
    chance = peak
    for count in range(mode, 0, -1):
        chance *= count / ((base - count + 1) * odds)
        if chance < NEGLIGIBLE:
            break
        lower.append(chance)
    yield from zip(range(mode - len(lower), mode), reversed(lower), strict=True)
    chance = peak
    for count in range(mode, base + 1):
        yield count, chance
        chance *= (base - count) * odds / (count + 1)
        if chance < NEGLIGIBLE:
            return
