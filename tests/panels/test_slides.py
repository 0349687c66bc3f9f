"""Slides: every one of every default deck, at every size, and what single ones must say."""

from __future__ import annotations

import re
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from boardtui.core.audience.audience import Audience
from boardtui.core.audience.rules import rules_of
from boardtui.core.flow.parts import Part
from boardtui.core.words.days import day_text
from boardtui.decks.default import MOST, default_deck
from boardtui.panels.panel import Board
from boardtui.panels.slides.drawn import drawn
from boardtui.panels.slides.filling import PLACEHOLDERS
from boardtui.panels.slides.kinds import KINDS
from boardtui.panels.slides.large import Number, tallest
from boardtui.panels.slides.message import Window
from boardtui.panels.slides.sentences import said as sentence_of
from boardtui.panels.slides.slide import Slide
from boardtui.panels.text import Role, line_width, text_of
from boardtui.review.day.catalogue import Catalogue
from boardtui.review.day.selection import select
from boardtui.store.connection.opening import open_database
from tests.panels.compared import EXAMPLESHIRE, SAMPLESHIRE, whole_board
from tests.panels.slides import BAR, WHOLE, board_of, every_slide, large_rows, rows_of, said
from tests.screens.budget import numbers, words

SMALL, WIDE = (80, 24), (120, 36)
SIZES = (SMALL, WIDE, (40, 20), (200, 50))

OVERDUE = Slide(kind="then-and-now", measure="overdue_visits")
FLOW = Slide(kind="flow", measure="overdue_visits")


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_step_of_every_slide_fits_and_nothing_of_it_is_cut(
    demo_boards: list[Board], size: tuple[int, int]
) -> None:
    width, height = size
    for name, slide, board in every_slide(demo_boards):
        for step in range(drawn(slide, board, *size).steps):
            found = drawn(slide, board, *size, step)
            page = found.page("slide 12 of 12", "12 of 12")
            assert len(page) == height, name
            assert max(map(line_width, page)) <= width, name
            assert [row for row in said(found) if "…" in row] == [], name


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=str)
def test_every_slide_keeps_to_its_budget(demo_boards: list[Board], size: tuple[int, int]) -> None:
    """The names of bars are those of an axis; their numbers count, but for a range of days."""
    over = {}
    for name, slide, board in every_slide(demo_boards):
        rows = said(drawn(slide, board, *size, WHOLE))
        told = sum(words(row) for row in rows if not BAR.search(row))
        counted = numbers("\n".join(re.sub(r"\d+–\d+", "", row) for row in rows))
        kind = KINDS[slide.kind]
        if told > kind.words or counted > kind.numbers:
            over[name] = told, counted
    assert over == {}


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=str)
def test_a_slide_of_figures_has_digits_of_seven_rows_or_more(
    demo_boards: list[Board], size: tuple[int, int]
) -> None:
    for name, slide, board in every_slide(demo_boards):
        if slide.kind != "title":
            lines = drawn(slide, board, *size, WHOLE).lines
            assert large_rows(lines, Role.DIGITS) >= 7, name


def test_digits_grow_with_the_window(demo_boards: list[Board]) -> None:
    board = board_of(demo_boards, *EXAMPLESHIRE)
    heights = [
        large_rows(drawn(OVERDUE, board, *size).lines, Role.DIGITS)
        for size in (SMALL, WIDE, (200, 50))
    ]
    assert heights == sorted(set(heights))
    assert heights[0] == 10


@pytest.mark.parametrize("width", [78, 118, 198])
def test_two_large_numbers_never_read_as_one(width: int) -> None:
    for form in tallest([[Number("0"), Number("98")]], Window(width, 40, 0)):
        rows = [text_of(line).ljust(width) for line in form]
        blank = "".join(" " if set(column) == {" "} else "x" for column in zip(*rows, strict=True))
        between, within = (len(gap) for gap in blank.strip().split("x") if gap)
        assert between >= 3 * within


def test_without_blocks_numbers_are_bold_text(demo_boards: list[Board]) -> None:
    board = board_of(demo_boards, *EXAMPLESHIRE)
    lines = drawn(OVERDUE, board, *SMALL, large=False).lines
    bold = [s.text for line in lines for piece in line for s in piece.spans if s.role == "headline"]
    assert bold == ["217", "273"]
    assert large_rows(lines, Role.DIGITS, Role.DIGITS_THEN) == 0


def test_a_deck_has_at_most_twelve_slides_each_of_what_is_there(demo_boards: list[Board]) -> None:
    for board in demo_boards:
        slides = default_deck(board).slides
        assert 2 <= len(slides) <= MOST
        assert len(set(slides)) == len(slides)


def test_no_two_slides_of_a_deck_say_the_same(demo_boards: list[Board]) -> None:
    said: dict[str, str] = {}
    for name, slide, board in every_slide(demo_boards):
        selection = board.review.selection
        sentence = drawn(slide, board, *SMALL).sentence
        assert said.setdefault(f"{selection.force.name} {selection.day} {sentence}", name) == name


def test_the_flow_of_a_fall_without_visits_says_what_became_of_those_overdue(
    demo_boards: list[Board],
) -> None:
    found = drawn(FLOW, board_of(demo_boards, *SAMPLESHIRE), *SMALL)
    assert found.sentence == (
        "Of the 400 overdue then, 282 were cleared without a visit and 26 visited."
    )


def test_the_message_is_made_from_the_figures(demo_boards: list[Board]) -> None:
    board = board_of(demo_boards, *EXAMPLESHIRE)
    found = drawn(OVERDUE, board, *SMALL)
    assert found.sentence == "273 visits are overdue: 56 more than the inspectors found."
    text = "\n".join(rows_of(OVERDUE, board, SMALL))
    assert "18.3% of 1,488 actively managed" in text
    assert "then: the inspection's report, “March 2023”; now: the force's records" in text
    assert "SYNTHETIC" in text.splitlines()[0]


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=str)
def test_every_slide_says_of_which_day_it_is(
    demo_boards: list[Board], size: tuple[int, int]
) -> None:
    for name, slide, board in every_slide(demo_boards):
        heading = rows_of(slide, board, size)[0]
        assert day_text(board.review.selection.day) in heading, name


def test_the_day_stands_before_all_the_words_of_a_place(demo_boards: list[Board]) -> None:
    found = drawn(OVERDUE, board_of(demo_boards, *EXAMPLESHIRE), *SMALL)
    heading = text_of(found.page("/ what was asked in very many words", "/ what was…")[0])
    assert heading.endswith("17 Jan 2024 · / what was… ")


def test_records_are_named_with_their_day_where_the_heading_has_no_room_for_it(
    demo_boards: list[Board],
) -> None:
    board = board_of(demo_boards, *EXAMPLESHIRE)
    for kind in ("mix", "visits"):
        rows = rows_of(Slide(kind=kind), board, (40, 20))
        assert "17 Jan 2024" not in rows[0]
        assert rows[-1].strip() == "the force's records of 17 Jan 2024"


def test_the_first_backlog_of_sampleshire_says_how_it_fell(demo_boards: list[Board]) -> None:
    board = board_of(demo_boards, *SAMPLESHIRE)
    first = next(slide for slide in default_deck(board).slides if slide.measure)
    found = drawn(first, board, *SMALL)
    assert (
        found.sentence == "Overdue visits fell from 400 to 124: 282 were cleared without a visit."
    )
    own = Slide(kind=first.kind, measure=first.measure, sentence="{now} visits are overdue.")
    assert "282 cleared without a visit, 26 visited" in "\n".join(rows_of(own, board, SMALL))


def test_who_was_cleared_is_told_where_it_is_hidden_who_was_visited(demo_database: Path) -> None:
    with closing(open_database(str(demo_database))) as database:
        selection = select(Catalogue(database), *SAMPLESHIRE)
        board = whole_board(database, selection, audience=rules_of(Audience.PUBLIC))
        assert board.flows["visits"].hides(Part.VISITED)
        told = [drawn(slide, board, *SMALL).sentence for slide in (OVERDUE, FLOW)]
        assert told == [
            "Overdue visits fell from 400 to 125: 280 were cleared without a visit.",
            "Of the 400 overdue then, 280 were cleared without a visit.",
        ]


def test_bars_of_then_and_now_are_on_one_scale(demo_boards: list[Board]) -> None:
    board = board_of(demo_boards, *SAMPLESHIRE)
    rows = rows_of(OVERDUE, board, WIDE)
    then, now = (
        next(row for row in rows if row.startswith(f" {name}")) for name in ("then", "now")
    )
    lengths = then.count("▀") / 400, now.count("█") / 124
    assert lengths[0] == pytest.approx(lengths[1], rel=0.05)


def test_a_hedge_stands_before_its_digits(demo_boards: list[Board]) -> None:
    board = board_of(demo_boards, "Avon and Somerset", date(2023, 11, 30))
    rows = rows_of(Slide(kind="visits"), board, SMALL)
    assert [row for row in rows if row.strip().startswith("just under █")]
    assert "Just under 500 visits were tried in November 2023:" in rows[2]


def test_the_sign_of_a_hedge_is_as_large_as_its_digits(demo_boards: list[Board]) -> None:
    board = board_of(demo_boards, "Avon and Somerset", date(2024, 1, 17))
    rows = rows_of(Slide(kind="figure", measure="managed"), board, SMALL)
    assert [row.strip() for row in rows if "≈" in row] == ["≈1,500 people are managed."]
    waves = [row for row in rows if row.startswith("     ████    ██   ")]
    assert len(waves) == 2
    narrow = drawn(Slide(kind="figure", measure="managed"), board, 40, 20)
    assert large_rows(narrow.lines, Role.DIGITS) >= 7
    small = drawn(Slide(kind="figure", measure="managed"), board, *SMALL, large=False)
    assert "≈1,500" in [text_of(line).strip() for line in small.lines]


def test_a_change_that_hedges_leave_open_is_not_told(demo_boards: list[Board]) -> None:
    board = board_of(demo_boards, "Essex", date(2019, 4, 30))
    slide = Slide(kind="then-and-now", measure="registered")
    assert drawn(slide, board, *SMALL).sentence == "Over 1,500 people are on the register."
    assert "how much it changed is not known" in "\n".join(rows_of(slide, board, SMALL))


def test_a_flow_is_told_part_by_part_in_the_same_places(demo_boards: list[Board]) -> None:
    board = board_of(demo_boards, *SAMPLESHIRE)
    steps = drawn(FLOW, board, *SMALL).steps
    whole = rows_of(FLOW, board, SMALL)
    assert steps == 7
    for step in range(steps):
        rows = rows_of(FLOW, board, SMALL, step)
        bars = [row for row in rows if re.match(r" [a-z0-9].*[█▀▓]", row)]
        assert len(bars) == step + 1
        assert all(row in ("", full) for row, full in zip(rows[12:], whole[12:], strict=True))
    assert "434 of these people would be overdue; 124 are." in "\n".join(whole)
    assert "434" not in "\n".join(rows_of(FLOW, board, SMALL, steps - 2))


def test_a_flow_that_is_hidden_has_no_slide(demo_boards: list[Board]) -> None:
    board = board_of(demo_boards, *SAMPLESHIRE)
    hidden = replace(board.flows["visits"], opening=None)
    board = replace(board, flows={**board.flows, "visits": hidden})
    assert drawn(FLOW, board, *SMALL).sentence == (
        "This slide cannot be shown: how overdue visits moved is hidden here."
    )
    assert FLOW not in default_deck(board).slides


def test_no_complete_month_is_less_than_one(demo_boards: list[Board]) -> None:
    review = board_of(demo_boards, *EXAMPLESHIRE).review
    oldest = review.figures("overdue_visits_oldest_months")[0].figure
    assert sentence_of(oldest) == "The most overdue visit is 17 months late"
    assert sentence_of(replace(oldest, value=0, low=0, high=0)) == (
        "The most overdue visit is less than a month late"
    )


def test_a_step_beyond_the_last_is_the_last(demo_boards: list[Board]) -> None:
    board = board_of(demo_boards, *EXAMPLESHIRE)
    found = drawn(FLOW, board, *SMALL, WHOLE)
    assert found.step == found.steps - 1


def test_a_question_is_answered_in_eight_bars_a_step(demo_boards: list[Board]) -> None:
    board = board_of(demo_boards, *EXAMPLESHIRE)
    slide = Slide(kind="answer", measure="overdue_visits", by="officer")
    steps = drawn(slide, board, *SMALL).steps
    named: list[str] = []
    for step in range(steps):
        rows = rows_of(slide, board, SMALL, step)
        here = [row.split()[0] for row in rows if row.startswith(" OM-")]
        assert len(here) <= 8
        named += here
        left = [row.strip() for row in rows if "more: enter" in row]
        assert left == ([f"{32 - len(named)} more: enter"] if step + 1 < steps else [])
    assert len(named) == len(set(named)) == 32


def test_an_answer_says_what_changed_most_and_of_whom(demo_boards: list[Board]) -> None:
    board = board_of(demo_boards, *EXAMPLESHIRE)
    slide = Slide(kind="answer", measure="overdue_visits", by="unit")
    rows = rows_of(slide, board, SMALL)
    assert rows[2].strip() == "Overdue visits by unit: Moorland rose most, from 14 to 39."
    assert "▀ then, records 31 Mar 2023   █ now   % of the actively managed, now" in rows[3]
    assert "2 more have no unit recorded" in "\n".join(rows)


def test_what_is_not_there_says_so_in_place_of_the_slide(demo_boards: list[Board]) -> None:
    board = board_of(demo_boards, "Essex", date(2022, 3, 31))
    found = drawn(OVERDUE, board, *SMALL)
    assert found.sentence == (
        "This slide cannot be shown: Essex has no figure of overdue_visits for 31 Mar 2022."
    )
    assert found.sentence.partition(":")[0] in " ".join(text_of(line) for line in found.lines)


def test_lines_of_ones_own_that_have_no_room_are_counted(demo_boards: list[Board]) -> None:
    board = board_of(demo_boards, *EXAMPLESHIRE)
    slide = Slide(kind="text", title="Asked", text=tuple(f"line {n} of all" for n in range(6)))
    assert "no room" not in "\n".join(rows_of(slide, board, SMALL))
    rows = [row.strip() for row in rows_of(slide, board, (40, 8))]
    assert rows[-2:] == ["· line 3 of all", "2 more lines have no room"]


def test_a_flow_that_is_not_worked_out_yet_says_so(demo_boards: list[Board]) -> None:
    board = replace(board_of(demo_boards, *SAMPLESHIRE), flows={})
    found = drawn(FLOW, board, *SMALL)
    assert (found.sentence, found.steps) == (
        "What became of overdue visits is being worked out…",
        1,
    )
    assert FLOW in default_deck(board).slides


def test_every_placeholder_is_declared(demo_boards: list[Board]) -> None:
    used = {
        name
        for _, slide, board in every_slide(demo_boards)
        for name in KINDS[slide.kind].message(slide, board).fills
    }
    assert used == set(PLACEHOLDERS)
