"""Intervals: what a hedged figure is known to lie between, and arithmetic on them."""

from __future__ import annotations

import math
from decimal import Decimal

from msgspec import Struct


class Interval(Struct, frozen=True):
    """Both ends included; `high` (or, after arithmetic, `low`) may be infinite."""

    low: float
    high: float

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError(
                f"an interval's low end, {self.low}, is above its high end, {self.high}"
            )

    @property
    def exact(self) -> bool:
        return self.low == self.high

    def __sub__(self, other: Interval) -> Interval:
        return Interval(less(self.low, other.high), less(self.high, other.low))

    def scaled(self, factor: float) -> Interval:
        """Every value times a factor that is not negative."""
        return Interval(self.low * factor, self.high * factor)

    def times(self, other: Interval) -> Interval:
        """Every product of a value here and one of `other`; neither holds negative values."""
        unbounded = math.isinf(self.high) or math.isinf(other.high)
        return Interval(self.low * other.low, math.inf if unbounded else self.high * other.high)

    def whole_numbers(self) -> Interval | None:
        """From the least to the most whole number in it; None where it holds none."""
        # A product that should be 29 may come out as 29.000000000000004.
        low = math.ceil(round(self.low, 9))
        high = self.high if math.isinf(self.high) else math.floor(round(self.high, 9))
        return Interval(low, high) if low <= high else None

    def over(self, base: Interval) -> Interval | None:
        """Every ratio of a value here to one of `base`; neither holds negative values.

        None where the base can only be 0, so that there is no ratio at all.
        """
        if base.high == 0:
            return None
        low = 0.0 if math.isinf(base.high) else self.low / base.high
        high = math.inf if base.low == 0 or math.isinf(self.high) else self.high / base.low
        return Interval(low, high)

    def overlaps(self, other: Interval) -> bool:
        return self.low <= other.high and other.low <= self.high


def decimal(number: float | Decimal) -> Decimal:
    """A number by its digits: 2.1 is 2.1, and not the fraction nearest to it."""
    if isinstance(number, Decimal | int):
        return Decimal(number)
    return Decimal(repr(float(number)))


def places_of(number: float | Decimal) -> int:
    """The places after the point that a number has: 2 of 2.25, none of 15."""
    exponent = decimal(number).as_tuple().exponent
    if isinstance(number, float) and number.is_integer():
        return 0
    return max(0, -exponent) if isinstance(exponent, int) else 0


def less(number: float, other: float) -> float:
    """A number less another, by their digits: 2.25 less 2.1 is 0.15, and not 0.14999."""
    if isinstance(number, int) and isinstance(other, int):
        return number - other
    if math.isinf(number) or math.isinf(other):
        return number - other
    return float(decimal(number) - decimal(other))


def whole(number: float) -> int | float:
    """The number as an int where it is one: 273, not 273.0."""
    if isinstance(number, int) or not float(number).is_integer():
        return number
    return int(number)


def end(number: float) -> int | float | None:
    """An interval's end as it is written to JSON and the store: None for no end."""
    return None if math.isinf(number) else whole(number)
