"""The rules by which a point of a control chart is flagged: what chance alone seldom does."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise

from boardtui.core.trend.convention import IN_A_ROW, NEAR
from boardtui.core.trend.limits import Limits, Values

OF_THREE = 3


class Rule(StrEnum):
    """Why a point is flagged."""

    OUTSIDE = "outside"
    SHIFT = "shift"
    TREND = "trend"
    TWO_OF_THREE = "two_of_three"


RULES = {
    Rule.OUTSIDE: "outside the limits",
    Rule.SHIFT: f"one of {IN_A_ROW} or more in a row on one side of the mean (a shift)",
    Rule.TREND: f"one of {IN_A_ROW} or more in a row, each beyond the last (a trend)",
    Rule.TWO_OF_THREE: "one of two in three in a row that are near the same limit",
}
"""What each rule says, of a point."""


def flags(values: Values, of: Limits) -> list[tuple[Rule, ...]]:
    """The rules by which each month is flagged, in their order; nothing where there is no value."""
    found: list[set[Rule]] = [set() for _ in values]
    for start, end in stretches(values):
        known = [value for value in values[start:end] if value is not None]
        for place, value in enumerate(known):
            if not of.lower <= value <= of.upper:
                found[start + place].add(Rule.OUTSIDE)
        for rule, marked in (
            (Rule.SHIFT, _same_side(known, of.mean)),
            (Rule.TREND, _trending(known)),
            (Rule.TWO_OF_THREE, _two_of_three(known, of)),
        ):
            for place in marked:
                found[start + place].add(rule)
    return [tuple(rule for rule in Rule if rule in rules) for rules in found]


def stretches(values: Values) -> Iterator[tuple[int, int]]:
    """Where values stand one after the other without a gap: the first place and that after."""
    start = 0
    for place in range(len(values) + 1):
        if place == len(values) or values[place] is None:
            if place > start:
                yield start, place
            start = place + 1


def _same_side(known: list[float], mean: float) -> Iterator[int]:
    """Points of seven or more in a row on one side of the mean; one on the mean is on none."""
    return _runs([_sign(value - mean) for value in known], IN_A_ROW)


def _trending(known: list[float]) -> Iterator[int]:
    """Points of seven or more in a row of which each is above, or each below, the last."""
    signs = [_sign(later - earlier) for earlier, later in pairwise(known)]
    for place in _runs(signs, IN_A_ROW - 1):
        yield from (place, place + 1)


def _runs(signs: list[int], least: int) -> Iterator[int]:
    """The places of so many or more equal signs in a row, none of which is 0."""
    start = 0
    for place in range(1, len(signs) + 1):
        if place == len(signs) or signs[place] != signs[start]:
            if place - start >= least and signs[start]:
                yield from range(start, place)
            start = place


def _two_of_three(known: list[float], of: Limits) -> Iterator[int]:
    """Points near a limit, of three in a row on one side of which two or more are near it."""
    for start in range(len(known) - OF_THREE + 1):
        three = known[start : start + OF_THREE]
        sides = {_sign(value - of.mean) for value in three}
        close = [place for place, value in enumerate(three, start) if _near(value, of)]
        if len(sides) == 1 and 0 not in sides and len(close) >= OF_THREE - 1:
            yield from close


def _near(value: float, of: Limits) -> bool:
    """Whether a value is in the last third of the way to a limit, and not beyond it."""
    edge = NEAR * (of.upper - of.mean)
    return abs(value - of.mean) > edge and of.lower <= value <= of.upper


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)
