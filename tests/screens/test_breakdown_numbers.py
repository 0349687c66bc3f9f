"""The numbers of a breakdown, on screen and in its file: each with what it is of."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from boardtui.screens.breakdown.breakdown_columns import figure_columns
from boardtui.screens.breakdown.breakdown_table import BreakdownTable
from msgspec.structs import replace

from boardtui.core.criterion.definition import STANDARD
from boardtui.core.figure.figure import Figure
from boardtui.export.breakdown import COLUMNS, slice_rows
from boardtui.review.breakdown import Breakdown
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review
from boardtui.review.day.selection import choose
from boardtui.store.connection.opening import open_database

LEVELS = ("high", "medium", "low")
SHARES = Breakdown("risk_share", ("risk_level",))
AMBIGUOUS = "ambiguous: 'within that number' may be the 273 visits or the 1,500 people"


@pytest.fixture(scope="module")
def said(demo_database: Path) -> Iterator[Review]:
    """What was said of a real force, for a day of which there are no records."""
    with closing(open_database(str(demo_database))) as database:
        selection = choose(database, "Avon and Somerset", date(2024, 1, 17))
        yield Review(database, selection, STANDARD)


@pytest.fixture(scope="module")
def counted(demo_database: Path) -> Iterator[Review]:
    with closing(open_database(str(demo_database))) as database:
        yield Review(database, choose(database, "Exampleshire"), STANDARD)


def test_a_per_cent_stays_one_in_a_breakdown(said: Review) -> None:
    (now, *_) = figure_columns(said.by("risk_share", "risk_level"), None)
    shown = [now.text(one) for one in said.by("risk_share", "risk_level")]
    assert shown == ["15%", "67%", "18%"]


def test_a_per_cent_stays_one_where_a_breakdown_is_copied(said: Review) -> None:
    copied = "\n".join(BreakdownTable(said, SHARES, LEVELS, "Risk shares").lines())
    assert "15%" in copied
    assert "67%" in copied
    assert copied.endswith(f"base as stated: {AMBIGUOUS}")


def test_a_number_stands_beside_its_unit_and_base_in_the_file(said: Review) -> None:
    place = [COLUMNS.index(name) for name in ("now", "unit", "base as stated")]
    rows = list(slice_rows(said, SHARES, LEVELS, [None]))
    found = [tuple(row[each] for each in place) for row in rows]
    assert found == [(number, "per cent", AMBIGUOUS) for number in (15, 67, 18)]


def test_a_figure_withheld_is_its_mark_in_the_file(
    counted: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    hidden = _withheld(counted.by("overdue_visits", "risk_level")[0])
    monkeypatch.setattr("boardtui.export.breakdown.figures_at", lambda *args: [hidden])
    first = next(iter(slice_rows(counted, SHARES, LEVELS, [None])))
    assert first[COLUMNS.index("now")] == "[c]"


@pytest.mark.parametrize(
    ("hidden", "later"),
    [
        (None, ["273", "155", "71", "48", "18"]),
        ("over 365", ["", "", "", "", ""]),
        ("91-180", ["", "", "", "48", "18"]),
    ],
)
def test_what_is_withheld_is_in_no_sum(
    counted: Review, hidden: str | None, later: list[str]
) -> None:
    rows = [
        _withheld(one) if one.figure.slices[0].value == hidden else one
        for one in counted.by("overdue_visits", "age_band")
    ]
    (column,) = (one for one in figure_columns(rows, None) if one.head == "this late or later")
    assert [column.text(row) for row in rows] == later


def _withheld(one: ComparedFigure) -> ComparedFigure:
    figure: Figure = replace(one.figure, value=None, low=None, high=None, suppressed=True)
    return replace(one, figure=figure)
