"""A published value and what it lies between: by its qualifier, unless the row says so itself."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from boardtui.core.figure.hedge import PLAIN, SUPPRESSED, Qualifier, reading
from boardtui.core.figure.interval import end
from boardtui.core.measures.measure import Measure
from boardtui.core.measures.units import PER_CENT
from boardtui.ingest.published_rows import Row, UnreadableRowError


class SaidNumbers(Struct, frozen=True):
    """A value, as it was `written` too, and the least and most that it can mean."""

    value: float | None
    low: float | None
    high: float | None
    written: str | None
    qualifier: Qualifier


WITHHELD = SaidNumbers(None, None, None, None, Qualifier.SUPPRESSED)

NUMBERS = ("value", "low", "high")


def is_withheld(row: Row) -> bool:
    """Whether a row says that its figure was withheld: by its value, or by its qualifier."""
    return row["value"] == SUPPRESSED or row["qualifier"] == Qualifier.SUPPRESSED


def has_numbers(row: Row) -> bool:
    return any(row[name] not in (None, SUPPRESSED) for name in NUMBERS)


def read_numbers(row: Row, measure: Measure, unit: str) -> SaidNumbers:
    """The numbers of a row that says a measure in a unit.

    Raises:
        UnreadableRowError: they make no sense.
    """
    qualifier = Qualifier(str(row["qualifier"]))
    said = _number(row, "value", measure, unit)
    if said is None:
        raise UnreadableRowError("value", "a value: it is required")
    given = {
        name: float(number)
        for name in ("low", "high")
        if (number := _number(row, name, measure, unit)) is not None
    }
    read = reading(
        said,
        qualifier,
        whole_numbers=measure.in_whole_numbers,
        signed=measure.signed,
        most=measure.most,
    )
    if read is not None:
        low, high = given.get("low", read.low), given.get("high", read.high)
    elif said < 0 and len(given) == len(("low", "high")):
        low, high = given["low"], given["high"]
    else:
        raise UnreadableRowError("value", _readable(said, qualifier))
    if low > high:
        raise UnreadableRowError("low" if "low" in given else "high", "low not above high")
    if qualifier in PLAIN and not low <= float(said) <= high:
        raise UnreadableRowError("value", "a value from low to high")
    return SaidNumbers(float(said), low, end(high), str(said), qualifier)


def _number(row: Row, name: str, measure: Measure, unit: str) -> Decimal | None:
    """A number as it was written; None where it was not given."""
    text = row[name]
    if text is None:
        return None
    digits = str(text).removesuffix("%").rstrip()
    if digits != text and unit != PER_CENT:
        raise UnreadableRowError(name, "a number without %, which is for the unit per cent")
    number = Decimal(digits)
    if number < 0 and not measure.signed:
        raise UnreadableRowError(name, "0 or more: only a difference or a growth is below 0")
    if measure.most is not None and number > measure.most:
        raise UnreadableRowError(name, f"at most {measure.most}: it is the per cent of a part")
    return number


def _readable(said: Decimal, qualifier: Qualifier) -> str:
    """What is expected in place of a value that its qualifier says nothing of."""
    if said < 0:
        return f"0 or more, being {qualifier.value}; below 0, low and high too"
    return f"a value that can be {qualifier.value} in this unit"
