"""What was worked out for another day, baseline or definition, and comes late, is not taken in."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from boardtui import demo
from boardtui.core.criterion.definition import STANDARD, Definition
from boardtui.core.criterion.dimension import Slice
from boardtui.review.breakdown import Breakdown, needs_work, worked_out
from boardtui.review.day.review import Review
from boardtui.review.day.selection import choose
from boardtui.store.connection.opening import open_database

HIGH = Breakdown("overdue_visits", ("unit",), (Slice("risk_level", "high"),))
WEEK = Definition(grace_days=7)
NEWEST, FIRST = demo.DAY, date(2023, 3, 31)


@pytest.mark.parametrize(
    ("day", "against", "definition", "taken"),
    [
        (NEWEST, "inspection", STANDARD, True),
        (NEWEST, "none", STANDARD, False),
        (FIRST, "none", STANDARD, False),
        (NEWEST, "inspection", WEEK, False),
    ],
)
def test_only_what_was_worked_out_for_a_review_is_taken_in(
    demo_database: Path, day: date, against: str, definition: Definition, taken: bool
) -> None:
    with closing(open_database(str(demo_database))) as database:
        review = Review(database, choose(database, demo.FORCE, NEWEST, "inspection"), STANDARD)
        of = choose(database, demo.FORCE, day, against)
        review.take_in(worked_out(str(demo_database), of, HIGH, definition))
        assert needs_work(review, HIGH) is not taken
        assert bool(review.figures(HIGH.measure, (*HIGH.within, Slice("unit", "North")))) is taken
