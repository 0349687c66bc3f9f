"""The screen of inspections, on every board of the demo and at every size."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from boardtui.panels import cells
from boardtui.panels.explaining.explanation import explanation
from boardtui.panels.inspections.figures import NO_FIGURE
from boardtui.panels.inspections.page import inspections_rows
from boardtui.panels.inspections.told import NONE, told
from boardtui.panels.panel import Board
from boardtui.panels.rows import Rows
from boardtui.panels.text import text_of
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.selection import choose
from boardtui.review.inspections.inspections import inspected
from boardtui.store.connection.opening import open_database
from boardtui.store.held.inspections import inspections
from tests.panels import boards
from tests.panels.hostile import hostile_force
from tests.registers import Force, Inspected, Said, write

WIDTHS = (36, 40, 60, 80, 118, 196)


def screen(board: Board, width: int = 196, height: int = 50) -> Rows:
    return inspections_rows(board, inspected(board.review), width, height)


def page(board: Board, width: int = 196) -> list[str]:
    return screen(board, width).text().splitlines()


def in_full(board: Board, width: int = 196) -> list[str]:
    """What is told of the inspections below what stands large."""
    return [text_of(line) for line in told(board.review, inspected(board.review), width)]


def flat(board: Board, width: int = 196) -> str:
    """The screen's words, wherever its lines are broken."""
    return " ".join(" ".join(page(board, width)).split())


def of(made: list[Board], force: str, day: date) -> Board:
    (found,) = (
        board
        for board in made
        if (board.review.selection.force.name, board.review.selection.day) == (force, day)
    )
    return found


@contextmanager
def opened(folder: Path, force: Force) -> Iterator[Board]:
    """The board of a force alone in a database."""
    with closing(open_database(str(write(folder / "one.db", force)))) as database:
        yield boards.board(database, choose(database))


@pytest.fixture
def exampleshire(demo_boards: list[Board]) -> Board:
    return of(demo_boards, "Exampleshire", date(2024, 1, 17))


@pytest.mark.parametrize("size", [(width, height) for width in WIDTHS for height in (20, 50)])
def test_every_row_fits(demo_boards: list[Board], size: tuple[int, int]) -> None:
    for board in demo_boards:
        found = screen(board, *size)
        for row in (*found.head, *found.rows):
            assert sum(cells.width(piece.text) for piece in row) <= size[0]


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_of_what_is_told_in_full_is_lost_at_any_width(
    demo_boards: list[Board], width: int
) -> None:
    for board in demo_boards:
        narrow, wide = ("".join(in_full(board, each)).replace(" ", "") for each in (width, 400))
        assert narrow == wide


def test_the_numbers_that_it_is_about_stand_large_and_are_asked_about_first(
    exampleshire: Board,
) -> None:
    shown = flat(exampleshire, 120)
    assert "days since comments were due" in shown
    assert "by 26 May 2023, as stated" in shown
    assert "then 217, +56 (+26%)" in shown
    first = screen(exampleshire, 120, 36).places[0].subject
    assert isinstance(first, ComparedFigure)
    assert first.figure.value == 273


def test_it_says_what_was_found_and_by_when_to_answer(exampleshire: Board) -> None:
    shown = flat(exampleshire)
    assert "published 31 Mar 2023, stated “March 2023” this board's then" in shown
    assert "found: Reduce the time taken for visits to, and risk assessments of," in shown
    assert "was due by 26 May 2023, 236 days before this board's day (stated)" in shown


def test_a_figure_stands_with_its_base_and_what_it_was(exampleshire: Board) -> None:
    shown = flat(exampleshire)
    assert (
        "“visits … overdue”: Overdue visits: 273 18.3% of 1,488 actively managed then 217 "
        "+56 (+26%)"
    ) in shown
    assert "“then” is of: inspection, stated “March 2023”" in shown


def test_every_figure_can_be_asked_about(demo_boards: list[Board]) -> None:
    asked = 0
    for board in demo_boards:
        for one in subjects(board):
            asked += 1
            assert explanation(board.review, one).definition
    assert asked > 20


def subjects(board: Board) -> Iterator[ComparedFigure]:
    for place in screen(board, 80).places:
        if isinstance(place.subject, ComparedFigure):
            yield place.subject


PER_CENT_OF = re.compile(r"% (or more )?of \S|[+−][\d.]+%|base (as stated|then not)|of (it|its)")


def test_no_per_cent_of_what_is_told_in_full_stands_without_its_base(
    demo_boards: list[Board],
) -> None:
    seen = 0
    for board in demo_boards:
        for line in in_full(board, 400):
            if "%" in line:
                seen += 1
                assert PER_CENT_OF.search(line), line
    assert seen > 10


def test_a_finding_that_no_figure_speaks_to_says_so(demo_boards: list[Board]) -> None:
    shown = in_full(of(demo_boards, "Essex", date(2016, 8, 31)))
    (place,) = (number for number, line in enumerate(shown) if NO_FIGURE in line)
    assert "child protection inspection (first)" in "\n".join(shown[:place])


def test_grades_are_listed_and_never_compared(demo_boards: list[Board]) -> None:
    shown = in_full(of(demo_boards, "Essex", date(2016, 8, 31)))
    assert [line.strip() for line in shown if line.strip().startswith("grade:")] == [
        "grade: none given",
        "grade: inadequate",
    ]
    assert any(line.startswith("Grades of different inspection cycles") for line in shown)


def test_a_report_after_the_board_s_day_says_so(demo_boards: list[Board]) -> None:
    shown = flat(of(demo_boards, "Essex", date(2016, 8, 31)))
    assert "(2017, inferred)”, after this board's day" in shown


def test_a_day_that_is_not_exact_makes_no_exact_deadline(demo_boards: list[Board]) -> None:
    shown = flat(of(demo_boards, "Avon and Somerset", date(2024, 1, 17)))
    assert "was due by 25 May 2023" in shown
    assert "if published on 31 Mar 2023, which is not exact" in shown


def test_every_inspection_of_the_force_is_there_and_no_other(demo_boards: list[Board]) -> None:
    for board in demo_boards:
        held = inspections(board.review.database, board.review.selection.force)
        found = [line for line in in_full(board) if line.strip().startswith("found:")]
        assert len(found) == len(held)
        for one in held:
            assert " ".join((one.finding or "").split()) in flat(board)
        assert (NONE in flat(board)) == (not held)


@pytest.mark.parametrize("width", WIDTHS)
def test_text_that_breaks_screens_breaks_none_of_its_lines(tmp_path: Path, width: int) -> None:
    force = hostile_force()
    finding = f"Overdue visits {force.inspections[0].finding}"
    spoken = replace(force.inspections[0], finding=finding, grade=finding, programme=finding)
    with opened(tmp_path, replace(force, inspections=(spoken,))) as one:
        found = screen(one, width)
    assert any(isinstance(place.subject, ComparedFigure) for place in found.places)
    for row in (*found.head, *found.rows):
        text = "".join(piece.text for piece in row)
        assert cells.width(text) <= width
        assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2028]", text)


def test_an_inspection_that_says_next_to_nothing_says_so(tmp_path: Path) -> None:
    force = Force(said=(Said("managed", 9, date(2024, 1, 17)),), inspections=(Inspected(),))
    with opened(tmp_path, force) as one:
        shown = flat(one)
    assert "inspected: day not given published: day not given" in shown
    assert "found: not recorded" in shown
    assert "by when is not known: the day of publication is not given" in shown


def test_at_80_columns_the_figures_that_speak_to_a_finding_stand_in_columns(
    exampleshire: Board,
) -> None:
    told = inspections_rows(exampleshire, inspected(exampleshire.review), 80, 24).text()
    assert "Overdue visits, oldest, in months          8 months  17 months    +9 (+113%)" in told
    assert "Overdue assessments at high or very high" in told
    assert "now 273" not in told
