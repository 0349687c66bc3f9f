"""Databases that differ in nothing but what is hidden have the same slides, answers and notes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from boardtui.core.audience.audience import Audience
from boardtui.core.audience.rules import SHOW_ALL, Rules, rules_of
from boardtui.core.criterion.definition import STANDARD
from boardtui.core.measures import MEASURES
from boardtui.decks.default import default_deck
from boardtui.decks.notes import notes_of
from boardtui.decks.stage import board_of
from boardtui.panels.panel import Board
from boardtui.panels.slides.drawn import drawn
from boardtui.panels.slides.slide import Slide
from boardtui.panels.text import text_of
from boardtui.review.day.catalogue import Catalogue
from boardtui.review.day.review import Review
from boardtui.review.day.selection import select
from boardtui.store.connection.opening import open_database
from tests.panels.compared import EXAMPLESHIRE, SAMPLESHIRE
from tests.panels.tainted import tainted


@pytest.mark.parametrize("audience", [Audience.BOARD, Audience.PUBLIC])
def test_no_slide_answer_or_note_depends_on_what_is_hidden(
    demo_database: Path, tmp_path: Path, audience: Audience
) -> None:
    rules, other = rules_of(audience), tmp_path / "other.db"
    assert tainted(demo_database, other, rules) > 1000
    assert list(told(demo_database, rules)) == list(told(other, rules))
    before_the_force = zip(told(demo_database, SHOW_ALL), told(other, SHOW_ALL), strict=False)
    assert any(mine != others for mine, others in before_the_force)


def told(path: Path, rules: Rules) -> Iterator[str]:
    """All that a show could say of the demo's forces: slides, each step of them, and notes."""
    with closing(open_database(str(path))) as database:
        for force in (EXAMPLESHIRE, SAMPLESHIRE):
            selection = select(Catalogue(database), *force)
            board = board_of(Review(database, selection, STANDARD, audience=rules))
            for slide in (*default_deck(board).slides, *answers(board)):
                yield notes_of(slide, board)
                steps = drawn(slide, board, 120, 36).steps
                for step in range(steps):
                    page = drawn(slide, board, 120, 36, step).page("")
                    yield "\n".join(text_of(line) for line in page)


def answers(board: Board) -> Iterator[Slide]:
    """Each measure by each dimension, and one of its slices beside what it was."""
    for measure in MEASURES.values():
        for by in measure.dimensions:
            yield Slide(kind="answer", measure=measure.name, by=by)
            for one in board.review.by(measure.name, by)[-1:]:
                yield Slide(kind="then-and-now", measure=measure.name, slices=one.figure.slices)
