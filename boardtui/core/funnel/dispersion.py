"""How much forces differ beyond chance: over-dispersion as an additive random effect.

Source: Spiegelhalter, Statistics in Medicine 24 (2005) 1185–1202, sections 5.3 and 5.4; and
Spiegelhalter and others, Journal of the Royal Statistical Society A 175 (2012) 1–47, section 4.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from msgspec import Struct

WINSORISED = 0.1
"""Which part of the forces at either end is drawn in to the next, so that a few don't decide."""


class Dispersion(Struct, frozen=True):
    """How far forces lie apart.

    `factor` is the mean of their squared standard scores, winsorised: 1 is chance alone. `tau` is
    the standard deviation of the forces' own truths about the target, 0 where chance explains all.
    """

    factor: float
    tau: float


def winsorised(scores: Sequence[float]) -> list[float]:
    """The scores in order, with the outermost at either end drawn in to the next."""
    ordered = sorted(scores)
    count = int(WINSORISED * len(ordered))
    if count:
        ordered[:count] = [ordered[count]] * count
        ordered[-count:] = [ordered[-count - 1]] * count
    return ordered


def dispersion(shares: Sequence[float], bases: Sequence[int], target: float) -> Dispersion:
    """How far some shares lie apart, about a target, beyond what chance does to them."""
    errors = [chance_error(target, base) for base in bases]
    if not all(errors):
        return Dispersion(1.0, 0.0)
    pairs = zip(shares, errors, strict=True)
    scores = winsorised([(share - target) / error for share, error in pairs])
    factor = sum(score * score for score in scores) / len(scores)
    return Dispersion(factor, additive(factor, errors))


def additive(factor: float, errors: Sequence[float]) -> float:
    """The standard deviation τ of what is added to each by a random effect, by the moments.

    `factor` is the mean of the squared standard scores, and `errors` are the standard errors by
    chance. Source: DerSimonian and Laird, Controlled Clinical Trials 7 (1986) 177–188, as in
    Spiegelhalter 2005, equation 8.
    """
    count = len(errors)
    beyond = count * factor - (count - 1)
    weights = [1 / (error * error) for error in errors]
    total, squares = sum(weights), sum(weight * weight for weight in weights)
    spare = total - squares / total
    return sqrt(beyond / spare) if beyond > 0 and spare > 0 else 0.0


def chance_error(target: float, base: int) -> float:
    """The standard error of a share of a base, were the target its truth."""
    return sqrt(target * (1 - target) / base)
