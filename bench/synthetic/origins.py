"""What a forecast is given of a generated force on a day, and what came: from its people's arrays.

It is counted here a second time, apart from the product, which reads the same from a database.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from bench.synthetic.forces import Force
from bench.synthetic.months import Month, months
from bench.synthetic.register import NO_DAY, Mask, Register, Whole
from boardtui.core.forecast.owed import DAYS_A_MONTH, Kind, Owed, month_after
from boardtui.core.forecast.rates import (
    Counted,
    Monthly,
    Part,
    Rates,
    Towards,
    share_of_months,
    turns_of,
)

WINDOW = 12
"""Months before a day over which rates are counted."""


def origins(
    force: Force, places: Sequence[int], ahead: int, chance: np.random.Generator
) -> Iterator[tuple[Owed, Rates, list[int], list[int]]]:
    """A force on the ends of some months: who is owed, at which rates, what was, and what came.

    What was and came is how many were overdue at the ends of the months before, that month's own
    the last, and of those after.
    """
    every = list(months(force, max(places) + ahead + 1))
    for place in places:
        window = [
            _Between(every[at - 1], every[at], ahead, chance)
            for at in range(place - WINDOW + 1, place + 1)
        ]
        now = every[place]
        owed = Owed(now.day, ahead, _kinds(now.people, _owed(now), now, ahead, chance))
        past = every[place - WINDOW + 1 : place + 1]
        was = [month.truth.overdue_visits for month in past]
        came = [month.truth.overdue_visits for month in every[place + 1 : place + 1 + ahead]]
        yield owed, _rates(window, past), was, came


def _owed(month: Month) -> Mask:
    owed: Mask = month.people.active & (month.people.visit_due != NO_DAY)
    return owed


def _months_of(days: Whole, month: Month, ahead: int) -> Whole:
    """The month after a day at whose end each of some due dates is overdue; 0 is already."""
    ends = [month_after(month.day, number).toordinal() for number in range(ahead + 1)]
    found: Whole = np.minimum(np.searchsorted(ends, days, side="right"), ahead + 1).astype(np.int32)
    return found


def _intervals(
    due: Whole, last: Whole, ahead: int, chance: np.random.Generator
) -> tuple[Whole, Mask]:
    """The interval of each person in whole months, and of whom it is known."""
    # Up or down by chance, so that the mean of the intervals stays what it is.
    whole = np.floor((due - last) / DAYS_A_MONTH + chance.random(len(due)))
    found: Whole = np.clip(whole, 1, ahead + 1).astype(np.int32)
    return found, (last != NO_DAY) & (due > last)


def _kinds(
    people: Register, which: Mask, month: Month, ahead: int, chance: np.random.Generator
) -> Counter[Kind]:
    due, last = people.visit_due[which], people.last_visit[which]
    intervals, known = _intervals(due, last, ahead, chance)
    intervals = np.where(known, intervals, 6)
    return Counter(zip(_months_of(due, month, ahead).tolist(), intervals.tolist(), strict=True))


class _Between:
    """What happened from the end of one month to the end of the next."""

    def __init__(self, then: Month, now: Month, ahead: int, chance: np.random.Generator) -> None:
        first, last = then.day.toordinal(), now.day.toordinal()
        before, after, was, is_ = then.people, now.people, _owed(then), _owed(now)
        stays = np.isin(before.number, after.number[is_]) & was
        overdue = was & (before.visit_due < first)
        self.people, self.overdue = int(was.sum()), int(overdue.sum())
        self.left = self.people - int(stays.sum())
        self.left_overdue = int((overdue & ~stays).sum())
        new = is_ & ~np.isin(after.number, before.number[was])
        self.arriving = _kinds(after, new, now, ahead, chance)
        late = stays & (before.visit_due < last)
        seen, due = self._after(before, after, first, late)
        self.unseen = int((~seen).sum())
        at = _months_of(due[~seen], now, ahead)
        self.moved = Counter(at[at > 0].tolist())
        intervals = np.rint((before.visit_due - before.last_visit)[late] / DAYS_A_MONTH)
        known = before.last_visit[late] != NO_DAY
        at = np.clip(intervals, 1, ahead + 1).astype(np.int32)
        self.turns = {
            each: (int((seen & known & (at == each)).sum()), int((known & (at == each)).sum()))
            for each in range(1, ahead + 2)
        }
        self._redated(then, now, stays & ~late, ahead, chance)
        self._again(before, after, first, stays, ahead, chance)
        self._towards(then, now, was, ahead)

    @staticmethod
    def _after(before: Register, after: Register, first: int, which: Mask) -> tuple[Mask, Whole]:
        """Which of some people were seen since, and when they are due by now."""
        place = np.searchsorted(after.number, before.number[which])
        return after.last_visit[place] > first, after.visit_due[place]

    def _redated(
        self, then: Month, now: Month, early: Mask, ahead: int, chance: np.random.Generator
    ) -> None:
        """Of those not due by now and not seen: how many, and whose date is another, by kind."""
        before, after = then.people, now.people
        seen, due = self._after(before, after, then.day.toordinal(), early)
        other = before.number[early][~seen & (due != before.visit_due[early])]
        self.waiting_early = int((~seen).sum())
        self.redated = _kinds(after, np.isin(after.number, other), now, ahead, chance)

    def _again(
        self,
        before: Register,
        after: Register,
        first: int,
        stays: Mask,
        ahead: int,
        chance: np.random.Generator,
    ) -> None:
        """Of those seen, how many of an interval were given which."""
        seen, due = self._after(before, after, first, stays)
        place = np.searchsorted(after.number, before.number[stays])
        had, known = _intervals(before.visit_due[stays], before.last_visit[stays], ahead, chance)
        given, told = _intervals(due, after.last_visit[place], ahead, chance)
        both = seen & known & told
        self.again = Counter(zip(had[both].tolist(), given[both].tolist(), strict=True))

    def _towards(self, then: Month, now: Month, was: Mask, ahead: int) -> None:
        """To whom visits were tried: nobody is tried twice in a month."""
        before, visited = then.people, now.visits.number
        owed = np.isin(visited, before.number[was])
        due = before.visit_due[np.searchsorted(before.number, visited[owed])]
        early = _months_of(due, now, ahead)
        self.elsewhere = int((~owed).sum())
        self.due = int((early == 0).sum())
        self.early = Counter(early[early > 0].tolist())


def _rates(window: Sequence[_Between], every: Sequence[Month]) -> Rates:
    tried = [len(month.visits.day) for month in every]
    seen = [int((month.visits.outcome == 0).sum()) for month in every]
    arriving: Counter[Kind] = Counter()
    moved: Counter[int] = Counter()
    redated: Counter[Kind] = Counter()
    early: Counter[int] = Counter()
    again: dict[int, Counter[int]] = {}
    turns: dict[int, tuple[int, int]] = {}
    for one in window:
        redated.update(one.redated)
        early.update(one.early)
        for (had, given), count in one.again.items():
            again.setdefault(had, Counter())[given] += count
        arriving.update(one.arriving)
        moved.update(one.moved)
        for each, (some, of) in one.turns.items():
            if of:
                known = turns.get(each, (0, 0))
                turns[each] = known[0] + some, known[1] + of
    people, overdue = sum(one.people for one in window), sum(one.overdue for one in window)
    left, late = sum(one.left for one in window), sum(one.left_overdue for one in window)
    return Rates(
        tried=Monthly(tuple(tried)),
        seen=share_of_months(list(zip(seen, tried, strict=True))),
        joined=Counted(arriving.total(), len(window)),
        left=Part(left - late, people - overdue),
        left_overdue=Part(late, overdue),
        moved=Part(moved.total(), sum(one.unseen for one in window)),
        arriving=arriving,
        moved_to=moved,
        redated=Part(redated.total(), sum(one.waiting_early for one in window)),
        redated_to=redated,
        again=again,
        towards=Towards(
            sum(one.due for one in window), early, sum(one.elsewhere for one in window)
        ),
        turns=turns_of(turns),
    )
