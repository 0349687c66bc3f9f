"""The section of the register: who is on it and managed, and who came and went."""

from __future__ import annotations

from boardtui.core.words.shown import shown
from boardtui.pack.document.blocks import Block, Column, Row, Table
from boardtui.pack.document.cell import words
from boardtui.pack.making.bars import chart, glance, then_now_bars
from boardtui.pack.making.by_slices import table_by
from boardtui.pack.making.cells import change_cell, then_cell, value_cell
from boardtui.pack.making.marks import marks_of
from boardtui.pack.making.panel import Panel, running
from boardtui.pack.making.sentences import message_of, sentences, sized
from boardtui.panels.cards.standing import Standing
from boardtui.panels.cards.words import known
from boardtui.panels.panel import Board
from boardtui.panels.phrases import when
from boardtui.review.day.compared import ComparedFigure

STOCKS = {
    "registered": "on the register",
    "managed": "managed",
    "actively_managed": "actively managed",
    "reactively_managed": "on reactive management",
    "missing_people": "missing",
}
MOVES = ("joiners", "leavers", "net_growth", "registered_growth")


def register_panel(board: Board, standing: Standing) -> Panel:
    """The register and who of it is managed, then and now, and how that came about."""
    review = board.review
    found = {name: known(review.figures(name)) for name in STOCKS}
    there = {name: one for name, one in found.items() if one is not None}
    bars = [bar for n, one in there.items() for bar in then_now_bars(STOCKS[n], one, review)]
    stocks = chart("register", "On the register, and managed", bars)
    first = next(iter(there), None)
    slides = [slide for name in (first, *MOVES) if name for slide in sized(name)]
    size = glance("register_size", there[first], review) if first else None
    blocks: list[Block | None] = [
        *running(*sentences(board, *MOVES)),
        stocks if len(there) > 1 else None,
        _table(board, there) if there else None,
        table_by(board, "registered", "status"),
    ]
    message = message_of(board, *slides)
    kept = [each for each in blocks if each is not None]
    return Panel(message, tuple(kept), "", size)


def _table(board: Board, there: dict[str, ComparedFigure]) -> Table:
    rows = [
        Row(
            (
                words(STOCKS[name]),
                then_cell(one, board.review),
                value_cell(one.figure),
                change_cell(one),
            )
        )
        for name, one in there.items()
    ]
    compared = any(one.comparison.then for one in there.values())
    places = (0, 1, 2, 3) if compared else (0, 2)
    heads = (Column("", numbers=False), Column("then"), Column("now"), Column("change"))
    told = tuple(Row(tuple(row.cells[place] for place in places)) for row in rows)
    days = {shown(when(one.figure)) for one in there.values()}
    return Table(
        "register_then_and_now",
        "Who is on the register",
        tuple(heads[place] for place in places),
        told,
        (f"As at {', '.join(sorted(days))}.", *marks_of(told, board)),
    )
