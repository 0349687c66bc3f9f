"""Lists of cases by sorting and filtering all rows, and put together from their pages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from boardtui.core.criterion.criterion import EVERY, Criterion, both, holds
from boardtui.core.criterion.definition import STANDARD, Definition
from boardtui.core.criterion.dimension import RISK_LEVELS
from boardtui.core.measures.backlogs import VISITS
from boardtui.core.measures.measure import Backlog
from boardtui.store.connection.database import Database
from boardtui.store.connection.opening import open_database
from boardtui.store.lists import pages
from boardtui.store.lists.listing import Listing, Sort
from tests.registers import Case, Force, Register, write

SEARCHED = ("case_ref", "unit", "officer_ref", "risk_level", "status", "risk_tool")


@contextmanager
def stored(path: Path, *registers: Register) -> Iterator[Database]:
    write(path, Force(registers=registers), counted=False)
    with closing(open_database(str(path))) as database:
        yield database


def listing(
    register: Register,
    sort: Sort,
    text: str = "",
    where: Criterion = EVERY,
    backlog: Backlog = VISITS,
    definition: Definition = STANDARD,
) -> Listing:
    return Listing(1, register.as_at, definition, both(where), backlog, sort, text)


def by_hand(register: Register, of: Listing) -> list[str]:
    """The case_refs of a listing, by filtering and sorting all rows."""
    found = [
        case
        for case in register.cases
        if holds(of.where, register.row(case), of.day, of.definition)
        and all(_has(case, word.lower()) for word in of.text.split())
    ]
    found.sort(key=lambda case: case.case_ref)
    keys = {case.case_ref: _key(register, case, of) for case in found}
    recorded = [case for case in found if keys[case.case_ref] is not None]
    # A sort that is turned round still keeps the order of those that are alike.
    recorded.sort(key=lambda case: keys[case.case_ref] or 0, reverse=of.sort.descending)
    return [case.case_ref for case in recorded] + [ref for ref, key in keys.items() if key is None]


def _has(case: Case, word: str) -> bool:
    return any(word in str(case.row[column] or "").lower() for column in SEARCHED)


def _key(register: Register, case: Case, of: Listing) -> Any:
    """By what a case stands; when it was last seen, the visits file says too."""
    column, row = of.sort.column, register.row(case)
    if column == "risk_level":
        return RISK_LEVELS.index(case.risk_level)
    if column != "days_overdue":
        return row[column]
    due = row[of.backlog.due]
    overdue = holds(of.backlog.overdue, row, of.day, of.definition)
    return (of.day - due).days if overdue else None


def paged(database: Database, of: Listing, size: int = 3) -> list[str]:
    """The case_refs of a listing, put together from its pages."""
    order = pages.order(database, of, pages.span(database, of.snapshot))
    found = []
    for start in range(0, len(order), size):
        ids = list(order[start : start + size])
        cases = pages.page(database, ids)
        found += [cases[id].case_ref for id in ids]
    return found
