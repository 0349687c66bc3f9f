"""Numbers as a reader sees them."""

from __future__ import annotations

import math
from typing import Any

import pytest

from boardtui.core.figure.figure import Figure
from boardtui.core.figure.hedge import Qualifier
from boardtui.core.figure.interval import Interval
from boardtui.core.words.wording import (
    change_places,
    change_unit,
    end_text,
    number_text,
    percent_text,
    share_text,
    signed,
    signed_interval,
    value_text,
)
from boardtui.core.words.wording import counted as number_of
from tests.core.figures import counted, published

WHOLE_OF_IT = "123,456,789,012,345.123456789012345"


def said(value: float, written: str | None, **others: Any) -> Figure:
    """A published figure, with its digits as they were written."""
    return published(value, value, value, written=written, **others)


@pytest.mark.parametrize(
    ("number", "places", "text"),
    [
        (1488, 0, "1,488"),
        (1234567, 0, "1,234,567"),
        (0, 0, "0"),
        (2.5, 0, "3"),
        (-2.5, 0, "−3"),
        (-0.4, 0, "0"),
        (61.45, 1, "61.5"),
        (1.005, 2, "1.01"),
    ],
)
def test_thousands_are_marked_and_halves_rounded_away_from_zero(
    number: float, places: int, text: str
) -> None:
    assert number_text(number, places) == text


@pytest.mark.parametrize(
    ("fraction", "text"),
    [
        (273 / 1488, "18.3%"),
        (0, "0.0%"),
        (1, "100.0%"),
        (0.0001, "under 0.1%"),
        (0.0004999, "under 0.1%"),
        (0.0005, "0.1%"),
        (0.9996, "over 99.9%"),
        (0.9995, "100.0%"),
        (0.5, "50.0%"),
        (1.2, "120.0%"),
    ],
)
def test_a_share_is_a_per_cent_that_hides_neither_few_nor_nearly_all(
    fraction: float, text: str
) -> None:
    assert percent_text(fraction) == text


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (0.183, 0.183, "18.3%"),
        (0.176, 0.188, "17.6%–18.8%"),
        (0.18301, 0.18302, "18.3%"),
        (0.2, math.inf, "20.0% or more"),
    ],
)
def test_a_hedged_share_is_a_range(low: float, high: float, text: str) -> None:
    assert share_text(Interval(low, high)) == text


@pytest.mark.parametrize(
    ("number", "places", "suffix", "text"),
    [
        (56, 0, "", "+56"),
        (-3, 0, "", "−3"),
        (0, 0, "", "0"),
        (25.8, 0, "%", "+26%"),
        (-1.99, 0, "%", "−2%"),
        (0.2, 0, "%", "0%"),
        (-0.2, 0, "%", "0%"),
        (1200, 0, "", "+1,200"),
        (10, 0, "", "+10"),
    ],
)
def test_a_change_has_its_sign(number: float, places: int, suffix: str, text: str) -> None:
    assert signed(number, places, suffix) == text


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (56, 56, "+56"),
        (23, 123, "+23 to +123"),
        (-12, 8, "−12 to +8"),
        (8, math.inf, "at least +8"),
        (-math.inf, 72, "at most +72"),
        (-math.inf, math.inf, "not known"),
    ],
)
def test_a_hedged_change_is_a_range(low: float, high: float, text: str) -> None:
    assert signed_interval(Interval(low, high)) == text


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (counted(273), "273"),
        (counted(1488), "1,488"),
        (counted(17, unit="months"), "17 months"),
        (counted(1, unit="months"), "1 month"),
        (counted(1, unit="days"), "1 day"),
        (counted(61.5, unit="days"), "61.5 days"),
        (counted(15, unit="per cent", qualifier=Qualifier.ROUNDED), "15%"),
        (counted(500, qualifier=Qualifier.NEARLY), "just under 500"),
        (counted(1500, qualifier=Qualifier.ABOUT), "≈1,500"),
        (counted(1500, qualifier=Qualifier.MORE_THAN), "over 1,500"),
        (counted(15, qualifier=Qualifier.AT_MOST), "15 or fewer"),
        (counted(15, unit="per cent", qualifier=Qualifier.AT_MOST), "15% or less"),
        (counted(0), "0"),
        (counted(None, unknown="no visits file"), "no visits file"),
        (counted(None), "not known"),
        (counted(None, suppressed=True, qualifier=Qualifier.SUPPRESSED), "[c]"),
        (said(2.25, "2.25", unit="per cent"), "2.25%"),
        (said(15, "15.0", unit="per cent", qualifier=Qualifier.ROUNDED), "15.0%"),
        (said(1500, "1500"), "1,500"),
        (said(0.5, ".5", unit="per cent"), "0.5%"),
        (said(-2.25, "-2.25", unit="per cent"), "\u22122.25%"),
        (said(123456789012345.12, "123456789012345.123456789012345"), WHOLE_OF_IT),
        # Databases from elsewhere: no digits kept, or other ones than the value's.
        (said(2.25, None, unit="per cent"), "2.25%"),
        (said(2.25, "[red]2.25", unit="per cent"), "2.25%"),
        (said(2.25, "9.99", unit="per cent"), "2.25%"),
        (said(2, "2", unit="years"), "2 years"),
        (said(1, "1", unit="years"), "1 year"),
        (said(99, "99", unit="per 100,000"), "99 per 100,000"),
    ],
)
def test_a_value_with_its_hedge_and_unit(figure: Figure, text: str) -> None:
    assert value_text(figure) == text


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (counted(17, unit="months"), "17"),
        (said(15, "15", unit="per cent"), "15%"),
        (said(99, "99", unit="per 100,000"), "99 per 100,000"),
        (said(2, "2", unit="years"), "2 years"),
        (counted(None, suppressed=True), "[c]"),
    ],
)
def test_without_its_unit_a_per_cent_stays_one(figure: Figure, text: str) -> None:
    assert value_text(figure, unit=False) == text


@pytest.mark.parametrize(
    ("now", "then", "places"),
    [
        (counted(273), counted(217), 0),
        (counted(61.5, unit="days"), counted(60, unit="days"), 1),
        (counted(61.5, unit="days"), counted(60.5, unit="days"), 0),
        (counted(184 / 3, unit="days"), counted(60, unit="days"), 1),
        (said(15, "15", unit="per cent"), said(14, "14", unit="per cent"), 0),
        (published(15, 14.5, 15.5, unit="per cent"), said(14, "14", unit="per cent"), 1),
        (published(15, 14.5, 15.5, unit="per cent"), published(14, 13.5, 14.5), 0),
        (published(15, 14.95, None, unit="per cent"), said(14, "14", unit="per cent"), 2),
        (said(2.25, "2.25", unit="per cent"), said(2, "2", unit="per cent"), 2),
        (counted(273), counted(None), 0),
    ],
)
def test_a_change_has_the_places_of_its_figures(now: Figure, then: Figure, places: int) -> None:
    assert change_places(now, then) == places


@pytest.mark.parametrize(
    ("unit", "change", "text"),
    [
        ("per cent", 3, " points"),
        ("per cent", -1, " point"),
        ("per cent", None, " points"),
        ("months", 9, " months"),
        ("people", 9, ""),
    ],
)
def test_a_change_of_a_per_cent_is_in_points(unit: str, change: float | None, text: str) -> None:
    assert change_unit(unit, change) == text


@pytest.mark.parametrize(("end", "text"), [(14.95, "14.95"), (15, "15"), (1450, "1,450")])
def test_an_end_of_a_hedge_has_all_its_digits(end: float, text: str) -> None:
    assert end_text(end) == text


@pytest.mark.parametrize(
    ("number", "unit", "text"),
    [
        (1, "people", "1 person"),
        (0, "people", "0 people"),
        (2, "days", "2 days"),
        (-1, "months", "\u22121 month"),
        (1, "people per full-time post", "1 person per full-time post"),
        (1, "per 100,000", "1 per 100,000"),
    ],
)
def test_one_of_a_thing_is_said_in_the_singular(number: int, unit: str, text: str) -> None:
    assert number_of(number, unit) == text
