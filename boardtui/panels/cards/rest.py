"""The cards of whatever no other card shows: of the day itself, and of earlier in the year."""

from __future__ import annotations

from collections.abc import Iterable

from boardtui.core.criterion.dimension import slice_title
from boardtui.core.words.wording import value_text
from boardtui.panels.cards.card import Block, Card
from boardtui.panels.cards.words import label
from boardtui.panels.panel import Board
from boardtui.panels.phrases import when
from boardtui.panels.text import Chunk, Line, chunk, columns, fit, quiet, wrapped
from boardtui.review.day.compared import ComparedFigure


def also_card(board: Board, width: int) -> Card | None:
    """What was published of the day and stands on no other card."""
    return _table(board, (one for one in _published(board) if not one.earlier), width)


def earlier_card(board: Board, width: int) -> Card | None:
    """What was published of earlier in the year, and not of the day: never a figure of now."""
    return _table(board, (one for one in _published(board) if one.earlier), width)


def _published(board: Board) -> list[ComparedFigure]:
    review = board.review
    mine = (figure for figure in review.now.published if figure not in board.elsewhere)
    return [review.compared(figure) for figure in mine]


def _table(board: Board, figures: Iterable[ComparedFigure], width: int) -> Card | None:
    found = list(figures)
    if not found:
        return None
    heads = ("", "", "as at", "said by")
    rows: list[tuple[Chunk, ...]] = [tuple(chunk(quiet(head)) for head in heads)]
    for one in found:
        base = f" of {one.figure.base}" if one.figure.base and len(one.figure.base) < 24 else ""
        rows.append(
            (
                chunk(quiet(title(one))),
                chunk(f"{value_text(one.figure)}{base}", subject=one),
                chunk(when(one.figure)),
                chunk(one.figure.said_by or ""),
            )
        )
    lines: list[Line]
    if fit(rows, width, 4):
        lines = columns(rows, frozenset((1,)), width, gap=4)
    else:
        lines = [row for one in found for row in _told(one, width)]
    return Card(None, (Block(tuple(lines), need=1, apart=True),))


def _told(one: ComparedFigure, width: int) -> list[Line]:
    pieces = [
        chunk(quiet(f"{title(one)}: "), value_text(one.figure), subject=one),
        chunk(label(when(one.figure))),
    ]
    return wrapped(pieces, width, indent=2)


def title(one: ComparedFigure) -> str:
    """What a figure is of, with its slices."""
    slices = [slice_title(each.dimension, each.value) for each in one.figure.slices]
    return ", ".join((one.measure.title, *slices))
