"""The screen of then and now: every figure of either day, in its column, at every size."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.measures import MEASURES
from boardtui.panels import cells
from boardtui.panels.cards.standing import standing
from boardtui.panels.compare.chance import LEFT_TO_CHANCE, conclusions_of, reasoning, to_conclude
from boardtui.panels.compare.content import content_of
from boardtui.panels.compare.declared import SECTIONS, section_of
from boardtui.panels.compare.groups import groups_of
from boardtui.panels.compare.page import ComparedRows, compared_rows
from boardtui.panels.head import head
from boardtui.panels.panel import Board
from boardtui.review.day.aligned import Aligned, aligned
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.every_figure import every_figure
from tests.panels.compared import EXAMPLESHIRE, SAMPLESHIRE, held
from tests.registers import Case, Force, Inspected, Register, Said, Visit, write

DAY, BEFORE = date(2024, 1, 17), date(2023, 3, 31)

SIZES = [(36, 20), (40, 20), (60, 24), (80, 24), (100, 30), (120, 36), (200, 50)]


@pytest.fixture(scope="module")
def exampleshire(demo_database: Path) -> Iterator[Board]:
    with held(demo_database, *EXAMPLESHIRE) as board:
        yield board


def compared(board: Board, size: tuple[int, int] = (120, 36)) -> ComparedRows:
    return compared_rows(content_of(board), [head(board.review, size[0])], *size)


def flat(board: Board, size: tuple[int, int] = (120, 36)) -> str:
    """The words of all pages, wherever their lines are broken."""
    return " ".join(compared(board, size).text().split())


def lines(board: Board, size: tuple[int, int] = (120, 36)) -> list[list[str]]:
    return [line.split() for line in compared(board, size).text().splitlines()]


def concluded(board: Board) -> Board:
    """The board with all that may be concluded."""
    return replace(board, conclusions=conclusions_of(to_conclude(board.review)))


def section_rows(board: Board) -> Iterator[Aligned]:
    for section in SECTIONS.values():
        for group in groups_of(section, board.review):
            yield from group.rows


def test_every_measure_has_a_row_in_one_section() -> None:
    whole = [name for section in SECTIONS.values() for name in section.measures]
    by = [name for section in SECTIONS.values() for name, _ in section.by]
    assert set(whole) | set(by) == set(MEASURES)
    assert len(whole) == len(set(whole))


def test_every_card_belongs_to_a_section_that_bears_the_first_of_their_numbers(
    demo_boards: list[Board],
) -> None:
    for board in demo_boards:
        there = standing(board)
        titles = content_of(board).titles
        for each in there:
            section = section_of(each.of.name)
            assert section is not None, each.of.name
            mine = [one.number for one in there if section_of(one.of.name) == section]
            assert titles[section] == (str(mine[0]), SECTIONS[section].title)


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
        for one in every_figure(board.review, by=["risk_level"]):
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


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_row_fits_and_no_figure_is_lost(
    demo_boards: list[Board], size: tuple[int, int]
) -> None:
    for board in demo_boards:
        found = compared(board, size)
        for row in (*found.head, *found.rows):
            assert sum(cells.width(piece.text) for piece in row) <= size[0]
        assert figures_of(found) == figures_of(compared(board, (200, 50)))


def figures_of(found: ComparedRows) -> set[Figure]:
    subjects = (place.subject for place in found.places)
    return {one.figure for one in subjects if isinstance(one, ComparedFigure)}


@pytest.mark.parametrize("size", SIZES[3:], ids=str)
def test_nothing_is_cut_and_no_title_stands_alone(
    demo_boards: list[Board], size: tuple[int, int]
) -> None:
    for board in demo_boards:
        told = compared(board, size).text()
        assert "…" not in told.replace("being worked out…", "")
        rows = [line for line in told.splitlines() if line.strip()]
        titles = {title for _, title in content_of(board).titles.values()}
        for row, below in zip(rows, [*rows[1:], ""], strict=True):
            if (
                row.lstrip(" 0123456789").strip() in titles
                and row.startswith(" ")
                and row[1] != " "
            ):
                assert below.startswith("  "), (row, below)


def test_both_backlogs_stand_whole_on_the_first_screen(demo_database: Path) -> None:
    for place in (EXAMPLESHIRE, SAMPLESHIRE):
        with held(demo_database, *place) as board:
            first = compared(board, (120, 36)).text().splitlines()[:35]
        told = "\n".join(first)
        for title in ("Overdue visits", "Overdue assessments"):
            assert title in told
        assert told.count("oldest") == 2
        assert told.count("over 365") == 2


def test_at_80_columns_the_first_backlog_stands_whole(exampleshire: Board) -> None:
    told = "\n".join(compared(exampleshire, (80, 24)).text().splitlines()[:23])
    assert "Overdue visits" in told
    assert "over 365" in told
    assert "Overdue assessments" not in told


def test_what_became_of_the_backlog_is_the_first_sentence(demo_database: Path) -> None:
    said = {
        EXAMPLESHIRE: "273 visits are overdue. Of the 217 then, 121 were visited and 18 cleared "
        "without a visit; 64 are overdue on both days.",
        SAMPLESHIRE: "282 of the 400 overdue then were cleared without a visit, 26 by one. 124 are "
        "overdue now.",
    }
    for place, sentence in said.items():
        with held(demo_database, *place) as board:
            told = compared(board).text().splitlines()
        assert next(line.strip() for line in told[1:] if line.strip()) == sentence


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        (
            ("Avon and Somerset", date(2024, 1, 17)),
            "Overdue visits: 217, then 273: +56. Their definition is not published.",
        ),
        (
            ("Essex", date(2022, 3, 31)),
            "MAPPA category 1: 1,684, then 1,867: +183. Their definition is not published.",
        ),
    ],
)
def test_of_published_forces_it_says_how_the_figure_changed(
    demo_database: Path, place: tuple[str, date], sentence: str
) -> None:
    with held(demo_database, *place) as board:
        assert sentence in flat(board)


def test_only_officers_are_told_by_the_largest_and_it_says_of_how_many(
    exampleshire: Board,
) -> None:
    assert "Caseload, by officer: the first 10 of 31, the largest now" in flat(exampleshire)


def test_chance_is_said_of_backlogs_alone_in_one_line_each(exampleshire: Board) -> None:
    assert "chance: being worked out…" in flat(exampleshire)
    told = flat(concluded(exampleshire))
    assert "being worked out" not in told
    assert told.count("more than chance alone explains") == 1
    assert told.count("chance alone could explain it") == 1
    assert told.count("chance") == 2
    assert " intervals" in told
    measures = {one.measure.name for one in to_conclude(exampleshire.review).values()}
    assert measures <= set(LEFT_TO_CHANCE)


def test_the_reasoning_comes_with_an_interval_and_a_caution(exampleshire: Board) -> None:
    board = concluded(exampleshire)
    told = " ".join(
        sentence
        for name in LEFT_TO_CHANCE
        for one in board.review.figures(name)[:1]
        for _, sentence in reasoning(board, one)
    )
    assert "1.05 to 1.51" in told
    assert "0.78 to 1.24" in told
    assert "The same people recur in both counts" in told
    assert "Two points are a difference, not a trend." in told
    for name in ("registered", "managed", "caseload_max"):
        for one in board.review.figures(name)[:1]:
            assert list(reasoning(board, one)) == []


def test_no_chance_is_said_of_what_was_counted_in_full(demo_database: Path) -> None:
    with held(demo_database, "Essex", date(2022, 3, 31), against=date(2020, 3, 31)) as board:
        assert to_conclude(board.review) == {}
        assert "chance" not in flat(concluded(board))


def test_each_month_is_a_row_and_says_which(exampleshire: Board) -> None:
    told = lines(exampleshire)
    assert next(row for row in told if row[:2] == ["Nov", "2022"])[2:4] == ["488", "328"]
    assert next(row for row in told if row[:2] == ["Nov", "2023"])[2:4] == ["497", "340"]
    place = told.index(["November", "2023,", "Deputy", "chief", "constable"])
    assert told[place + 1][:4] == ["just", "under", "500", "340"]


def test_a_month_that_is_not_whole_says_so(exampleshire: Board) -> None:
    assert "not a whole month: up to 17 Jan 2024" in flat(exampleshire)


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
    assert ["oldest", "8", "months", "–"] in lines(avon)


def test_no_per_cent_that_was_said_stands_without_its_base(demo_boards: list[Board]) -> None:
    seen = 0
    for board in demo_boards:
        for row in section_rows(board):
            if row.figure.unit == "per cent":
                seen += 1
                words = f"base as stated: {row.figure.base}" if row.figure.base else "not stated"
                assert words in flat(board, (200, 50)), row.figure
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
        assert "by unit" in shown
        assert "Breaches of notification" in shown


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
        asked = figures_of(compared(board, (80, 24)))
        (chief,) = (f for f in board.review.then.published if f.said_by == "the chief")
    assert chief in asked


def test_without_a_baseline_then_is_empty(demo_database: Path) -> None:
    with held(demo_database, *EXAMPLESHIRE, against="none") as board:
        assert not any(row.then for row in section_rows(board))
        told = flat(board)
    assert "Nothing is compared: b chooses an earlier day." in told
    assert "217" in told  # The flow still starts from the latest records.


def test_a_number_then_and_a_share_now_are_said_not_to_be_comparable(
    demo_boards: list[Board],
) -> None:
    said = "not comparable: 400 is a number and 5% a share, of all registered"
    told = [board for board in demo_boards if said in flat(board)]
    days = {(b.review.selection.force.name, b.review.selection.day) for b in told}
    against = {
        (b.review.selection.force.name, b.review.selection.day)
        for b in demo_boards
        if any(row.said and row.said.value == 400 for row in aligned(b.review, "overdue_visits"))
        and aligned(b.review, "overdue_visits_share")
    }
    assert days == against
