"""The card of overdue visits at one level of risk, where they were said of no whole."""

from __future__ import annotations

from boardtui.core.criterion.dimension import slice_title
from boardtui.core.measures.backlogs import VISITS
from boardtui.panels.cards.card import Block, Card, Headline, Way
from boardtui.panels.cards.hedges import split_hedge
from boardtui.panels.cards.overdue import levels_said
from boardtui.panels.cards.said import said_by
from boardtui.panels.cards.words import known, label, line, strong
from boardtui.panels.panel import Board
from boardtui.panels.text import chunk, wrapped
from boardtui.review.day.compared import ComparedFigure


def slice_card(board: Board, width: int) -> Card | None:
    """Overdue visits of one slice that were said of the day, where no whole was."""
    one = slice_said(board)
    if one is None:
        return None
    before, value = split_hedge(one.figure)
    said = f"visits overdue {slice_words(one)}"
    more = [line(label(text)) for text in _in_full(one)]
    ways = (
        Way(((), line(strong(said)), *more)),
        Way(below=(*wrapped([chunk(strong(said))], width), *more)),
    )
    return Card(
        Headline(f"Overdue {slice_words(one)}", value, one, before, ways),
        (Block(said_by(one, width), need=2, apart=True),),
    )


def slice_said(board: Board) -> ComparedFigure | None:
    """Overdue visits at a risk level that were said of the day, where no whole was; if any."""
    if known(board.review.figures(VISITS.overdue_name)) is not None:
        return None
    return next(iter(levels_said(board.review, VISITS)), None)


def slice_words(one: ComparedFigure) -> str:
    """The slice of such a figure in words: "above low risk", "at high risk"."""
    level = slice_title("risk_level", one.figure.slices[0].value)
    return f"{level} risk" if level.startswith("above") else f"at {level} risk"


def _in_full(one: ComparedFigure) -> tuple[str, ...]:
    """Which levels are meant, where one slice is of several."""
    if one.figure.slices[0].value == "above_low":
        return "medium, high and very high", "together"
    return ()
