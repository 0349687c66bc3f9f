"""The timeline of one person: what it marks is what the flow counts."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.core.criterion.definition import STANDARD, Definition
from boardtui.core.history.history import Event, EventKind
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.measures.measure import Backlog
from boardtui.store.connection.opening import open_database
from boardtui.store.flow.flows import flow_between
from boardtui.store.held.snapshots import forces, snapshots
from boardtui.store.lists.case_records import history_of
from tests.registers import Case, Force, Leaver, Register, Visit, write
from tests.store.strategies import definitions, histories

THEN, NOW, AFTER = date(2023, 10, 31), date(2024, 1, 17), date(2024, 2, 29)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("histories") / "histories.db"


def events(path: Path, *registers: Register, ref: str = "a") -> list[Event]:
    write(path, Force(registers=registers), counted=False)
    with closing(open_database(str(path))) as database:
        (force,) = forces(database)
        return history_of(database, force, ref).events(STANDARD)


def moved(path: Path, *registers: Register) -> list[Event]:
    return [event for event in events(path, *registers) if event.kind is EventKind.MOVED]


@given(
    history=histories(3),
    definition=definitions,
    backlog=st.sampled_from(list(BACKLOGS.values())),
    place=st.integers(0, 1),
)
def test_as_many_people_are_marked_as_the_flow_counts_dates_moved(
    path: Path,
    history: tuple[Register, ...],
    definition: Definition,
    backlog: Backlog,
    place: int,
) -> None:
    then, now = history[place : place + 2]
    write(path, Force(registers=history), counted=False)
    with closing(open_database(str(path))) as database:
        (force,) = forces(database)
        keys = snapshots(database)[place : place + 2]
        marked = [
            event
            for ref in {case.case_ref for case in then.cases} & {c.case_ref for c in now.cases}
            for event in history_of(database, force, ref).events(definition)
            if event.kind is EventKind.MOVED and event.day == now.as_at
            if f"{backlog.one} due" in event.text
        ]
        flow = flow_between(database, keys[0], keys[1], backlog, definition)
    assert len(marked) == flow.dates_moved


def test_a_date_moved_of_somebody_of_whom_no_visit_is_due_is_a_change_alone(path: Path) -> None:
    then = Register(THEN, (Case("a", visit_due=THEN),))
    for other in (Case("a", visit_due=AFTER, status="custody"), Case("a", management="reactive")):
        assert moved(path, then, Register(NOW, (other,))) == []
    (mark,) = moved(path, then, Register(NOW, (Case("a", visit_due=AFTER),)))
    assert mark.text == "by this day's file, visit due: 31 Oct 2023 → 29 Feb 2024, without a visit"


def test_a_visit_that_only_a_later_file_tells_of_came_too_late_for_the_mark(path: Path) -> None:
    then = Register(THEN, (Case("a", visit_due=THEN),))
    visit = Visit("a", date(2023, 12, 1))
    now = Register(NOW, (Case("a", visit_due=AFTER),), visits=())
    told = Register(NOW, now.cases, visits=(visit,))
    later = Register(AFTER, now.cases, visits=(visit,))
    assert moved(path, then, told, later) == []
    assert len(moved(path, then, now, later)) == 1


def test_an_assessment_moved_says_so(path: Path) -> None:
    then = Register(THEN, (Case("a", assessment_due=THEN),))
    (mark,) = moved(path, then, Register(NOW, (Case("a"),)))
    assert mark.text.endswith("31 Oct 2023 → not recorded, without an assessment")


@pytest.mark.parametrize(("due", "words"), [(16, "1 day"), (15, "2 days")])
def test_what_is_overdue_says_by_how_long(path: Path, due: int, words: str) -> None:
    case = Case("a", visit_due=date(2024, 1, due))
    (event,) = events(path, Register(NOW, (case,)))
    assert event.text == f"visit due: overdue by {words} on 17 Jan 2024"


def test_a_timeline_tells_each_thing_once_in_the_order_of_its_days(path: Path) -> None:
    case = Case("a", "high", last_visit=date(2023, 12, 1), registered_on=date(2020, 1, 1))
    visits = (Visit("a", date(2023, 12, 1), announced="no"), Visit("a", NOW, "not_in"))
    leaver = Leaver("a", date(2024, 2, 1), "died")
    found = events(
        path,
        Register(THEN),
        Register(NOW, (case,), visits=visits),
        Register(AFTER, visits=visits, leavers=(leaver,)),
    )
    assert [(event.day, event.text) for event in found] == [
        (date(2020, 1, 1), "registered"),
        (date(2023, 12, 1), "visited: seen (unannounced)"),
        (NOW, "new in this snapshot"),
        (NOW, "visit tried: not in"),
        (date(2024, 2, 1), "left the register: died"),
        (AFTER, "no longer in the snapshot"),
    ]


def test_an_absence_between_two_records_is_told(path: Path) -> None:
    case = Case("a", registered_on=date(2020, 1, 1))
    found = events(path, Register(THEN, (case,)), Register(NOW), Register(AFTER, (case,)))
    assert [(event.day, event.text) for event in found[1:]] == [
        (NOW, "no longer in the snapshot"),
        (AFTER, "in the snapshot again"),
    ]
