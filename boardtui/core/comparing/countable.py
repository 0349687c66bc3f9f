"""Whether a figure is an exact count, from which chance can be worked out; and if not, why not."""

from __future__ import annotations

from boardtui.core.figure.figure import Figure
from boardtui.core.figure.hedge import Qualifier
from boardtui.core.measures.measure import Lateness, LongestSince, Measure, Movement, OverOfficers
from boardtui.core.measures.units import DAYS, MONTHS, PER_CENT, is_count
from boardtui.core.words.wording import value_text

TIMES = (DAYS, "weeks", MONTHS, "years")
"""Units of time: those of measures, and those that an older database may hold."""


def why_no_count(measure: Measure, figure: Figure, called: str) -> str | None:
    """Why a figure is no exact whole count, as the end of a sentence; None where it is one.

    `called` is what the figure is there: "the figure now", "the base then".
    """
    if kind := _of_kind(measure) or _of_unit(figure.unit):
        return f"{called} is {kind}, not a count"
    if figure.suppressed:
        return f"{called} was withheld"
    if figure.value is None:
        return f"{called} is not known" + (f" ({figure.unknown})" if figure.unknown else "")
    if figure.qualifier is not Qualifier.EXACT or not figure.low == figure.value == figure.high:
        return f"{called} is hedged ({value_text(figure, unit=False)}), not an exact count"
    if figure.value < 0 or not float(figure.value).is_integer():
        return f"{called} is not a whole number of 0 or more"
    if figure.partial:
        return f"{called} does not cover its whole period ({figure.partial})"
    return None


def _of_kind(measure: Measure) -> str | None:
    """What a measure gives that is not a count, whatever its unit."""
    match measure:
        case Lateness() | LongestSince():
            return "an age"
        case OverOfficers():
            return "a largest or an average over officers"
        case Movement(counts="net"):
            return "a difference of two counts"
    return None


def _of_unit(unit: str) -> str | None:
    if unit in TIMES:
        return "a time"
    if unit == PER_CENT:
        return "said as a per cent"
    return None if is_count(unit) else "a rate"
