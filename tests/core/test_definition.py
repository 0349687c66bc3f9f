"""What is overdue, and the age bands."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from boardtui.core.criterion.criterion import Overdue, holds
from boardtui.core.criterion.definition import STANDARD, Definition

DAY = date(2024, 1, 17)


@pytest.mark.parametrize(
    ("grace", "days_past", "overdue"),
    [
        (0, -1, False),
        (0, 0, False),
        (0, 1, True),
        (7, 1, False),
        (7, 7, False),
        (7, 8, True),
    ],
)
def test_due_today_and_within_the_grace_is_not_overdue(
    grace: int, days_past: int, overdue: bool
) -> None:
    row = {"visit_due": DAY - timedelta(days=days_past)}
    assert holds(Overdue("visit_due"), row, DAY, Definition(grace)) is overdue


def test_without_a_date_nothing_is_overdue() -> None:
    assert not holds(Overdue("visit_due"), {"visit_due": None}, DAY, STANDARD)


def test_the_standard_age_bands_leave_no_day_out() -> None:
    assert [(band.low, band.high, band.label) for band in STANDARD.bands] == [
        (1, 30, "1-30"),
        (31, 90, "31-90"),
        (91, 180, "91-180"),
        (181, 365, "181-365"),
        (366, None, "over 365"),
    ]


def test_bands_follow_the_setting() -> None:
    bands = Definition(band_ends=(28, 84)).bands
    assert [band.label for band in bands] == ["1-28", "29-84", "over 84"]


@pytest.mark.parametrize("ends", [(), (0, 30), (-1,), (30, 30), (90, 30)])
def test_bands_that_do_not_rise_from_above_0_are_refused(ends: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="bands"):
        Definition(band_ends=ends)


def test_grace_is_not_negative() -> None:
    with pytest.raises(ValueError, match="grace_days"):
        Definition(grace_days=-1)


@pytest.mark.parametrize(
    ("grace", "words"),
    [
        (0, "overdue from the day after the due date"),
        (1, "overdue once more than 1 day past the due date"),
        (7, "overdue once more than 7 days past the due date"),
    ],
)
def test_the_definition_says_its_grace(grace: int, words: str) -> None:
    assert Definition(grace).words() == words
