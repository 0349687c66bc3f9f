"""Find: the words that stand on the screens lead to what they stand for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from boardtui.panels.cards.all_cards import Told, all_cards
from boardtui.panels.cards.standing import Standing, standing
from boardtui.panels.flow.found import parts_of
from boardtui.panels.panel import Board
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.selection import choose
from boardtui.review.find import Asker, ByTarget, FigureTarget, PartTarget, Target
from boardtui.screens.keys.actions import cards_of
from boardtui.store.connection.opening import open_database
from tests.panels.boards import board, boards


def asked(path: Path, board: Board) -> Asker:
    """Who answers on a board, as its screen asks."""
    asker = Asker(str(path), board.review, cases=False)
    asker.offer(cards_of(all_cards(board)), parts_of(board))
    return asker


def found(asker: Asker, words: str) -> list[Target]:
    answer = asker.answer(words, lambda: True)
    assert answer is not None
    return [each.target for each in answer.found]


@pytest.fixture(scope="module")
def exampleshire(demo_database: Path) -> Iterator[Asker]:
    with closing(open_database(str(demo_database))) as database:
        yield asked(demo_database, board(database, choose(database)))


def part(name: str, backlog: str = "visits") -> tuple[str, str]:
    return backlog, name


LABELS: dict[str, tuple[str, str] | FigureTarget | ByTarget] = {
    "cleared without a visit": part("cleared without a visit"),
    "cleared": part("cleared without a visit"),
    "cleared without an assessment": part("cleared without an assessment", "assessments"),
    "visited": part("visited"),
    "overdue on both days": part("overdue on both days"),
    "newly overdue": part("newly overdue"),
    "joined overdue": part("joined overdue"),
    "went missing": part("went missing"),
    "visited, overdue again": part("overdue again"),
    "left the force's register": part("left the force's register"),
    "due dates moved": part("due dates moved"),
    "had no date been moved": part("overdue by the dates of then"),
    "most overdue officer": ByTarget("overdue_visits", "officer"),
    "which officer has the most overdue visits": ByTarget("overdue_visits", "officer"),
    "worst unit": ByTarget("overdue_visits", "unit"),
    "not seen for a year": FigureTarget("not_seen_over_year"),
    "never seen": FigureTarget("never_seen"),
    "the longest unseen": FigureTarget("not_seen_longest_days"),
    "nobody in": FigureTarget("visits_not_in"),
    "not in": FigureTarget("visits_not_in"),
    "visits tried not in": FigureTarget("visits_not_in"),
    "left, custody, abroad": part("left, custody, abroad"),
    "led to action": FigureTarget("visits_action"),
    "high or very high": FigureTarget("overdue_high_risk"),
    "not counted": FigureTarget("overdue_visits"),
    "actively managed": FigureTarget("actively_managed"),
    "the median officer": FigureTarget("caseload_median"),
    "people have no officer": FigureTarget("unallocated"),
    "people per full-time post": FigureTarget("caseload_per_fte"),
    "overdue": FigureTarget("overdue_visits"),
    "oldest": FigureTarget("overdue_visits_oldest_months"),
}


@pytest.mark.parametrize("words", LABELS)
def test_words_of_the_screens_lead_to_what_they_stand_for(words: str, exampleshire: Asker) -> None:
    first = found(exampleshire, words)[0]
    named = (first.backlog, first.name) if isinstance(first, PartTarget) else first
    assert named == LABELS[words]


def test_a_part_stands_with_its_people(exampleshire: Asker) -> None:
    answer = exampleshire.answer("cleared without a visit", lambda: True)
    assert answer is not None
    first = answer.found[0]
    assert first.target.title == "Cleared without a visit · what changed, visits"
    assert first.said == "18"


@pytest.mark.parametrize("words", ["overdue", "high", "missing", "seen"])
def test_whole_figures_come_before_slices(words: str, exampleshire: Asker) -> None:
    targets = found(exampleshire, words)
    sliced = [not isinstance(each, FigureTarget) or bool(each.slices) for each in targets]
    assert sliced == sorted(sliced)
    assert not sliced[0]


def test_every_card_of_every_day_is_found_by_its_title_and_by_its_headline(
    demo_database: Path,
) -> None:
    seen = 0
    with closing(open_database(str(demo_database))) as database:
        for each in boards(database):
            asker = asked(demo_database, each)
            told = {card.number: card for card in all_cards(each)}
            for card in standing(each):
                seen += 1
                _find_card(asker, told[card.number], card)
    assert seen > 60


def _find_card(asker: Asker, told: Told, card: Standing) -> None:
    """The words lead to the card, or else to what it says itself."""
    (mine,) = cards_of([told])
    subject = card.card.headline.subject if card.card.headline else None
    measure = subject.measure.name if isinstance(subject, ComparedFigure) else card.of.measure
    for words in (told.title, told.label):
        targets = found(asker, words)
        first = targets[0]
        itself = isinstance(first, FigureTarget) and first.measure == measure
        assert itself or mine in targets, words
