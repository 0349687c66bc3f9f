"""What a forecast counts from one snapshot to the next, of dates that visits and others changed."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

from boardtui.core.criterion.definition import STANDARD
from boardtui.core.forecast.rates import Towards
from boardtui.core.measures.backlogs import ASSESSMENTS, VISITS
from boardtui.store.connection.opening import open_database
from boardtui.store.forecast.early import Early
from boardtui.store.forecast.movements import Movement, Regrades, movement
from boardtui.store.held.snapshots import snapshots
from tests.registers import Case, Force, Register, Visit, write

THEN, NOW = date(2024, 1, 31), date(2024, 2, 29)
SEEN, IN_AUGUST = date(2024, 2, 10), date(2024, 8, 10)
IN_JUNE, BEFORE = date(2024, 6, 1), date(2023, 12, 1)


def moved(path: Path, pairs: list[tuple[Case, Case]], *visits: Visit) -> Movement:
    then, now = (tuple(pair[place] for pair in pairs) for place in (0, 1))
    registers = (Register(THEN, then, ()), Register(NOW, now, visits))
    write(path, Force(registers=registers), counted=False)
    with closing(open_database(str(path))) as database:
        first, last = snapshots(database)
        return movement(database, first, last, VISITS, STANDARD, 12)


def test_of_whom_assessments_were_is_counted_by_the_dates_in_cases(tmp_path: Path) -> None:
    def pair(name: str, due: date, done: date | None) -> tuple[Case, Case]:
        then = Case(name, assessment_due=due, last_assessment=date(2023, 2, 1))
        now = Case(name, assessment_due=date(2025, 2, 10), last_assessment=done)
        return then, now if done else then

    pairs = [
        pair("late", date(2024, 1, 5), SEEN),
        pair("in the month", date(2024, 2, 20), SEEN),
        pair("a month early", date(2024, 3, 10), SEEN),
        pair("not done", date(2024, 3, 10), None),
    ]
    joined = Case("joined", assessment_due=date(2025, 2, 10), last_assessment=SEEN)
    then, now = (tuple(pair[place] for pair in pairs) for place in (0, 1))
    registers = (Register(THEN, then), Register(NOW, (*now, joined)))
    path = write(tmp_path / "d.db", Force(registers=registers), counted=False)
    with closing(open_database(str(path))) as database:
        first, last = snapshots(database)
        found = movement(database, first, last, ASSESSMENTS, STANDARD, 12)
    assert found.assessed == 4
    assert found.towards == Towards(due=2, early={1: 1}, elsewhere=1)


def test_what_is_early_is_counted_from_the_month_of_the_visit_itself() -> None:
    early = Early(date(2023, 10, 31), NOW, STANDARD, 12)
    assert early.by(date(2024, 2, 10), date(2024, 2, 28)) == 0
    # Overdue on the day after: by the end of the month after.
    assert early.by(date(2024, 2, 10), date(2024, 2, 29)) == 1
    assert early.by(date(2023, 11, 10), date(2024, 2, 20)) == 3
    assert early.by(date(2023, 11, 30), date(2023, 1, 1)) == 0
    assert early.by(date(2024, 2, 10), date(2030, 1, 1)) == 13


def still(name: str) -> tuple[Case, Case]:
    case = Case(name, visit_due=IN_JUNE, last_visit=BEFORE)
    return case, case


def test_a_date_that_was_put_off_gives_no_interval_to_the_next_visit(tmp_path: Path) -> None:
    put_off = Case("a", visit_due=date(2024, 3, 30), last_visit=date(2023, 3, 30))
    seen = Case("a", visit_due=IN_AUGUST, last_visit=SEEN)
    found = moved(tmp_path / "d.db", [(put_off, seen), still("b")], Visit("a", SEEN))
    assert found.again == {12: {6: 1}}
    assert (found.not_due, found.redated) == (1, {})
    # The visit came in the month before that of the due date.
    assert found.towards is not None
    assert (found.towards.due, found.towards.early, found.towards.elsewhere) == (0, {1: 1}, 0)


def test_a_regrade_changes_the_date_of_somebody_who_is_not_due(tmp_path: Path) -> None:
    raised = (
        Case("a", risk_level="medium", visit_due=IN_JUNE, last_visit=BEFORE),
        Case("a", risk_level="high", visit_due=date(2024, 2, 20), last_visit=BEFORE),
    )
    lowered = (
        Case("b", risk_level="high", visit_due=date(2024, 3, 10), last_visit=BEFORE),
        Case("b", risk_level="medium", visit_due=IN_JUNE, last_visit=BEFORE),
    )
    ranked = (
        Case("c", risk_level="not_assessed", visit_due=IN_JUNE, last_visit=BEFORE),
        Case("c", risk_level="low", visit_due=IN_JUNE, last_visit=BEFORE),
    )
    found = moved(tmp_path / "d.db", [raised, lowered, ranked, still("d")])
    # The one is overdue at once, by an interval of 3 months; the other in four months, by 6.
    assert found.redated == {(0, 3): 1, (4, 6): 1}
    assert found.not_due == 4
    # A level without a rank is neither raised nor lowered.
    assert found.regrades == Regrades(raised=1, lowered=1)


def test_a_date_that_went_away_is_beyond_the_last_month(tmp_path: Path) -> None:
    gone = (
        Case("a", visit_due=IN_JUNE, last_visit=BEFORE),
        Case("a", visit_due=None, last_visit=BEFORE),
    )
    overdue = (
        Case("b", visit_due=BEFORE, last_visit=date(2023, 6, 1)),
        Case("b", visit_due=None, last_visit=date(2023, 6, 1)),
    )
    found = moved(tmp_path / "d.db", [gone, overdue])
    assert found.redated == {(13, 13): 1}
    assert (found.unseen, found.moved) == (1, {13: 1})
