"""Several figures of one thing: which those are, and whether they agree."""

from __future__ import annotations

from datetime import date

from boardtui.core.criterion.dimension import Slices
from boardtui.core.figure.figure import Figure

Thing = tuple[str, Slices, date | None, date]
"""A measure and slice, on a day or over a period: what two figures can both be of."""


def thing_of(figure: Figure) -> Thing:
    """What a figure is of, whoever gave it."""
    return figure.measure, figure.slices, figure.period_start, figure.as_at


def agree(one: Figure, other: Figure) -> bool | None:
    """Whether two figures can both be true, by what their hedges allow; None where not known."""
    here, there = one.interval, other.interval
    return None if here is None or there is None else here.overlaps(there)
