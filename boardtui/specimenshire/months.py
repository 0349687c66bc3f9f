"""The extract files of Specimenshire's months, the same bytes at every run on every machine."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from msgspec import Struct

from boardtui.core.words.days import month_end
from boardtui.specimenshire.chance import Chance
from boardtui.specimenshire.design import (
    FIRST,
    GRACE_DAYS,
    GRACE_ENDS,
    LAST,
    MISSING,
    PEOPLE,
    POSTS,
    SEED,
)
from boardtui.specimenshire.month import Month, live, reference
from boardtui.specimenshire.person import Person, enrolled

FORCE = "Specimenshire"

BEFORE = date(2020, 6, 1)
"""The months from here to the first one are lived and not written: by then chance has settled."""

CASES = (
    *("case_ref", "risk_level", "status", "management", "unit", "officer_ref"),
    *("mappa_category", "mappa_level", "visit_due", "last_visit", "assessment_due"),
    *("last_assessment", "registered_on", "risk_tool"),
)
VISITS = ("case_ref", "visited_on", "outcome", "announced", "officers", "action")
LEAVERS = ("case_ref", "left_on", "reason")
OFFICERS = ("officer_ref", "unit", "fte")


class MonthEnd(Struct, frozen=True):
    """One snapshot to be taken in: its day, its files by kind, and the days of grace in force."""

    day: date
    files: dict[str, Path]
    grace_days: int


def write_months(folder: Path) -> Iterator[MonthEnd]:
    """Write each month's files into a folder of its own, oldest first."""
    chance = Chance(SEED)
    people = [enrolled(reference(number), BEFORE, chance) for number in range(PEOPLE)]
    numbers = len(people)
    since: list[Month] = []
    first = BEFORE
    while first <= LAST:
        month = Month(first, month_end(first))
        stay = live(people, month, numbers, chance)
        numbers += len(stay) + len(month.leavers) - len(people)
        people, first = stay, month.last + timedelta(days=1)
        if month.last < FIRST:
            continue
        since.append(month)
        if month.last != MISSING:
            yield _written(folder / month.last.isoformat(), month.last, people, since)
            since = []


def _written(folder: Path, day: date, people: list[Person], since: list[Month]) -> MonthEnd:
    folder.mkdir(parents=True)
    visits = sorted((each for month in since for each in month.visits), key=_by_day)
    leavers = [each for month in since for each in month.leavers]
    tables: dict[str, tuple[tuple[str, ...], Sequence[tuple[object, ...]]]] = {
        "cases": (CASES, [_case(each) for each in sorted(people, key=lambda one: one.ref)]),
        "visits": (VISITS, visits),
        "officers": (OFFICERS, [(ref, unit, fte) for unit, p in POSTS.items() for ref, fte in p]),
        "leavers": (LEAVERS, leavers),
    }
    files = {}
    for kind, (columns, rows) in tables.items():
        files[kind] = folder / f"{kind}.csv"
        _write(files[kind], columns, rows)
    return MonthEnd(day, files, GRACE_DAYS if day <= GRACE_ENDS else 0)


def _by_day(visit: tuple[object, ...]) -> tuple[object, object]:
    return visit[1], visit[0]


def _case(person: Person) -> tuple[object, ...]:
    return (
        *(person.ref, person.risk_level, person.status, person.management, person.unit),
        *(person.officer_ref, 1, 1, person.visit_due, person.last_visit, person.assessment_due),
        *(person.last_assessment, person.registered_on, "ARMS"),
    )


def _write(path: Path, columns: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        # A date is written as ISO has it, and what is None as blank.
        writer.writerows(rows)
