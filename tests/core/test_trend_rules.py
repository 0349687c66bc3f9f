"""Control charts by the rules of Making Data Count, and what is never flagged."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.core.trend.convention import LEAST, LIMIT
from boardtui.core.trend.correlation import lag_1
from boardtui.core.trend.limits import Limits, limits, moving_ranges, screened_mean
from boardtui.core.trend.months import by_month, month_of
from boardtui.core.trend.rules import Rule, flags
from tests.trends import flagged_by_convention

BASE = [10.0, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12]
"""A mean of 11 and moving ranges of 2: limits at 11 ± 5.32, near them beyond 11 ± 3.55."""


def rules_of(values: Sequence[float | None], place: int) -> tuple[Rule, ...]:
    of = limits(values)
    assert of is not None
    return flags(values, of)[place]


def test_limits_lie_2_66_mean_moving_ranges_about_the_mean() -> None:
    of = limits(BASE)
    assert of is not None
    assert (of.mean, of.mean_moving_range) == (11, 2)
    assert (of.lower, of.upper) == pytest.approx((11 - 5.32, 11 + 5.32))


def test_eleven_points_are_too_few_and_twelve_are_enough() -> None:
    assert limits(BASE[:11]) is None
    assert limits([*BASE[:11], None]) is None
    assert limits([None, *BASE]) is not None


def test_the_base_is_the_first_twelve_and_stays() -> None:
    assert limits([*BASE, 99, 98, 97]) == limits(BASE)


def test_a_moving_range_of_3_267_times_their_mean_is_left_out_once() -> None:
    ranges = [2.0] * 10 + [40.0]
    assert screened_mean(ranges) == 2
    # Once alone: what is left of the mean without the 40 would leave out the 8 too.
    assert screened_mean([1.0] * 9 + [8.0, 40.0]) == pytest.approx(17 / 10)


def test_no_moving_range_is_taken_over_a_gap() -> None:
    assert moving_ranges([10, 12, None, 30, 31]) == [2, 1]


def test_a_point_beyond_a_limit_is_outside_and_one_on_it_is_not() -> None:
    assert rules_of([*BASE, 16.4], 12) == (Rule.OUTSIDE,)
    assert rules_of([*BASE, 5.6], 12) == (Rule.OUTSIDE,)
    of = Limits(11, 2)
    assert flags([of.upper], of) == [()]


def test_seven_in_a_row_on_one_side_are_a_shift_and_all_are_flagged() -> None:
    values = [*BASE, 11.5, 12, 13, 11.5, 12, 13]
    # With the 12 before them they are seven.
    assert [rules_of(values, n) for n in (10, 11, 17)] == [(), (Rule.SHIFT,), (Rule.SHIFT,)]
    assert rules_of(values[:-1], 16) == ()
    on_the_mean = [*BASE, 11.5, 12, 11, 11.5, 12, 13, 12]
    assert rules_of(on_the_mean, 18) == ()


def test_seven_each_beyond_the_last_are_a_trend_and_all_are_flagged() -> None:
    falling = [*BASE, 11.9, 11.5, 11.2, 10.8, 10.5, 10.2]
    assert [rules_of(falling, n) for n in (10, 11, 17)] == [(), (Rule.TREND,), (Rule.TREND,)]
    assert rules_of([*BASE, 11.9, 11.5, 11.2, 10.8, 10.8, 10.5], 17) == ()


def test_two_of_three_near_a_limit_are_flagged_and_the_third_is_not() -> None:
    values = [*BASE, 10.5, 15, 11.5, 15.5]
    assert [rules_of(values, n) for n in (13, 14, 15)] == [
        (Rule.TWO_OF_THREE,),
        (),
        (Rule.TWO_OF_THREE,),
    ]
    # Of three that are not all on one side, none is.
    assert rules_of([*BASE, 10.5, 15, 10.5, 15.5], 15) == ()


def test_a_gap_ends_what_goes_on_in_a_row() -> None:
    shift: list[float | None] = [*BASE, None, *[12.0] * 6]
    assert all(Rule.SHIFT not in rules_of(shift, n) for n in range(13, 19))
    assert Rule.SHIFT in rules_of([*shift, 12.0], 19)
    near: list[float | None] = [*BASE, None, 15, None, 15, 15]
    assert Rule.TWO_OF_THREE not in rules_of(near, 13)


@given(st.lists(st.floats(0, 1000), min_size=LEAST, max_size=60))
def test_flags_are_those_of_a_plain_reading_of_the_convention(values: list[float]) -> None:
    of = limits(values)
    assert of is not None
    assert of.upper - of.mean == pytest.approx(LIMIT * of.mean_moving_range)
    assert [bool(rules) for rules in flags(values, of)] == flagged_by_convention(values)


QUIET, MONTHS, SEED = 200, 36, 5


def test_a_shift_is_flagged_and_quiet_months_no_more_often_than_the_convention_would() -> None:
    chance = random.Random(SEED)
    quiet = [[chance.gauss(50, 7) for _ in range(MONTHS)] for _ in range(QUIET)]
    of = [limits(values) for values in quiet]
    flagged = sum(any(flags(values, each)) for values, each in zip(quiet, of, strict=True) if each)
    by_convention = sum(any(flagged_by_convention(values)) for values in quiet)
    print(f"of {QUIET} quiet series of {MONTHS} months {flagged} have a month that is flagged; ")
    print(f"by the convention's own rules {by_convention}")
    assert flagged <= by_convention
    shifted = [[value + (21 if n >= 24 else 0) for n, value in enumerate(v)] for v in quiet]
    found = sum(
        any(Rule.SHIFT in rules or Rule.OUTSIDE in rules for rules in flags(values, each)[24:])
        for values, each in zip(shifted, of, strict=True)
        if each
    )
    assert found == QUIET


def test_the_lag_1_correlation_is_of_neighbours_within_a_run() -> None:
    steps = [float(n) for n in range(12)]
    assert lag_1([steps]) == pytest.approx(0.75, abs=0.01)
    assert lag_1([steps[:6], steps[6:]]) == pytest.approx(0.5, abs=0.01)
    back_and_forth = [1.0, -1.0] * 6
    assert lag_1([back_and_forth]) == pytest.approx(-11 / 12)
    assert lag_1([[1.0] * 12]) is None
    assert lag_1([steps[:11]]) is None


def test_a_day_is_of_the_month_whose_end_is_near() -> None:
    december = date(2023, 12, 1)
    assert month_of(date(2023, 12, 31)) == month_of(date(2024, 1, 15)) == december
    assert month_of(date(2023, 12, 16)) == december
    assert month_of(date(2024, 1, 16)) == date(2024, 1, 1)
    days = [date(2024, 1, 2), date(2023, 12, 20), date(2023, 12, 30), date(2024, 1, 31)]
    assert by_month((day, day) for day in days) == {
        december: date(2023, 12, 30),
        date(2024, 1, 1): date(2024, 1, 31),
    }
