"""A per cent of which nobody said of what: what it would count of each base it may have meant."""

from __future__ import annotations

from msgspec import Struct

from boardtui.core.figure.figure import Figure
from boardtui.core.figure.interval import Interval
from boardtui.core.measures.measure import Measure, PublishedOnly
from boardtui.core.measures.units import PER_CENT

AMBIGUOUS = "ambiguous"
"""How the stated base of a per cent begins, where the words leave open what it is of."""


class PossibleCount(Struct, frozen=True):
    """What a per cent would count, were it said of one base.

    `people` holds every whole number that the hedges of both allow, None where there is none.
    `records` is what the records count of the same slice of that base, where there are any.
    """

    base: Figure
    people: Interval | None
    records: Figure | None = None


def candidates(measure: Measure, figure: Figure) -> tuple[str, ...]:
    """The measures that a published per cent may be a share of; none where its base is plain."""
    if not isinstance(measure, PublishedOnly) or figure.unit != PER_CENT:
        return ()
    open_base = figure.base is None or figure.base.lower().startswith(AMBIGUOUS)
    return measure.possible_bases if open_base else ()


def people_of(per_cent: Figure, base: Figure) -> Interval | None:
    """The whole people that a per cent of a base can be: 14.5 to 15.5% of 273 is 40 to 42.

    None where either is not known, or no whole number lies between.
    """
    share, whole = per_cent.interval, base.interval
    if share is None or whole is None:
        return None
    return share.times(whole).scaled(0.01).whole_numbers()
