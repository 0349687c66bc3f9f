"""A hedged value for large digits: the word before the number, and the number."""

from __future__ import annotations

from boardtui.core.figure.figure import Figure
from boardtui.core.figure.hedge import SHOWN, Qualifier
from boardtui.core.words.wording import value_text, written_number

AFTER = {Qualifier.AT_LEAST: "at least", Qualifier.AT_MOST: "at most"}
"""Hedges that follow the number in a text, and stand before large digits."""


def split_hedge(figure: Figure) -> tuple[str, str]:
    """What stands before the digits ("≈", "just under", "over"), and what they are of: "500".

    A per cent keeps its sign. A figure that is not known or withheld has no digits to be drawn.
    """
    if figure.value is None:
        return "", value_text(figure)
    number = written_number(figure) + ("%" if figure.unit == "per cent" else "")
    if figure.qualifier in AFTER:
        return AFTER[figure.qualifier], number
    return SHOWN[figure.qualifier].partition("{")[0].strip(), number
