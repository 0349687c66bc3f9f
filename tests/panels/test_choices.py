"""Several figures for one thing, on a board, on a page of their own, and under a definition."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from boardtui.core.figure.figure import Source
from boardtui.panels.choices import MARK, choices_lines, speaker
from boardtui.panels.declared import board_of
from boardtui.panels.explaining.explanation import explanation
from boardtui.panels.panel import Board
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.selection import Catalogue, select
from boardtui.store.connection.opening import open_database
from tests.core.figures import counted, published
from tests.panels.boards import board, lines, text_of


@pytest.fixture
def exampleshire(demo_database: Path) -> Board:
    """A board of the test's own, since what is chosen stays chosen."""
    with closing(open_database(str(demo_database))) as database:
        return board(database, select(Catalogue(database), "Exampleshire", date(2024, 1, 17)))


def told(of: Board, panel: str, width: int = 100) -> list[str]:
    found = dict(lines(of, width))
    return [text_of(line) for line in found[panel]]


def later(of: Board) -> ComparedFigure:
    """The figure that was said a year later, and does not agree."""
    return next(one for one in of.review.figures("overdue_visits") if one.figure.value == 283)


def test_the_headline_is_what_records_give_and_the_others_stand_under_it(
    exampleshire: Board,
) -> None:
    shown = "\n".join(told(exampleshire, "overdue_visits"))
    assert shown.startswith("273  18.3% of 1,488 actively managed")
    assert "Deputy chief constable said  273 of ≈1,500: agrees" in shown
    assert "283 of 1,521 (said 19 February 2025): does not agree (+10)" in shown


def test_what_was_chosen_becomes_the_headline_and_says_whose_it_is(exampleshire: Board) -> None:
    review = exampleshire.review
    review.prefer(later(exampleshire).figure)
    after = board_of(review, exampleshire.start, exampleshire.flows)
    shown = told(after, "overdue_visits")
    assert shown[0].startswith("283  18.6% of 1,521 managed")
    assert shown[1] == "chosen: said by Deputy chief constable"
    assert "was 217  +66 (+30%)" in shown[2]
    assert any("records give  273 of 1,488: does not agree (−10)" in line for line in shown)


def test_a_chosen_base_is_no_base_of_what_another_gave(exampleshire: Board) -> None:
    review = exampleshire.review
    before = told(exampleshire, "overdue_assessments")
    assert before[0].startswith("148  9.9% of 1,500 managed")
    (managed,) = (one for one in review.figures("managed") if one.figure.value == 1521)
    review.prefer(managed.figure)
    assert told(exampleshire, "overdue_assessments") == before


def test_the_page_has_each_figure_with_who_said_it_when_and_whether_it_agrees(
    exampleshire: Board,
) -> None:
    page = [
        text_of(line) for line in choices_lines(exampleshire.review, "overdue_visits", width=90)
    ]
    assert page[0] == f"{MARK} 273  18.3% of 1,488 actively managed  shown on the board"
    assert page[1].strip() == "computed from records"
    text = "\n".join(page)
    assert "agrees with 273" in text
    assert "283 was given too: does not agree with 273" in text
    assert "said by Deputy chief constable, board of 19 February 2025 (synthetic)" in text
    assert "January 2024, as said on 19 February 2025" in text
    assert text.count(MARK) == 1


@pytest.mark.parametrize("width", [20, 36, 80])
def test_each_figure_of_the_page_can_be_pointed_at(exampleshire: Board, width: int) -> None:
    page = choices_lines(exampleshire.review, "overdue_visits", width=width)
    subjects = [piece.subject for line in page for piece in line]
    figures = {one.figure for one in subjects if isinstance(one, ComparedFigure)}
    assert figures == {one.figure for one in exampleshire.review.figures("overdue_visits")}
    assert all(len(text_of(line)) <= width for line in page)


def test_the_definition_lists_what_was_said_too(exampleshire: Board) -> None:
    review = exampleshire.review
    told = explanation(review, review.figures("overdue_visits")[0])
    assert told.standing == "by the SYNTHETIC records of 17 Jan 2024; chosen of 3 given"
    assert [value for value, _ in told.said_too if value] == ["273", "283"]
    assert told.said_too[2][1].endswith("does not agree (+10)")
    assert told.said_too[3][1] == "Deputy chief constable, board of 19 February 2025 (synthetic)"
    told = explanation(review, later(exampleshire))
    assert told.standing.endswith("; one of 3 given")
    assert ("", "the records") in told.said_too


def test_an_open_base_is_shown_against_each_it_may_be(exampleshire: Board) -> None:
    shown = told(exampleshire, "risk_mix", 36)
    place = next(n for n, line in enumerate(shown) if line.startswith("high"))
    assert shown[place].split()[:4] == ["high", "225", "15%", "41"]
    assert shown[place + 1].split()[:4] == ["said", "15%", "211–240", "40–42"]
    assert "said: people, were it of ≈1,500" in shown


def test_the_definition_says_what_an_open_base_would_mean(exampleshire: Board) -> None:
    (high,) = (
        one
        for one in exampleshire.review.by("risk_share", "risk_level")
        if one.figure.slices[0].value == "high"
    )
    may_be = [
        text for label, text in explanation(exampleshire.review, high).facts if label == "it may be"
    ]
    assert may_be[0].startswith("15% of 273 overdue visits (as said by Deputy chief constable")
    assert may_be[0].endswith("would be 40 to 42 people; the records give 41")
    assert any(
        "of ≈1,500 managed" in text and text.endswith("211 to 240 people; the records give 225")
        for text in may_be
    )


def test_who_spoke_is_said_without_the_occasion() -> None:
    source = Source("HMICFRS (PEEL report, March 2023)", "a newspaper", "https://example.org/")
    assert speaker(published(217, 217, 217, source=source)) == "HMICFRS"
    assert speaker(counted(217)) == "records"
