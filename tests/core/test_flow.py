"""Which part of the flow a person belongs to: each part, and which goes before which."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest

from boardtui.core.criterion.criterion import Row, holds
from boardtui.core.criterion.definition import STANDARD, Definition
from boardtui.core.flow.counts import flow_of_counts
from boardtui.core.flow.parts import PART_TITLES, PARTS, Part, beside_of, listed, pair_of
from boardtui.core.measures.backlogs import ASSESSMENTS, VISITS
from boardtui.core.measures.measure import Backlog
from tests.registers import Case

THEN, NOW = date(2023, 3, 31), date(2024, 1, 17)
LATE, DUE_LATER = date(2023, 3, 1), date(2024, 6, 1)

OVERDUE = Case("a", "high", visit_due=LATE, assessment_due=LATE)


def case(
    due: date | None, risk: str = "high", status: str = "community", how: str = "active"
) -> Case:
    return Case("a", risk, status, how, visit_due=due, assessment_due=due)


def part_of(
    backlog: Backlog,
    then: Row | None,
    now: Row | None,
    seen: bool,
    days: tuple[date, date],
    definition: Definition = STANDARD,
) -> Part | None:
    """The first part whose criterion holds of a pair."""
    pair = pair_of(backlog, then, now, seen, days, definition)
    held = (part for part, c in PARTS[backlog.name] if holds(c, pair, days[1], definition))
    return next(held, None)


def told(backlog: Backlog, then: Case | None, now: Case | None, seen: bool = False) -> Part | None:
    return part_of(backlog, then.row if then else None, now.row if now else None, seen, (THEN, NOW))


@pytest.mark.parametrize("backlog", [VISITS, ASSESSMENTS])
@pytest.mark.parametrize(
    ("now", "seen", "part"),
    [
        (case(LATE), False, "still_overdue"),
        (case(date(2024, 1, 16)), True, "overdue_again"),
        (None, False, "left"),
        (case(DUE_LATER, status="missing"), False, "went_missing"),
        (case(LATE, status="missing"), False, "went_missing"),
        (case(LATE, status="custody"), False, "not_in_community"),
        (case(LATE, status="hospital"), False, "not_in_community"),
        (case(LATE, status="abroad"), False, "not_in_community"),
        (case(LATE, status="other"), False, "not_in_community"),
        (case(DUE_LATER, "low"), False, "regraded"),
        (case(DUE_LATER, "very_high"), False, "date_moved"),
        (case(DUE_LATER), False, "date_moved"),
        (case(None), False, "date_moved"),
        # A date that is due on the day itself is not overdue.
        (case(NOW), False, "date_moved"),
    ],
)
def test_what_became_of_somebody_overdue(
    backlog: Backlog, now: Case | None, seen: bool, part: str
) -> None:
    assert told(backlog, OVERDUE, now, seen) == part


@pytest.mark.parametrize("backlog", [VISITS, ASSESSMENTS])
def test_who_comes_to_be_overdue_is_new_or_joined(backlog: Backlog) -> None:
    assert told(backlog, None, case(LATE)) is Part.JOINED_OVERDUE
    assert told(backlog, case(DUE_LATER), case(LATE)) is Part.NEWLY_OVERDUE
    assert told(backlog, case(None), case(LATE), seen=True) is Part.NEWLY_OVERDUE
    assert told(backlog, case(DUE_LATER), case(DUE_LATER)) is None
    assert told(backlog, None, case(DUE_LATER)) is None


def test_done_in_time_is_visited_or_assessed() -> None:
    assert told(VISITS, OVERDUE, case(DUE_LATER), seen=True) is Part.VISITED
    assert told(ASSESSMENTS, OVERDUE, case(DUE_LATER), seen=True) is Part.ASSESSED


# In the order of the definitions, each with what makes it true of somebody overdue then.
FACTS: dict[str, dict[str, str]] = {
    "left": {"gone": "yes"},
    "visited": {"seen": "yes"},
    "went_missing": {"status": "missing"},
    "not_in_community": {"status": "custody"},
    "moved_to_reactive": {"how": "reactive"},
    "regraded": {"risk": "low"},
    "date_moved": {},
}


@pytest.mark.parametrize(("first", "later"), list(combinations(FACTS, 2)))
def test_the_first_part_that_applies_counts(first: str, later: str) -> None:
    facts = {**FACTS[later], **FACTS[first]}
    seen, gone = facts.pop("seen", None) == "yes", facts.pop("gone", None) == "yes"
    now = None if gone else case(DUE_LATER, **facts)
    assert told(VISITS, OVERDUE, now, seen) == first


def test_a_reactive_case_still_owes_assessments() -> None:
    assert told(ASSESSMENTS, OVERDUE, case(LATE, how="reactive")) is Part.STILL_OVERDUE
    assert told(ASSESSMENTS, OVERDUE, case(DUE_LATER, how="reactive")) is Part.DATE_MOVED
    assert Part.MOVED_TO_REACTIVE not in listed(ASSESSMENTS)
    assert told(VISITS, OVERDUE, case(LATE, how="reactive")) is Part.MOVED_TO_REACTIVE


RANKED = ("very_high", "high", "medium", "low")


@pytest.mark.parametrize("now", [*RANKED, "not_assessed"])
@pytest.mark.parametrize("then", [*RANKED, "not_assessed"])
def test_a_regrade_is_to_a_lower_rank_and_not_assessed_has_none(then: str, now: str) -> None:
    ranked = then in RANKED and now in RANKED
    lower = ranked and RANKED.index(now) > RANKED.index(then)
    part = told(VISITS, case(LATE, then), case(DUE_LATER, now))
    assert part is (Part.REGRADED if lower else Part.DATE_MOVED)


def test_grace_is_the_same_on_both_days() -> None:
    week = Definition(grace_days=7)
    days = (date(2024, 1, 10), NOW)
    row = case(date(2024, 1, 9)).row
    assert part_of(VISITS, row, row, False, days) is Part.STILL_OVERDUE
    assert part_of(VISITS, row, row, False, days, week) is Part.NEWLY_OVERDUE


def test_a_flow_sums_up() -> None:
    parts = {part: 2**place for place, part in enumerate(listed(VISITS))}
    counts = parts | dict.fromkeys(beside_of(VISITS), 0)
    flow = flow_of_counts(VISITS, (THEN, NOW), counts, {}, {})
    came = parts[Part.NEWLY_OVERDUE] + parts[Part.JOINED_OVERDUE]
    stayed = parts[Part.STILL_OVERDUE] + parts[Part.OVERDUE_AGAIN]
    assert flow.opening == sum(parts.values()) - came
    assert flow.closing == stayed + came
    assert flow.cleared_without == sum(
        parts[part] for part in (Part.MOVED_TO_REACTIVE, Part.REGRADED, Part.DATE_MOVED)
    )


def test_every_part_has_a_title_and_a_place() -> None:
    assert set(PART_TITLES) == set(Part)
    for backlog in (VISITS, ASSESSMENTS):
        assert set(listed(backlog)) == {part for part, _ in PARTS[backlog.name]}
