"""Shares: a figure as a part of its base, never a bare per cent."""

from __future__ import annotations

from msgspec import Struct

from boardtui.core.criterion.dimension import WHOLE, Slices
from boardtui.core.figure.figure import Figure
from boardtui.core.figure.interval import Interval
from boardtui.core.measures import MEASURES


class Share(Struct, frozen=True):
    """A fraction of a base's figure: 0.18347 of the actively managed.

    `of` names the base's measure and `slices` the part of it (empty for its whole). `value` comes
    from the figures as said; `interval` holds every value that their hedges allow.
    """

    of: str
    base: Figure
    value: float
    interval: Interval
    slices: Slices = WHOLE


def share_of(figure: Figure, base: Figure) -> Share | None:
    """The figure as a share of a base's figure; None where either is not known or the base is 0.

    None as well where either is in a unit that its measure is not in, as an older database may be.

    A part is at most all of its base: what hedges would allow above that is no share. Where they
    allow nothing else, the two contradict each other, which is left to be seen.
    """
    if not _in_own_unit(figure) or not _in_own_unit(base):
        return None
    part, whole = figure.interval, base.interval
    if part is None or whole is None or not base.value or figure.value is None:
        return None
    interval = part.over(whole)
    if interval is None:
        return None
    value = figure.value / base.value
    if interval.low <= 1 < interval.high:
        interval, value = Interval(interval.low, 1.0), min(value, 1.0)
    return Share(base.measure, base, value, interval, base.slices)


def _in_own_unit(figure: Figure) -> bool:
    measure = MEASURES[figure.measure]
    return figure.unit == measure.unit or figure.unit in measure.also_in
