"""A measure by a dimension as a table: then, now, the change, and the shares of both."""

from __future__ import annotations

from collections.abc import Sequence

from boardtui.core.criterion.dimension import DIMENSIONS
from boardtui.core.figure.figure import largest_first
from boardtui.core.words.wording import number_text, signed_interval
from boardtui.pack.document.blocks import Column, Row, Table
from boardtui.pack.document.cell import Cell, counted, words
from boardtui.pack.making.cells import BLANK, change_cell, share_cell, then_cell, value_cell
from boardtui.pack.making.marks import marks_of
from boardtui.panels.breakdown.naming import row_title
from boardtui.panels.cards.words import known
from boardtui.panels.panel import Board
from boardtui.panels.phrases import base_words
from boardtui.review.day.compared import ComparedFigure

MOST = 40
"""Slices of a table at most, the largest; more are told by number."""


def table_by(board: Board, measure: str, dimension: str) -> Table | None:
    """A table of the slices that count anybody on either day, and of all; None without any.

    Units come largest first, closed dimensions in their own order.
    """
    found = [one for one in board.review.by(measure, dimension) if _told(one)]
    if not any(one.figure.slices[0].value is not None for one in found):
        return None
    if not DIMENSIONS[dimension].closed:
        found.sort(key=lambda one: (one.figure.slices[0].value is None, largest_first(one.figure)))
    whole = known(board.review.figures(measure))
    shown = found[:MOST]
    rows = [_row(one, board, _named(one)) for one in shown]
    if whole is not None:
        rows.append(_row(whole, board, Cell("all"), strong=True))
    more = len(found) - len(shown)
    left = [f"The first {MOST} of {number_text(len(found))}, the largest."] if more else []
    return without_blank(
        Table(
            f"{measure}_by_{dimension}",
            f"By {DIMENSIONS[dimension].inside}",
            tuple(_columns(dimension)),
            tuple(rows),
            (*left, *_base(shown), *marks_of(rows, board)),
        )
    )


def _told(one: ComparedFigure) -> bool:
    """Whether a slice of the day counts anybody, or is withheld, on either day."""
    if one.earlier:
        return False
    figures = (one.figure, one.comparison.then)
    return any(each is not None and (each.value or each.suppressed) for each in figures)


def _named(one: ComparedFigure) -> Cell:
    last = one.figure.slices[-1]
    return words(row_title(last.dimension, last.value))


def _base(shown: Sequence[ComparedFigure]) -> list[str]:
    """Of whom the per cents are."""
    base = next((base_words(one.share.of) for one in shown if one.share), "")
    return [f"%: of the {base} in each row, on its day."] if base else []


def _columns(dimension: str) -> list[Column]:
    heads = ("then", "now", "change", "% then", "% now", "points")
    return [Column(DIMENSIONS[dimension].title, numbers=False), *map(Column, heads)]


def _row(one: ComparedFigure, board: Board, name: Cell, *, strong: bool = False) -> Row:
    then = one.share_then or one.share_then_other
    points = BLANK
    if one.share and then and one.share.of == then.of and one.comparison.comparable:
        interval = (one.share.interval - then.interval).scaled(100)
        exact = interval.low if interval.exact else None
        points = counted(signed_interval(interval, 1), exact, 1)
    cells = (
        name,
        then_cell(one, board.review) if one.comparison.then else BLANK,
        value_cell(one.figure),
        change_cell(one),
        share_cell(then),
        share_cell(one.share),
        points,
    )
    return Row(cells, strong)


def without_blank(table: Table) -> Table:
    """The table without columns in which nothing stands."""
    kept = [
        place
        for place in range(len(table.columns))
        if any(row.cells[place].text for row in table.rows)
    ]
    return Table(
        table.name,
        table.title,
        tuple(table.columns[place] for place in kept),
        tuple(Row(tuple(row.cells[p] for p in kept), row.strong, row.quiet) for row in table.rows),
        table.notes,
    )
