"""A month in Specimenshire: who is called on, who is seen, who comes and goes, whose dates move."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from boardtui.specimenshire.chance import Chance
from boardtui.specimenshire.design import (
    ACTION,
    AT_ONCE,
    FEWER_TRIED,
    FOUND_IN,
    JOINERS,
    MONTHLY,
    MOVED_AT_ONCE,
    REASONS,
    TRIED,
    TRIED_LATER,
)
from boardtui.specimenshire.person import HOME, Person, joined

AHEAD = timedelta(days=20)
"""So long before the day that a visit is due, somebody may be called on."""

LOWER = {"very_high": "high", "high": "medium", "medium": "low"}


@dataclass(slots=True)
class Month:
    """What is written down of a month: each visit and each leaver, as rows of their files."""

    first: date
    last: date
    visits: list[tuple[str, date, str, str, int, str]] = field(default_factory=list)
    leavers: list[tuple[str, date, str]] = field(default_factory=list)
    opened: bool = False


def live(people: list[Person], month: Month, numbers: int, chance: Chance) -> list[Person]:
    """The people at the month's end; `numbers` are how many were ever on the register."""
    _visit(people, month, chance)
    for person in people:
        _assess(person, month, chance)
    stay = [person for person in people if not _leaves(person, month, chance)]
    for person in stay:
        _move(person, month.last, chance)
    _at_once(stay, month)
    come = range(numbers + 1, numbers + 1 + chance.whole(*JOINERS))
    return [
        *stay,
        *(joined(reference(n), chance.day(month.first, month.last), chance) for n in come),
    ]


def reference(number: int) -> str:
    """A pseudonym. They are never given twice, and say nothing of when somebody joined."""
    return f"SP-{10_000 + number * 7_919 % 89_989:05d}"


def _visit(people: list[Person], month: Month, chance: Chance) -> None:
    often = TRIED if month.first < FEWER_TRIED else TRIED_LATER
    for person in people:
        for day in _days_tried(person, month, often, chance):
            _call(person, month, day, chance)


def _days_tried(person: Person, month: Month, often: float, chance: Chance) -> Iterator[date]:
    """The days on which somebody is called on; each comes of what the one before has led to."""
    after = month.first
    while person.owes(month.last + AHEAD):
        earliest = max(after, person.visit_due - AHEAD)
        # One visit of every month is on its 1st, so that the month is a whole one.
        opens = not month.opened and earliest == month.first
        if earliest > month.last or not (opens or chance.likely(often)):
            return
        day = month.first if opens else chance.day(earliest, month.last)
        month.opened = month.opened or opens
        yield day
        after = day + timedelta(days=1)


def _call(person: Person, month: Month, day: date, chance: Chance) -> None:
    seen = chance.likely(FOUND_IN)
    outcome = "seen" if seen else chance.weighted({"not_in": 88.0, "refused": 4.0, "other": 8.0})
    action = ("yes" if chance.likely(ACTION) else "no") if seen else ""
    announced = "yes" if chance.likely(0.25) else "no"
    month.visits.append((person.ref, day, outcome, announced, chance.whole(1, 2), action))
    if seen:
        person.see(day, chance)


def _assess(person: Person, month: Month, chance: Chance) -> None:
    soon = person.assessment_due <= month.last + timedelta(days=30)
    if person.status == HOME and soon and chance.likely(0.55):
        person.assess(chance.day(month.first, month.last), chance)


def _leaves(person: Person, month: Month, chance: Chance) -> bool:
    if not chance.likely(MONTHLY["leaves"]):
        return False
    # Nobody is visited after they left.
    after = max(filter(None, (month.first, person.last_visit, _last_tried(person, month))))
    month.leavers.append((person.ref, chance.day(after, month.last), chance.weighted(REASONS)))
    return True


def _last_tried(person: Person, month: Month) -> date | None:
    return max((day for ref, day, *_ in month.visits if ref == person.ref), default=None)


def _move(person: Person, day: date, chance: Chance) -> None:
    """What happens by the month's end to somebody who stays, and is no visit."""
    if person.status != HOME:
        if chance.likely(MONTHLY["home_again"]):
            person.status, person.visit_due = HOME, day + timedelta(days=chance.whole(7, 28))
        return
    if chance.likely(MONTHLY["custody"]):
        person.status = "custody"
    elif chance.likely(MONTHLY["missing"]):
        person.status = "missing"
    elif person.risk_level in LOWER and chance.likely(MONTHLY["regraded"]):
        person.grade(LOWER[person.risk_level])
    elif person.management == "active":
        _put_off(person, day, chance)


def _put_off(person: Person, day: date, chance: Chance) -> None:
    overdue = person.visit_due < day
    low = person.risk_level in ("low", "medium")
    if overdue and low and chance.likely(MONTHLY["overdue_reactive"]):
        person.management = "reactive"
    elif chance.likely(MONTHLY["overdue_moved"] if overdue else MONTHLY["date_moved"]):
        person.visit_due = max(person.visit_due, day) + timedelta(days=chance.whole(30, 90))


def _at_once(people: list[Person], month: Month) -> None:
    if month.first == AT_ONCE:
        late = [each for each in people if each.owes(month.last - timedelta(days=1))]
        for person in sorted(late, key=lambda each: (each.visit_due, each.ref))[:MOVED_AT_ONCE]:
            person.management = "reactive"
