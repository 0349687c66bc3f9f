"""Who is owed a visit, or an assessment: by when they become overdue, and by their own interval."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from msgspec import Struct

from boardtui.core.words.days import month_end

DAYS_A_MONTH = 365.2425 / 12
"""The mean of the calendar's months."""

Kind = tuple[int, int]
"""The month at whose end somebody is overdue, 0 being overdue already, and the interval in months.

People of one kind are alike in all that a forecast asks of them. Both are at most a month beyond
the last that is forecast.
"""


class Owed(Struct, frozen=True):
    """The people who are owed something, by kind, as at a day; `months` are those of a forecast.

    `undated` have no due date: they are never counted as overdue. `intervals` says of how many the
    interval was known; the others were given that of people like them.
    """

    as_at: date
    months: int
    people: Mapping[Kind, int]
    undated: int = 0
    intervals: int = 0

    @property
    def overdue(self) -> int:
        """How many are overdue on the day."""
        return sum(count for (month, _), count in self.people.items() if month == 0)

    @property
    def dated(self) -> int:
        """How many have a due date."""
        return sum(self.people.values())


class Person(Struct, frozen=True):
    """When something is due from somebody, when it was last done, and who they are like."""

    due: date | None
    last: date | None
    like: str
    """Their risk level: those of one level have intervals that are more alike."""


def month_after(day: date, months: int) -> date:
    """The same day some months later, or that month's last; the last day stays the last day."""
    number = day.year * 12 + day.month - 1 + months
    first = date(number // 12, number % 12 + 1, 1)
    last = month_end(first)
    return last if day == month_end(day) or day.day > last.day else first.replace(day=day.day)


def owed(people: Iterable[Person], day: date, grace_days: int, months: int) -> Owed:
    """Sort people into kinds, as at a day.

    The interval of a person is from the day that it was last done to the due date, in whole months:
    of many between two and three, as many are given two as makes the mean right. Where that is not
    known, or the due date is no later, the person is given that of another of the same risk level,
    in turn; of anybody where no such interval is known; else half a year.
    """
    dated: list[tuple[Person, int, int | None]] = []
    known: dict[str, Counter[int]] = {}
    undated = 0
    ends = [month_after(day, month) for month in range(months + 1)]
    intervals = Intervals(months + 1)
    cut = [end - timedelta(days=grace_days) for end in ends]
    for person in people:
        if person.due is None:
            undated += 1
            continue
        month = next((m for m, end in enumerate(cut) if person.due < end), months + 1)
        own = intervals.of(person)
        dated.append((person, month, own))
        if own is not None:
            known.setdefault(person.like, Counter())[own] += 1
    everybody: Counter[int] = Counter()
    for counts in known.values():
        everybody += counts
    turns: dict[str, _Turns] = {}
    found: Counter[Kind] = Counter()
    for person, month, own in dated:
        if own is None:
            like = turns.get(person.like)
            if like is None:
                like = turns[person.like] = _Turns(known.get(person.like) or everybody, months)
            own = like.next()
        found[month, own] += 1
    return Owed(day, months, found, undated, everybody.total())


HALF_A_YEAR = 6
"""The interval in months of whom nothing at all is known."""


def months_between(last: date | None, due: date | None) -> float | None:
    """A person's own interval in months, where it is known."""
    if due is None or last is None or due <= last:
        return None
    return (due - last).days / DAYS_A_MONTH


class Intervals:
    """Intervals in whole months, up or down so that their mean stays what it is."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._over: dict[int, float] = {}

    def of(self, person: Person) -> int | None:
        """The interval of a person; None where it is not known."""
        months = months_between(person.last, person.due)
        if months is None:
            return None
        whole = int(months)
        over = self._over.get(whole, 0.5) + months - whole
        self._over[whole] = over - int(over)
        return min(max(whole + int(over), 1), self._most)


class _Turns:
    """Gives values so that each comes as often, in its proportion, as it was counted."""

    def __init__(self, counts: Mapping[int, int], months: int) -> None:
        self._counts = dict(sorted(counts.items())) or {min(HALF_A_YEAR, months + 1): 1}
        self._total = sum(self._counts.values())
        self._given: Counter[int] = Counter()
        self._all = 0

    def next(self) -> int:
        """The value that is furthest behind its proportion."""
        self._all += 1
        value = max(
            self._counts,
            key=lambda v: self._counts[v] / self._total * self._all - self._given[v],
        )
        self._given[value] += 1
        return value
