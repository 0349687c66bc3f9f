"""How a published figure is to be read: "nearly 500" lies between 400 and 499.

The reading is an assumption of this program, and is shown as one.
"""

from __future__ import annotations

import math
from decimal import Decimal
from enum import StrEnum

from boardtui.core.figure.interval import Interval


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
    SUPPRESSED = "suppressed"


SUPPRESSED = "[c]"
"""The one mark of a figure that was withheld, as the Government Statistical Service writes it
(analysisfunction.civilservice.gov.uk/policy-store/symbols-in-tables-definitions-and-help/):
confidential, and neither zero nor unknown."""

SHOWN = {
    Qualifier.EXACT: "{}",
    Qualifier.ROUNDED: "{}",
    Qualifier.ABOUT: "≈{}",
    Qualifier.NEARLY: "just under {}",
    Qualifier.MORE_THAN: "over {}",
    Qualifier.AT_LEAST: "{} or more",
    Qualifier.LESS_THAN: "under {}",
    Qualifier.AT_MOST: "{} or fewer",
    Qualifier.SUPPRESSED: SUPPRESSED,
}

PLAIN = (Qualifier.EXACT, Qualifier.ROUNDED, Qualifier.ABOUT)
"""What says a figure itself, and no end that it lies above or below."""


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
    said: Decimal,
    qualifier: Qualifier,
    *,
    whole_numbers: bool,
    signed: bool = False,
    most: int | None = None,
) -> Interval | None:
    """The interval in which a figure lies that was said so; None where it says nothing.

    `said` keeps the digits as written, since they say how far it was rounded. Only what is
    `signed`, a difference or a growth, can be below 0, and there "more than" may mean a larger fall
    or a smaller one: such words say nothing of it. No value is above `most`: of a part, however its
    per cent is hedged, there is no more than all.
    """
    if said < 0 and (not signed or qualifier not in PLAIN):
        return None
    ends = _ends(said, qualifier, whole_numbers)
    if ends is None:
        return None
    low, high = ends
    if whole_numbers:
        low = Decimal(math.ceil(low))
        high = high if high is None else Decimal(math.floor(high))
    low = low if signed else max(low, Decimal(0))
    if most is not None:
        high = Decimal(most) if high is None else min(high, Decimal(most))
        if qualifier is Qualifier.MORE_THAN and said >= most:
            return None
    if high is not None and low > high:
        return None
    return Interval(float(low), math.inf if high is None else float(high))


def _ends(
    said: Decimal, qualifier: Qualifier, whole_numbers: bool
) -> tuple[Decimal, Decimal | None] | None:
    """The least and the most that a hedged value can mean; None of what was withheld."""
    step = 1 if whole_numbers else 0
    match qualifier:
        case Qualifier.EXACT:
            return said, said
        case Qualifier.ROUNDED:
            half = (grain(said) if whole_numbers else last_digit(said)) / 2
            return said - half, said + half
        case Qualifier.ABOUT:
            half = grain(said) / 2
            return said - half, said + half
        case Qualifier.NEARLY:
            return said - grain(said), said - step
        case Qualifier.MORE_THAN:
            return said + step, None
        case Qualifier.AT_LEAST:
            return said, None
        case Qualifier.LESS_THAN:
            return Decimal(0), said - step
        case Qualifier.AT_MOST:
            return Decimal(0), said
        case Qualifier.SUPPRESSED:
            return None
