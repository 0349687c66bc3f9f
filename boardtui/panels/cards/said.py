"""Who said a figure, and where: for cards of what was published."""

from __future__ import annotations

from boardtui.core.figure.figure import Figure
from boardtui.panels.cards.words import label
from boardtui.panels.phrases import day_of
from boardtui.panels.text import Line, chunk, wrapped
from boardtui.review.day.compared import ComparedFigure


def said_by(one: ComparedFigure, width: int) -> tuple[Line, ...]:
    """Who said a published figure, of which day in their words, and in which publication."""
    figure = one.figure
    if figure.source is None:
        return ()
    lines = [(chunk(label(_stated(figure)), figure.source.said_by, subject=one),)]
    if figure.source.publisher:
        lines.append((chunk(label("in the "), figure.source.publisher, subject=one),))
    return tuple(row for line in lines for row in wrapped(line, width))


def _stated(figure: Figure) -> str:
    return f"said of “{figure.as_at_stated}” by " if figure.as_at_stated else "said by "


def stated_day(figure: Figure) -> str:
    return day_of(figure)
