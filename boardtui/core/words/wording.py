"""Numbers as a reader sees them. Every place that shows a figure takes its words from here."""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Context, Decimal

from boardtui.core.audience.rules import HIDDEN
from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.figure.hedge import SHOWN, SUPPRESSED, Qualifier
from boardtui.core.figure.interval import Interval, decimal, places_of
from boardtui.core.measures.units import PER_CENT, UNITS, is_count, shown_unit, singular

MINUS = "−"

_ANY_LENGTH = Context(prec=1000)
"""Decimals are of 28 digits at most unless told otherwise, and numbers in a database may be any."""

MOST_PLACES = 15


def number_text(number: float | Decimal, places: int = 0) -> str:
    """A number with thousands marked: 1,488; halves are rounded away from zero."""
    if places == 0 and isinstance(number, int):  # as most are: ten times as quick
        return f"{MINUS}{-number:,}" if number < 0 else f"{number:,}"
    step = Decimal(1).scaleb(-places)
    rounded = decimal(number).quantize(step, ROUND_HALF_UP, _ANY_LENGTH)
    text = f"{rounded.copy_abs():,.{places}f}"
    return f"{MINUS}{text}" if rounded < 0 else text


def unit_of(unit: str, number: float | None) -> str:
    """A unit, which stands in the plural, as it follows a number: "people", "1 person"."""
    return singular(unit) if number is not None and abs(number) == 1 else unit


def counted(number: float, unit: str) -> str:
    """A whole number with its unit: "1,488 people", "1 day"."""
    return f"{number_text(number)} {unit_of(unit, number)}"


def days_text(count: int) -> str:
    return counted(count, "days")


def value_number(value: float) -> str:
    """A value with as many places as it has, at most one: 48, 61.5."""
    return number_text(value, 0 if float(value).is_integer() else 1)


NOT_KNOWN = "not known"

WITHHELD = "withheld by who gave it"
"""What the mark of a figure that was withheld means, in words."""


def withheld(figure: Figure) -> str:
    """What the mark means of a figure: of one that was counted here, that it is hidden here."""
    return WITHHELD if figure.origin is Origin.PUBLISHED else HIDDEN


def end_text(end: float) -> str:
    """An end of what a hedge allows, with all its digits: 14.95."""
    return number_text(end, min(MOST_PLACES, places_of(end)))


def count_text(count: int | None, *, hidden: bool = False) -> str:
    """A count; where there is none, that it is not known, or the mark of one that is `hidden`."""
    if count is None:
        return SUPPRESSED if hidden else NOT_KNOWN
    return number_text(count)


def written_number(figure: Figure) -> str:
    """A figure's value with the digits that it was published with; counted, at most one place."""
    assert figure.value is not None
    written = _as_written(figure)
    if written is not None:
        return number_text(written, places_of(written))
    if figure.origin is Origin.PUBLISHED:
        return number_text(figure.value, min(MOST_PLACES, places_of(figure.value)))
    return value_number(figure.value)


def _as_written(figure: Figure) -> Decimal | None:
    """The digits of a published value, where they are kept and are those of its value."""
    if figure.written is None or not _is_number(figure.written):
        return None
    written = Decimal(figure.written)
    return written if float(written) == figure.value else None


def _is_number(text: str) -> bool:
    """Whether a text is a published value as ingest keeps it: "-1488", "15.0", ".5"."""
    whole, point, part = text.removeprefix("-").partition(".")
    digits = whole + part
    return (
        digits.isascii()
        and digits.isdigit()
        and max(len(whole), len(part)) <= MOST_PLACES
        and bool(part or not point)
    )


def places(figure: Figure) -> int:
    """The places after the point of a figure's value as it is shown."""
    return len(written_number(figure).partition(".")[2])


def change_places(now: Figure, then: Figure) -> int:
    """The places after the point of a change: those of the figures, and none of a whole one."""
    here, there = now.interval, then.interval
    if here is None or there is None:
        return 0
    change = here - there
    if all(math.isinf(end) or float(end).is_integer() for end in (change.low, change.high)):
        return 0
    return max(_places(now), _places(then))


def _places(figure: Figure) -> int:
    """The places of a value as it is shown, and of what its hedge allows: one more, mostly."""
    if figure.low == figure.value == figure.high:
        return places(figure)
    ends = (end for end in (figure.low, figure.high) if end is not None)
    return max(places(figure), *(min(MOST_PLACES, places_of(end)) for end in ends))


def value_text(figure: Figure, *, unit: bool = True) -> str:
    """A figure's value with its hedge and unit: "273", "just under 500", "15%", "17 months".

    Without its `unit` what is usual there still follows a per cent, a rate, and a unit that is not
    known: their numbers say nothing alone.
    """
    if figure.suppressed:
        return SUPPRESSED
    if figure.value is None:
        return figure.unknown or NOT_KNOWN
    word = shown_unit(figure.unit, one=abs(figure.value) == 1)
    if not unit and is_count(figure.unit) and figure.unit in UNITS:
        word = ""
    at_most = figure.qualifier is Qualifier.AT_MOST and not is_count(figure.unit)
    shown = "{} or less" if at_most else SHOWN[figure.qualifier]
    return shown.format(written_number(figure) + word)


def change_unit(unit: str, change: float | None = None) -> str:
    """What follows a change, of one number where it is one: " points" of per cents, " months"."""
    if unit == PER_CENT:
        return f" {unit_of('points', change)}"
    return shown_unit(unit, one=change is not None and abs(change) == 1)


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
