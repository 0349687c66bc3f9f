"""How SQLite goes about pairs of records: nothing is read again for each person."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from boardtui.core.criterion.definition import STANDARD
from boardtui.core.measures.backlogs import BACKLOGS, VISITS
from boardtui.review.cases.part_asked import names
from boardtui.review.cases.part_cases import part_list
from boardtui.review.day.selection import choose
from boardtui.store.connection.database import Record, Value
from boardtui.store.connection.sqlite import SqliteDatabase
from boardtui.store.flow.flows import flows_between
from boardtui.store.held.snapshots import snapshots
from boardtui.store.lists import pages
from tests.registers import Case, Force, Register, Visit, write

LATE = date(2023, 6, 1)
PEOPLE = tuple(Case(f"C-{number}", visit_due=LATE) for number in range(20))
VISITED = tuple(Visit(case.case_ref, date(2023, 12, 1)) for case in PEOPLE)
HISTORY = (
    Register(date(2023, 10, 31), PEOPLE, VISITED),
    Register(date(2024, 1, 17), PEOPLE, VISITED),
)


class Planned(SqliteDatabase):
    """A database that notes how each query is gone about."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.plans: list[list[str]] = []

    def rows(self, sql: str, parameters: Mapping[str, Value] = {}) -> list[Record]:
        plan = super().rows(f"EXPLAIN QUERY PLAN {sql}", parameters)
        self.plans.append([str(step[3]) for step in plan])
        return super().rows(sql, parameters)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("plans") / "plans.db"
    write(where, Force(registers=HISTORY), counted=False)
    # SQLite prefers, of two that seem as good, the index that was made last, which ingest makes
    # again after a large load.
    with closing(sqlite3.connect(where)) as connection:
        connection.execute("DROP INDEX visits_by_day")
        connection.execute("CREATE INDEX visits_by_day ON visits (snapshot_id, visited_on)")
    return where


def steps_of_pairs(database: Planned) -> list[str]:
    """How the rows of both sides, and the visits, are found."""
    steps = [step for plan in database.plans for step in plan]
    return [step for step in steps if step.split()[1] in ("t", "n", "v")]


def check(database: Planned) -> None:
    steps = steps_of_pairs(database)
    assert steps
    for step in steps:
        one_person = "case_ref=?" in step
        along_the_table = "INTEGER PRIMARY KEY" in step
        assert one_person or along_the_table, step
    for step in steps:
        if step.split()[1] == "v":
            assert "visits_by_case" in step
    for plan in database.plans:
        along = [step for step in plan if "INTEGER PRIMARY KEY" in step and step[7] in "tn"]
        assert len(along) <= 1, "one side for each row of the other"


def test_a_flow_reads_each_side_once(path: Path) -> None:
    database = Planned(path)
    then, now = snapshots(database)
    flows_between(database, then, now, STANDARD)
    check(database)
    for plan in database.plans:
        assert sum(step.split()[1] == "v" for step in plan) <= 1, "visits are looked for once"
    database.close()


@pytest.mark.parametrize("name", names(VISITS))
def test_a_list_of_a_part_reads_each_side_once(path: Path, name: str) -> None:
    database = Planned(path)
    then, now = snapshots(database)
    for backlog in BACKLOGS.values():
        which = names(backlog).get(name)
        if which is not None:
            part = part_list(database, then, now, choose(database), backlog, which, (), STANDARD)
            database.plans.clear()
            pages.count(database, part.listing)
            check(database)
    database.close()
