"""A register whose people are visited month by month at rates that are known, one by one.

It is written apart from the forecast that is judged by it, and draws each person for themselves.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from random import Random

from boardtui.core.forecast.owed import Owed, month_after
from boardtui.core.forecast.rates import Counted, Monthly, Part, Rates

INTERVALS = (1, 3, 3, 6, 6, 6, 12)
MOST_TRIES = 4


@dataclass(frozen=True, slots=True)
class Truth:
    """The rates of a month: visits tried, how many of them find somebody in, who comes and goes."""

    people: int = 300
    overdue: int = 40
    tried: float = 90
    seen: float = 0.68
    joined: float = 3
    left: float = 0.008


@dataclass(slots=True)
class Person:
    """Somebody with an interval, who is overdue from the end of the month `late` on."""

    late: int
    interval: int


@dataclass(slots=True)
class Register:
    """Everybody, and what was counted in each month so far."""

    truth: Truth
    rng: Random
    people: list[Person] = field(default_factory=list)
    month: int = 0
    backlog: list[int] = field(default_factory=list)
    tried: list[int] = field(default_factory=list)
    seen: int = 0
    joined: Counter[tuple[int, int]] = field(default_factory=Counter)
    left: int = 0
    lived: int = 0

    def __post_init__(self) -> None:
        for number in range(self.truth.people):
            interval = self.rng.choice(INTERVALS)
            late = 0 if number < self.truth.overdue else self.rng.randint(1, interval)
            self.people.append(Person(late, interval))

    def pass_months(self, count: int) -> None:
        for _ in range(count):
            self._pass_month()

    def _pass_month(self) -> None:
        self.month += 1
        rng, truth = self.rng, self.truth
        self.lived += len(self.people)
        staying = [person for person in self.people if rng.random() >= truth.left]
        self.left += len(self.people) - len(staying)
        self.people = staying
        self._visit()
        for _ in range(_poisson(rng, truth.joined)):
            interval = rng.choice(INTERVALS)
            after = rng.randint(0, 2)
            self.joined[after, interval] += 1
            self.people.append(Person(self.month + after, interval))
        self.backlog.append(sum(person.late <= self.month for person in self.people))

    def _visit(self) -> None:
        rng = self.rng
        given = tries = _poisson(rng, self.truth.tried)
        waiting = [person for person in self.people if person.late <= self.month]
        for _ in range(MOST_TRIES):
            rng.shuffle(waiting)
            out = []
            for person in waiting[:tries]:
                if rng.random() < self.truth.seen:
                    person.late = self.month + person.interval
                    self.seen += 1
                else:
                    out.append(person)
            used = min(tries, len(waiting))
            tries -= used
            waiting = out
        self.tried.append(given - tries)

    def known(self, months: int, day: date) -> tuple[Owed, Rates]:
        """What a forecast of so many months is given: who is owed, and what was counted so far."""
        people = Counter(
            (max(0, min(p.late - self.month, months + 1)), min(p.interval, months + 1))
            for p in self.people
        )
        rates = Rates(
            tried=Monthly(tuple(self.tried)),
            seen=Part(self.seen, sum(self.tried)),
            joined=Counted(self.joined.total(), self.month),
            left=Part(self.left, self.lived),
            left_overdue=Part(self.left, self.lived),
            arriving=dict(self.joined),
        )
        return Owed(month_after(day, self.month), months, people), rates


def _poisson(rng: Random, mean: float) -> int:
    """A Poisson count, by the exponential times between what is counted."""
    count, time = 0, rng.expovariate(1.0)
    while time < mean:
        count += 1
        time += rng.expovariate(1.0)
    return count
