"""A force's register month by month: who joins, leaves and moves, who is visited, what is true."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from bench.synthetic.forces import FIRST_YEAR, Force
from bench.synthetic.register import (
    ASSESSED_EVERY,
    COMMUNITY,
    EVERY,
    NO_DAY,
    Mask,
    Register,
    Whole,
    at_the_start,
    newcomers,
    officers_of,
)
from bench.synthetic.truth import Truth, truth_of

BEFORE = 48
"""Months that pass before the first that is kept, so that the backlog has come to rest."""

OUTCOMES = ("seen", "not_in", "refused", "other")
REASONS = ("off_register", "died", "transferred", "deported", "other")

LEAVE, MOVE, REGRADE, LOCKED_UP, LET_OUT, POSTPONE = 0.006, 0.01, 0.004, 0.004, 0.05, 0.01
"""Shares in a month: of all, of all, of all, of those in the community, of those who are not, and
of the overdue, whose date is moved without a visit."""


@dataclass(slots=True)
class Visits:
    """Visits tried in a month, a place a visit; `outcome` is a place in OUTCOMES."""

    number: Whole
    day: Whole
    outcome: Whole
    announced: Mask
    action: Mask


@dataclass(slots=True)
class Leavers:
    """People who left in a month; `reason` is a place in REASONS."""

    number: Whole
    day: Whole
    reason: Whole


@dataclass(slots=True)
class Month:
    """A force at the end of a month, and what happened in it; `index` counts those kept from 0."""

    force: Force
    index: int
    day: date
    people: Register
    visits: Visits
    leavers: Leavers
    truth: Truth

    @property
    def held(self) -> bool:
        """Whether there is a snapshot of it."""
        return self.index not in self.force.missing

    @property
    def has_visits(self) -> bool:
        return self.index >= self.force.visits_from

    @property
    def tool(self) -> str:
        changes = self.force.tool_changes
        return "ARMS" if changes is None or self.index < changes else "RM2000 and ARMS"


def month_end(index: int) -> date:
    """The last day of a month, counted from January of the first year; before it, negative."""
    year, month = divmod(FIRST_YEAR * 12 + index + 1, 12)
    return date(year, month + 1, 1) - timedelta(1)


def months(force: Force, count: int) -> Iterator[Month]:
    """So many months of a force, the first that is kept first."""
    chance = np.random.default_rng(force.seed)
    people = at_the_start(force, month_end(-BEFORE - 1), chance)
    following, owed = force.people + 1, people.owed_a_month
    for index in range(-BEFORE, count):
        first, last = month_end(index - 1).toordinal(), month_end(index).toordinal()
        before = people
        people, leavers = _leave(people, first, last, chance)
        joined = _join(force, following, first, last, chance)
        following += len(joined)
        people = people.with_(joined)
        _change(force, people, last, chance)
        visits = _visit(people, _tried(force, index, owed, chance), force, first, last, chance)
        _assess(people, first, last, chance)
        if index >= 0:
            truth = truth_of(before, people, visits.number, visits.outcome == 0, first, last)
            yield Month(force, index, month_end(index), people, visits, leavers, truth)


def _leave(
    people: Register, first: int, last: int, chance: np.random.Generator
) -> tuple[Register, Leavers]:
    going = chance.random(len(people)) < LEAVE
    count = int(going.sum())
    reason = chance.choice(len(REASONS), count, p=[0.55, 0.2, 0.15, 0.05, 0.05]).astype(np.int32)
    leavers = Leavers(people.number[going], _days(first, last, count, chance), reason)
    return people.of(~going), leavers


def _join(
    force: Force, following: int, first: int, last: int, chance: np.random.Generator
) -> Register:
    coming = int(chance.poisson(force.people * (LEAVE + force.grows / 12)))
    return newcomers(force, following, _days(first, last, coming, chance), chance)


def _change(force: Force, people: Register, last: int, chance: np.random.Generator) -> None:
    """Moves between officers and units, regrades, custody and release, and dates that are moved."""
    count = len(people)
    moving = chance.random(count) < MOVE
    people.officer = np.where(
        moving, chance.integers(0, officers_of(force), count, dtype=np.int32), people.officer
    )
    regraded = (chance.random(count) < REGRADE) & (people.last_visit != NO_DAY)
    risk = np.clip(people.risk + chance.choice([-1, 1], count), 0, 3).astype(np.int32)
    people.risk = np.where(regraded, risk, people.risk)
    people.visit_due = np.where(regraded, people.last_visit + EVERY[people.risk], people.visit_due)
    chosen, inside = chance.random(count), people.status != COMMUNITY
    out = inside & (chosen < LET_OUT)
    locked = ~inside & (chosen < LOCKED_UP)
    people.status = np.where(out, COMMUNITY, np.where(locked, 1, people.status)).astype(np.int32)
    people.visit_due = np.where(out, last + 14, people.visit_due).astype(np.int32)
    postponed = people.overdue(last) & (chance.random(count) < POSTPONE)
    people.visit_due = np.where(postponed, last + 60, people.visit_due).astype(np.int32)


def _tried(force: Force, index: int, owed: float, chance: np.random.Generator) -> int:
    """How many visits are tried in a month, where so many are owed in one."""
    shift = force.shift
    times = shift.times if shift is not None and index >= shift.month else 1.0
    return int(chance.poisson(times * force.effort * owed / force.seen))


def _visit(
    people: Register,
    tried: int,
    force: Force,
    first: int,
    last: int,
    chance: np.random.Generator,
) -> Visits:
    """So many visits tried in the month, of those due by its end: of high risk and long due first.

    Who is visited is due again after the person's own interval.
    """
    due = np.flatnonzero(people.active & (people.visit_due <= last))
    turn = people.visit_due[due] + 20 * people.risk[due] + chance.normal(0, 40, len(due))
    visited = np.sort(due[np.argsort(turn, kind="stable")[:tried]])
    share = chance.beta(force.seen * force.steady, (1 - force.seen) * force.steady)
    rest = (1 - share) * np.array([0.9, 0.08, 0.02])
    outcome = chance.choice(len(OUTCOMES), len(visited), p=[share, *rest]).astype(np.int32)
    day = np.maximum(_days(first, last, len(visited), chance), people.registered_on[visited])
    seen = outcome == 0
    people.last_visit[visited[seen]] = day[seen]
    people.visit_due[visited[seen]] = day[seen] + EVERY[people.risk[visited[seen]]]
    return Visits(
        people.number[visited],
        day,
        outcome,
        chance.random(len(visited)) < 0.1,
        seen & (chance.random(len(visited)) < 0.25),
    )


def _assess(people: Register, first: int, last: int, chance: np.random.Generator) -> None:
    """Of those whose assessment is due by the month's end, some are assessed."""
    due = np.flatnonzero((people.status == COMMUNITY) & (people.assessment_due <= last))
    done = due[chance.random(len(due)) < 0.45]
    day = np.maximum(_days(first, last, len(done), chance), people.registered_on[done])
    people.last_assessment[done] = day
    people.assessment_due[done] = day + ASSESSED_EVERY


def _days(first: int, last: int, count: int, chance: np.random.Generator) -> Whole:
    """Days of a month by chance: after `first`, and up to `last`."""
    return chance.integers(first + 1, last + 1, count, dtype=np.int32)
