"""Real forces: every published figure has a place on a board, and nothing else is shown of them."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from boardtui.core.figure.figure import Origin
from boardtui.core.words.wording import value_text
from boardtui.demo import fixtures
from boardtui.export.board import subject_rows
from boardtui.panels.cards.standing import standing
from boardtui.panels.explaining.explanation import explanation
from boardtui.panels.panel import Board
from boardtui.panels.phrases import change_text
from boardtui.panels.said_shares import people_text
from boardtui.review.day.compared import ComparedFigure
from tests.panels.boards import cards, figures, only_board, told, value_of
from tests.registers import Force, Said, write

PUBLISHED = (fixtures() / "published" / "figures.csv").read_text(encoding="utf-8")
ROWS = list(csv.DictReader(PUBLISHED.splitlines()))


def real(boards: list[Board]) -> Iterator[Board]:
    return (board for board in boards if not board.review.selection.force.synthetic)


def is_row(one: ComparedFigure, row: dict[str, str]) -> bool:
    figure = one.figure
    return (
        figure.measure == row["measure"]
        and [s.value for s in figure.slices] == ([row["slice"]] if row["slice"] else [])
        and figure.value == float(row["value"])
        and figure.as_at.isoformat() == row["as_at"]
        and figure.said_by == row["said_by"]
        and (figure.as_at_stated or "") == row["as_at_stated"]
    )


def is_of(one: ComparedFigure, board: Board, row: dict[str, str]) -> bool:
    """Whether a figure on a board is a row's, of the board's force or the one set beside it."""
    return is_row(one, row) and (one.force or board.review.selection.force.name) == row["force"]


@pytest.fixture(scope="module")
def by_day(demo_boards: list[Board]) -> dict[tuple[str, str], Board]:
    return {
        (board.review.selection.force.name, board.review.selection.day.isoformat()): board
        for board in demo_boards
    }


def names(row: dict[str, str]) -> str:
    return " ".join((row["force"], row["measure"], row["slice"], row["as_at"]))


ROW = pytest.mark.parametrize("row", ROWS, ids=names)


def test_there_are_as_many_rows_as_were_published() -> None:
    assert len(ROWS) == 49


def headed(board: Board) -> list[str]:
    """The cards of a board that stand for a number."""
    return [each.of.name for each in standing(board) if each.card.headline]


def everything(board: Board, width: int = 100) -> dict[str, str]:
    """All that each card says, in a line."""
    return {name: " ".join(told(board, name, width)) for name in cards(board, width)}


def assert_shown(board: Board, row: dict[str, str]) -> None:
    """A row is on a board, as it was worded, and where it comes from stands under it."""
    review = board.review
    shown = figures(board)
    found = [one for one in shown if is_of(one, board, row)]
    # Of several who gave one thing, one stands; the others are told on its sheet.
    beside = (review.compared(other) for one in shown for other in one.others)
    found += [one for one in beside if is_of(one, board, row)]
    assert found
    words = " ".join(
        [*(value_of(board, name) for name in headed(board)), *everything(board).values()]
    )
    number = value_text(found[0].figure, unit=False).removesuffix(" per 100,000")
    assert number in words
    explained = explanation(board.review, found[0])
    sources = list(explained.sources)
    said = dict(sources[: 4 if found[0].force else 3])
    assert said["said by"].startswith(f"{row['said_by']}, ")
    assert said.get("publisher", "") == row["publisher"]
    assert said.get("address", "") == row["address"]
    assert row["as_at_stated"] in dict(explained.facts)["as at"]
    assert row["base"] in dict(explained.facts).get("base stated", "")
    assert (said.get("force") == row["force"]) == bool(found[0].force)


@ROW
def test_a_published_figure_is_on_its_board_as_worded_with_its_source(
    by_day: dict[tuple[str, str], Board], row: dict[str, str]
) -> None:
    assert_shown(by_day[row["force"], row["as_at"]], row)


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row["force"] == "England and Wales"], ids=names
)
def test_england_and_wales_stands_beside_essex(
    by_day: dict[tuple[str, str], Board], row: dict[str, str]
) -> None:
    assert_shown(by_day["Essex", row["as_at"]], row)


def test_what_is_not_the_force_s_own_says_whose_it_is_wherever_it_goes(
    by_day: dict[tuple[str, str], Board],
) -> None:
    board = by_day["Essex", "2020-03-31"]
    beside = [one for one in figures(board) if one.force]
    assert len(beside) == 3
    for one in beside:
        assert explanation(board.review, one).title.startswith("England and Wales · ")
        assert next(subject_rows(board, [one]))[0] == "England and Wales"


HEDGES = {
    ("Avon and Somerset", "2023-11-30"): ("visits", "just under 500", "tried  just under 500"),
    ("Avon and Somerset", "2024-01-17"): ("visits", "just under 500", "340 68.1%–85.0%"),
    ("Essex", "2017-03-02"): ("register", "over 1,600", "≈30% growth, since 2012"),
    ("Essex", "2019-06-30"): ("overdue_visits_share", "5%", "over 1,500"),
}


@pytest.mark.parametrize("place", HEDGES)
def test_a_hedge_is_shown(by_day: dict[tuple[str, str], Board], place: tuple[str, str]) -> None:
    card, headline, words = HEDGES[place]
    assert value_of(by_day[place], card) == headline
    assert words in " ".join(everything(by_day[place]).values())


@pytest.mark.parametrize(
    ("force", "day"),
    [
        ("Essex", "2016-08-31"),
        ("Essex", "2017-03-02"),
        ("Essex", "2019-06-30"),
        ("Essex", "2020-03-31"),
        ("Essex", "2022-03-31"),
        ("Avon and Somerset", "2024-01-17"),
    ],
)
def test_every_figure_of_a_published_day_stands_in_some_panel(
    by_day: dict[tuple[str, str], Board], force: str, day: str
) -> None:
    board = by_day[force, day]
    shown = {given for one in figures(board) for given in (one.figure, *one.others)}
    assert set(board.review.now.published) <= shown


def test_a_flow_said_in_public_stands_apart_from_the_backlog(
    by_day: dict[tuple[str, str], Board],
) -> None:
    board = by_day["Essex", "2019-06-30"]
    shown = everything(board)
    assert "85" in shown["earlier"]
    assert "85" not in shown["overdue_visits_share"]
    (missed,) = (one for one in figures(board) if one.measure.name == "visits_missed")
    assert missed.figure.period_start == date(2019, 4, 1)
    assert "overdue" not in explanation(board.review, missed).title.lower()


def test_a_year_that_was_not_published_is_missing_and_no_zero(tmp_path: Path) -> None:
    days = [date(year, 3, 31) for year in (2019, 2021, 2022)]
    said = tuple(Said("mappa_category_1", 1500 + day.year, day) for day in days)
    with only_board(write(tmp_path / "a.db", Force("Aforce", said=said, synthetic=False))) as board:
        shown = told(board, "mappa_category_1", 80)
    years = [line for line in shown if re.match(r"20\d\d ", line)]
    assert [line[:4] for line in years] == ["2019", "2020", "2021", "2022"]
    drawn = [(bool({"█", "▀"} & {*line}), "not published" in line) for line in years]
    assert drawn == [
        (True, False),
        (False, True),
        (True, False),
        (True, False),
    ]


def test_a_year_of_which_two_numbers_were_said_shows_both(tmp_path: Path) -> None:
    day, before = date(2022, 3, 31), date(2021, 3, 31)
    said = tuple(
        Said("mappa_category_1", value, when, said_by=who)
        for value, when, who in ((1684, before, "one"), (1690, before, "two"), (1867, day, "one"))
    )
    with only_board(write(tmp_path / "a.db", Force("Aforce", said=said, synthetic=False))) as board:
        shown = told(board, "mappa_category_1", 80)
    assert any(line.startswith("2021  1,684 or 1,690 ") for line in shown)


def test_a_year_after_the_board_s_day_is_not_on_it(by_day: dict[tuple[str, str], Board]) -> None:
    years = by_day["Essex", "2020-03-31"].review.beyond.years("mappa_category_1")
    assert list(years) == [2019, 2020]


def test_real_forces_show_published_figures_alone(demo_boards: list[Board]) -> None:
    for board in real(demo_boards):
        assert not board.flows
        for one in figures(board):
            assert one.figure.origin is Origin.PUBLISHED
            assert any(is_of(one, board, row) for row in ROWS)
            for then in (one.comparison.then, one.comparison.then_other):
                assert then is None or then.source is not None


NUMBER = re.compile(r"\d[\d,.]*\d|\d")


def test_real_forces_show_no_number_of_another_kind(demo_boards: list[Board]) -> None:
    """Every number is in a published row, or a share, change or possible count of two of them."""
    for board in real(demo_boards):
        allowed = numbers_of(board)
        for card, text in everything(board, 200).items():
            for shown in NUMBER.findall(text):
                assert shown in allowed, (card, text, shown)


def numbers_of(board: Board) -> set[str]:
    """The numbers that a real force's board may show, as they are written."""
    found = set[str]()
    forces = {board.review.selection.force.name, *(one.force for one in figures(board))}
    for row in (row for row in ROWS if row["force"] in forces):
        found |= set(NUMBER.findall(" ".join(row.values())))
        found.add(f"{float(row['value']):,.0f}")
        # "2019-06-30" is shown as "30 Jun 2019".
        found |= {part.lstrip("0") for day in (row["as_at"],) for part in day.split("-")}
    years = [
        [figure.value for figure in said]
        for said in board.review.beyond.years("mappa_category_1").values()
    ]
    for before, after in pairwise(years):
        found |= {f"{abs(one - other):,.0f}" for one in after for other in before if one and other}
    found |= {f"{year:02}" for year in range(10, 30)}  # "2019/20" and "2019-20"
    for one in figures(board):
        found |= set(NUMBER.findall(change_text(one.comparison)))
        for count in one.possible_counts:
            found |= set(NUMBER.findall(people_text(count.people)))
        for share in (one.share, one.share_then):
            if share:
                low, high = share.interval.low, share.interval.high
                found |= {f"{low * 100:.1f}", f"{high * 100:.1f}"}
    # "MAPPA category 1", "per 100,000", and the words of panels that nothing fills.
    return found | {"1", "2", "3", "100,000"}
