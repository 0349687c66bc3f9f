"""Funnel limits, against scipy's exact numbers, published values and known truth."""

from __future__ import annotations

from math import sqrt
from random import Random
from statistics import mean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom

from boardtui.core.funnel.binomial import limit
from boardtui.core.funnel.dispersion import additive, dispersion, winsorised
from boardtui.core.funnel.funnel import BEYOND_95, BEYOND_998, INSIDE, Counted, funnel


@given(st.integers(1, 5000), st.floats(0.001, 0.999), st.sampled_from((0.001, 0.025, 0.975, 0.999)))
@settings(max_examples=200, deadline=None)
def test_a_limit_is_that_of_the_exact_distribution(base: int, target: float, part: float) -> None:
    # Spiegelhalter, Statistics in Medicine 24 (2005) 1185–1202, appendix A.1.1.
    count = int(binom.ppf(part, base, target))
    beyond = (binom.cdf(count, base, target) - part) / binom.pmf(count, base, target)
    assert limit(base, target, part) == pytest.approx(max(0, count - beyond) / base, abs=1e-6)


def test_limits_close_on_the_target_as_the_base_grows() -> None:
    wide = [limit(base, 0.2, 0.999) - limit(base, 0.2, 0.001) for base in (10, 100, 1000, 10_000)]
    assert wide == sorted(wide, reverse=True)
    assert limit(50, 0.0, 0.975) == 0
    assert limit(50, 1.0, 0.025) == 1
    for wrong in ((0, 0.5, 0.5), (10, 1.5, 0.5), (10, 0.5, 1.0)):
        with pytest.raises(ValueError, match="a limit is of"):
            limit(*wrong)


# The trials of BCG against tuberculosis: log risk ratios and their variances. Source: Colditz and
# others, JAMA 271 (1994) 698–702; the moments' estimate of between-trial variance is 0.309
# (Viechtbauer, Journal of Statistical Software 36 (2010) 3).
BCG = (
    (-0.8893, 0.3256), (-1.5854, 0.1946), (-1.3481, 0.4154), (-1.4416, 0.0200), (-0.2175, 0.0512),
    (-0.7861, 0.0069), (-1.6209, 0.2230), (0.0120, 0.0040), (-0.4694, 0.0564), (-1.3713, 0.0730),
    (-0.3394, 0.0124), (0.4459, 0.5325), (-0.0173, 0.0714),
)  # fmt: skip


def test_tau_is_that_of_a_published_example() -> None:
    weights = [1 / variance for _, variance in BCG]
    middle = sum(w * y for w, (y, _) in zip(weights, BCG, strict=True)) / sum(weights)
    factor = mean((y - middle) ** 2 / variance for y, variance in BCG)
    found = additive(factor, [sqrt(variance) for _, variance in BCG])
    assert found**2 == pytest.approx(0.309, abs=0.0015)


def test_the_outermost_tenth_is_drawn_in_to_the_next() -> None:
    assert winsorised([9, 1, 2, 3, 4, 5, 6, 7, 8, 100]) == [2, 2, 3, 4, 5, 6, 7, 8, 9, 9]
    assert winsorised([3, 1, 2]) == [1, 2, 3]


def _shares(rng: Random, forces: int, spread: float) -> tuple[list[float], list[int]]:
    bases = [rng.randint(300, 3000) for _ in range(forces)]
    truths = [min(max(rng.gauss(0.18, spread), 0), 1) for _ in bases]
    counts = [sum(rng.random() < p for _ in range(n)) for n, p in zip(bases, truths, strict=True)]
    return [count / base for count, base in zip(counts, bases, strict=True)], bases


def test_a_known_spread_of_forces_is_found_and_chance_alone_is_none() -> None:
    rng = Random(4)
    found = [dispersion(*_shares(rng, 42, 0.04), 0.18).tau for _ in range(12)]
    # Drawing in the outermost tenths takes some of the spread away.
    assert 0.028 < mean(found) < 0.042
    assert mean(dispersion(*_shares(rng, 42, 0.0), 0.18).tau for _ in range(12)) < 0.006


def test_forces_lie_inside_or_beyond_and_small_ones_are_not_shamed() -> None:
    alike = [Counted(f"force {n}", 180 + n % 7 - 3, 1000) for n in range(40)]
    small, large = Counted("small", 8, 25), Counted("large", 640, 2000)
    found = funnel([*alike, small, large])
    assert found is not None
    assert found.dispersion.tau == 0
    assert [one.name for one in found.counted] == [one.name for one in (*alike, small, large)]
    # The same share, 32%: of 25 people it is what chance can do.
    assert small.share == large.share
    assert found.limits(small.base).where(small.share) == INSIDE
    assert found.limits(large.base).where(large.share) == BEYOND_998
    low, high = found.limits(1000).inner
    assert found.limits(1000).where(high) == INSIDE
    assert found.limits(1000).where(high + 1e-9) == BEYOND_95
    assert (low, high) == pytest.approx(
        (limit(1000, found.target, 0.025), limit(1000, found.target, 0.975))
    )


def test_where_forces_differ_beyond_chance_the_limits_are_wider_by_that() -> None:
    apart = [Counted(str(n), 100 + 25 * (n % 9), 1000) for n in range(18)]
    found = funnel(apart)
    assert found is not None
    tau, chance = found.dispersion.tau, sqrt(found.target * (1 - found.target) / 1000)
    assert tau > chance
    exact = limit(1000, found.target, 0.975)
    wider = (found.limits(1000).inner[1] - found.target) / (exact - found.target)
    assert wider == pytest.approx(sqrt(1 + (tau / chance) ** 2))
    assert {found.limits(one.base).where(one.share) for one in apart} == {INSIDE}
    # However large the base, the limits stay as far apart as the forces themselves do.
    low, high = found.limits(10_000_000).inner
    assert high - low == pytest.approx(2 * 1.96 * tau, rel=0.01)


def test_two_forces_are_a_difference_and_no_funnel() -> None:
    assert funnel([Counted("a", 1, 10), Counted("b", 2, 10), Counted("none", 0, 0)]) is None
    nobody = funnel([Counted(name, 0, 10) for name in "abc"])
    assert nobody is not None
    assert nobody.limits(10).where(0) == INSIDE
