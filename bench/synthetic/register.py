"""A force's register as arrays, a place a person; days are ordinals, and NO_DAY is none."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date

import numpy as np
import numpy.typing as npt

from bench.synthetic.forces import Force

Whole = npt.NDArray[np.int32]
Mask = npt.NDArray[np.bool_]

NO_DAY = 0

RISKS = ("very_high", "high", "medium", "low", "not_assessed")
RISK_SHARES = (0.01, 0.15, 0.62, 0.215, 0.005)
EVERY = np.array([30, 90, 180, 365, 90], dtype=np.int32)
"""Days from a visit to the next, by the place of the risk level."""
ASSESSED_EVERY = 365

STATUSES = ("community", "custody", "hospital", "abroad", "missing", "other")
STATUS_SHARES = (0.90, 0.07, 0.01, 0.013, 0.004, 0.003)
COMMUNITY = 0

CASES_EACH = 60
"""Cases of one officer."""
OFFICERS_EACH = 6
"""Officers of one unit."""


@dataclass(slots=True)
class Register:
    """Everybody on a register: `risk` and `status` are places in RISKS and STATUSES."""

    number: Whole
    risk: Whole
    status: Whole
    reactive: Mask
    officer: Whole
    category: Whole
    level: Whole
    visit_due: Whole
    last_visit: Whole
    assessment_due: Whole
    last_assessment: Whole
    registered_on: Whole

    def __len__(self) -> int:
        return len(self.number)

    def of(self, chosen: Mask) -> Register:
        """Some of the people."""
        return Register(**{each.name: getattr(self, each.name)[chosen] for each in fields(self)})

    def with_(self, others: Register) -> Register:
        """These people and others behind them."""
        return Register(
            **{
                each.name: np.concatenate([getattr(self, each.name), getattr(others, each.name)])
                for each in fields(self)
            }
        )

    @property
    def active(self) -> Mask:
        """To whom visits are owed."""
        active: Mask = (self.status == COMMUNITY) & ~self.reactive
        return active

    @property
    def owed_a_month(self) -> float:
        """Visits that fall due a month, if everybody is visited when due."""
        return float((30.4 / EVERY[self.risk[self.active]]).sum())

    def overdue(self, day: int) -> Mask:
        """Whom boardtui must count under overdue visits; said here a second time."""
        overdue: Mask = self.active & (self.visit_due != NO_DAY) & (self.visit_due < day)
        return overdue

    def assessment_overdue(self, day: int) -> Mask:
        """Whom boardtui must count under overdue assessments; said here a second time."""
        managed = self.status == COMMUNITY
        overdue: Mask = managed & (self.assessment_due != NO_DAY) & (self.assessment_due < day)
        return overdue


def officers_of(force: Force) -> int:
    return max(2, force.people // CASES_EACH)


def newcomers(
    force: Force, first: int, registered_on: Whole, chance: np.random.Generator
) -> Register:
    """People who come onto the register on some days: all is due some weeks after."""
    count = len(registered_on)
    risk = chance.choice(len(RISKS), count, p=RISK_SHARES).astype(np.int32)
    return Register(
        number=np.arange(first, first + count, dtype=np.int32),
        risk=risk,
        status=chance.choice(len(STATUSES), count, p=STATUS_SHARES).astype(np.int32),
        reactive=chance.random(count) < 0.01,
        officer=chance.integers(0, officers_of(force), count, dtype=np.int32),
        category=np.where(chance.random(count) < 0.97, 1, 2).astype(np.int32),
        level=chance.choice([1, 2, 3], count, p=[0.95, 0.045, 0.005]).astype(np.int32),
        visit_due=registered_on + chance.integers(14, 60, count, dtype=np.int32),
        last_visit=np.full(count, NO_DAY, dtype=np.int32),
        assessment_due=registered_on + chance.integers(30, 120, count, dtype=np.int32),
        last_assessment=np.full(count, NO_DAY, dtype=np.int32),
        registered_on=registered_on,
    )


def at_the_start(force: Force, day: date, chance: np.random.Generator) -> Register:
    """The register on a day, on which nothing is overdue yet: years pass before it is kept."""
    today, count = day.toordinal(), force.people
    since = today - chance.integers(600, 6000, count, dtype=np.int32)
    people = newcomers(force, 1, since, chance)
    every = EVERY[people.risk]
    people.visit_due = (today + chance.random(count) * every).astype(np.int32)
    people.last_visit = people.visit_due - every
    people.assessment_due = today + chance.integers(0, ASSESSED_EVERY, count, dtype=np.int32)
    people.last_assessment = people.assessment_due - ASSESSED_EVERY
    return people
