"""A year of a backlog, drawn many times over.

Everybody of one kind (`boardtui.core.forecast.owed`) is alike, so that which of them are seen, or
leave, is drawn for all of a kind together: binomial, hypergeometric and multinomial counts have
just the distribution that drawing each person would give, and a register of any size takes the same
time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

import numpy as np

from boardtui.core.forecast.again import weights_after
from boardtui.core.forecast.owed import Kind, Owed
from boardtui.core.forecast.rates import HALF, Counted, Monthly, Part, Rates, Stated

Counts = np.ndarray[Any, np.dtype[np.int64]]
Reals = np.ndarray[Any, np.dtype[np.float64]]
Each = TypeVar("Each", int, Kind)
Parts = dict[Each, Reals]
"""Which part of all each is, in each run."""


def simulate(owed: Owed, rates: Rates, runs: int, seed: int) -> list[list[int]]:
    """How many are overdue at the end of each month, in each run; the same seed gives the same."""
    rng = np.random.default_rng(seed)
    year = _Year(owed, rates, runs, rng)
    return [year.month(month).tolist() for month in range(1, owed.months + 1)]


BATCHES = 6
"""How many times a part of those who are seen in a month is drawn, where some come sooner."""


class _Year:
    """All runs, side by side, at the end of a month.

    `_people` is how many there are in each run, by the month at whose end they are overdue (those
    who are already stand at 0) and by their interval.
    """

    def __init__(self, owed: Owed, rates: Rates, runs: int, rng: np.random.Generator) -> None:
        self._rates, self._runs, self._rng = rates, runs, rng
        self._last = owed.months + 1
        self._people: Counts = np.zeros((self._last + 1, self._last + 1, runs), dtype=np.int64)
        for (month, interval), count in owed.people.items():
            self._people[month, interval] += count
        self._tried_mean = self._mean_of_tries()
        self._seen = self._share(rates.seen)
        self._leaving = self._share(rates.left)
        self._leaving_overdue = self._share(rates.left_overdue)
        self._moving = self._share(rates.moved)
        self._joining = self._rate(rates.joined)
        self._redating = self._share(rates.redated)
        self._towards = self._shares_towards()
        early = rates.towards.early if rates.towards else {}
        self._early = self._parts_of(early)
        self._moved_to = self._parts_of(rates.moved_to)
        self._arriving = self._parts_of(rates.arriving)
        self._redated_to = self._parts_of(rates.redated_to)
        self._again = {
            interval: self._parts_of(weights_after(rates.again, interval))
            for interval in range(1, self._last + 1)
        }

    def month(self, month: int) -> Counts:
        """Go on to the end of a month; gives how many are overdue there."""
        people, rng = self._people, self._rng
        people[0] -= rng.binomial(people[0], self._leaving_overdue)
        people[1:] -= rng.binomial(people[1:], self._leaving)
        due, early = self._tries()
        share = self._share_of_month()
        seen = self._visit_due(month, due, share)
        if self._early:
            seen = seen + self._visit_early(month, early, share)
        redated = self._take_redated(month)
        # Only now: nobody is visited early who was seen in the same month.
        self._due_again(month, seen)
        people[0] += people[month]
        people[month] = 0
        self._move(month)
        self._put(month, redated, self._redated_to)
        self._put(month, self._rng.poisson(self._joining), self._arriving)
        overdue: Counts = people[0].sum(axis=0)
        return overdue

    # What is drawn once for each run: what is not known of the rates

    def _mean_of_tries(self) -> Reals:
        tried = self._rates.tried
        if isinstance(tried, Stated):
            return np.full(self._runs, tried.value)
        count = len(tried.counts)
        off = (
            self._rng.standard_t(count - 1, self._runs)
            if count > 1
            else self._rng.standard_normal(self._runs)
        )
        drawn: Reals = np.maximum(tried.mean + off * tried.deviation / np.sqrt(count), 0.0)
        return drawn

    def _share(self, share: Stated | Part) -> Reals:
        if isinstance(share, Stated):
            return np.full(self._runs, share.value)
        part = share.part / share.whole * share.worth if share.whole else 0.0
        return self._rng.beta(part + HALF, share.worth - part + HALF, self._runs)

    def _rate(self, rate: Stated | Counted) -> Reals:
        if isinstance(rate, Stated):
            return np.full(self._runs, rate.value)
        return self._rng.gamma(rate.total + HALF, 1 / rate.months, self._runs)

    def _shares_towards(self) -> Reals | None:
        to = self._rates.towards
        if to is None:
            return None
        counts = np.array([to.due, to.all_early, to.elsewhere]) + HALF
        return self._rng.dirichlet(counts, self._runs)

    def _parts_of(self, counts: Mapping[Each, float]) -> Parts[Each]:
        """Which part of all each is, in each run: from its Dirichlet distribution."""
        if not counts:
            return {}
        each = sorted(counts)
        drawn = self._rng.dirichlet([counts[one] for one in each], self._runs)
        return dict(zip(each, drawn.T, strict=True))

    def _split(self, count: Counts, parts: Parts[Each]) -> Iterator[tuple[Each, Counts]]:
        """So many people, each of one of several sorts."""
        split = self._rng.multinomial(count, np.array([*parts.values()]).T)
        yield from zip(parts, split.T, strict=True)

    # What is drawn for each month

    def _share_of_month(self) -> Reals:
        """Which share of the month's tries finds somebody in: it varies about that of the run."""
        seen = self._rates.seen
        if isinstance(seen, Stated) or not seen.alike:
            return self._seen
        steady = 1 / seen.alike - 1
        inside = np.clip(self._seen, 1e-9, 1 - 1e-9)
        return self._rng.beta(inside * steady, (1 - inside) * steady)

    def _tries(self) -> tuple[Counts, Counts]:
        """How many visits are tried to people who are due, and to people who are not yet."""
        tried = self._tried_mean
        if isinstance(self._rates.tried, Monthly):
            deviation = self._rates.tried.deviation
            tried = self._rng.normal(self._tried_mean, deviation)
        count = np.maximum(np.rint(tried), 0).astype(np.int64)
        if self._towards is None:
            return count, np.zeros_like(count)
        split = self._rng.multinomial(count, self._towards)
        return split[:, 0], split[:, 1]

    def _visit_due(self, month: int, tries: Counts, share: Reals) -> Counts:
        """Try those overdue, and those whose month it is, in no order; again who was not in.

        Takes out who is seen, and gives them by interval.
        """
        people = self._people
        waiting = (people[0] + people[month]).sum(axis=0)
        seen, left = np.zeros_like(waiting), tries
        for _ in range(self._rates.most_tries):
            now = np.minimum(waiting - seen, left)
            seen += self._rng.binomial(now, share)
            left = left - now
        if self._rates.turns:
            return self._drawn_in_turn(month, seen)
        return self._drawn((0, month), seen)

    def _visit_early(self, month: int, tries: Counts, share: Reals) -> Counts:
        """Try people who are not due yet, as long before as was counted.

        Takes out and gives who is seen, as well.
        """
        tried = np.zeros((self._last + 1, self._runs), dtype=np.int64)
        for ahead, some in self._split(tries, self._early):
            tried[min(month + ahead, self._last)] += some
        later = self._people[month + 1 :]
        rest = later.sum(axis=1)
        wanted = self._rng.binomial(np.minimum(tried[month + 1 :], rest), share)
        seen = np.zeros((self._last + 1, self._runs), dtype=np.int64)
        for interval in range(1, self._last + 1):
            here = later[:, interval]
            rest -= here
            some = self._rng.hypergeometric(here, rest, wanted)
            here -= some
            wanted -= some
            seen[interval] = some.sum(axis=0)
        return seen

    def _take_redated(self, month: int) -> Counts:
        """Take out whose date is another one, of those who are not due; gives how many they are."""
        if not self._redated_to:
            return np.zeros(self._runs, dtype=np.int64)
        later = self._people[month + 1 :]
        redated: Counts = self._rng.binomial(later, self._redating)
        later -= redated
        count: Counts = redated.sum(axis=(0, 1))
        return count

    def _drawn(self, months: tuple[int, ...], count: Counts) -> Counts:
        """Take so many people, at random, out of all of some months; gives them by interval."""
        people = self._people
        rest = sum((people[month].sum(axis=0) for month in months), np.zeros_like(count))
        wanted = count.copy()
        taken = np.zeros((self._last + 1, self._runs), dtype=np.int64)
        for month in months:
            for interval in range(1, self._last + 1):
                here = people[month, interval]
                if not here.any():
                    continue
                rest = rest - here
                some = self._rng.hypergeometric(here, rest, wanted)
                people[month, interval] -= some
                taken[interval] += some
                wanted -= some
        return taken

    def _drawn_in_turn(self, month: int, count: Counts) -> Counts:
        """As `_drawn` of those who are due, some of whom are likelier than others.

        A few at a time, each with a chance by their turn; who is drawn twice makes room for
        another.
        """
        people, intervals = self._people, range(1, self._last + 1)
        weights = np.array([self._rates.turns.get(interval, 1.0) for interval in intervals])
        waiting = people[0, 1:] + people[month, 1:]
        there, wanted = waiting.copy(), count.copy()
        for batch in range(BATCHES, 0, -1):
            chances = (there * weights[:, np.newaxis]).T.astype(float)
            chances[chances.sum(axis=1) == 0, 0] = 1.0
            chances /= chances.sum(axis=1, keepdims=True)
            some = self._rng.multinomial(-(-wanted // batch), chances).T
            some = np.minimum(some, there)
            there = there - some
            wanted = wanted - some.sum(axis=0)
        # What is left over is taken from whoever is there.
        for place in np.argsort(-weights):
            some = np.minimum(there[place], wanted)
            there[place] -= some
            wanted = wanted - some
        taken = np.zeros((self._last + 1, self._runs), dtype=np.int64)
        taken[1:] = waiting - there
        overdue = self._rng.hypergeometric(people[0, 1:], people[month, 1:], taken[1:])
        people[0, 1:] -= overdue
        people[month, 1:] -= taken[1:] - overdue
        return taken

    def _due_again(self, month: int, seen: Counts) -> None:
        """Put back who was seen in a month: due an interval later."""
        for interval in range(1, self._last + 1):
            if seen[interval].any():
                for given, some in self._split(seen[interval], self._again[interval]):
                    self._people[min(month + given, self._last), given] += some

    def _move(self, month: int) -> None:
        """Whose due date is moved on, of those who are overdue at the month's end."""
        for interval in range(1, self._last + 1):
            here = self._people[0, interval]
            if not self._moved_to or not here.any():
                continue
            moved = self._rng.binomial(here, self._moving)
            here -= moved
            for months, some in self._split(moved, self._moved_to):
                self._people[min(month + months, self._last), interval] += some

    def _put(self, month: int, count: Counts, kinds: Parts[Kind]) -> None:
        """Put so many people in, of some kinds as they stand at the month's end."""
        if not kinds or not count.any():
            return
        for (due, interval), some in self._split(count, kinds):
            at = min(month + due, self._last) if due else 0
            self._people[at, min(interval, self._last)] += some
