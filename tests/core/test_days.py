"""Arithmetic of calendar days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.core.words.days import (
    day_text,
    month_end,
    month_start,
    months_between,
    next_month,
    twelve_months_before,
)

some_days = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("earlier", "later", "months"),
    [
        ("2023-05-15", "2024-01-17", 8),
        ("2023-08-31", "2024-02-29", 5),
        ("2023-08-29", "2024-02-29", 6),
        ("2023-05-17", "2024-01-17", 8),
        ("2023-05-18", "2024-01-17", 7),
        ("2022-08-10", "2024-01-17", 17),
        ("2024-01-16", "2024-01-17", 0),
        ("2023-12-31", "2024-01-01", 0),
        ("2023-12-31", "2024-01-31", 1),
        ("2023-02-28", "2024-02-28", 12),
    ],
)
def test_complete_months_between_two_days(earlier: str, later: str, months: int) -> None:
    assert months_between(date.fromisoformat(earlier), date.fromisoformat(later)) == months


@given(some_days, st.integers(1, 2000))
def test_a_month_completes_on_the_same_day_of_the_month(earlier: date, days: int) -> None:
    later = earlier + timedelta(days=days)
    steps = months_between(earlier, later) - months_between(earlier, later - timedelta(days=1))
    # A month that is too short for the day completes on the 1st of the next.
    skipped = later.day == 1 and (later - timedelta(days=1)).day < earlier.day
    assert steps == (later.day == earlier.day or skipped)


@given(some_days)
def test_a_month_runs_from_its_first_day_to_the_day_before_the_next(day: date) -> None:
    assert month_start(day).day == 1
    assert month_end(day) + timedelta(days=1) == next_month(day)
    assert month_start(day) <= day <= month_end(day)
    assert month_end(day).month == day.month


def test_twelve_months_before_the_29th_of_february_is_the_28th() -> None:
    assert twelve_months_before(date(2024, 2, 29)) == date(2023, 2, 28)
    assert twelve_months_before(date(2024, 1, 17)) == date(2023, 1, 17)


def test_a_day_is_written_with_its_month_s_name() -> None:
    assert day_text(date(2024, 1, 7)) == "7 Jan 2024"
