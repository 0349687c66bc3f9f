"""The board at any size: borders close, nothing scrolls or is cut, every card keeps its number."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise, product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.cells import cell_len

from boardtui.panels.cards import standing as standing_module
from boardtui.panels.cards.arranging import SHOWN
from boardtui.panels.cards.card import Card
from boardtui.panels.cards.declared import CARDS, CardOf
from boardtui.panels.cards.digits import drawn
from boardtui.panels.cards.page import Page, more_line, page_of
from boardtui.panels.cards.standing import standing
from boardtui.panels.cards.words import DAGGER
from boardtui.panels.panel import Board
from boardtui.panels.text import text_of
from tests.panels.boards import only_board
from tests.panels.hostile import hostile_force
from tests.registers import write

SIZES = [(20, 5), (40, 20), (60, 24), (80, 24), (100, 30), (120, 36), (160, 45), (200, 50)]

CORNERS = {"╭": "╮", "╰": "╯"}


def rows(of: Page) -> list[str]:
    return ["".join(piece.text for piece in row) for row in of.rows]


def assert_closed(of: Page, width: int) -> None:
    """No row is wider than the screen, and every border stands under the one above it."""
    edges: list[int] = []
    for row in rows(of):
        assert cell_len(row) <= width
        places = [cell_len(row[:n]) for n, c in enumerate(row) if c in "╭╮╰╯│"]
        if "╭" in row:
            edges = places
        if not places:
            continue
        assert cell_len(row) == width
        assert places == edges, row
        for start, end in CORNERS.items():
            assert row.count(start) == row.count(end)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_borders_close_and_no_row_is_wider_than_the_screen(
    demo_boards: list[Board], size: tuple[int, int]
) -> None:
    for board in demo_boards:
        assert_closed(page_of(board, *size), size[0])


@pytest.mark.parametrize("size", SIZES[1:], ids=str)
def test_a_board_is_never_longer_than_its_screen(
    demo_boards: list[Board], size: tuple[int, int]
) -> None:
    for board in demo_boards:
        assert len(page_of(board, *size).rows) < size[1]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_card_has_the_same_number_at_every_size(
    demo_boards: list[Board], size: tuple[int, int]
) -> None:
    for board in demo_boards:
        names = [(each.number, each.of.name) for each in standing(board)]
        assert [number for number, _ in names] == list(range(1, len(names) + 1))
        page = page_of(board, *size)
        assert [(each.number, each.of.name) for each in page.there] == names
        shown = [box.number for box in page.boxes]
        assert shown == sorted(set(shown))


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)], ids=str)
def test_every_card_that_has_room_shows_the_number_that_it_stands_for(
    demo_boards: list[Board], size: tuple[int, int]
) -> None:
    for board in demo_boards:
        page = page_of(board, *size)
        heads = {spot.card for spot in page.spots if spot.head}
        mine = [each for each in page.there[:SHOWN] if each.card.headline]
        assert heads >= {each.number for each in mine if each.card.headline.subject}  # type: ignore[union-attr]


@pytest.mark.parametrize("size", SIZES[1:], ids=str)
def test_no_text_is_cut_where_a_board_is_meant_to_be_read(
    demo_boards: list[Board], size: tuple[int, int]
) -> None:
    for board in demo_boards:
        assert "…" not in page_of(board, *size).text()


@pytest.mark.parametrize("size", SIZES[3:], ids=str)
def test_wherever_a_dagger_stands_it_is_explained(
    demo_boards: list[Board], size: tuple[int, int]
) -> None:
    seen = 0
    for board in demo_boards:
        page = page_of(board, *size)
        last = text_of(more_line(page, size[0]))
        if DAGGER in page.text() and not page.listed:
            seen += 1
            assert f"{DAGGER} " in last
    assert seen


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)], ids=str)
def test_each_card_is_made_once_for_a_width(
    demo_boards: list[Board], size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    made: Counter[tuple[str, int, int | None]] = Counter()

    def counted(of: CardOf) -> CardOf:
        def make(board: Board, width: int) -> Card | None:
            made[of.name, width, board.backlogs_width] += 1
            return of.make(board, width)

        return replace(of, make=make)

    monkeypatch.setattr(standing_module, "CARDS", tuple(map(counted, CARDS)))
    for board in demo_boards:
        made.clear()
        page_of(board, *size)
        assert max(made.values()) == 1, made.most_common(3)


SHAPES = list(product((20, 40, 80, 120, 200), (20, 36, 50)))


@pytest.mark.parametrize("size", SHAPES, ids=str)
def test_wide_combining_and_right_to_left_text_breaks_no_border(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    with only_board(write(tmp_path / "a.db", hostile_force())) as board:
        assert_closed(page_of(board, *size), size[0])


@settings(max_examples=25)
@given(text=st.text(st.characters(categories=("L", "M", "N", "Po", "Zs")), min_size=1, max_size=90))
def test_any_text_that_may_be_stored_breaks_no_border(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path = tmp_path_factory.mktemp("any") / "a.db"
    with only_board(write(path, hostile_force(text))) as board:
        for width, height in ((20, 20), (40, 20), (120, 36)):
            assert_closed(page_of(board, width, height), width)


@pytest.mark.parametrize("size", SIZES[1:], ids=str)
def test_how_many_are_not_counted_is_said_once_on_a_card(
    demo_boards: list[Board], size: tuple[int, int]
) -> None:
    for board in demo_boards:
        page = page_of(board, *size)
        said: Counter[int] = Counter()
        for row in page.rows:
            for number in {piece.card for piece in row}:
                text = "".join(piece.text for piece in row if piece.card == number)
                said[number] += text.count("not counted")
        assert max(said.values(), default=0) <= 1, page.text()


@pytest.mark.parametrize("size", [(40, 20), (80, 24), (120, 36), (200, 50)], ids=str)
def test_a_board_that_could_be_compared_with_no_day_says_so(
    demo_boards: list[Board], size: tuple[int, int]
) -> None:
    seen = 0
    for board in demo_boards:
        if board.review.selection.baseline is None:
            seen += 1
            assert "Nothing to compare" in page_of(board, *size).text()
    assert seen > 2


@pytest.mark.parametrize("size", [(120, 36), (160, 45), (200, 50)], ids=str)
def test_what_goes_on_under_a_row_of_a_card_stands_right_below_it(
    demo_boards: list[Board], size: tuple[int, int]
) -> None:
    seen = 0
    for board in demo_boards:
        lines = rows(page_of(board, *size))
        for above, row in pairwise(lines):
            if row.startswith(("│   of what is not stated", "│   of all registered")):
                seen += 1
                assert "%" in above, (above, row)
    assert seen > 1


def test_a_per_cent_that_stands_alone_says_of_what(demo_boards: list[Board]) -> None:
    (day,) = (b for b in demo_boards if str(b.review.selection.day) == "2016-12-31")
    assert "of what is not stated" in page_of(day, 120, 36).text()


def test_numbers_are_drawn_larger_where_their_words_have_room_beside_them_in_short(
    demo_boards: list[Board],
) -> None:
    (day,) = (b for b in demo_boards if str(b.review.selection.day) == "2022-03-31")
    text = page_of(day, 200, 50).text()
    assert drawn("114", 10)[0].strip() in text
    assert "since March 2021" in text
