"""The page of comparison: every figure of either day, in its column, at every width."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from boardtui.panels.compare.panels import COMPARED, SECTIONS, to_conclude
from boardtui.panels.pages import COMPARE
from msgspec.structs import replace

from boardtui.core.comparing.conclusions import conclude
from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.measures import MEASURES
from boardtui.core.words.wording import value_text
from boardtui.panels.panel import Board
from boardtui.panels.text import line_width
from boardtui.review.day.aligned import Aligned, aligned
from boardtui.review.day.compared import ComparedFigure
from boardtui.store.connection.opening import open_database
from tests.panels import boards
from tests.panels.compared import (
    EXAMPLESHIRE,
    WIDTHS,
    flat,
    held,
    page_lines,
    page_text,
)
from tests.registers import Case, Force, Inspected, Register, Said, Visit, write

DAY, BEFORE = date(2024, 1, 17), date(2023, 3, 31)


@pytest.fixture(scope="module")
def exampleshire(demo_database: Path) -> Iterator[Board]:
    with held(demo_database, *EXAMPLESHIRE) as board:
        yield board


def section_rows(board: Board) -> Iterator[Aligned]:
    for section in SECTIONS.values():
        for _, rows in section._groups(board):
            yield from rows


def test_every_measure_has_a_row_in_one_section() -> None:
    whole = [name for section in SECTIONS.values() for name in section.measures]
    by = [name for section in SECTIONS.values() for name, _ in section.by]
    assert set(whole) | set(by) == set(MEASURES)
    assert len(whole) == len(set(whole))


def test_sections_stand_under_the_numbers_of_their_order() -> None:
    assert [panel.number for panel in COMPARED] == list(range(len(SECTIONS) + 1))
    assert [panel.name for panel in COMPARED[1:]] == list(SECTIONS)


def test_every_figure_then_is_on_the_page(demo_boards: list[Board]) -> None:
    """Published, whole or sliced, and by records every measure that has a row for its whole."""
    wholes = {name for section in SECTIONS.values() for name in section.measures}
    seen = 0
    for board in demo_boards:
        told = {figure for row in section_rows(board) for figure in row.then}
        then = board.review.then
        counted = then.computed.wholes() if then.computed else []
        for figure in [*then.published, *(one for one in counted if one.measure in wholes)]:
            seen += 1
            assert figure in told, figure
    assert seen > 100


def test_every_figure_now_is_on_the_page(demo_boards: list[Board]) -> None:
    """All that the review gives, but what was said of the baseline's day: that stands then."""
    wholes = {name for section in SECTIONS.values() for name in section.measures}
    for board in demo_boards:
        rows = list(section_rows(board))
        now = {row.now.figure for row in rows if row.now}
        then = {figure for row in rows for figure in row.then}
        for one in board.review.listing(by=["risk_level"]):
            whole = not one.figure.slices and one.measure.name in wholes
            if whole or one.figure.origin is Origin.PUBLISHED:
                assert (one.figure in now) != (one.figure in then), one.figure


def test_its_numbers_are_the_review_s_own(exampleshire: Board) -> None:
    review = exampleshire.review
    seen = 0
    for row in section_rows(exampleshire):
        if row.now is None:
            continue
        (same,) = (
            one
            for one in review.figures(row.measure.name, row.slices)
            if one.figure == row.now.figure
        )
        assert row.now == same
        shown = {row.said, row.counted} - {None}
        assert shown <= {same.comparison.then, same.comparison.then_other}
        seen += 1
    assert seen > 60


def test_each_number_is_shown_as_it_is_written_everywhere(exampleshire: Board) -> None:
    told: dict[ComparedFigure, str] = {}
    for line in page_lines(exampleshire):
        for piece in line:
            if isinstance(piece.subject, ComparedFigure):
                told[piece.subject] = piece.text
    assert len(told) > 60
    assert all(text == value_text(one.figure) for one, text in told.items())


@pytest.mark.parametrize("width", WIDTHS)
def test_every_line_fits(demo_boards: list[Board], width: int) -> None:
    for board in demo_boards:
        assert all(line_width(line) <= width for line in page_lines(board, width=width))


def figures_of(board: Board, width: int) -> set[Figure]:
    return {
        piece.subject.figure
        for line in page_lines(board, width=width)
        for piece in line
        if isinstance(piece.subject, ComparedFigure)
    }


@pytest.mark.parametrize("width", [36, 76, 116])
def test_no_row_is_lost_at_any_width(demo_boards: list[Board], width: int) -> None:
    for board in demo_boards:
        assert figures_of(board, width) == figures_of(board, 196)
        told = flat(board, width=width)
        names = {row.measure.title for row in section_rows(board) if not row.slices}
        assert all(name in told for name in names)
        assert digits(told) == digits(flat(board))


def digits(text: str) -> list[str]:
    """The numbers of a page, in no order: at some widths the sides stand one under another."""
    return sorted(word for word in text.split() if any(char.isdigit() for char in word))


def test_only_officers_are_told_by_the_largest_and_it_says_of_how_many(
    exampleshire: Board,
) -> None:
    assert "Caseload, by officer: the first 10 of 31, the largest now" in flat(exampleshire)


def test_what_may_be_concluded_comes_with_an_interval_and_a_caution(exampleshire: Board) -> None:
    assert "how far chance could go: being worked out…" in flat(exampleshire)
    told = flat(concluded(exampleshire))
    assert "being worked out" not in told
    assert "ratio of now to then 1.26, 95% interval 1.05 to 1.51" in told
    assert "ratio of now to then 0.98, 95% interval 0.78 to 1.24" in told
    assert "The same people recur in both counts" in told
    assert told.count("Two points are a difference, not a trend.") == 6
    assert "On the register: ratio 1.06, 95% interval" in told
    assert "Risk mix, high: ratio 1.12, 95% interval 0.92 to 1.36: chance alone could" in told


def concluded(board: Board) -> Board:
    """The board with all that may be concluded."""
    found = {
        key: conclude(
            one.measure, one.comparison, one.share, one.share_then or one.share_then_other
        )
        for key, one in to_conclude(board.review).items()
    }
    return replace(board, conclusions=found)


def test_a_count_of_a_published_force_has_its_interval_too(demo_database: Path) -> None:
    with held(demo_database, "Essex", date(2022, 3, 31), against="2020-03-31") as board:
        told = flat(concluded(board))
    assert "MAPPA category 1: ratio 1.17, 95% interval 1.09 to 1.25: higher by more" in told
    assert "per 100,000 population aged 10 and over" in told


def test_each_month_is_a_row_and_says_which(exampleshire: Board) -> None:
    told = page_text(exampleshire)
    (november,) = (line for line in told if line.startswith("Visits tried, Nov 2023"))
    assert november.split()[-1] == "497"
    (before,) = (line for line in told if line.startswith("Visits tried, Nov 2022"))
    assert before.split()[-2:] == ["488", "–"]
    place = told.index(november)
    assert told[place + 1].split()[-3:] == ["just", "under", "500"]
    assert not any("records give too" in line for line in told)


def test_a_month_that_is_not_whole_says_so(exampleshire: Board) -> None:
    told = page_text(exampleshire)
    place = next(n for n, line in enumerate(told) if "Visits tried, 1 Jan 2024 to" in line)
    assert "not a whole month: up to 17 Jan 2024" in told[place + 1]


def test_what_was_said_of_the_earlier_day_stands_then_and_not_now(
    demo_boards: list[Board],
) -> None:
    avon = next(
        b
        for b in demo_boards
        if (b.review.selection.force.name, b.review.selection.day) == ("Avon and Somerset", DAY)
    )
    (row,) = aligned(avon.review, "overdue_visits_oldest_months")
    assert row.now is None
    assert row.said is not None
    assert row.said.value == 8


def test_a_figure_of_a_day_of_its_own_says_which(demo_boards: list[Board]) -> None:
    (essex,) = (
        b
        for b in demo_boards
        if (b.review.selection.force.name, b.review.selection.day.year) == ("Essex", 2020)
    )
    told = page_text(essex)
    place = next(n for n, line in enumerate(told) if line.startswith("On the register"))
    assert "stated: 30 Apr 2019, “currently”" in told[place + 1]
    place = next(n for n, line in enumerate(told) if line.startswith("MAPPA level 2"))
    assert "now: during 2019-20" in told[place + 1]


def test_no_per_cent_that_was_said_stands_without_its_base(demo_boards: list[Board]) -> None:
    seen = 0
    for board in demo_boards:
        for row in section_rows(board):
            if row.figure.unit == "per cent":
                seen += 1
                words = f"base as stated: {row.figure.base}" if row.figure.base else "not stated"
                assert words in flat(board)
    assert seen > 5


def contested_then(folder: Path) -> Path:
    """A register whose baseline was spoken of more than once, and by a dimension of no section."""
    said = (
        Said("overdue_visits", 5, BEFORE),
        Said("overdue_visits", 7, BEFORE, said_by="the chief"),
        Said("overdue_visits", 3, BEFORE, "unit", "North"),
        Said("caseload", 215, BEFORE, "officer", "OM-9"),
        Said("caseload", 9, BEFORE),
        Said("notification_breaches", 4, BEFORE, period_start=date(2022, 4, 1)),
        Said("notification_breaches", 1, BEFORE, period_start=date(2023, 3, 1)),
    )
    cases = tuple(Case(ref, officer_ref="OM-1", visit_due=BEFORE) for ref in "abc")
    visits = (Visit("a", date(2023, 3, 2)), Visit("b", date(2023, 12, 4)))
    force = Force(
        registers=(Register(BEFORE, cases, visits[:1]), Register(DAY, cases, visits)),
        said=said,
        inspections=(Inspected(BEFORE),),
    )
    return write(folder / "a.db", force)


@pytest.mark.parametrize("against", ["inspection", BEFORE])
def test_nothing_that_was_said_of_the_baseline_s_day_is_lost(
    tmp_path: Path, against: str | date
) -> None:
    with held(contested_then(tmp_path), against=against) as board:
        told = {figure for row in section_rows(board) for figure in row.then}
        assert set(board.review.then.published) <= told
        shown = flat(board)
        assert "the chief said too 7" in shown
        assert "Overdue visits, by unit North 3" in shown
        assert "Breaches of notification, Apr 2022 to Mar 2023 4" in shown
        assert "Breaches of notification, Mar 2023 1" in shown


def test_a_month_of_both_files_stands_once_for_each(tmp_path: Path) -> None:
    with held(contested_then(tmp_path), against=BEFORE) as board:
        months = [
            (row.figure.period_start, row.now is not None)
            for row in aligned(board.review, "visits_attempted")
            if row.figure.as_at.month == 3
        ]
    assert months == [(date(2023, 3, 1), True), (date(2023, 3, 1), False)]


def test_what_stands_then_alone_can_be_asked_about(tmp_path: Path) -> None:
    with held(contested_then(tmp_path), against="inspection") as board:
        asked = figures_of(board, 80)
        (chief,) = (f for f in board.review.then.published if f.said_by == "the chief")
    assert chief in asked


def test_without_a_baseline_then_is_empty(demo_database: Path) -> None:
    with held(demo_database, *EXAMPLESHIRE, against="none") as board:
        assert not any(row.then for row in section_rows(board))
        assert "then, " not in flat(board)
        assert "217" in flat(board)  # The flow still starts from the latest records.


def test_the_page_is_as_quiet_as_the_board_where_nothing_is_known(tmp_path: Path) -> None:
    path = write(tmp_path / "a.db", Force(said=(Said("managed", 9, DAY),)))
    with closing(open_database(str(path))):
        board = boards.only_board(path)
    standing = [panel.name for panel in COMPARE.panels if panel.stands(board)]
    assert standing == ["changed", "register"]


def test_a_number_then_and_a_share_now_are_said_not_to_be_comparable(
    demo_boards: list[Board],
) -> None:
    said = "not comparable: 400 is a number and 5% a share, of all registered"
    told = [board for board in demo_boards if said in flat(board)]
    days = [(b.review.selection.force.name, b.review.selection.day) for b in told]
    assert days == [("Essex", date(2019, 6, 30)), ("Essex", date(2020, 3, 31))]
