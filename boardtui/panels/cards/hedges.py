"""A hedged value for large digits: the word before the number, and the number."""

from __future__ import annotations

from boardtui.core.figure.figure import Figure
from boardtui.core.figure.hedge import SHOWN, Qualifier
from boardtui.core.measures import MEASURES
from boardtui.core.measures.units import PER_CENT
from boardtui.core.words.wording import value_text, written_number

AFTER = {Qualifier.AT_LEAST: "at least", Qualifier.AT_MOST: "at most"}
"""Hedges that follow the number in a text, and stand before large digits."""


def split_hedge(figure: Figure) -> tuple[str, str]:
    """What stands before the digits ("≈", "just under", "over"), and what they are of: "500".

    A per cent keeps its sign. What has no digits to be drawn stands as it is: a figure that is not
    known or withheld, and one in a unit that its measure is not in, which must be told.
    """
    if figure.value is None or figure.unit not in MEASURES[figure.measure].units:
        return "", value_text(figure)
    number = written_number(figure) + ("%" if figure.unit == PER_CENT else "")
    if figure.qualifier in AFTER:
        return AFTER[figure.qualifier], number
    return SHOWN[figure.qualifier].partition("{")[0].strip(), number


def without_unit(figure: Figure) -> str:
    """A value with its hedge, for a column of a card that names the unit."""
    if figure.value is None or figure.unit not in MEASURES[figure.measure].units:
        return value_text(figure)
    return SHOWN[figure.qualifier].format(written_number(figure))
