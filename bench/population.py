"""A force of any number of people on two days, for measuring: the same people every time.

The people are invented one by one from a seed, so that a million take no more memory than one.
Days and shares are those of a force in the state that inspectors describe: 18% of visits and 10%
of assessments overdue, most by weeks, a few by more than a year.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

FORCE = "Benchshire"
FIRST_DAY = date(2023, 10, 31)
SECOND_DAY = date(2024, 1, 17)
BETWEEN = (SECOND_DAY - FIRST_DAY).days

UNITS = 40
CASES_EACH = 60
"""Cases of one officer."""
RISKS = ("very_high", "high", "medium", "low", "not_assessed")
RISK_SHARES = (0.01, 0.16, 0.78, 0.995, 1.0)
"""Cumulated, as are those of the statuses."""
STATUSES = ("community", "custody", "hospital", "abroad", "missing", "other")
STATUS_SHARES = (0.90, 0.97, 0.98, 0.993, 0.997, 1.0)
VISIT_EVERY = {"very_high": 30, "high": 90, "medium": 180, "low": 365, "not_assessed": 90}
ASSESSMENT_EVERY = 365
LONGEST = 520
"""Days that the most overdue is overdue."""


@dataclass(slots=True)
class Person:
    """A row of the cases file; its fields are the columns, None is not recorded."""

    case_ref: str
    risk_level: str
    status: str
    management: str
    unit: str
    officer_ref: str
    mappa_category: int
    mappa_level: int
    visit_due: date | None
    last_visit: date | None
    assessment_due: date | None
    last_assessment: date | None
    registered_on: date
    risk_tool: str

    def visit_overdue(self, day: date) -> bool:
        """Whether boardtui must count this person under overdue visits; said here a second time."""
        owed = self.status == "community" and self.management == "active"
        return owed and self.visit_due is not None and self.visit_due < day


def people_on(day: date, count: int) -> Iterator[Person]:
    """Everybody on the register on FIRST_DAY or SECOND_DAY.

    By the second, 3% have left and as many have joined, most visits that were due have been made,
    and some dates have been moved without one.
    """
    if day == FIRST_DAY:
        return _register(count, first=1, day=FIRST_DAY, chance=Random(count))
    return _later(count)


def _later(count: int) -> Iterator[Person]:
    chance = Random(-count)
    joined = 0
    for person in people_on(FIRST_DAY, count):
        if chance.random() < 0.03:
            joined += 1
        else:
            yield _meanwhile(person, chance)
    yield from _register(joined, first=count + 1, day=SECOND_DAY, chance=chance)


def _register(count: int, first: int, day: date, chance: Random) -> Iterator[Person]:
    officers = max(1, count // CASES_EACH)
    for number in range(first, first + count):
        risk = _chosen(RISKS, RISK_SHARES, chance)
        # Squared, so that units and caseloads differ as districts do.
        unit = int(UNITS * chance.random() ** 2)
        officer = int(officers * chance.random() ** 1.1)
        visit_due = _due(day, 0.18, VISIT_EVERY[risk], chance)
        assessment_due = _due(day, 0.10, ASSESSMENT_EVERY, chance)
        yield Person(
            case_ref=f"BN-{number:08d}",
            risk_level=risk,
            status=_chosen(STATUSES, STATUS_SHARES, chance),
            management="reactive" if chance.random() < 0.01 else "active",
            unit=f"District {unit + 1}",
            officer_ref="" if chance.random() < 0.002 else f"OF-{officer + 1:05d}",
            mappa_category=1 if chance.random() < 0.97 else 2,
            mappa_level=1 if chance.random() < 0.95 else 2 if chance.random() < 0.9 else 3,
            visit_due=None if chance.random() < 0.004 else visit_due,
            last_visit=visit_due - timedelta(VISIT_EVERY[risk]),
            assessment_due=None if chance.random() < 0.002 else assessment_due,
            last_assessment=assessment_due - timedelta(ASSESSMENT_EVERY),
            # Longer ago than any visit can be, or the dates would be in an odd order.
            registered_on=day - timedelta(LONGEST + 400 + int(6000 * chance.random())),
            risk_tool="ARMS" if chance.random() < 0.93 else "OASys",
        )


def _due(day: date, overdue: float, every: int, chance: Random) -> date:
    """Before the day for the share that is overdue: half by less than 62 days, few by a year."""
    if chance.random() < overdue:
        return day - timedelta(1 + min(LONGEST - 1, int(chance.expovariate(1 / 88))))
    return day + timedelta(int(every * chance.random()))


def _meanwhile(person: Person, chance: Random) -> Person:
    """What became of someone between the two days."""
    later = replace(person)
    if later.visit_due and later.visit_due < SECOND_DAY and chance.random() < 0.66:
        later.last_visit = _between(chance)
        later.visit_due = later.last_visit + timedelta(VISIT_EVERY[later.risk_level])
    elif later.visit_due and chance.random() < 0.02:
        later.visit_due += timedelta(60)
    if later.assessment_due and later.assessment_due < SECOND_DAY and chance.random() < 0.64:
        later.last_assessment = _between(chance)
        later.assessment_due = later.last_assessment + timedelta(ASSESSMENT_EVERY)
    if chance.random() < 0.01:
        later.risk_level = _chosen(RISKS, RISK_SHARES, chance)
    if chance.random() < 0.01:
        later.status = _chosen(STATUSES, STATUS_SHARES, chance)
    return later


def _between(chance: Random) -> date:
    return FIRST_DAY + timedelta(1 + int(BETWEEN * chance.random()))


def _chosen(values: tuple[str, ...], cumulated: tuple[float, ...], chance: Random) -> str:
    drawn = chance.random()
    return next(value for value, share in zip(values, cumulated, strict=True) if drawn < share)
