"""Who said a figure, of which day, and where: for cards of what was published."""

from __future__ import annotations

from boardtui.core.figure.figure import Figure
from boardtui.core.words.days import MONTH_NAMES
from boardtui.panels.cards.words import label
from boardtui.panels.head import names_a_day, short_stated
from boardtui.panels.phrases import period_text, when
from boardtui.panels.text import Line, chunk, wrapped
from boardtui.review.day.compared import ComparedFigure

WIDE = 40
"""Columns from which a card says who said its figure: `d` always does."""

LONG = 40
"""Characters of what was stated of a day from which it stands in short."""


def said_by(one: ComparedFigure, width: int) -> tuple[Line, ...]:
    """Who said a published figure, of which day in their words, and in which publication."""
    figure = one.figure
    if figure.source is None or width < WIDE:
        return ()
    lines = []
    if figure.source.said_by:
        lines.append((chunk(label(_stated(figure)), figure.source.said_by, subject=one),))
    if figure.source.publisher:
        lines.append((chunk(label("published by "), figure.source.publisher, subject=one),))
    return tuple(row for line in lines for row in wrapped(line, width))


def _stated(figure: Figure) -> str:
    words = figure.as_at_stated
    if words is None:
        return "said by "
    return f"said of “{words if len(words) <= LONG else short_stated(words, figure.as_at)}” by "


def short_when(figure: Figure) -> str:
    """The day or the period of a figure, as short as it can be told."""
    stated = figure.as_at_stated
    if stated is None:
        return when(figure)
    if figure.period_start is not None and not names_a_day(stated):
        start, end = figure.period_start, figure.as_at
        if (start.year, start.month) == (end.year, end.month):
            return f"{MONTH_NAMES[end.month - 1]} {end.year}"
        return period_text(start, end)
    return short_stated(stated, figure.as_at)
