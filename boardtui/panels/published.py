"""The panel of everything else that was published, so that no published figure lacks a place."""

from __future__ import annotations

from boardtui.core.criterion.dimension import slice_title
from boardtui.core.figure.figure import Figure
from boardtui.core.measures.units import PER_CENT
from boardtui.core.words.wording import value_text
from boardtui.panels.panel import Board
from boardtui.panels.phrases import change_text, day_of
from boardtui.panels.text import Chunk, Line, chunk, number, quiet, wrapped
from boardtui.review.day.compared import ComparedFigure


def published_lines(board: Board, width: int) -> list[Line]:
    """What was published of the day, or up to a year before, that no other panel shows."""
    lines: list[Line] = []
    for figure in board.review.now.published:
        if figure not in board.elsewhere:
            lines += wrapped(_told(board.review.compared(figure)), width, gap=2, indent=2)
    return lines


def _told(one: ComparedFigure) -> list[Chunk]:
    figure = one.figure
    pieces = [chunk(f"{_title(one)}: ", number(value_text(figure)), subject=one)]
    if figure.base:
        pieces.append(chunk(quiet(f"of {figure.base}")))
    elif figure.unit == PER_CENT:
        pieces.append(chunk(quiet("base not stated")))
    if change := change_text(one.comparison):
        then = one.comparison.then
        text = f"was {value_text(then)}, {change}" if then else ""
        pieces.append(chunk(quiet(text), subject=one))
    pieces.append(chunk(quiet(_when(figure))))
    return pieces


def _title(one: ComparedFigure) -> str:
    slices = [slice_title(s.dimension, s.value) for s in one.figure.slices]
    return ", ".join((one.measure.title, *slices))


def _when(figure: Figure) -> str:
    return f"{day_of(figure)}; {figure.said_by}" if figure.said_by else day_of(figure)
