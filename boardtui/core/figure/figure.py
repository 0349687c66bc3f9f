"""Figures: a measure's value for a force, as at a day or over a period, with its origin."""

from __future__ import annotations

import math
from datetime import date
from enum import StrEnum

from msgspec import Struct

from boardtui.core.criterion.dimension import WHOLE, Slices
from boardtui.core.figure.hedge import Qualifier
from boardtui.core.figure.interval import Interval
from boardtui.core.words.names import same_name


class Origin(StrEnum):
    """Whether a figure was computed from records or published by somebody."""

    RECORDS = "records"
    PUBLISHED = "published"


class Source(Struct, frozen=True):
    """Who said a published figure, who carried it, and where; blank where that was not given."""

    said_by: str
    publisher: str
    address: str

    @property
    def in_words(self) -> str:
        """Who said it, and where, as far as that is known."""
        return ", ".join(filter(None, (self.said, self.address)))

    @property
    def said(self) -> str:
        """Who said it, and who carried that: "the chief constable in the Echo"."""
        return " in ".join(filter(None, (self.said_by, self.publisher)))


class Figure(Struct, frozen=True):
    """A measure's value for one force, on one day or over one period.

    `low` and `high` bound a hedged value ("more than 1,500": low 1501, high None); they equal
    `value` where the figure is exact. `value` is None where it is not known, and `unknown` says
    why, or where whoever gave it withheld it, which is `suppressed`. `written` is a published value
    with its digits as written. `partial` is set where the period is not a whole one, and says so.
    `assumed` says what was taken for granted of the records, where these do not say it.
    `definition` is the definition in words, for a figure computed from records; a published one has
    a `source`, and a `base` where one was stated.
    """

    measure: str
    value: int | float | None
    low: float | None
    high: float | None
    unit: str
    as_at: date
    origin: Origin
    slices: Slices = WHOLE
    qualifier: Qualifier = Qualifier.EXACT
    unknown: str | None = None
    suppressed: bool = False
    written: str | None = None
    assumed: str | None = None
    period_start: date | None = None
    partial: str | None = None
    as_at_stated: str | None = None
    base: str | None = None
    definition: str | None = None
    source: Source | None = None
    synthetic: bool = False

    @property
    def interval(self) -> Interval | None:
        """What the value lies between; None where it is not known, or withheld."""
        if self.value is None or self.low is None:
            return None
        return Interval(self.low, math.inf if self.high is None else self.high)

    @property
    def given(self) -> bool:
        """Whether there is something to show for it: a value, or the mark of one withheld."""
        return self.value is not None or self.suppressed

    @property
    def said_by(self) -> str | None:
        return self.source.said_by if self.source else None


def largest_first(figure: Figure) -> tuple[int, float]:
    """What figures are sorted by, the largest first, then those withheld, then those not known."""
    if figure.value is not None:
        return 0, -figure.value
    return (1 if figure.suppressed else 2), 0.0


def of_one_speaker(one: Figure, other: Figure) -> bool:
    """Whether two figures come from the same records, or were said by the same.

    Only such are set in relation as base and part: what somebody else said, or counted, may be
    counted otherwise.
    """
    if one.source is None or other.source is None:
        return one.source is other.source
    if one.source.said_by and other.source.said_by:
        return same_name(one.source.said_by, other.source.said_by)
    return one.source == other.source
