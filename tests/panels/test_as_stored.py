"""A board that is restated says what stood in its place, and no more than that."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from boardtui.core.criterion.definition import Definition
from boardtui.panels.phrases import as_stored
from boardtui.review.day.review import Review
from boardtui.review.day.selection import choose
from boardtui.store.connection.opening import open_database


def test_both_days_are_told_as_they_were_counted_at_the_time(demo_database: Path) -> None:
    with closing(open_database(str(demo_database))) as database:
        review = Review(database, choose(database), Definition(grace_days=14))
        review.restate()
        (line,) = as_stored(review.figures("overdue_visits")[0])
    assert line.text == "as counted at the time: 273 now, 217 then"
