"""Back-testing: the interval score, the last value's band, and when nothing can be said yet."""

from __future__ import annotations

from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.core.forecast.back_test import (
    DEVIATE,
    Tried,
    interval_score,
    judged,
    last_value_band,
)


def test_the_score_is_the_width_and_ten_for_each_person_beyond_it() -> None:
    assert interval_score(10, 30, 20) == 20
    assert interval_score(10, 30, 8) == pytest.approx(20 + 10 * 2)
    assert interval_score(10, 30, 33) == pytest.approx(20 + 10 * 3)
    # The 95% interval of Gneiting and Raftery's alpha of 0.05: 40 for each.
    assert interval_score(0, 1, 2, band=0.95) == pytest.approx(41)


@given(st.floats(-50, 50), st.floats(0, 50), st.floats(-100, 100))
def test_the_score_is_of_two_quantile_scores(low: float, width: float, actual: float) -> None:
    # Ibid. section 6.2: of alpha, 2 ÷ alpha times the pinball losses of the two ends.
    def pinball(end: float, part: float) -> float:
        return (actual - end) * part if actual >= end else (end - actual) * (1 - part)

    both = pinball(low, 0.1) + pinball(low + width, 0.9)
    assert interval_score(low, low + width, actual) == pytest.approx(both * 2 / 0.2, abs=1e-7)


def test_the_true_quantiles_score_best() -> None:
    actual = np.random.default_rng(1).normal(0, 1, 4000)
    scores = {z: np.mean([interval_score(-z, z, x) for x in actual]) for z in (0.9, DEVIATE, 1.8)}
    assert min(scores, key=lambda z: scores[z]) == DEVIATE
    assert pytest.approx(NormalDist().inv_cdf(0.9), rel=1e-15) == DEVIATE


def test_the_last_value_s_band_grows_with_the_root_of_the_months() -> None:
    band = last_value_band([100, 110, 100, 110, 100], 4)
    assert band == pytest.approx((100 - 20 * DEVIATE, 100 + 20 * DEVIATE))
    assert last_value_band([100, 110, 100], 1) is None
    low, _ = last_value_band([1, 30, 1, 30, 1], 9) or (None, None)
    assert low == 0


def test_fewer_than_twelve_origins_are_not_yet_testable() -> None:
    good = Tried(low=5, median=10, high=15, last_low=0, last_high=20, actual=11)
    missed = Tried(low=5, median=10, high=15, last_low=0, last_high=20, actual=25)
    assert judged(3, [good] * 11).coverage is None
    found = judged(3, [good] * 9 + [missed] * 3)
    assert (found.origins, found.coverage) == (12, 0.75)
    assert found.bias == pytest.approx((9 * -1 + 3 * -15) / 12)
    assert found.interval_score == pytest.approx(10 + 3 * 100 / 12)
    assert found.last_value_interval_score == pytest.approx(20 + 3 * 50 / 12)
