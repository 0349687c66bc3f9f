"""The page of the flow: every part with its number, adding up, and what both days would hide."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given

from boardtui.core.criterion.definition import Definition
from boardtui.core.flow.slices import FlowBySlice
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.panels.explaining.explanation import explanation
from boardtui.panels.pages import FLOW
from boardtui.panels.panel import Board
from boardtui.panels.subject import FlowNumber
from boardtui.panels.text import line_width
from boardtui.review.cases.part_cases import part_list
from boardtui.review.day.selection import Catalogue, select
from boardtui.screens.board.working import SLICED
from boardtui.store.lists import pages
from tests.panels.compared import (
    EXAMPLESHIRE,
    PUBLISHED,
    SAMPLESHIRE,
    WIDTHS,
    by_title,
    flat,
    flow_numbers,
    held,
    page_lines,
    page_text,
    whole_board,
)
from tests.registers import Register
from tests.store.strategies import definitions
from tests.store.test_flow_from_records import opened, some_histories

PLACES = (EXAMPLESHIRE, SAMPLESHIRE)


@pytest.fixture(scope="module", params=PLACES, ids=[force for force, _ in PLACES])
def board(request: pytest.FixtureRequest, demo_database: Path) -> Iterator[Board]:
    force, day = request.param
    with held(demo_database, force, day) as made:
        yield made


@pytest.fixture(scope="module")
def exampleshire(demo_database: Path) -> Iterator[Board]:
    with held(demo_database, *EXAMPLESHIRE) as made:
        yield made


@pytest.fixture(scope="module")
def sampleshire(demo_database: Path) -> Iterator[Board]:
    with held(demo_database, *SAMPLESHIRE) as made:
        yield made


def test_217_to_273_is_told_part_by_part(exampleshire: Board) -> None:
    assert by_title(flow_numbers(exampleshire, "overdue_visits")) == {
        "overdue then": 217,
        "visited": 121,
        "left the force's register": 8,
        "went missing": 1,
        "in custody, hospital, abroad or other": 5,
        "cleared without a visit": 18,
        "moved to reactive management": 6,
        "regraded to a lower risk": 4,
        "due date moved": 8,
        "overdue on both days": 64,
        "still overdue": 46,
        "overdue again": 18,
        "newly overdue": 171,
        "joined overdue": 38,
        "overdue now": 273,
        "overdue now by the due dates as they stood then, and not seen since": 98,
        "of the same people overdue by the due dates as they stand now, not seen since": 64,
        "due dates moved later, or removed, of people not seen since": 58,
    }


def test_the_comparison_tells_217_to_273_and_151_to_148_part_by_part(exampleshire: Board) -> None:
    told = flat(exampleshire)
    assert (
        "Of the 217 then: 121 visited, 8 left the force's register, 1 went missing, 5 in custody, "
        "hospital, abroad or other, 18 cleared without a visit (6 moved to reactive management, 4 "
        "regraded to a lower risk, 8 by a due date that was moved), 46 still overdue, 18 overdue "
        "again. The 273 now: 46 still overdue, 18 overdue again, 171 newly overdue, 38 joined "
        "overdue." in told
    )
    for flow in exampleshire.flows.values():
        then = re.search(rf"Of the {flow.opening} then: (.*?)\.", told)
        now = re.search(rf"The {flow.closing} now: (.*?)\.", told)
        assert then is not None
        assert now is not None
        outside = re.sub(r"\(.*?\)", "", then[1])
        assert sum(map(int, re.findall(r"\d+", outside))) == flow.opening
        assert sum(map(int, re.findall(r"\d+", now[1]))) == flow.closing


def test_151_to_148_is_told_part_by_part(exampleshire: Board) -> None:
    found = by_title(flow_numbers(exampleshire, "overdue_assessments"))
    assert (found["overdue then"], found["overdue now"]) == (151, 148)
    assert found["cleared without an assessment"] == 11
    assert "moved to reactive management" not in found


def test_more_cleared_without_a_visit_than_with_one_is_the_headline(sampleshire: Board) -> None:
    told = flat(sampleshire, FLOW)
    assert told.startswith(
        "Overdue visits fell from 400 on 31 Aug 2023 to 124 on 31 Oct 2023 (−276), by records. "
        "More were cleared without a visit than with one: 26 visited, 282 cleared without a visit."
    )
    assert "434 overdue now by the due dates as they stood then" in told
    assert "By the due dates of 31 Aug 2023, 434 of those in both" in flat(sampleshire)


def test_where_most_were_visited_the_headline_only_counts(exampleshire: Board) -> None:
    told = flat(exampleshire, FLOW)
    assert "Cleared: 121 visited, 18 cleared without a visit." in told
    assert "More were cleared" not in told
    assert "1 of those overdue then went missing." in told


def test_why_people_left_adds_up(exampleshire: Board) -> None:
    (told,) = (line for line in page_text(exampleshire, FLOW) if line.startswith("left:  deported"))
    assert told == "left:  deported 1  off register 3  transferred 4"


def test_behind_every_number_stands_a_list_of_as_many_cases(board: Board) -> None:
    review, start = board.review, board.start.snapshot
    assert start is not None
    assert review.selection.snapshot is not None
    sliced = 0
    for number in flow_numbers(board):
        assert number.which is not None
        found = part_list(
            review.database,
            start,
            review.selection.snapshot,
            review.selection,
            BACKLOGS[number.flow.backlog],
            number.which,
            number.slices,
            review.definition,
            number.counted,
        )
        assert pages.count(review.database, found.listing) == number.people, number
        sliced += bool(number.slices)
    assert sliced > 100


def test_every_number_is_defined(board: Board) -> None:
    for number in flow_numbers(board):
        told = explanation(board.review, number)
        assert told.title
        assert told.definition


@pytest.mark.parametrize("width", WIDTHS)
def test_every_line_fits_and_no_number_is_lost(board: Board, width: int) -> None:
    found = list(page_lines(board, FLOW, width))
    assert all(line_width(line) <= width for line in found)
    subjects = (piece.subject for line in found for piece in line)
    there = {id(subject) for subject in subjects if isinstance(subject, FlowNumber)}
    assert len(there) == len(flow_numbers(board))


@pytest.mark.parametrize("place", PUBLISHED)
def test_where_only_figures_were_published_it_says_what_is_missing(
    demo_database: Path, place: str
) -> None:
    with held(demo_database, *PUBLISHED[place]) as made:
        told = page_text(made, FLOW)
    assert told == ["Needs the records of two days; only figures were published."] * 2


def test_another_day_than_the_baseline_s_is_said(demo_database: Path) -> None:
    with held(demo_database, "Exampleshire", date(2023, 3, 31)) as made:
        assert (
            page_text(made, FLOW)
            == ["Needs the records of an earlier day: an earlier cases file."] * 2
        )


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("page") / "page.db"


@given(history=some_histories, definition=definitions)
def test_opening_less_who_went_plus_who_came_is_closing(
    path: Path, history: tuple[Register, ...], definition: Definition
) -> None:
    with opened(path, history) as (database, keys):
        selection = select(Catalogue(database), None, keys[-1].as_at, keys[0].as_at)
        board = whole_board(database, selection, definition)
        for backlog in BACKLOGS.values():
            found = by_title(flow_numbers(board, backlog.overdue_name))
            assert_adds_up(found, backlog.one)
            for dimension in SLICED:
                numbers = flow_numbers(board, f"{backlog.overdue_name}_{dimension}")
                assert_slices_add_up(numbers, found, backlog.one)


def assert_adds_up(found: Mapping[str, int], one: str) -> None:
    done = "visited" if one == "visit" else "assessed"
    without = found[f"cleared without {'an' if one == 'assessment' else 'a'} {one}"]
    went = [
        found[done],
        found["left the force's register"],
        found["went missing"],
        found["in custody, hospital, abroad or other"],
        without,
    ]
    came = found["newly overdue"] + found["joined overdue"]
    assert found["overdue then"] - sum(went) + came == found["overdue now"]
    assert found["overdue then"] - sum(went) == found["overdue on both days"]
    assert found["still overdue"] + found["overdue again"] == found["overdue on both days"]
    ways = ("moved to reactive management", "regraded to a lower risk", "due date moved")
    assert sum(found.get(way, 0) for way in ways) == without


def assert_slices_add_up(numbers: list[FlowNumber], whole: Mapping[str, int], one: str) -> None:
    heads: dict[str, int] = {}
    rows: dict[str | None, dict[str, int]] = {}
    for number in numbers:
        assert isinstance(number.flow, FlowBySlice)
        head = number.title.rsplit(", ", 1)[1]
        heads[head] = heads.get(head, 0) + (number.people or 0)
        rows.setdefault(number.slices[0].value, {})[head] = number.people or 0
    for row in rows.values():
        assert row["both"] + row["new"] == row["now"]
    if not heads:
        assert whole["overdue then"] == whole["overdue now"] == 0
        return
    done = "visited" if one == "visit" else "assessed"
    assert heads["then"] == whole["overdue then"]
    assert heads["now"] == whole["overdue now"]
    assert heads[done] == whole[done]
    went = heads[done] + heads["cleared"] + heads["gone"] + heads["missing"]
    assert heads["then"] - went + heads["new"] == heads["now"]
