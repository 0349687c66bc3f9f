"""Who said a figure, and where: for cards of what was published."""

from __future__ import annotations

from boardtui.core.figure.figure import Figure
from boardtui.panels.cards.words import label
from boardtui.panels.text import Line, chunk, wrapped
from boardtui.review.day.compared import ComparedFigure

WIDE = 40
"""Columns from which the day as stated and the publication stand there too: `d` has them always."""


def said_by(one: ComparedFigure, width: int) -> tuple[Line, ...]:
    """Who said a published figure, of which day in their words, and in which publication."""
    figure = one.figure
    if figure.source is None:
        return ()
    stated = _stated(figure) if width >= WIDE else "said by "
    lines = [(chunk(label(stated), figure.source.said_by, subject=one),)]
    if figure.source.publisher and width >= WIDE:
        lines.append((chunk(label("in the "), figure.source.publisher, subject=one),))
    return tuple(row for line in lines for row in wrapped(line, width))


def _stated(figure: Figure) -> str:
    return f"said of “{figure.as_at_stated}” by " if figure.as_at_stated else "said by "
