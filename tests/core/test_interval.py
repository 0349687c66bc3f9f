"""Arithmetic on hedged figures: no possible value is left out, and no end is out of reach."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.core.figure.interval import Interval, end, whole

counts = st.integers(0, 5000)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low = draw(counts)
    return Interval(low, draw(st.integers(low, 6000) | st.just(math.inf)))


@st.composite
def within(draw: st.DrawFn) -> tuple[Interval, float]:
    """An interval and a value in it."""
    interval = draw(intervals())
    low, high = int(interval.low), 10**6 if math.isinf(interval.high) else int(interval.high)
    return interval, draw(st.integers(low, high))


@given(within(), within())
def test_a_difference_of_values_lies_in_the_difference(
    first: tuple[Interval, float], second: tuple[Interval, float]
) -> None:
    difference = first[0] - second[0]
    assert difference.low <= first[1] - second[1] <= difference.high


@given(within(), within())
def test_a_ratio_of_values_lies_in_the_ratio(
    part: tuple[Interval, float], base: tuple[Interval, float]
) -> None:
    ratio = part[0].over(base[0])
    if base[1] == 0:
        return
    assert ratio is not None
    assert ratio.low <= part[1] / base[1] <= ratio.high


@given(intervals(), intervals())
def test_the_ends_of_a_difference_are_reached(first: Interval, second: Interval) -> None:
    difference = first - second
    assert difference.low == (-math.inf if math.isinf(second.high) else first.low - second.high)
    assert difference.high == (math.inf if math.isinf(first.high) else first.high - second.low)


def test_273_of_about_1500() -> None:
    ratio = Interval(273, 273).over(Interval(1450, 1550))
    assert ratio is not None
    assert (round(ratio.low, 3), round(ratio.high, 3)) == (0.176, 0.188)


@pytest.mark.parametrize(
    ("part", "base", "expected"),
    [
        (Interval(5, 5), Interval(0, 0), None),
        (Interval(5, 5), Interval(0, 10), Interval(0.5, math.inf)),
        (Interval(5, 5), Interval(10, math.inf), Interval(0, 0.5)),
        (Interval(5, math.inf), Interval(10, 20), Interval(0.25, math.inf)),
    ],
)
def test_ratios_at_the_edge(part: Interval, base: Interval, expected: Interval | None) -> None:
    assert part.over(base) == expected


@pytest.mark.parametrize(
    ("first", "second", "overlap"),
    [
        (Interval(1, 3), Interval(3, 5), True),
        (Interval(1, 2), Interval(3, 5), False),
        (Interval(4, 4), Interval(3, math.inf), True),
    ],
)
def test_intervals_overlap_where_they_share_a_value(
    first: Interval, second: Interval, overlap: bool
) -> None:
    assert first.overlaps(second) is overlap
    assert second.overlaps(first) is overlap


def test_a_low_end_above_the_high_end_is_refused() -> None:
    with pytest.raises(ValueError, match="above its high end"):
        Interval(2, 1)


def test_whole_numbers_are_ints_and_no_end_is_none() -> None:
    assert isinstance(whole(273.0), int)
    assert whole(61.5) == 61.5
    assert end(math.inf) is None
    assert end(499.0) == 499


@given(within(), within())
def test_a_product_of_values_lies_in_the_product(
    first: tuple[Interval, float], second: tuple[Interval, float]
) -> None:
    product = first[0].times(second[0])
    assert product.low <= first[1] * second[1] <= product.high


@pytest.mark.parametrize(
    ("interval", "numbers"),
    [
        (Interval(39.6, 42.3), Interval(40, 42)),
        (Interval(29.000000000000004, 29.000000000000004), Interval(29, 29)),
        (Interval(40.2, 40.9), None),
        (Interval(217.6, math.inf), Interval(218, math.inf)),
    ],
)
def test_the_whole_numbers_in_an_interval(interval: Interval, numbers: Interval | None) -> None:
    assert interval.whole_numbers() == numbers
