"""How a published figure is to be read: "nearly 500" lies between 400 and 499.

The reading is an assumption of this program, and is shown as one.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from boardtui.core.interval import Interval


class Qualifier(StrEnum):
    """The word with which a figure was said."""

    EXACT = "exact"
    ROUNDED = "rounded"
    ABOUT = "about"
    NEARLY = "nearly"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"


SHOWN = {
    Qualifier.EXACT: "{}",
    Qualifier.ROUNDED: "{}",
    Qualifier.ABOUT: "≈{}",
    Qualifier.NEARLY: "just under {}",
    Qualifier.MORE_THAN: "over {}",
    Qualifier.AT_LEAST: "{} or more",
    Qualifier.LESS_THAN: "under {}",
    Qualifier.AT_MOST: "{} or fewer",
}


PLAIN = (Qualifier.EXACT, Qualifier.ROUNDED, Qualifier.ABOUT)
"""What says a figure itself, and no end that it lies above or below."""


def is_count(unit: str) -> bool:
    """Whether the unit counts whole things; per cents and rates ("per 100,000") do not."""
    return not unit.startswith("per ")


def grain(said: Decimal) -> Decimal:
    """The place of the last non-zero digit: 1,500 gives 100, 340 gives 10, 0.5 gives 0.1."""
    if said == 0:
        return Decimal(1)
    exponent = said.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    return Decimal(1).scaleb(exponent)


def last_digit(said: Decimal) -> Decimal:
    """The place of the last digit written: "15" gives 1, "15.0" gives 0.1."""
    exponent = said.as_tuple().exponent
    assert isinstance(exponent, int)
    return Decimal(1).scaleb(exponent)


def reading(
    said: Decimal, qualifier: Qualifier, unit: str, *, signed: bool = False
) -> Interval | None:
    """The interval in which a figure lies that was said so; None where it says nothing.

    `said` keeps the digits as written, since they say how far it was rounded. Only what is
    `signed`, a difference or a growth, can be below 0, and there "more than" may mean a larger fall
    or a smaller one: such words say nothing of it.
    """
    if said < 0 and (not signed or qualifier not in PLAIN):
        return None
    count = is_count(unit)
    low, high = said, said
    match qualifier:
        case Qualifier.EXACT:
            pass
        case Qualifier.ROUNDED:
            half = (grain(said) if count else last_digit(said)) / 2
            low, high = said - half, said + half
        case Qualifier.ABOUT:
            half = grain(said) / 2
            low, high = said - half, said + half
        case Qualifier.NEARLY:
            low, high = said - grain(said), said - 1 if count else said
        case Qualifier.MORE_THAN | Qualifier.AT_LEAST:
            above = 1 if count and qualifier is Qualifier.MORE_THAN else 0
            return Interval(float(said + above), math.inf)
        case Qualifier.LESS_THAN | Qualifier.AT_MOST:
            below = 1 if count and qualifier is Qualifier.LESS_THAN else 0
            low, high = Decimal(0), said - below
    if count:
        low, high = Decimal(math.ceil(low)), Decimal(math.floor(high))
    low = low if signed else max(low, Decimal(0))
    return Interval(float(low), float(high)) if low <= high else None


@dataclass(frozen=True, slots=True)
class Said:
    """A figure as it was said: its number as written, and the word before it."""

    number: str
    qualifier: Qualifier = Qualifier.EXACT

    def __str__(self) -> str:
        return SHOWN[self.qualifier].format(self.number)
