"""What a criterion says of one record."""

from __future__ import annotations

from datetime import date

import pytest

from boardtui.core.criterion.criterion import (
    EVERY,
    AnyOf,
    Criterion,
    InBand,
    Later,
    Not,
    Recorded,
    Row,
    blank,
    both,
    holds,
    is_,
    on_side,
)
from boardtui.core.criterion.definition import STANDARD
from boardtui.core.measures import MEASURES
from boardtui.core.measures.backlogs import ASSESSMENTS, VISITS

DAY = date(2024, 1, 17)
YESTERDAY = date(2024, 1, 16)

CASE: Row = {
    "status": "community",
    "management": "active",
    "risk_level": "high",
    "unit": None,
    "visit_due": YESTERDAY,
    "assessment_due": DAY,
    "last_visit": None,
}


@pytest.mark.parametrize(
    ("criterion", "expected"),
    [
        (EVERY, True),
        (is_("risk_level", "high", "very_high"), True),
        (is_("risk_level", "low"), False),
        (is_("unit", "North"), False),
        (Not(is_("unit", "North")), True),
        (Recorded("visit_due"), True),
        (blank("last_visit"), True),
        (VISITS.overdue, True),
        (ASSESSMENTS.overdue, False),
        (InBand("visit_due", 1, 30), True),
        (InBand("visit_due", 2, 30), False),
        (InBand("visit_due", 1, None), True),
        (InBand("last_visit", 1, None), False),
        (Later("assessment_due", "visit_due"), True),
        (Later("visit_due", "assessment_due"), False),
        (Later("visit_due", "visit_due"), False),
        (Later("visit_due", "last_visit"), False),
        (both(is_("status", "community"), is_("management", "reactive")), False),
        (AnyOf((is_("status", "missing"), is_("management", "active"))), True),
    ],
)
def test_a_criterion_of_one_case(criterion: Criterion, expected: bool) -> None:
    assert holds(criterion, CASE, DAY, STANDARD) is expected


def test_a_number_is_told_by_its_text() -> None:
    assert holds(is_("mappa_level", "2"), {"mappa_level": 2}, DAY, STANDARD)


@pytest.mark.parametrize(
    ("low", "high", "first", "last"),
    [(1, 30, "2024-01-16", "2023-12-18"), (31, 90, "2023-12-17", "2023-10-19")],
)
def test_a_band_holds_its_first_and_its_last_day(
    low: int, high: int, first: str, last: str
) -> None:
    newest, oldest = date.fromisoformat(first), date.fromisoformat(last)
    inside = [holds(InBand("due", low, high), {"due": d}, DAY, STANDARD) for d in (newest, oldest)]
    assert inside == [True, True]
    outside = (newest.toordinal() + 1, oldest.toordinal() - 1)
    for ordinal in outside:
        row = {"due": date.fromordinal(ordinal)}
        assert not holds(InBand("due", low, high), row, DAY, STANDARD)


def test_a_criterion_reads_one_side_of_a_pair() -> None:
    pair = {f"then.{name}": value for name, value in CASE.items()}
    assert holds(on_side(VISITS.overdue, "then"), pair, DAY, STANDARD)
    moved = on_side(AnyOf((blank("last_visit"), Not(EVERY), Later("a", "b"))), "then")
    assert holds(moved, pair, DAY, STANDARD)


def test_every_base_is_a_measure_and_no_measure_is_its_own_base() -> None:
    for name, measure in MEASURES.items():
        seen = {name}
        while measure.base is not None:
            assert measure.base not in seen
            seen.add(measure.base)
            measure = MEASURES[measure.base]
