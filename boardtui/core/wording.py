"""Numbers as a reader sees them. Every place that shows a figure takes its words from here."""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Decimal

from boardtui.core.figure import Figure
from boardtui.core.hedge import SHOWN, Qualifier, is_count
from boardtui.core.interval import Interval

MINUS = "−"


def number_text(number: float, places: int = 0) -> str:
    """A number with thousands marked: 1,488; halves are rounded away from zero."""
    step = Decimal(1).scaleb(-places)
    rounded = Decimal(repr(number)).quantize(step, ROUND_HALF_UP)
    text = f"{abs(rounded):,.{places}f}"
    return f"{MINUS}{text}" if rounded < 0 else text


def unit_of(unit: str, number: float | None) -> str:
    """A unit, which stands in the plural, as it follows a number: "people", "1 person"."""
    if number is None or abs(number) != 1:
        return unit
    word, space, rest = unit.partition(" ")
    return SINGULAR.get(word, word.removesuffix("s")) + space + rest


SINGULAR = {"people": "person", "per": "per"}
"""What one is called where that is not the plural without its s."""


def counted(number: float, unit: str) -> str:
    """A whole number with its unit: "1,488 people", "1 day"."""
    return f"{number_text(number)} {unit_of(unit, number)}"


def days_text(count: int) -> str:
    return counted(count, "days")


def value_number(value: float) -> str:
    """A value with as many places as it has, at most one: 48, 61.5."""
    return number_text(value, 0 if float(value).is_integer() else 1)


SUPPRESSED = "[c]"
"""The one mark of a figure that was withheld, as the Government Statistical Service writes it
(analysisfunction.civilservice.gov.uk, Symbols in tables): confidential, and neither zero nor
unknown."""

NOT_KNOWN = "not known"


def count_text(count: int | None) -> str:
    """A count, or that it is not known."""
    return NOT_KNOWN if count is None else number_text(count)


def written_number(figure: Figure) -> str:
    """A figure's value with the digits that it was published with, else with at most one place."""
    assert figure.value is not None
    if figure.written is None:
        return value_number(figure.value)
    return number_text(figure.value, len(figure.written.partition(".")[2]))


UNIT_WORDS = {"per cent": "%", "days": " days", "months": " months", "per 100,000": " per 100,000"}


def value_text(figure: Figure, *, unit: bool = True) -> str:
    """A figure's value with its hedge and unit: "273", "just under 500", "15%", "17 months"."""
    if figure.suppressed:
        return SUPPRESSED
    if figure.value is None:
        return figure.unknown or NOT_KNOWN
    word = UNIT_WORDS.get(figure.unit, "") if unit else ""
    if word.startswith(" "):
        word = f" {unit_of(figure.unit, figure.value)}"
    at_most = figure.qualifier is Qualifier.AT_MOST and not is_count(figure.unit)
    shown = "{} or less" if at_most else SHOWN[figure.qualifier]
    return shown.format(written_number(figure) + word)


def percent_text(fraction: float, places: int = 1) -> str:
    """A fraction as a per cent; a share that rounding would make 0% or 100% says so instead."""
    smallest = 10.0 ** -(places + 2)
    if 0 < fraction < smallest / 2:
        return f"under {number_text(smallest * 100, places)}%"
    if 1 - smallest / 2 < fraction < 1:
        return f"over {number_text((1 - smallest) * 100, places)}%"
    return f"{number_text(fraction * 100, places)}%"


def share_text(interval: Interval, places: int = 1) -> str:
    """A share, or the range of shares that hedges allow: "18.3%", "17.6%–18.8%"."""
    if interval.exact:
        return percent_text(interval.low, places)
    if math.isinf(interval.high):
        return f"{percent_text(interval.low, places)} or more"
    low, high = percent_text(interval.low, places), percent_text(interval.high, places)
    return low if low == high else f"{low}–{high}"


def signed(number: float, places: int = 0, suffix: str = "") -> str:
    """A change with its sign: "+56", "−3", "0"."""
    text = number_text(number, places)
    plus = "+" if number > 0 and text.strip("0.,") else ""
    return f"{plus}{text}{suffix}"


def signed_interval(interval: Interval, places: int = 0, suffix: str = "") -> str:
    """A change, or its range: "+56", "+12 to +111", "at least +8"."""
    if interval.exact:
        return signed(interval.low, places, suffix)
    if math.isinf(interval.low):
        return (
            "not known"
            if math.isinf(interval.high)
            else f"at most {signed(interval.high, places, suffix)}"
        )
    if math.isinf(interval.high):
        return f"at least {signed(interval.low, places, suffix)}"
    return f"{signed(interval.low, places, suffix)} to {signed(interval.high, places, suffix)}"
