"""The flow of registers in memory, against that which the database gives of the same."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given

from boardtui.core.criterion.definition import Definition
from boardtui.core.history.case import DATES
from boardtui.store.connection.opening import open_database
from boardtui.store.counting.columns import Column
from boardtui.store.counting.records import Met, StoredRecords
from boardtui.store.flow import in_memory
from boardtui.store.flow.flows import flow_counts
from boardtui.store.held.snapshots import snapshots
from tests.registers import Force, Register, write
from tests.store.strategies import definitions, histories


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("flows") / "flows.db"


def column(register: Register, name: str) -> Column:
    values = [register.row(case)[name] for case in register.cases]
    if name in DATES:
        return Column(np.array([day.toordinal() if day else 0 for day in values]), ())
    known = [None, *sorted({value for value in values if value is not None})]
    return Column(np.array(list(map(known.index, values))), known)


def in_their_memory(register: Register) -> in_memory.Register:
    columns = {name: column(register, name) for name in in_memory.columns_read()}
    return in_memory.Register(register.as_at, [case.case_ref for case in register.cases], columns)


def happened(then: date, register: Register) -> in_memory.Happened:
    seen = {
        visit.case_ref
        for visit in register.visits or ()
        if visit.outcome == "seen" and then < visit.visited_on <= register.as_at
    }
    leavers = sorted(register.leavers or (), key=lambda leaver: leaver.left_on)
    return in_memory.Happened(seen, {e.case_ref: e.reason for e in leavers if e.left_on > then})


@given(history=histories(2), definition=definitions)
def test_the_flow_in_memory_is_that_of_the_database(
    path: Path, history: tuple[Register, ...], definition: Definition
) -> None:
    write(path, Force(registers=history), counted=False)
    pairing = in_memory.Pairing(*map(in_their_memory, history))
    found = in_memory.flow_counts_in_memory(
        pairing, happened(history[0].as_at, history[1]), definition
    )
    with closing(open_database(str(path))) as database:
        then, now = snapshots(database)
        assert found == flow_counts(database, then, now, definition)
        met = StoredRecords(database, now, definition).met(then)
    assert met == Met(len(pairing.now.refs), len(pairing.then.refs), pairing.both)
