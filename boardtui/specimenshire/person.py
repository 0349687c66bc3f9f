"""A person of Specimenshire, and what a month does to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from boardtui.specimenshire.chance import Chance
from boardtui.specimenshire.design import DAYS_BETWEEN, POSTS, RISK

HOME = "community"

ASSESSED_EVERY = 365


@dataclass(slots=True)
class Person:
    """Somebody on the register, as at the end of the month before or after."""

    ref: str
    risk_level: str
    unit: str
    officer_ref: str
    interval: int
    registered_on: date
    visit_due: date
    assessment_due: date
    last_visit: date | None = None
    last_assessment: date | None = None
    status: str = HOME
    management: str = "active"

    def owes(self, day: date) -> bool:
        """Whether a visit is due to them by a day."""
        return self.status == HOME and self.management == "active" and self.visit_due <= day

    def see(self, day: date, chance: Chance) -> None:
        """They are seen, and a new day is set."""
        self.last_visit = day
        self.visit_due = day + timedelta(days=self.interval + chance.whole(-4, 4))

    def assess(self, day: date, chance: Chance) -> None:
        """They are assessed, and a new day is set."""
        self.last_assessment = day
        self.assessment_due = day + timedelta(days=ASSESSED_EVERY + chance.whole(-10, 10))

    def grade(self, risk_level: str) -> None:
        """Another risk level, and with it another interval from the next visit on."""
        self.risk_level = risk_level
        self.interval = DAYS_BETWEEN[risk_level]


def enrolled(ref: str, day: date, chance: Chance) -> Person:
    """Somebody who was on the register long before a day, with dates somewhere in their turn."""
    person = joined(ref, chance.day(date(2008, 1, 1), date(2019, 10, 1)), chance)
    person.last_visit = day - timedelta(days=chance.whole(1, person.interval))
    person.visit_due = person.last_visit + timedelta(days=person.interval)
    person.last_assessment = day - timedelta(days=chance.whole(1, ASSESSED_EVERY))
    person.assessment_due = person.last_assessment + timedelta(days=ASSESSED_EVERY)
    return person


def joined(ref: str, day: date, chance: Chance) -> Person:
    """Somebody who comes on the register on a day, and is to be seen and assessed soon."""
    risk_level = chance.weighted(RISK)
    unit = chance.weighted({name: float(len(posts)) for name, posts in POSTS.items()})
    return Person(
        ref=ref,
        risk_level=risk_level,
        unit=unit,
        officer_ref=chance.pick(POSTS[unit])[0],
        interval=DAYS_BETWEEN[risk_level] + chance.whole(-6, 6),
        registered_on=day,
        visit_due=day + timedelta(days=chance.whole(14, 40)),
        assessment_due=day + timedelta(days=chance.whole(30, 90)),
    )
