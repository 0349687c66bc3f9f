"""The flow at its edges: who counts as seen between two days, and what moving dates hides."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from boardtui.core.criterion.definition import STANDARD
from boardtui.core.flow.counts import Flow
from boardtui.core.flow.parts import Part
from boardtui.core.measures.backlogs import ASSESSMENTS, VISITS
from boardtui.core.measures.measure import Backlog
from boardtui.store.connection.opening import open_database
from boardtui.store.flow.flows import flow_between
from boardtui.store.held.snapshots import snapshots
from tests.registers import Case, Force, Leaver, Register, Visit, write

P, BETWEEN, D = date(2023, 3, 31), date(2023, 10, 31), date(2024, 1, 17)
LATE, LATER, NOT_DUE = date(2023, 3, 1), date(2023, 6, 1), date(2024, 6, 1)
THEN = Case("a", visit_due=LATE, assessment_due=LATE)
IN_TIME = Case("a", visit_due=NOT_DUE, assessment_due=NOT_DUE)


def flow(path: Path, *history: Register, backlog: Backlog = VISITS) -> Flow:
    """The flow from the first of some snapshots to the last."""
    write(path, Force(registers=history), counted=False)
    with closing(open_database(str(path))) as database:
        first, *_, last = snapshots(database)
        return flow_between(database, first, last, backlog, STANDARD)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "flow.db"


@pytest.mark.parametrize(
    ("visit", "seen"),
    [
        (Visit("a", P), False),
        (Visit("a", date(2023, 4, 1)), True),
        (Visit("a", D), True),
        (Visit("a", D, "not_in"), False),
        (Visit("a", D, "refused"), False),
        (Visit("b", D), False),
    ],
)
def test_a_visit_counts_after_the_earlier_day_and_if_somebody_was_in(
    path: Path, visit: Visit, seen: bool
) -> None:
    found = flow(path, Register(P, (THEN,)), Register(D, (IN_TIME,), visits=(visit,)))
    assert found.parts[Part.VISITED] == seen
    assert found.parts[Part.DATE_MOVED] == (not seen)


def test_a_visit_of_a_snapshot_in_between_counts(path: Path) -> None:
    between = Register(BETWEEN, visits=(Visit("a", BETWEEN),))
    found = flow(path, Register(P, (THEN,)), between, Register(D, (IN_TIME,)))
    assert found.parts[Part.VISITED] == 1


def test_a_visit_that_two_files_give_counts_one_person_once(path: Path) -> None:
    visits = (Visit("a", BETWEEN), Visit("a", BETWEEN, announced="no"))
    between, now = Register(BETWEEN, visits=visits), Register(D, (IN_TIME,), visits=visits)
    found = flow(path, Register(P, (THEN,)), between, now)
    assert found.opening == found.parts[Part.VISITED] == 1


@pytest.mark.parametrize(
    ("last", "seen"), [(None, False), (P, False), (date(2023, 4, 1), True), (D, True)]
)
@pytest.mark.parametrize(
    ("backlog", "part"), [(VISITS, Part.VISITED), (ASSESSMENTS, Part.ASSESSED)]
)
def test_the_last_visit_or_assessment_counts_too(
    path: Path, backlog: Backlog, part: Part, last: date | None, seen: bool
) -> None:
    now = Case(
        "a", visit_due=NOT_DUE, assessment_due=NOT_DUE, last_visit=last, last_assessment=last
    )
    found = flow(path, Register(P, (THEN,)), Register(D, (now,)), backlog=backlog)
    assert found.parts[part] == seen


def test_a_visit_is_no_assessment(path: Path) -> None:
    now = Case("a", assessment_due=NOT_DUE, last_visit=D)
    register = Register(D, (now,), visits=(Visit("a", D),))
    found = flow(path, Register(P, (THEN,)), register, backlog=ASSESSMENTS)
    assert found.parts[Part.ASSESSED] == 0


@pytest.mark.parametrize(
    ("then", "between", "now", "reason"),
    [
        (None, None, "died", "died"),
        (None, "transferred", None, "transferred"),
        # The leavers of the earlier snapshot left before it.
        ("transferred", None, None, None),
        (None, None, None, None),
    ],
)
def test_the_reason_of_leaving_is_of_the_files_after_the_earlier_day(
    path: Path, then: str | None, between: str | None, now: str | None, reason: str | None
) -> None:
    def leavers(day: date, why: str | None) -> tuple[Leaver, ...] | None:
        return (Leaver("a", day, why),) if why else None

    found = flow(
        path,
        Register(P, (THEN,), leavers=leavers(P, then)),
        Register(BETWEEN, leavers=leavers(BETWEEN, between)),
        Register(D, leavers=leavers(D, now)),
    )
    assert found.reasons == {reason: 1}


@pytest.mark.parametrize(
    ("was", "now", "moved", "by_dates_then"),
    [
        # The date then, the case now: due later, still late, blank, earlier, as it was.
        (LATE, IN_TIME, 1, 1),
        (LATE, Case("a", visit_due=LATER), 1, 1),
        (LATE, Case("a"), 1, 1),
        (LATER, Case("a", visit_due=LATE), 0, 1),
        (LATE, Case("a", visit_due=LATE), 0, 1),
        # Moved before it fell due.
        (NOT_DUE, Case("a", visit_due=date(2024, 9, 1)), 1, 0),
        # Due on the later day itself is not yet overdue by it.
        (D, Case("a", visit_due=D), 0, 0),
        # A date where there was none is no date moved.
        (None, IN_TIME, 0, 0),
        # Seen, or no longer owed a visit: left out of both.
        (LATE, Case("a", visit_due=NOT_DUE, last_visit=D), 0, 0),
        (LATE, Case("a", management="reactive", visit_due=NOT_DUE), 0, 0),
        (LATE, Case("a", status="custody", visit_due=NOT_DUE), 0, 0),
    ],
)
def test_what_the_flow_alone_would_not_show(
    path: Path, was: date | None, now: Case, moved: int, by_dates_then: int
) -> None:
    found = flow(path, Register(P, (Case("a", visit_due=was),)), Register(D, (now,)))
    assert (found.dates_moved, found.overdue_by_dates_then) == (moved, by_dates_then)


def test_a_date_of_somebody_not_owed_a_visit_then_was_not_moved(path: Path) -> None:
    then = Case("a", management="reactive", visit_due=LATE)
    found = flow(path, Register(P, (then,)), Register(D, (IN_TIME,)))
    assert (found.dates_moved, found.overdue_by_dates_then) == (0, 1)


def test_a_date_given_to_somebody_who_had_none_is_newly_overdue(path: Path) -> None:
    found = flow(path, Register(P, (Case("a"),)), Register(D, (Case("a", visit_due=LATE),)))
    assert found.parts[Part.NEWLY_OVERDUE] == found.closing == 1


def test_the_latest_leavers_row_says_why_somebody_left(path: Path) -> None:
    first, last = Leaver("a", date(2023, 5, 1), "transferred"), Leaver("a", BETWEEN, "died")
    between, now = Register(BETWEEN, leavers=(last,)), Register(D, leavers=(first,))
    assert flow(path, Register(P, (THEN,)), between, now).reasons == {"died": 1}
