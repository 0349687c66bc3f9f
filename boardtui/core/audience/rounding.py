"""Counts rounded for the public: each says between which two numbers the true one lies."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from boardtui.core.audience.rules import Rules
from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.figure.hedge import Qualifier
from boardtui.core.measures import MEASURES
from boardtui.core.measures.measure import CaseCount, Movement, OverOfficers, VisitCount
from boardtui.core.measures.units import is_count

COUNTED = (CaseCount, Movement, VisitCount, OverOfficers)
"""The kinds of measure that count people or visits: not ages, nor rates."""


def rounded(figure: Figure, rules: Rules, hide: Callable[[Figure], Figure]) -> Figure:
    """A counted figure to the nearest multiple; one that would become none of it is hidden.

    What was published stays as it was said, and what counts nothing (an age, a rate) as it is.
    """
    value, step = figure.value, rules.rounding
    kind = isinstance(MEASURES[figure.measure], COUNTED) and is_count(figure.unit)
    counted = figure.origin is Origin.RECORDS and kind
    if step <= 1 or not value or not counted:
        return figure
    to = to_nearest(value, step)
    if to == 0:
        return hide(figure)
    whole = isinstance(value, int)
    low, high = (to - step // 2, to + (step - 1) // 2) if whole else (to - step / 2, to + step / 2)
    return replace(figure, value=to, low=low, high=high, qualifier=Qualifier.ROUNDED)


def to_nearest(value: float, step: int) -> int:
    """The nearest multiple of a step; halves go up."""
    return int((value + step / 2) // step) * step
