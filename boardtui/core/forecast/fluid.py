"""The fluid account of a backlog: the queue, and what falls due, less who is seen.

The same months as those that are simulated, with every rate at its mean and people as amounts that
can be divided: what would come of it if nothing varied.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import exp

from msgspec.structs import replace

from boardtui.core.forecast.owed import Kind, Owed
from boardtui.core.forecast.rates import Rates, Stated

HALF_A_PERSON = 0.5
"""Amounts of people are rounded to the nearest person."""


def fluid(owed: Owed, rates: Rates) -> list[float]:
    """How many are overdue at the end of each month."""
    people: dict[Kind, float] = {kind: float(count) for kind, count in owed.people.items()}
    return [_month(people, month, owed.months + 1, rates) for month in range(1, owed.months + 1)]


def _month(people: dict[Kind, float], month: int, last: int, rates: Rates) -> float:
    """Go on to the end of a month; gives how many are overdue there."""
    for kind in people:
        people[kind] *= 1 - (rates.left_overdue if kind[0] == 0 else rates.left).mean
    due, early, _ = rates.towards.shares if rates.towards else (1.0, 0.0, 0.0)
    tried, seen = rates.tried.mean, rates.seen.mean
    here = [kind for kind in people if kind[0] in (0, month)]
    found = _found(people, here, tried * due, seen, rates.most_tries)
    again = _seen(people, here, found, rates.turns)
    later = [kind for kind in people if kind[0] > month]
    sooner = _seen(people, later, _found(people, later, tried * early, seen, 1))
    for interval, count in sooner.items():
        again[interval] = again.get(interval, 0.0) + count
    for interval, count in again.items():
        _add(people, (min(month + interval, last), interval), count)
    for kind in [kind for kind in people if kind[0] == month]:
        _add(people, (0, kind[1]), people.pop(kind))
    _move(people, month, last, rates)
    every = sum(rates.arriving.values())
    for (first, interval), count in rates.arriving.items():
        at = min(month + first, last) if first else 0
        _add(people, (at, min(interval, last)), rates.joined.mean * count / every)
    return sum(count for (at, _), count in people.items() if at == 0)


def _move(people: dict[Kind, float], month: int, last: int, rates: Rates) -> None:
    """Whose due date is moved on, of those who are overdue at the month's end."""
    every = sum(rates.moved_to.values())
    if not every:
        return
    for kind in [kind for kind in people if kind[0] == 0]:
        moved = people[kind] * rates.moved.mean
        people[kind] -= moved
        for months, count in rates.moved_to.items():
            _add(people, (min(month + months, last), kind[1]), moved * count / every)


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
