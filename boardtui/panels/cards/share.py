"""The card of a backlog that was said in per cent alone, of a base in words."""

from __future__ import annotations

from boardtui.core.measures.backlogs import VISITS
from boardtui.panels.cards.card import Block, Card, Headline, Way
from boardtui.panels.cards.headline import room_beside
from boardtui.panels.cards.hedges import split_hedge
from boardtui.panels.cards.said import said_by
from boardtui.panels.cards.words import change_line, known, label, line, strong
from boardtui.panels.panel import Board
from boardtui.panels.text import Line, chunk, wrapped
from boardtui.review.day.compared import ComparedFigure


def share_card(board: Board, width: int) -> Card | None:
    """Overdue visits as a per cent; None where a count was given of the day as well."""
    review = board.review
    one = known(review.figures(f"{VISITS.overdue_name}_share"))
    if one is None or known(review.figures(VISITS.overdue_name)) is not None:
        return None
    before, value = split_hedge(one.figure)
    beside = _words(one, room_beside(value, before, width))
    ways = (Way(beside=((), *beside) if len(beside) < 5 else beside), Way(below=_words(one, width)))
    return Card(
        Headline("Overdue visits, in per cent", value, one, before, ways),
        (Block(said_by(one, width), need=2, apart=True),),
    )


def _words(one: ComparedFigure, width: int) -> tuple[Line, ...]:
    """What the per cent is, of which base as it was said, and how it changed."""
    base = f"of {one.figure.base}, as said;" if one.figure.base else "base not stated;"
    change = change_line(one)
    return (
        line(strong("with a visit overdue")),
        *([line(strong(f"{change} since then"))] if change else []),
        *wrapped([chunk(label(base), subject=one)], width),
        line(label("no count was given")),
    )
