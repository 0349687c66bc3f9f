"""What changed, and what cannot be compared."""

from __future__ import annotations

import math
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from boardtui.core.comparing.comparison import compare, period_length
from boardtui.core.figure.figure import Figure
from boardtui.core.figure.interval import Interval
from boardtui.core.measures import MEASURES
from tests.core.figures import THEN, counted, published

OVERDUE = MEASURES["overdue_visits"]


def was(value: float, **others: Any) -> Figure:
    return counted(value, **{"as_at": THEN, **others})


def test_the_change_is_now_less_then_and_a_per_cent_of_then() -> None:
    found = compare(OVERDUE, counted(273), was(217))
    assert found.change == 56
    assert found.change_interval == Interval(56, 56)
    assert found.percent == pytest.approx(25.806, abs=0.001)
    assert found.comparable is True
    assert found.caution is None


def test_a_hedged_figure_makes_both_intervals() -> None:
    found = compare(OVERDUE, counted(273), published(200, 150, 250))
    assert found.change == 73
    assert found.change_interval == Interval(23, 123)
    assert found.percent == pytest.approx(36.5)
    assert found.percent_interval is not None
    assert found.percent_interval.low == pytest.approx(9.2)
    assert found.percent_interval.high == pytest.approx(82)


def test_more_than_then_leaves_no_lower_end() -> None:
    found = compare(OVERDUE, counted(273), published(200, 201, None))
    assert found.change_interval == Interval(-math.inf, 72)
    assert found.percent_interval is not None
    assert found.percent_interval.low == -100


def test_of_nothing_then_there_is_no_per_cent() -> None:
    found = compare(OVERDUE, counted(5), was(0))
    assert found.change == 5
    assert found.percent is None
    assert found.percent_interval is None


def test_of_what_may_have_been_nothing_the_change_has_no_upper_end() -> None:
    found = compare(OVERDUE, counted(6), published(3, 0, 5))
    assert found.percent == pytest.approx(100)
    assert found.percent_interval is not None
    assert found.percent_interval.low == pytest.approx(20)
    assert found.percent_interval.high == math.inf


def test_what_is_nothing_now_fell_by_all_of_it_however_little_it_was() -> None:
    found = compare(OVERDUE, counted(0), published(3, 0, 5))
    assert found.percent_interval == Interval(-100, -100)


GROWTH = MEASURES["net_growth"]
WITHHELD = replace(published(0, 0, 0), value=None, low=None, high=None, suppressed=True)


@pytest.mark.parametrize(
    ("now", "then"),
    [
        (published(-60, -65, -55), published(-50, -55, -45)),
        (published(-60, -60, -60), published(-50, -50, -50)),
        (published(60, 60, 60), published(-50, -50, -50)),
        (published(60, 60, 60), published(2, -1, 5)),
    ],
)
def test_of_less_than_nothing_then_there_is_no_per_cent(now: Figure, then: Figure) -> None:
    found = compare(GROWTH, now, then)
    assert found.change == (now.value or 0) - (then.value or 0)
    assert (found.percent, found.percent_interval) == (None, None)


def test_a_growth_that_turned_into_a_fall_fell_by_more_than_all_of_it() -> None:
    found = compare(GROWTH, published(-60, -65, -55), published(50, 45, 55))
    assert found.percent == pytest.approx(-220)
    assert found.percent_interval is not None
    ends = found.percent_interval.low, found.percent_interval.high
    assert ends == pytest.approx(((-65 - 45) / 45 * 100, (-55 - 55) / 55 * 100))


def test_a_fall_from_what_may_have_been_nothing_has_no_lower_end() -> None:
    found = compare(GROWTH, published(-60, -60, -60), published(50, 0, 100))
    assert found.percent_interval == Interval(-math.inf, -160)


def test_the_change_of_a_per_cent_is_in_points() -> None:
    share = MEASURES["overdue_visits_share"]
    now = published(18, 17.5, 18.5, unit="per cent")
    found = compare(share, now, published(15, 14.5, 15.5, unit="per cent"))
    assert found.change == 3
    assert found.change_interval == Interval(2, 4)
    assert found.percent is None


def test_without_a_then_there_is_nothing() -> None:
    found = compare(OVERDUE, counted(273), None)
    assert (found.change, found.comparable, found.caution) == (None, None, None)


def test_what_is_not_known_has_no_change() -> None:
    found = compare(OVERDUE, counted(None, unknown="no visits file"), was(217))
    assert found.change is None
    assert found.change_interval is None


@pytest.mark.parametrize(
    ("now", "then", "reason"),
    [
        (
            counted(1, definition="Grace 0."),
            was(1, definition="Grace 7."),
            "the definitions differ: Grace 0. now, Grace 7. then",
        ),
        (
            counted(1),
            published(15, 14.5, 15.5, unit="per cent"),
            "one is in people, the other in per cent",
        ),
        (
            counted(1500, unit="people"),
            published(99, 98.5, 99.5, unit="per 100,000"),
            "one is in people, the other in per 100,000",
        ),
        (
            published(8, 8, 8, unit="months"),
            published(2, 2, 2, unit="years"),
            "one is in months, the other in years",
        ),
        (
            published(3, 3, 3, unit="years"),
            published(2, 2, 2, unit="years"),
            "their unit, years, is none of this measure's",
        ),
        (counted(1), WITHHELD, "the figure then was withheld"),
        (WITHHELD, was(1), "the figure now was withheld"),
        (WITHHELD, WITHHELD, "both figures were withheld"),
        (
            counted(1, period_start=date(2024, 1, 1)),
            was(1),
            "one counts over a period, the other stands on a day",
        ),
        (
            counted(1, as_at=date(2023, 11, 30), period_start=date(2023, 11, 1)),
            was(1, as_at=date(2023, 3, 31), period_start=date(2023, 2, 1)),
            "the periods differ in length: 1 month now, 2 months then",
        ),
        (
            counted(1),
            published(1, 1, 1, base="registered"),
            "the bases differ: actively managed now, registered then",
        ),
        (
            published(1, 1, 1, base="managed"),
            published(1, 1, 1, base="registered"),
            "the bases differ: managed now, registered then",
        ),
    ],
)
def test_what_is_not_comparable_says_why(now: Figure, then: Figure, reason: str) -> None:
    found = compare(OVERDUE, now, then)
    assert found.comparable is False
    assert found.caution == reason


@pytest.mark.parametrize(
    ("now", "then"),
    [
        (published(8, 8, 8, unit="months"), published(2, 2, 2, unit="years")),
        (counted(1), WITHHELD),
        (WITHHELD, was(1)),
    ],
)
def test_of_other_units_and_what_was_withheld_there_is_no_change(now: Figure, then: Figure) -> None:
    found = compare(OVERDUE, now, then)
    assert (found.change, found.change_interval) == (None, None)
    assert (found.percent, found.percent_interval) == (None, None)


@pytest.mark.parametrize("unit", ["people", "visits"])
def test_units_that_mean_the_same_of_a_measure_compare(unit: str) -> None:
    found = compare(OVERDUE, counted(273), published(217, 217, 217, unit=unit))
    assert (found.comparable, found.change) == (True, 56)


def test_a_change_is_by_the_digits_that_were_written() -> None:
    growth = MEASURES["registered_growth"]
    now = published(2.25, 2.25, 2.25, unit="per cent")
    found = compare(growth, now, published(2.1, 2.1, 2.1, unit="per cent"))
    assert found.change == 0.15
    assert found.change_interval == Interval(0.15, 0.15)


def test_a_base_in_words_is_the_base_of_that_name() -> None:
    then = published(217, 217, 217, base="Actively managed")
    assert compare(OVERDUE, counted(273), then).comparable is True


@pytest.mark.parametrize(
    ("now", "then", "inspection", "caution"),
    [
        (counted(1), published(1, 1, 1), True, "the inspectors' definition is not published"),
        (
            counted(1),
            published(1, 1, 1),
            False,
            "the definition of the earlier figure is not published",
        ),
        (
            published(1, 1, 1),
            was(1),
            False,
            "the definition of the figure now is not published",
        ),
        (counted(1), was(1), False, None),
        # A stated base on one side alone is unknown on the other, and not different.
        (
            published(1, 1, 1, base="managed"),
            published(1, 1, 1),
            True,
            "the inspectors' definition is not published",
        ),
    ],
)
def test_what_is_not_stated_is_a_caution_and_no_obstacle(
    now: Figure, then: Figure, inspection: bool, caution: str | None
) -> None:
    found = compare(OVERDUE, now, then, inspection=inspection)
    assert found.comparable is True
    assert found.caution == caution


@pytest.mark.parametrize(
    ("start", "end", "length"),
    [
        ("2023-11-01", "2023-11-30", "1 month"),
        ("2024-02-01", "2024-02-29", "1 month"),
        ("2023-04-01", "2024-03-31", "12 months"),
        ("2024-01-01", "2024-01-17", "17 days"),
        ("2024-01-15", "2024-03-31", "77 days"),
        ("2024-01-01", "2024-03-30", "90 days"),
        ("2023-11-16", "2023-12-15", "30 days"),
    ],
)
def test_whole_months_are_of_one_length(start: str, end: str, length: str) -> None:
    assert period_length(date.fromisoformat(start), date.fromisoformat(end)) == length


some = st.integers(-900, 900)
apart = st.integers(0, 50)


@given(some, some, apart, apart)
def test_the_change_as_said_lies_in_its_interval(
    now: int, then: int, below: int, above: int
) -> None:
    earlier = published(then, then - below, then + above)
    later = replace(counted(now), low=now - above, high=now + below)
    found = compare(GROWTH, later, earlier)
    assert found.change is not None
    assert found.change_interval is not None
    assert found.change_interval.low <= found.change <= found.change_interval.high
    if found.percent is not None:
        assert found.percent_interval is not None
        assert found.percent_interval.low <= found.percent + 1e-9
        assert found.percent <= found.percent_interval.high + 1e-9
