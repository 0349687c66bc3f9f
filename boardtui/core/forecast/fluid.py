"""The fluid account of a backlog: the queue, and what falls due, less who is seen.

The same months as those that are simulated, with every rate at its mean and people as amounts that
can be divided: what would come of it if nothing varied.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from math import exp
from typing import TypeVar

from msgspec.structs import replace

from boardtui.core.forecast.again import weights_after
from boardtui.core.forecast.owed import Kind, Owed
from boardtui.core.forecast.rates import Rates, Stated

Each = TypeVar("Each")

HALF_A_PERSON = 0.5
"""Amounts of people are rounded to the nearest person."""


def fluid(owed: Owed, rates: Rates) -> list[float]:
    """How many are overdue at the end of each month."""
    account = _Account(owed, rates)
    return [account.month(month) for month in range(1, owed.months + 1)]


class _Account:
    """The people at the end of a month, and which part of all goes where."""

    def __init__(self, owed: Owed, rates: Rates) -> None:
        self._rates, self._last = rates, owed.months + 1
        self._people: dict[Kind, float] = {
            kind: float(count) for kind, count in owed.people.items()
        }
        self._early = _parts_of(rates.towards.early if rates.towards else {})
        self._moved_to = _parts_of(rates.moved_to)
        self._redated_to = _parts_of(rates.redated_to)
        self._arriving = _parts_of(rates.arriving)
        self._again = {
            interval: _parts_of(weights_after(rates.again, interval))
            for interval in range(1, self._last + 1)
        }

    def month(self, month: int) -> float:
        """Go on to the end of a month; gives how many are overdue there."""
        people, rates = self._people, self._rates
        for kind in people:
            people[kind] *= 1 - (rates.left_overdue if kind[0] == 0 else rates.left).mean
        again = self._visit(month)
        redated = self._redated(month)
        for interval, count in again.items():
            for given, part in self._again[interval].items():
                _add(people, (min(month + given, self._last), given), count * part)
        for kind in [kind for kind in people if kind[0] == month]:
            _add(people, (0, kind[1]), people.pop(kind))
        self._move(month)
        self._spread(month, redated, self._redated_to)
        self._spread(month, rates.joined.mean, self._arriving)
        return sum(count for (at, _), count in people.items() if at == 0)

    def _visit(self, month: int) -> Mapping[int, float]:
        """Take out who is seen in a month, due or before; gives them by interval."""
        people, rates = self._people, self._rates
        due, early, _ = rates.towards.shares if rates.towards else (1.0, 0.0, 0.0)
        tried, seen = rates.tried.mean, rates.seen.mean
        here = [kind for kind in people if kind[0] in (0, month)]
        found = _found(people, here, tried * due, seen, rates.most_tries)
        again = _seen(people, here, found, rates.turns)
        tries: defaultdict[int, float] = defaultdict(float)
        for ahead, part in self._early.items():
            tries[min(month + ahead, self._last)] += tried * early * part
        for at, some in tries.items():
            soon = [kind for kind in people if kind[0] == at]
            for interval, count in _seen(people, soon, _found(people, soon, some, seen, 1)).items():
                again[interval] = again.get(interval, 0.0) + count
        return again

    def _redated(self, month: int) -> float:
        """Take out whose date is another one, of those who are not due; gives how many they are."""
        if not self._redated_to:
            return 0.0
        later = [kind for kind in self._people if kind[0] > month]
        share = self._rates.redated.mean
        count = sum(self._people[kind] for kind in later) * share
        for kind in later:
            self._people[kind] *= 1 - share
        return count

    def _move(self, month: int) -> None:
        """Whose due date is moved on, of those who are overdue at the month's end."""
        for kind in [kind for kind in self._people if kind[0] == 0 and self._moved_to]:
            moved = self._people[kind] * self._rates.moved.mean
            self._people[kind] -= moved
            for months, part in self._moved_to.items():
                _add(self._people, (min(month + months, self._last), kind[1]), moved * part)

    def _spread(self, month: int, count: float, kinds: Mapping[Kind, float]) -> None:
        """Put so many people in, of some kinds as they stand at a month's end."""
        for (first, interval), part in kinds.items():
            at = min(month + first, self._last) if first else 0
            _add(self._people, (at, min(interval, self._last)), count * part)


def _parts_of(weights: Mapping[Each, float]) -> dict[Each, float]:
    """Which part of all each is."""
    every = sum(weights.values())
    return {each: weight / every for each, weight in weights.items()}


def _add(people: dict[Kind, float], kind: Kind, count: float) -> None:
    people[kind] = people.get(kind, 0.0) + count


def _found(
    people: dict[Kind, float], kinds: list[Kind], tries: float, share: float, most: int
) -> float:
    """How many are seen: each is tried once, then again who was not in, while there are visits."""
    waiting, seen = sum(people[kind] for kind in kinds), 0.0
    for _ in range(most):
        now = min(waiting - seen, tries)
        seen += now * share
        tries -= now
    return seen


def _seen(
    people: dict[Kind, float],
    kinds: list[Kind],
    seen: float,
    turns: Mapping[int, float] | None = None,
) -> dict[int, float]:
    """Take out those who are seen, of each kind in its turn; gives them by interval."""
    parts = _parts(people, kinds, seen, turns or {})
    found: dict[int, float] = {}
    for kind in kinds:
        found[kind[1]] = found.get(kind[1], 0.0) + people[kind] * parts[kind[1]]
        people[kind] *= 1 - parts[kind[1]]
    return found


def _parts(
    people: dict[Kind, float], kinds: list[Kind], seen: float, turns: Mapping[int, float]
) -> dict[int, float]:
    """Which part of each interval's people is seen.

    Those whose turn comes so much sooner are drawn at so many times the rate, until so many are
    seen in all: after a time t, all but the part e^(−turn × t) of them.
    """
    waiting: dict[int, float] = {}
    for kind in kinds:
        waiting[kind[1]] = waiting.get(kind[1], 0.0) + people[kind]
    every = sum(waiting.values())
    if not turns or seen >= every:
        return dict.fromkeys(waiting, seen / every if every else 0.0)

    def after(time: float) -> dict[int, float]:
        return {each: 1 - exp(-turns.get(each, 1.0) * time) for each in waiting}

    low, high = 0.0, LONG
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        enough = sum(waiting[each] * part for each, part in after(middle).items()) >= seen
        low, high = (low, middle) if enough else (middle, high)
    return after(high)


LONG, HALVINGS = 50.0, 40
"""A time after which all are seen, and how often it is halved to find one."""


def capacity_to_hold(owed: Owed, rates: Rates) -> int | None:
    """The fewest visits tried a month by which no more are overdue at the end than on the day."""
    return _fewest(owed, rates, owed.overdue)


def capacity_to_clear(owed: Owed, rates: Rates, cleared_at: int) -> int | None:
    """The relief capacity: the fewest visits tried a month by which it is cleared at the end.

    Cleared means that no more than `cleared_at` are overdue. None where no number of visits does
    it, such as where more people than that join each month who are overdue already.
    """
    return _fewest(owed, rates, cleared_at)


def _fewest(owed: Owed, rates: Rates, most: int) -> int | None:
    """The fewest visits tried a month by which so many are overdue at the end at most."""

    def enough(tried: int) -> bool:
        ends = fluid(owed, replace(rates, tried=Stated(tried)))[-1]
        return ends < most + HALF_A_PERSON

    low, high = -1, 1
    # Beyond this, everybody is tried as often as anybody may be, each month.
    limit = 4 * rates.most_tries * max(1, owed.dated)
    while not enough(high):
        low, high = high, 2 * high
        if high > limit:
            return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    return high
