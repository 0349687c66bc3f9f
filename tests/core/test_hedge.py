"""How a published figure is read: the table of the contract, row by row."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.core.figure.hedge import Qualifier, reading
from boardtui.core.figure.interval import Interval
from boardtui.core.measures.units import is_count

OPEN = math.inf

SAID_SO = [each for each in Qualifier if each is not Qualifier.SUPPRESSED]


def read(said: object, qualifier: str, unit: str = "people", **more: Any) -> Interval | None:
    """The reading of a measure that is in a unit."""
    number, whole = Decimal(str(said)), is_count(unit)
    return reading(number, Qualifier(qualifier), whole_numbers=whole, **more)


@pytest.mark.parametrize(
    ("said", "qualifier", "unit", "low", "high"),
    [
        ("273", "exact", "people", 273, 273),
        ("12.5", "exact", "per cent", 12.5, 12.5),
        ("0", "exact", "people", 0, 0),
        # Per cents and rates: half of the last digit written.
        ("15", "rounded", "per cent", 14.5, 15.5),
        ("15.0", "rounded", "per cent", 14.95, 15.05),
        ("20", "rounded", "per cent", 19.5, 20.5),
        ("0", "rounded", "per cent", 0, 0.5),
        ("86", "rounded", "per 100,000", 85.5, 86.5),
        # Counts: half the place of the last digit that is not 0.
        ("340", "rounded", "people", 335, 345),
        ("1500", "rounded", "people", 1450, 1550),
        ("1488", "rounded", "people", 1488, 1488),
        ("1500", "about", "people", 1450, 1550),
        ("340", "about", "visits", 335, 345),
        ("0.5", "about", "per cent", 0.45, 0.55),
        ("20", "about", "per cent", 15, 25),
        # Nearly: a whole place down; counts stay below what was said.
        ("500", "nearly", "visits", 400, 499),
        ("1000", "nearly", "people", 0, 999),
        ("20", "nearly", "per cent", 10, 20),
        # No upper end.
        ("1500", "more_than", "people", 1501, OPEN),
        ("1500", "at_least", "people", 1500, OPEN),
        ("12.5", "more_than", "per cent", 12.5, OPEN),
        ("12.5", "at_least", "per cent", 12.5, OPEN),
        # From 0.
        ("10", "less_than", "people", 0, 9),
        ("10", "at_most", "people", 0, 10),
        ("1", "less_than", "people", 0, 0),
        ("2.5", "at_most", "per cent", 0, 2.5),
    ],
)
def test_a_hedged_figure_lies_between(
    said: str, qualifier: str, unit: str, low: float, high: float
) -> None:
    found = read(said, qualifier, unit)
    assert found is not None
    assert [found.low, found.high] == pytest.approx([low, high])


@pytest.mark.parametrize(
    ("said", "qualifier", "unit", "low", "high"),
    [
        ("-50", "exact", "people", -50, -50),
        ("-50", "about", "people", -55, -45),
        ("-340", "rounded", "people", -345, -335),
        ("-3", "rounded", "per cent", -3.5, -2.5),
        # No growth, rounded, may be a little one either way.
        ("0", "rounded", "per cent", -0.5, 0.5),
        ("50", "nearly", "people", 40, 49),
    ],
)
def test_a_difference_or_a_growth_can_be_below_0(
    said: str, qualifier: str, unit: str, low: float, high: float
) -> None:
    found = read(said, qualifier, unit, signed=True)
    assert found is not None
    assert [found.low, found.high] == pytest.approx([low, high])


@pytest.mark.parametrize("qualifier", ["nearly", "more_than", "at_least", "less_than", "at_most"])
def test_below_0_it_is_open_which_way_an_end_is_meant(qualifier: str) -> None:
    assert read(-50, qualifier, signed=True) is None


@pytest.mark.parametrize("qualifier", list(Qualifier))
def test_nothing_but_a_difference_or_a_growth_is_below_0(qualifier: Qualifier) -> None:
    assert read(-50, qualifier) is None


@pytest.mark.parametrize(("said", "qualifier"), [("2.5", "exact"), ("0", "less_than")])
def test_a_count_that_no_whole_number_can_be_says_nothing(said: str, qualifier: str) -> None:
    assert read(said, qualifier) is None


@given(st.integers(0, 10**6), st.sampled_from(["exact", "rounded", "about"]))
def test_a_count_said_so_may_be_just_what_was_said(said: int, qualifier: str) -> None:
    found = read(said, qualifier)
    assert found is not None
    assert found.low <= said <= found.high


@given(
    st.integers(1, 10**6),
    st.sampled_from([each for each in Qualifier if each is not Qualifier.SUPPRESSED]),
)
def test_counts_are_whole_and_not_negative(said: int, qualifier: Qualifier) -> None:
    found = read(said, qualifier)
    assert found is not None
    assert found.low >= 0
    assert found.low == int(found.low)
    assert math.isinf(found.high) or found.high == int(found.high)


@pytest.mark.parametrize(
    ("said", "qualifier", "low", "high"),
    [
        ("100", "rounded", 99.5, 100),
        ("100", "about", 50, 100),
        ("95", "at_least", 95, 100),
        ("95", "more_than", 95, 100),
        ("99.9", "rounded", 99.85, 99.95),
    ],
)
def test_of_a_part_there_is_no_more_than_all(
    said: str, qualifier: str, low: float, high: float
) -> None:
    found = read(said, qualifier, "per cent", most=100)
    assert found is not None
    assert [found.low, found.high] == pytest.approx([low, high])


def test_more_than_all_is_nothing() -> None:
    assert read("100", "more_than", "per cent", most=100) is None


def test_what_was_withheld_says_nothing() -> None:
    assert read("5", "suppressed") is None


def test_a_median_need_not_be_whole() -> None:
    found = reading(Decimal("61.5"), Qualifier.EXACT, whole_numbers=False)
    assert found == Interval(61.5, 61.5)
