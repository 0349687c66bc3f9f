"""The page of inspections, on every board of the demo and at every width."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from boardtui.panels.explaining.explanation import explanation
from boardtui.panels.inspections import NO_FIGURE, NONE, inspections_lines
from boardtui.panels.panel import Board
from boardtui.panels.text import line_width
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.selection import choose
from boardtui.store.connection.opening import open_database
from boardtui.store.held.inspections import inspections
from tests.panels import boards
from tests.panels.boards import text_of
from tests.panels.hostile import hostile_force
from tests.panels.test_truths import based
from tests.registers import Force, Inspected, Said, write

WIDTHS = (36, 40, 60, 80, 118, 196)


def page(board: Board, width: int = 196) -> list[str]:
    return [text_of(line) for line in inspections_lines(board, width)]


def flat(board: Board, width: int = 196) -> str:
    """The page's words, wherever its lines are broken."""
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


@pytest.mark.parametrize("width", WIDTHS)
def test_every_line_fits(demo_boards: list[Board], width: int) -> None:
    for board in demo_boards:
        for line in inspections_lines(board, width):
            assert line_width(line) <= width, text_of(line)


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_lost_at_any_width(demo_boards: list[Board], width: int) -> None:
    for board in demo_boards:
        assert "".join(page(board, width)).replace(" ", "") == flat(board).replace(" ", "")


def test_it_says_what_was_found_and_by_when_to_answer(exampleshire: Board) -> None:
    told = flat(exampleshire)
    assert "published 31 Mar 2023, stated “March 2023” this board's baseline" in told
    assert "found: Reduce the time taken for visits to, and risk assessments of," in told
    assert "was due by 26 May 2023, 236 days before this board's day (stated)" in told


def test_a_figure_stands_with_its_base_and_what_it_was(exampleshire: Board) -> None:
    assert (
        "“visits … overdue”: Overdue visits: 273 18.3% of 1,488 actively managed was 217 +56 (+26%)"
    ) in flat(exampleshire)
    assert "“was” is of: inspection, stated “March 2023”" in flat(exampleshire)


def test_every_figure_can_be_asked_about(demo_boards: list[Board]) -> None:
    asked = 0
    for board in demo_boards:
        for one in subjects(board):
            asked += 1
            assert explanation(board.review, one).definition
    assert asked > 20


def subjects(board: Board) -> Iterator[ComparedFigure]:
    for line in inspections_lines(board, 80):
        for piece in line:
            if isinstance(piece.subject, ComparedFigure):
                yield piece.subject


def test_no_per_cent_stands_without_its_base(demo_boards: list[Board]) -> None:
    seen = 0
    for board in demo_boards:
        told = page(board)
        for number, line in enumerate(told):
            if "%" in line:
                seen += 1
                assert based(number, told), line
    assert seen > 10


def test_a_finding_that_no_figure_speaks_to_says_so(demo_boards: list[Board]) -> None:
    told = page(of(demo_boards, "Essex", date(2016, 8, 31)))
    assert told.count(NO_FIGURE) == 1
    assert "child protection inspection (first)" in "\n".join(told[: told.index(NO_FIGURE)])


def test_grades_are_listed_and_never_compared(demo_boards: list[Board]) -> None:
    told = page(of(demo_boards, "Essex", date(2016, 8, 31)))
    assert [line for line in told if line.startswith("grade:")] == [
        "grade: none given",
        "grade: inadequate",
    ]
    assert any(line.startswith("Grades of different inspection cycles") for line in told)


def test_a_report_after_the_board_s_day_says_so(demo_boards: list[Board]) -> None:
    told = flat(of(demo_boards, "Essex", date(2016, 8, 31)))
    assert "(2017, inferred)”, after this board's day" in told


def test_a_day_that_is_not_exact_makes_no_exact_deadline(demo_boards: list[Board]) -> None:
    told = flat(of(demo_boards, "Avon and Somerset", date(2024, 1, 17)))
    assert "was due by 25 May 2023" in told
    assert "if published on 31 Mar 2023, which is not exact" in told


def test_every_inspection_of_the_force_is_there_and_no_other(demo_boards: list[Board]) -> None:
    for board in demo_boards:
        held = inspections(board.review.database, board.review.selection.force)
        assert len([line for line in page(board) if line.startswith("found:")]) == len(held)
        for one in held:
            assert " ".join((one.finding or "").split()) in flat(board)
        assert (NONE in flat(board)) == (not held)


@pytest.mark.parametrize("width", WIDTHS)
def test_text_that_breaks_screens_breaks_none_of_its_lines(tmp_path: Path, width: int) -> None:
    force = hostile_force()
    finding = f"Overdue visits {force.inspections[0].finding}"
    spoken = replace(force.inspections[0], finding=finding, grade=finding, programme=finding)
    with opened(tmp_path, replace(force, inspections=(spoken,))) as one:
        found = inspections_lines(one, width)
    assert any(isinstance(piece.subject, ComparedFigure) for line in found for piece in line)
    for line in found:
        assert line_width(line) <= width
        assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2028]", text_of(line))


def test_an_inspection_that_says_next_to_nothing_says_so(tmp_path: Path) -> None:
    force = Force(said=(Said("managed", 9, date(2024, 1, 17)),), inspections=(Inspected(),))
    with opened(tmp_path, force) as one:
        told = flat(one)
    assert "inspected: day not given published: day not given" in told
    assert "found: not recorded" in told
    assert "by when is not known: the day of publication is not given" in told
