"""The card of a backlog that was said in per cent alone, of a base in words."""

from __future__ import annotations

from boardtui.core.measures.backlogs import VISITS
from boardtui.panels.cards.card import Block, Card, Headline
from boardtui.panels.cards.hedges import split_hedge
from boardtui.panels.cards.said import said_by
from boardtui.panels.cards.words import known, label, line
from boardtui.panels.panel import Board
from boardtui.panels.text import chunk, wrapped


def share_card(board: Board, width: int) -> Card | None:
    """Overdue visits as a per cent; None where a count was given of the day as well."""
    review = board.review
    one = known(review.figures(f"{VISITS.overdue_name}_share"))
    if one is None or known(review.figures(VISITS.overdue_name)) is not None:
        return None
    before, value = split_hedge(one.figure)
    base = f"of {one.figure.base}, as said;" if one.figure.base else "base not stated;"
    told = wrapped([chunk(label(base), subject=one)], max(20, width - 22))
    words = (line(label("with a visit overdue")), *told, line(label("no count was given")))
    return Card(
        Headline("Overdue visits, in per cent", value, one, before, ((), *words), under=words),
        (Block(said_by(one, width), need=1, apart=True),),
    )
