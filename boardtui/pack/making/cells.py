"""Figures, changes and shares as cells: the words of the board, and the number for a workbook."""

from __future__ import annotations

from boardtui.core.figure.figure import Figure
from boardtui.core.figure.share import Share
from boardtui.core.words.wording import (
    change_places,
    count_text,
    number_text,
    places,
    share_text,
    value_text,
)
from boardtui.pack.document.cell import Cell, counted, shared
from boardtui.panels.cards.words import changed, mark
from boardtui.panels.subject import FlowNumber
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

NOTHING = Cell("–")
"""Where there is no figure: not a zero."""

BLANK = Cell("")


def value_cell(figure: Figure | None, *, unit: bool = False, more: str = "") -> Cell:
    """A figure's value, or why there is none; `more` is a mark that follows it."""
    if figure is None:
        return NOTHING
    text = value_text(figure, unit=unit) + (more if figure.given else "")
    known = figure.value if not figure.suppressed else None
    return counted(text, known, places(figure) if known is not None else 0)


def then_cell(one: ComparedFigure, review: Review, *, unit: bool = False) -> Cell:
    """What a figure was, marked where that is from another source than the heading's."""
    then = one.comparison.then
    return value_cell(then, unit=unit, more=mark(then, review))


def change_cell(one: ComparedFigure) -> Cell:
    """A change with its sign; nothing where there is none, or it is not known."""
    text, _ = changed(one)
    then = one.comparison.then
    if not text or then is None:
        return BLANK if then is None or not then.given else NOTHING
    return counted(text, one.comparison.change, change_places(one.figure, then))


def share_cell(share: Share | None) -> Cell:
    """A share of a base that the column names."""
    if share is None:
        return BLANK
    exact = share.value if share.interval.exact else None
    return shared(share_text(share.interval), exact)


def count_cell(count: int | None, sign: str = "", *, hidden: bool = False) -> Cell:
    """A whole number of people, with the sign of what it does to a backlog."""
    if count is None:
        return Cell(count_text(None, hidden=hidden))
    number = -count if sign not in ("", "+") else count
    return counted(f"{sign if count else ''}{number_text(count)}", number)


def flow_cell(number: FlowNumber, sign: str = "") -> Cell:
    """A number of a flow, its mark where it is hidden, or that it is not known."""
    if number.people is None:
        return Cell(number.text if number.hidden else number.absent or number.text)
    return count_cell(number.people, sign)
