"""The flow of a backlog on real SQLite files, against one told naively."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.core.criterion.definition import Definition
from boardtui.core.flow.counts import total
from boardtui.core.flow.parts import Part
from boardtui.core.measures.backlogs import BACKLOGS, VISITS
from boardtui.store.connection.database import Database
from boardtui.store.connection.opening import open_database
from boardtui.store.flow.flows import flow_between
from boardtui.store.flow.stored_flows import stored_flow
from boardtui.store.held.snapshots import SnapshotKey, snapshots
from tests.registers import Case, Force, Leaver, Register, write
from tests.store.expected_figures import Counting
from tests.store.expected_flow import Telling
from tests.store.strategies import definitions, histories

backlogs = st.sampled_from(sorted(BACKLOGS))
some_histories = st.integers(2, 3).flatmap(histories)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("flows") / "flows.db"


@contextmanager
def opened(
    path: Path, history: tuple[Register, ...], *, counted: bool = False
) -> Iterator[tuple[Database, list[SnapshotKey]]]:
    write(path, Force(registers=history), counted=counted)
    with closing(open_database(str(path))) as database:
        yield database, snapshots(database)


def overdue(register: Register, name: str, definition: Definition) -> int:
    """How many are overdue, counted naively."""
    counting = Counting(register, None, definition.grace_days)
    return len(counting.backlogs(list(register.cases))[f"overdue_{name}"])


@given(history=some_histories, name=backlogs, definition=definitions)
def test_the_flow_is_what_is_told_naively(
    path: Path, history: tuple[Register, ...], name: str, definition: Definition
) -> None:
    with opened(path, history) as (database, keys):
        flow = flow_between(database, keys[0], keys[-1], BACKLOGS[name], definition)
    told = Telling(history, name, definition.grace_days).told()
    assert {part.value: people for part, people in flow.parts.items()} == told.parts
    assert flow.reasons == told.reasons
    assert flow.dates_moved == told.dates_moved
    assert flow.overdue_by_dates_then == told.overdue_by_dates_then
    assert flow.overdue_by_dates_now == told.overdue_by_dates_now
    assert (flow.start, flow.end) == (history[0].as_at, history[-1].as_at)


@given(history=some_histories, name=backlogs, definition=definitions)
def test_it_opens_with_the_overdue_then_and_closes_with_the_overdue_now(
    path: Path, history: tuple[Register, ...], name: str, definition: Definition
) -> None:
    with opened(path, history) as (database, keys):
        flow = flow_between(database, keys[0], keys[-1], BACKLOGS[name], definition)
    assert flow.opening == overdue(history[0], name, definition)
    assert flow.closing == overdue(history[-1], name, definition)


@given(history=histories(1), name=backlogs, definition=definitions)
def test_between_a_snapshot_and_itself_everybody_is_still_overdue(
    path: Path, history: tuple[Register, ...], name: str, definition: Definition
) -> None:
    with opened(path, history) as (database, (only,)):
        flow = flow_between(database, only, only, BACKLOGS[name], definition)
    assert flow.parts[Part.STILL_OVERDUE] == overdue(history[0], name, definition)
    assert total(flow.parts.values()) == flow.parts[Part.STILL_OVERDUE]
    assert flow.dates_moved == 0
    assert flow.overdue_by_dates_then == flow.opening


@pytest.mark.parametrize("name", sorted(BACKLOGS))
def test_a_stored_flow_reads_back_as_it_was_worked_out(path: Path, name: str) -> None:
    late = date(2023, 1, 1)
    people = tuple(Case(ref, visit_due=late, assessment_due=late) for ref in "abcd")
    history = (
        Register(date(2023, 3, 31), people),
        Register(date(2024, 1, 17), people[2:], leavers=(Leaver("a", date(2023, 6, 1), "died"),)),
    )
    with opened(path, history, counted=True) as (database, (then, now)):
        stored = stored_flow(database, then, now, BACKLOGS[name])
        assert stored == flow_between(database, then, now, BACKLOGS[name], now.definition)
    assert stored is not None
    assert stored.reasons == {"died": 1, None: 1}


def test_no_flow_is_stored_but_from_the_snapshot_before(path: Path) -> None:
    days = (date(2023, 3, 31), date(2023, 8, 31), date(2024, 1, 17))
    history = tuple(Register(day) for day in days)
    with opened(path, history, counted=True) as (database, (first, second, last)):
        assert stored_flow(database, second, last, VISITS) is not None
        assert stored_flow(database, first, last, VISITS) is None


@pytest.mark.parametrize("part", [Part.VISITED, Part.STILL_OVERDUE])
def test_a_stored_flow_that_lacks_a_part_is_none(path: Path, part: Part) -> None:
    history = tuple(Register(day) for day in (date(2023, 3, 31), date(2024, 1, 17)))
    with opened(path, history, counted=True) as (database, (then, now)):
        assert stored_flow(database, then, now, VISITS) is not None
        with closing(sqlite3.connect(path)) as writing, writing:
            writing.execute("DELETE FROM flows WHERE part = ?", (part,))
        assert stored_flow(database, then, now, VISITS) is None
