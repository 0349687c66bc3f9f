"""Lateness of a backlog: oldest, median and 90th percentile of the days since the due date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date

from boardtui.core.days import months_between
from boardtui.core.measure import Statistic

Dues = Mapping[date, int]
"""How many overdue cases were due on each day."""


def oldest_days(dues: Dues, day: date) -> int | None:
    return (day - min(dues)).days if dues else None


def oldest_months(dues: Dues, day: date) -> int | None:
    """Complete months since the oldest due date."""
    return months_between(min(dues), day) if dues else None


def percentile_days(dues: Dues, day: date, fraction: float) -> float | None:
    """The percentile of days overdue, by linear interpolation between the two nearest cases.

    The rule is the usual default (Hyndman and Fan 1996, type 7): with n cases, the place is
    fraction × (n − 1), counted from 0 for the least overdue.
    """
    if not dues:
        return None
    days = sorted((day - due).days for due in Counter(dues).elements())
    place = fraction * (len(days) - 1)
    below = int(place)
    above = min(below + 1, len(days) - 1)
    return days[below] + (days[above] - days[below]) * (place - below)


def statistic_of(statistic: Statistic, dues: Dues, day: date) -> float | None:
    """One statistic of the days overdue; None where none is overdue."""
    match statistic:
        case Statistic.OLDEST_DAYS:
            return oldest_days(dues, day)
        case Statistic.OLDEST_MONTHS:
            return oldest_months(dues, day)
        case Statistic.MEDIAN_DAYS:
            return percentile_days(dues, day, 0.5)
        case Statistic.P90_DAYS:
            return percentile_days(dues, day, 0.9)
