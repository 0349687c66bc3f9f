"""Several figures for one thing: which stands, what its card says, and what its sheet explains."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from boardtui.core.figure.figure import Source
from boardtui.panels.cards.page import page_of
from boardtui.panels.choices import speaker
from boardtui.panels.explaining.explanation import explanation
from boardtui.panels.notes import chosen_notes
from boardtui.panels.panel import Board
from boardtui.review.day.catalogue import Catalogue
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.selection import select
from boardtui.store.connection.opening import open_database
from tests.core.figures import counted, published
from tests.panels.boards import board, told, value_of

CHOSEN = "Overdue visits: 283, said by Deputy chief constable, was chosen of 3 given"


@pytest.fixture
def exampleshire(demo_database: Path) -> Iterator[Board]:
    """A board of the test's own, since what is chosen stays chosen."""
    with closing(open_database(str(demo_database))) as database:
        yield board(database, select(Catalogue(database), "Exampleshire", date(2024, 1, 17)))


def later(of: Board) -> ComparedFigure:
    """The figure that was said a year later, and does not agree."""
    return next(one for one in of.review.figures("overdue_visits") if one.figure.value == 283)


def after_choosing(of: Board) -> Board:
    """The board once the later figure was chosen."""
    of.review.prefer(later(of).figure)
    return Board(of.review, of.start, of.flows)


def test_the_headline_is_what_records_give_and_what_differs_stands_beside_it(
    exampleshire: Board,
) -> None:
    assert value_of(exampleshire, "overdue_visits") == "273"
    shown = told(exampleshire, "overdue_visits")
    assert any(line.endswith("later said 283") for line in shown)
    assert "18.3% of 1,488 actively managed" in shown
    assert chosen_notes(exampleshire.review) == []


def test_what_was_chosen_becomes_the_headline_with_its_own_base_and_change(
    exampleshire: Board,
) -> None:
    after = after_choosing(exampleshire)
    assert value_of(after, "overdue_visits") == "283"
    shown = told(after, "overdue_visits")
    assert any(line.endswith("+66  +30%") for line in shown)
    assert any(line.endswith("counted 273") for line in shown)
    assert "18.6% of 1,521 managed" in shown


@pytest.mark.parametrize("size", [(40, 20), (80, 24), (120, 36), (200, 50)])
def test_that_a_figure_was_chosen_stands_above_the_cards_with_whose_it_is(
    exampleshire: Board, size: tuple[int, int]
) -> None:
    after = after_choosing(exampleshire)
    assert chosen_notes(after.review) == [CHOSEN]
    second = page_of(after, *size).text().splitlines()[1].strip()
    assert CHOSEN.startswith(second.removesuffix("…"))
    assert second == CHOSEN or size[0] < len(CHOSEN)


def test_a_chosen_base_is_no_base_of_what_another_gave(exampleshire: Board) -> None:
    review = exampleshire.review
    before = told(exampleshire, "overdue_assessments")
    assert "9.9% of 1,500 managed" in before
    (managed,) = (one for one in review.figures("managed") if one.figure.value == 1521)
    review.prefer(managed.figure)
    assert told(exampleshire, "overdue_assessments") == before


def test_the_definition_lists_what_was_said_too(exampleshire: Board) -> None:
    review = exampleshire.review
    explained = explanation(review, review.figures("overdue_visits")[0])
    assert explained.standing == "by the SYNTHETIC records of 17 Jan 2024; chosen of 3 given"
    assert [value for value, _ in explained.said_too if value] == ["273", "283"]
    assert explained.said_too[2][1].endswith("does not agree (+10)")
    assert explained.said_too[3][1] == (
        "Deputy chief constable, board of 19 February 2025 (synthetic)"
    )
    explained = explanation(review, later(exampleshire))
    assert explained.standing.endswith("; one of 3 given")
    assert ("", "the records") in explained.said_too


def test_the_definition_of_what_was_chosen_says_by_whom(exampleshire: Board) -> None:
    after = after_choosing(exampleshire)
    (chosen, *_) = after.review.figures("overdue_visits")
    assert explanation(after.review, chosen).standing.endswith("; chosen by you of 3")


@pytest.mark.parametrize("width", [36, 60])
def test_shares_that_were_said_of_an_open_base_say_that_it_is_open(
    exampleshire: Board, width: int
) -> None:
    shown = " ".join(told(exampleshire, "risk_mix", width))
    assert "said: 15% high" in shown
    assert shown.endswith("its base is open")


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
