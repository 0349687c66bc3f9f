"""The numbers of a breakdown, on screen and in its file: each with what it is of."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from boardtui.core.criterion.definition import STANDARD
from boardtui.core.figure.figure import Figure
from boardtui.export.breakdown import COLUMNS, exported, slice_rows
from boardtui.panels.breakdown.columns import figure_columns
from boardtui.panels.breakdown.page import Page
from boardtui.panels.breakdown.rows import Rows
from boardtui.panels.breakdown.slice_table import SliceTable
from boardtui.panels.series.months import by_month
from boardtui.panels.series.page import series_sheet
from boardtui.panels.series.series import SeriesTable
from boardtui.review.breakdown import Breakdown
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review
from boardtui.review.day.selection import choose
from boardtui.store.connection.opening import open_database
from tests.registers import Force, Said, write
from tests.screens import sheets
from tests.screens.driving import opened, press, screen_text

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


def table(review: Review, breakdown: Breakdown = SHARES) -> SliceTable:
    return SliceTable(Rows(review, breakdown))


@pytest.mark.parametrize("size", [(40, 20), (80, 24), (120, 36), (200, 50)])
def test_a_per_cent_stays_one_on_the_screen_and_its_base_is_said_to_be_open(
    said: Review, size: tuple[int, int]
) -> None:
    sheet = Page(said, SHARES, table(said)).sheet(*size)
    assert sheets.column(sheet, "now") == {"high": "15%", "medium": "67%", "low": "18%"}
    assert AMBIGUOUS in sheets.above(sheet)


def test_what_a_per_cent_would_be_of_each_base_stands_where_there_is_room(said: Review) -> None:
    sheet = Page(said, SHARES, table(said)).sheet(120, 36)
    assert sheets.column(sheet, "of managed")["high"] == "211–240"
    assert sheets.column(sheet, "of overdue")["high"] == "40–42"


def test_a_per_cent_stays_one_where_a_breakdown_is_copied(said: Review) -> None:
    copied = "\n".join(exported(said, SHARES, table(said)).lines())
    for share in ("15%", "67%", "18%"):
        assert share in copied
    assert copied.endswith(AMBIGUOUS)


def test_a_number_stands_beside_its_unit_and_base_in_the_file(said: Review) -> None:
    place = [COLUMNS.index(name) for name in ("now", "unit", "base as stated")]
    rows = list(slice_rows(said, SHARES, LEVELS, [None]))
    found = [tuple(row[each] for each in place) for row in rows]
    assert found == [(number, "per cent", AMBIGUOUS) for number in (15, 67, 18)]


def test_a_hedge_is_never_dropped(tmp_path: Path) -> None:
    """“More than 500” is no 500: on the screen, copied and written."""
    day = date(2024, 1, 17)
    hedged = (
        Said("overdue_visits", 900, day, None, None, "about", 850, 950),
        Said("overdue_visits", 500, day, "unit", "North", "more_than", 501, None),
        Said("overdue_visits", 300, day, "unit", "South", "nearly", 285, 299),
    )
    by_unit = Breakdown("overdue_visits", ("unit",))
    path = write(tmp_path / "a.db", Force(synthetic=False, said=hedged))
    with closing(open_database(str(path))) as database:
        review = Review(database, choose(database), STANDARD)
        shown = table(review, by_unit)
        told = {"North": "over 500", "South": "just under 300", "all": "≈900"}
        assert sheets.column(Page(review, by_unit, shown).sheet(80, 24), "now") == told
        copied = list(exported(review, by_unit, shown).lines())
        for name, text in told.items():
            assert any(line.startswith(name) and text in line for line in copied)
        rows = slice_rows(review, by_unit, shown.values, [None])
        place = COLUMNS.index("qualifier")
        assert [row[place] for row in rows] == ["more_than", "nearly", "about"]


def test_the_visits_of_a_month_keep_their_hedge(said: Review) -> None:
    series = by_month(said)
    assert series is not None
    sheet = series_sheet(said, SeriesTable(series), 0, 80, 24)
    assert sheets.column(sheet, "tried")["Nov 2023"] == "just under 500"
    assert "just under" in sheets.above(sheet)


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
    columns = figure_columns(counted, rows, None)
    (column,) = (one for one in columns if one.head == "this late or later")
    assert [column.text(row) for row in rows] == later


def _withheld(one: ComparedFigure) -> ComparedFigure:
    figure: Figure = replace(one.figure, value=None, low=None, high=None, suppressed=True)
    return replace(one, figure=figure)


async def test_the_risk_mix_is_of_those_who_are_managed(demo_database: Path) -> None:
    """Not "1,500 risk mix", nor 100% of them."""
    async with opened(demo_database, size=(40, 20)) as pilot:
        await press(pilot, "2")
        text = screen_text(pilot)
        assert "1,500 managed" in text
        assert "100.0% of" not in text
        await press(pilot, "enter")
        assert "1,005 managed, medium risk" in screen_text(pilot)


async def test_the_risk_mix_keeps_the_number_of_its_card(demo_database: Path) -> None:
    async with opened(demo_database, size=(120, 36)) as pilot:
        await press(pilot, "2")
        above = " ".join(screen_text(pilot).splitlines()[2:7])
        assert "41 at high or very high risk, visit overdue" in above
        assert "said: 15% high, 67% medium, 18% low, its base is open" in above
