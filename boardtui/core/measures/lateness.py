"""Lateness of a backlog: oldest, median and 90th percentile of the days since the due date."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from boardtui.core.measures.measure import Statistic
from boardtui.core.words.days import months_between


class Overdue:
    """The overdue of one slice on a day, by their due dates; nobody, perhaps."""

    def __init__(self, dues: Mapping[date, int], day: date) -> None:
        """Take how many were due on each day."""
        self._day = day
        self._oldest = min(dues, default=None)
        self._days: list[int] = []
        for due, people in sorted(dues.items(), reverse=True):
            self._days.extend([(day - due).days] * people)

    def statistic(self, statistic: Statistic) -> float | None:
        """One statistic of the days overdue; None where nobody is overdue."""
        if self._oldest is None:
            return None
        match statistic:
            case Statistic.OLDEST_DAYS:
                return self._days[-1]
            case Statistic.OLDEST_MONTHS:
                return months_between(self._oldest, self._day)
            case Statistic.MEDIAN_DAYS:
                return self._percentile(0.5)
            case Statistic.P90_DAYS:
                return self._percentile(0.9)

    def _percentile(self, fraction: float) -> float:
        """The percentile, by linear interpolation between the two nearest cases.

        The rule is the usual default (Hyndman and Fan, Sample Quantiles in Statistical Packages,
        1996, type 7): with n cases the place is fraction × (n − 1), from 0 for the least overdue.
        """
        days = self._days
        place = fraction * (len(days) - 1)
        below = int(place)
        above = min(below + 1, len(days) - 1)
        return days[below] + (days[above] - days[below]) * (place - below)
