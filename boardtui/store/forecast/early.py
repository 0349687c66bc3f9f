"""How many months before it would be late something was done."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date

from boardtui.core.criterion.definition import Definition
from boardtui.core.forecast.owed import month_after


class Early:
    """The months from a day on, up to some after another; each ends on that other's day."""

    def __init__(self, then: date, now: date, definition: Definition, ahead: int) -> None:
        """Take the first day, the later one, and how many months after it are told apart."""
        before = (now.year - then.year) * 12 + now.month - then.month + 1
        self._ends = [month_after(now, number) for number in range(-before, ahead + 1)]
        self._cutoffs = [definition.cutoff(end) for end in self._ends]
        self._most = ahead + 1

    def by(self, day: date, due: date) -> int:
        """By how many months a day comes before that in which a due date becomes overdue.

        0 is late, or in that month; more months than are told apart are one more than these.
        """
        late, here = bisect_right(self._cutoffs, due), bisect_left(self._ends, day)
        return min(max(late - here, 0), self._most)
