"""The screen of what changed: every part with its number, adding up, and what both days hide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given

from boardtui.core.criterion.definition import Definition
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.panels.explaining.explanation import explanation
from boardtui.panels.flow.written import all_numbers
from boardtui.panels.panel import Board
from boardtui.panels.subject import FlowNumber
from boardtui.review.cases.part_cases import part_list
from boardtui.review.day.catalogue import Catalogue
from boardtui.review.day.selection import select
from boardtui.screens.board.working import SLICED
from boardtui.store.lists import pages
from tests.panels import flow_page
from tests.panels.compared import EXAMPLESHIRE, PUBLISHED, SAMPLESHIRE, held, whole_board
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
    assert flow_page.whole_numbers(exampleshire, "visits") == {
        "overdue on 31 Mar 2023": 217,
        "visited": 121,
        "cleared without a visit": 18,
        "moved to reactive management": 6,
        "regraded to a lower risk": 4,
        "due date moved": 8,
        "left, custody, abroad": 13,
        "left the force's register": 8,
        "in custody, hospital, abroad or other": 5,
        "went missing": 1,
        "overdue on both days": 64,
        "still overdue": 46,
        "overdue again": 18,
        "newly overdue": 171,
        "joined overdue": 38,
        "overdue on 17 Jan 2024": 273,
        "overdue by the dates of then": 98,
        "overdue by the dates of now": 64,
        "due dates moved": 58,
    }


def test_assessments_are_told_in_their_own_words(exampleshire: Board) -> None:
    found = flow_page.whole_numbers(exampleshire, "assessments")
    assert (found["overdue on 31 Mar 2023"], found["overdue on 17 Jan 2024"]) == (151, 148)
    assert (found["assessed"], found["cleared without an assessment"]) == (93, 11)
    assert "moved to reactive management" not in found


def test_the_sentence_is_made_from_the_figures(exampleshire: Board, sampleshire: Board) -> None:
    assert flow_page.lines(sampleshire)[2] == (
        " Overdue visits fell from 400 to 124. 26 were visited; 282 were cleared without a visit, "
        "all by moving the due date."
    )
    assert (
        " Overdue visits rose from 217 to 273. 121 were visited; 18 were cleared without a visit."
    ) in flow_page.lines(exampleshire)


def test_a_narrow_screen_has_a_shorter_sentence_on_one_row(sampleshire: Board) -> None:
    told = flow_page.lines(sampleshire, size=(80, 24))
    assert told[2] == " Overdue visits fell from 400 to 124: 282 were cleared without a visit."


def test_by_the_dates_of_then_stands_beside_by_those_of_now(
    exampleshire: Board, sampleshire: Board
) -> None:
    for made, then, now in ((exampleshire, 98, 64), (sampleshire, 434, 124)):
        assert (
            f"Not seen since: {then} overdue by the dates of then, {now} by the dates of now."
        ) in flow_page.flat(made)
    assert "319 due dates were moved later, or removed, with no visit in between." in (
        flow_page.flat(sampleshire)
    )


def test_why_people_left_stands_under_those_who_left(exampleshire: Board) -> None:
    told = flow_page.lines(exampleshire)
    at = next(n for n, line in enumerate(told) if "left the force's register" in line)
    assert told[at].split()[-1] == "8"
    assert told[at + 1].split() == ["deported", "1", "off", "register", "3", "transferred", "4"]


def test_the_parts_of_nobody_are_named(sampleshire: Board) -> None:
    told = flow_page.lines(sampleshire)
    at = told.index("   nobody")
    assert [line.split() for line in told[at + 1 : at + 3]] == [
        ["overdue", "again", "0"],
        ["went", "missing", "0"],
    ]


def test_who_went_missing_is_never_among_others(exampleshire: Board) -> None:
    told = flow_page.lines(exampleshire)
    assert any(line.startswith("   went missing") and "−1" in line for line in told)
    heads = next(line for line in told if line.startswith("   by unit"))
    assert "other  went missing  new or joined" in heads


def test_newly_overdue_and_joined_overdue_are_two_parts(exampleshire: Board) -> None:
    told = flow_page.lines(exampleshire)
    assert any(line.startswith("   newly overdue") and "+171" in line for line in told)
    assert any(line.startswith("   joined overdue") and "+38" in line for line in told)


def test_behind_every_number_stands_a_list_of_as_many_cases(board: Board) -> None:
    review, start = board.review, board.start.snapshot
    assert start is not None
    assert review.selection.snapshot is not None
    sliced = 0
    for number in (n for backlog in BACKLOGS for n in flow_page.numbers(board, backlog)):
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
    assert sliced > 200


def test_every_number_is_defined(board: Board) -> None:
    for number in all_numbers(board):
        told = explanation(board.review, number)
        assert told.title
        assert told.definition


SIZES = [(36, 20), (40, 20), (60, 24), (80, 24), (100, 30), (120, 36), (200, 50)]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_row_fits_and_no_number_is_lost(board: Board, size: tuple[int, int]) -> None:
    for backlog in BACKLOGS:
        found = flow_page.rows(board, backlog, size=size)
        for row in [*found.head, *found.rows]:
            assert sum(len(piece.text) for piece in row) <= size[0]
        titles = {(n.title, n.slices) for n in flow_page.numbers(board, backlog, size)}
        wide = {(n.title, n.slices) for n in flow_page.numbers(board, backlog)}
        assert titles == wide


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)], ids=str)
def test_the_waterfall_is_whole_on_the_first_screen(board: Board, size: tuple[int, int]) -> None:
    for backlog in BACKLOGS:
        told = flow_page.lines(board, backlog, size=size)[: size[1] - 1]
        flow = board.flows[backlog]
        assert any(f"overdue on {day(flow.start)}" in line for line in told)
        assert any(f"overdue on {day(flow.end)}" in line for line in told)
        assert any("by the dates of then" in line for line in told)


def day(of: date) -> str:
    return f"{of.day} {of:%b %Y}"


@pytest.mark.parametrize("place", PUBLISHED)
def test_where_only_figures_were_published_it_says_what_is_missing(
    demo_database: Path, place: str
) -> None:
    with held(demo_database, *PUBLISHED[place]) as made:
        told = flow_page.lines(made, size=(200, 50))
    assert told[1:] == ["", " Needs the records of two days; only figures were published."]


def test_a_day_without_an_earlier_one_says_what_is_missing(demo_database: Path) -> None:
    with held(demo_database, "Exampleshire", date(2023, 3, 31)) as made:
        told = flow_page.lines(made)
    assert told[1:] == ["", " Needs the records of an earlier day: an earlier cases file."]


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
        days = [day(keys[0].as_at), day(keys[-1].as_at)]
        for name, backlog in BACKLOGS.items():
            found = flow_page.whole_numbers(board, name)
            found["then"], found["now"] = (found[f"overdue on {each}"] for each in days)
            assert_adds_up(found, backlog.done_part, backlog.a_one)
            for dimension in SLICED:
                numbers = list(flow_page.sliced(board, name, dimension))
                assert_slices_add_up(numbers, found, backlog.done_part, backlog.a_one)


GONE = ("left the force's register", "in custody, hospital, abroad or other")


def assert_adds_up(found: Mapping[str, int], done: str, one: str) -> None:
    without = found[f"cleared without {one}"]
    gone = sum(found[part] for part in GONE)
    assert found.get("left, custody, abroad", gone) == gone
    went = found[done] + gone + found["went missing"] + without
    came = found["newly overdue"] + found["joined overdue"]
    assert found["then"] - went + came == found["now"]
    assert found["then"] - went == found["overdue on both days"]
    assert found["still overdue"] + found["overdue again"] == found["overdue on both days"]
    ways = ("moved to reactive management", "regraded to a lower risk", "due date moved")
    assert sum(found.get(way, 0) for way in ways) == without


def assert_slices_add_up(
    numbers: list[FlowNumber], whole: Mapping[str, int], done: str, one: str
) -> None:
    """Every column adds up to the whole flow's number, and each row to its own two ends."""
    heads: dict[str, int] = {}
    rows: dict[str | None, dict[str, int]] = {}
    for number in numbers:
        head = next(
            head for head in HEADS | {done, f"cleared without {one}"} if is_of(number, head)
        )
        heads[head] = heads.get(head, 0) + (number.people or 0)
        rows.setdefault(number.slices[0].value, {})[head] = number.people or 0
    if not heads:
        assert whole["then"] == whole["now"] == 0
        return
    for row in rows.values():
        assert row["overdue on both days"] + row["newly or joined overdue"] == row["overdue now"]
        assert row["still overdue"] + row["overdue again"] == row["overdue on both days"]
    came = whole["newly overdue"] + whole["joined overdue"]
    assert heads["overdue then"] == whole["then"]
    assert heads["overdue now"] == whole["now"]
    assert heads["newly or joined overdue"] == came
    assert heads.get("went missing", 0) == whole["went missing"]
    for title in (done, f"cleared without {one}", "still overdue", "overdue again", *GONE):
        assert heads[title] == whole[title], title


HEADS = {
    "overdue then",
    "overdue now",
    "left, custody, abroad",
    "went missing",
    "newly or joined overdue",
    "overdue on both days",
    "still overdue",
    "overdue again",
    "newly overdue",
    "joined overdue",
    "moved to reactive management",
    "regraded to a lower risk",
    "due date moved",
    *GONE,
}


def is_of(number: FlowNumber, head: str) -> bool:
    return number.title.endswith(f", {head}")
