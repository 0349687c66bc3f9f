"""At which rates things are done and people come and go: stated, or counted over some months."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt

from msgspec import Struct, field

from boardtui.core.forecast.owed import Kind

HALF = 0.5
"""What Jeffreys' prior adds to each count of a share or a rate. Source: Gelman and others, Bayesian
Data Analysis, 3rd edition, 2013, section 2.8."""

MOST_TRIES = 4
"""Visits tried to one person within a month at most: about one a week."""


class Stated(Struct, frozen=True, tag="stated"):
    """A number that somebody states: nothing varies about it."""

    value: float

    @property
    def mean(self) -> float:
        return self.value


class Monthly(Struct, frozen=True, tag="monthly"):
    """What was counted in each of some months.

    The mean is known no better than so many months tell; each month to come varies about it as
    those did, and no less than chance alone would have it.
    """

    counts: tuple[int, ...]

    @property
    def mean(self) -> float:
        return sum(self.counts) / len(self.counts)

    @property
    def deviation(self) -> float:
        """The standard deviation of one month: at least that of a Poisson count."""
        spread = sum((count - self.mean) ** 2 for count in self.counts)
        sample = spread / (len(self.counts) - 1) if len(self.counts) > 1 else 0.0
        return sqrt(max(sample, self.mean))


class Part(Struct, frozen=True, tag="part"):
    """A share as it was counted; the true one is taken from its Beta distribution."""

    part: int
    whole: int

    @property
    def mean(self) -> float:
        return (self.part + HALF) / (self.whole + 2 * HALF)


class Counted(Struct, frozen=True, tag="counted"):
    """How many there were over some months; the true rate is taken from its Gamma distribution."""

    total: int
    months: float

    @property
    def mean(self) -> float:
        """How many there are in a month."""
        return (self.total + HALF) / self.months


class Towards(Struct, frozen=True):
    """To whom visits were tried: to people due or overdue, to people not yet due, or to others."""

    due: int
    early: int
    elsewhere: int

    @property
    def shares(self) -> tuple[float, float, float]:
        """Those parts of all, in that order."""
        every = self.due + self.early + self.elsewhere + 3 * HALF
        due, early = (self.due + HALF) / every, (self.early + HALF) / every
        return due, early, 1 - due - early


class Rates(Struct, frozen=True, kw_only=True):
    """All rates of a forecast.

    `seen` is how often a try finds somebody in. `joined` is how many come into what is owed in a
    month, and `arriving` of which kinds they were, counted from the month in which they came.
    `left` is which part of the people leaves in a month. Without `towards`, every visit is tried to
    somebody who is due. Nobody is tried more than `most_tries` times a month.
    """

    tried: Stated | Monthly
    seen: Stated | Part
    joined: Stated | Counted
    left: Stated | Part
    arriving: Mapping[Kind, int] = field(default_factory=dict)
    towards: Towards | None = None
    most_tries: int = MOST_TRIES
