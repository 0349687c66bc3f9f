"""At which rates things are done and people come and go: stated, or counted over some months."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt

from msgspec import Struct, field

from boardtui.core.forecast.again import Again
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
    """A share as it was counted; the true one is taken from its Beta distribution.

    `alike` is how alike single months are: 0 where they differ by no more than chance, and else the
    correlation of two people of one month, by which a month's own share varies about the true one.
    """

    part: int
    whole: int
    alike: float = 0.0
    months: int = 1

    @property
    def mean(self) -> float:
        return (self.part + HALF) / (self.whole + 2 * HALF)

    @property
    def worth(self) -> float:
        """How many independent ones it is worth, of as many as were counted."""
        if not self.whole:
            return 0.0
        return self.whole / (1 + (self.whole / self.months - 1) * self.alike)


def share_of_months(months: Sequence[tuple[int, int]]) -> Part:
    """A share counted in several months, each a part of a whole.

    How far single months differ beyond chance is found by the moments, as for a beta-binomial
    count. Source: Kleinman, Journal of the American Statistical Association 68 (1973) 46–54.
    """
    parts, wholes = sum(part for part, _ in months), sum(whole for _, whole in months)
    counted = [(part, whole) for part, whole in months if whole]
    share = parts / wholes if wholes else 0.0
    chance = share * (1 - share)
    spare = wholes - sum(whole * whole for _, whole in counted) / max(1, wholes)
    degrees = len(counted) - 1
    if not chance or degrees < 1 or spare <= degrees:
        return Part(parts, wholes, months=max(1, len(counted)))
    apart = sum(whole * (part / whole - share) ** 2 for part, whole in counted)
    alike = (apart / chance - degrees) / (spare - degrees)
    return Part(parts, wholes, min(max(alike, 0.0), MOST_ALIKE), len(counted))


MOST_ALIKE = 0.5


class Counted(Struct, frozen=True, tag="counted"):
    """How many there were over some months; the true rate is taken from its Gamma distribution."""

    total: int
    months: float

    @property
    def mean(self) -> float:
        """How many there are in a month."""
        return (self.total + HALF) / self.months


class Towards(Struct, frozen=True):
    """To whom visits were tried: to people due or overdue, to people not yet due, or to others.

    Those not yet due are counted by the months from that of the visit to that at whose end they
    would have been overdue: 1 is the next.
    """

    due: int
    early: Mapping[int, int]
    elsewhere: int

    @property
    def all_early(self) -> int:
        return sum(self.early.values())

    @property
    def shares(self) -> tuple[float, float, float]:
        """Those parts of all, in that order."""
        every = self.due + self.all_early + self.elsewhere + 3 * HALF
        due, early = (self.due + HALF) / every, (self.all_early + HALF) / every
        return due, early, 1 - due - early


class Rates(Struct, frozen=True, kw_only=True):
    """All rates of a forecast.

    `seen` is how often a try finds somebody in. `joined` is how many come into what is owed in a
    month, and `arriving` of which kinds they were, counted from the month in which they came.
    `left` is which part of the people who are not overdue leaves in a month, and `left_overdue` of
    those who are. `moved` is which part of those who are overdue, or would be, and were not seen
    have their due date moved in a month, and `moved_to` how many months on. `redated` is which part
    of those who are not due, and were not seen, has another due date at a month's end, such as by a
    regrade, and `redated_to` which kinds these became, counted from that month: sooner or later,
    with another interval. `again` says by which interval who was seen is due again; without it, by
    their own. Without `towards`,
    every visit is tried to somebody who is due. `turns` says by their interval how much sooner than
    others somebody's turn comes, of those who are due; without it, all are as likely. Nobody is
    tried more than `most_tries` times a month.
    """

    tried: Stated | Monthly
    seen: Stated | Part
    joined: Stated | Counted
    left: Stated | Part
    left_overdue: Stated | Part
    moved: Stated | Part = Stated(0)
    arriving: Mapping[Kind, int] = field(default_factory=dict)
    moved_to: Mapping[int, int] = field(default_factory=dict)
    redated: Stated | Part = Stated(0)
    redated_to: Mapping[Kind, int] = field(default_factory=dict)
    again: Again = field(default_factory=dict)
    towards: Towards | None = None
    turns: Mapping[int, float] = field(default_factory=dict)
    most_tries: int = MOST_TRIES


WEIGHT_OF_ALL = 10
"""So many people of the mean of all are put to those of each interval: of few, little is known."""


def turns_of(counted: Mapping[int, tuple[int, int]]) -> dict[int, float]:
    """How much sooner than others people of an interval are seen, when they are due.

    Given how many were seen of how many who were due, by interval: the ratio of that share to the
    share of all.
    """
    seen, due = (sum(each[place] for each in counted.values()) for place in (0, 1))
    if not seen or seen == due:
        return {}
    mean = seen / due
    return {
        interval: (one + WEIGHT_OF_ALL * mean) / (of + WEIGHT_OF_ALL) / mean
        for interval, (one, of) in sorted(counted.items())
    }
