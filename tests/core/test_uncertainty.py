"""Intervals of ratios and differences, against published values and identities."""

from __future__ import annotations

import math
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.core.comparing.uncertainty import (
    DEVIATE,
    TAIL,
    CountRatio,
    count_ratio,
    share_difference,
)

COUNTS = st.integers(0, 400)


@st.composite
def shares(draw: st.DrawFn) -> tuple[int, int]:
    base = draw(st.integers(1, 2000))
    return draw(st.integers(0, base)), base


def ratio_of(now: int, then: int) -> CountRatio:
    found = count_ratio(now, then)
    assert found is not None
    return found


def test_the_normal_quantile_is_that_of_the_interval_s_end() -> None:
    assert pytest.approx(NormalDist().inv_cdf(1 - TAIL), rel=1e-15) == DEVIATE


# Newcombe, Statistics in Medicine 17 (1998) 873–890, table II, method 10.
@pytest.mark.parametrize(
    ("now", "base_now", "then", "base_then", "low", "high"),
    [
        (56, 70, 48, 80, 0.0524, 0.3339),
        (9, 10, 3, 10, 0.1705, 0.8090),
        (6, 7, 2, 7, 0.0582, 0.8062),
        (5, 56, 0, 29, -0.0381, 0.1926),
        (0, 10, 0, 20, -0.1611, 0.2775),
        (0, 10, 0, 10, -0.2775, 0.2775),
        (10, 10, 0, 20, 0.6791, 1.0000),
        (10, 10, 0, 10, 0.6075, 1.0000),
    ],
)
def test_the_difference_of_shares_has_the_interval_that_newcombe_published(
    now: int, base_now: int, then: int, base_then: int, low: float, high: float
) -> None:
    found = share_difference(now, base_now, then, base_then)
    assert found.difference == now / base_now - then / base_then
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


# Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3 (Wilson).
@pytest.mark.parametrize(
    ("count", "base", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_less_a_share_that_is_all_but_certain_the_interval_is_that_of_the_share_alone(
    count: int, base: int, low: float, high: float
) -> None:
    found = share_difference(count, base, 0, 10**15)
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


@given(shares(), shares())
def test_the_interval_of_a_difference_holds_it(now: tuple[int, int], then: tuple[int, int]) -> None:
    found = share_difference(*now, *then)
    assert -1 - 1e-9 <= found.low <= found.difference + 1e-9
    assert found.difference - 1e-9 <= found.high <= 1 + 1e-9


@given(shares(), shares())
def test_then_less_now_is_now_less_then_negated(
    now: tuple[int, int], then: tuple[int, int]
) -> None:
    there, back = share_difference(*now, *then), share_difference(*then, *now)
    assert back.difference == pytest.approx(-there.difference)
    assert back.low == pytest.approx(-there.high, abs=1e-12)
    assert back.high == pytest.approx(-there.low, abs=1e-12)


def at_least(count: int, of: int, proportion: float) -> float:
    """The chance of that many or more, by adding up the binomial distribution."""
    return math.fsum(
        math.comb(of, k) * proportion**k * (1 - proportion) ** (of - k)
        for k in range(count, of + 1)
    )


@pytest.mark.parametrize(("more", "fewer"), [(273, 217), (151, 148), (12, 3), (5, 0)])
def test_the_exact_test_is_twice_the_binomial_tail(more: int, fewer: int) -> None:
    total = more + fewer
    tail = sum(math.comb(total, k) for k in range(more, total + 1)) / 2**total
    assert ratio_of(more, fewer).p_value == pytest.approx(min(1, 2 * tail))
    assert ratio_of(fewer, more).p_value == pytest.approx(min(1, 2 * tail))


@pytest.mark.parametrize(("now", "then"), [(273, 217), (148, 151), (12, 3), (3, 12)])
def test_the_ends_of_the_ratio_are_where_each_tail_is_one_in_forty(now: int, then: int) -> None:
    found = ratio_of(now, then)
    low, high = found.low / (1 + found.low), found.high / (1 + found.high)
    assert at_least(now, now + then, low) == pytest.approx(0.025)
    assert 1 - at_least(now + 1, now + then, high) == pytest.approx(0.025)


# Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 5 (Clopper and Pearson).
@pytest.mark.parametrize(
    ("now", "then", "low", "high"),
    [
        (81, 263 - 81, 0.2527, 0.3676),
        (15, 148 - 15, 0.0578, 0.1617),
        (0, 20, 0.0000, 0.1684),
        (1, 28, 0.0009, 0.1776),
    ],
)
def test_the_ends_of_the_ratio_are_those_published_for_the_proportion(
    now: int, then: int, low: float, high: float
) -> None:
    found = ratio_of(now, then)
    ends = found.low / (1 + found.low), found.high / (1 + found.high)
    assert tuple(round(end, 4) for end in ends) == (low, high)


def test_of_one_and_very_many_the_ratio_begins_where_one_or_more_is_one_in_forty() -> None:
    proportion = -math.expm1(math.log(1 - 0.025) / 30_261)
    low = proportion / (1 - proportion)
    assert ratio_of(1, 30_260).low == pytest.approx(low, rel=1e-9)


def test_217_then_and_273_now_is_more_than_chance() -> None:
    found = ratio_of(273, 217)
    assert found.ratio == 273 / 217
    assert (round(found.low, 2), round(found.high, 2)) == (1.05, 1.51)
    assert found.p_value == pytest.approx(0.01289, abs=1e-5)


@given(COUNTS, COUNTS)
def test_the_interval_of_a_ratio_holds_it(now: int, then: int) -> None:
    if now + then:
        found = ratio_of(now, then)
        assert 0 <= found.low <= found.ratio <= found.high


@given(COUNTS, COUNTS)
def test_then_over_now_is_now_over_then_turned_over(now: int, then: int) -> None:
    if now and then:
        there, back = ratio_of(now, then), ratio_of(then, now)
        assert back.ratio == pytest.approx(1 / there.ratio)
        assert back.low == pytest.approx(1 / there.high)
        assert back.high == pytest.approx(1 / there.low)
        assert back.p_value == there.p_value


@given(COUNTS, COUNTS)
def test_the_interval_leaves_out_1_just_where_the_test_says_so(now: int, then: int) -> None:
    if now + then:
        found = ratio_of(now, then)
        assert (found.p_value < 0.05) == (found.low > 1 or found.high < 1)


def test_of_none_then_the_ratio_has_no_upper_end() -> None:
    found = ratio_of(9, 0)
    assert (found.ratio, found.high) == (math.inf, math.inf)
    # Of nine, the least proportion that would still give nine in one of forty times.
    proportion = 0.025 ** (1 / 9)
    assert found.low == pytest.approx(proportion / (1 - proportion))


def test_of_none_now_the_ratio_begins_at_0() -> None:
    found = ratio_of(0, 9)
    assert (found.ratio, found.low) == (0, 0)
    assert found.high == pytest.approx(1 / ratio_of(9, 0).low)


def test_none_and_none_have_no_ratio() -> None:
    assert count_ratio(0, 0) is None


def test_what_is_no_count_is_refused() -> None:
    with pytest.raises(ValueError, match="a count is 0 or more"):
        count_ratio(-1, 5)


@pytest.mark.parametrize("counts", [(3, 2, 1, 2), (1, 2, 3, 2), (-1, 2, 1, 2), (0, 0, 1, 2)])
def test_what_is_no_share_is_refused(counts: tuple[int, int, int, int]) -> None:
    with pytest.raises(ValueError, match="of a base that is no smaller"):
        share_difference(*counts)
