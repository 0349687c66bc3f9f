"""How SQLite goes about a list of cases: by an index that holds it, not by the whole table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from boardtui.core.criterion.criterion import All, both, is_
from boardtui.core.measures.backlogs import ASSESSMENTS, VISITS
from boardtui.store.connection.database import Record, Value
from boardtui.store.connection.sqlite import SqliteDatabase
from boardtui.store.lists import pages
from boardtui.store.lists.listing import Listing, Sort, SortColumn
from tests.registers import Case, Register
from tests.store.lists_by_hand import listing, stored

REGISTER = Register(date(2024, 1, 17), (Case("a", visit_due=date(2024, 1, 8)),))

BY_ID = "SEARCH cases USING INTEGER PRIMARY KEY (rowid=?)"


class Planned(SqliteDatabase):
    """A database that says for each query how it goes about it."""

    plans: tuple[list[str], ...] = ()

    def rows(self, sql: str, parameters: Mapping[str, Value] = {}) -> list[Record]:
        self._plan(sql, parameters)
        return super().rows(sql, parameters)

    def stream(self, sql: str, parameters: Mapping[str, Value] = {}) -> Iterator[Record]:
        self._plan(sql, parameters)
        return super().stream(sql, parameters)

    def _plan(self, sql: str, parameters: Mapping[str, Value]) -> None:
        plan = super().rows(f"EXPLAIN QUERY PLAN {sql}", parameters)
        self.plans = (*self.plans, [str(step) for *_, step in plan])


def ways(path: Path, of: Listing) -> list[list[str]]:
    """How the cases are come to by the queries of a list: first rows, length, and order."""
    with stored(path, REGISTER):
        database = Planned(path)
        pages.head(database, of, (1, 1), 200)
        pages.count(database, of, (1, 1))
        pages.order(database, of, (1, 1))
        database.close()
    return [[step for step in plan if " cases" in step] for plan in database.plans]


@pytest.mark.parametrize("column", ["case_ref", "risk_level", "unit", "officer_ref"])
@pytest.mark.parametrize(
    "where",
    [
        VISITS.overdue,
        both(VISITS.overdue, is_("risk_level", "very_high")),
        both(ASSESSMENTS.overdue, is_("unit", "North"), is_("mappa_level", "2")),
    ],
)
def test_the_overdue_are_found_in_an_index_alone(
    tmp_path: Path, where: All, column: SortColumn
) -> None:
    for steps in ways(tmp_path / "plans.db", listing(REGISTER, Sort(column), where=where)):
        others = [step for step in steps if step != BY_ID]
        assert others
        assert all("USING COVERING INDEX cases_by" in step for step in others), steps


@pytest.mark.parametrize("column", ["case_ref", "unit", "last_seen"])
def test_an_officers_cases_are_found_by_the_officer(tmp_path: Path, column: SortColumn) -> None:
    where = both(VISITS.base.criterion, is_("officer_ref", "om-1"))
    for steps in ways(tmp_path / "plans.db", listing(REGISTER, Sort(column), where=where)):
        assert any("cases_by_officer" in step for step in steps), steps
        assert not any(step.startswith("SCAN") for step in steps), steps
