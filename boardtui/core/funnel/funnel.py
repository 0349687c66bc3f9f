"""A funnel plot: each force's share beside the limits that chance sets about the shares of all."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from msgspec import Struct

from boardtui.core.funnel.binomial import limit
from boardtui.core.funnel.dispersion import Dispersion, chance_error, dispersion

FEWEST_FORCES = 3
"""Forces below which no limits are drawn: two are a difference, and say nothing of a spread."""

LIMITS = (0.95, 0.998)
"""Between which limits that part of forces lies that chance alone sets apart: 1 in 20, 1 in 500."""

INSIDE, BEYOND_95, BEYOND_998 = "inside", "beyond 95", "beyond 99.8"


class Counted(Struct, frozen=True):
    """A count of a base, by a name."""

    name: str
    count: int
    base: int

    @property
    def share(self) -> float:
        return self.count / self.base


class Limits(Struct, frozen=True):
    """The limits for a base: the inner and the outer, each from and to."""

    inner: tuple[float, float]
    outer: tuple[float, float]

    def where(self, share: float) -> str:
        """Where a share lies. On a limit is inside it."""
        for (low, high), inside in ((self.inner, INSIDE), (self.outer, BEYOND_95)):
            if low <= share <= high:
                return inside
        return BEYOND_998


class Funnel(Struct, frozen=True):
    """The shares of forces, what they have in common, and how far they lie apart.

    `target` is the share of all of them taken together.
    """

    target: float
    dispersion: Dispersion
    counted: tuple[Counted, ...]

    def limits(self, base: int) -> Limits:
        """The limits for a base.

        They are exact for chance alone. Where forces differ beyond chance they lie as much further
        from the target as the spread about it is wider: by √(1 + τ² ÷ s²), s being the standard
        error by chance.
        """
        error = chance_error(self.target, base)
        wider = sqrt(1 + (self.dispersion.tau / error) ** 2) if error else 1.0
        inner, outer = (self._between(base, part, wider) for part in LIMITS)
        return Limits(inner, outer)

    def _between(self, base: int, part: float, wider: float) -> tuple[float, float]:
        tail = (1 - part) / 2
        low, high = limit(base, self.target, tail), limit(base, self.target, 1 - tail)
        return (
            max(0.0, self.target + (low - self.target) * wider),
            min(1.0, self.target + (high - self.target) * wider),
        )


def funnel(counted: Sequence[Counted]) -> Funnel | None:
    """The funnel of some forces, in their order; None where there are too few."""
    there = [one for one in counted if one.base > 0]
    if len(there) < FEWEST_FORCES:
        return None
    target = sum(one.count for one in there) / sum(one.base for one in there)
    shares, bases = [one.share for one in there], [one.base for one in there]
    return Funnel(target, dispersion(shares, bases, target), tuple(there))
