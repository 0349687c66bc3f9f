"""The card of the register: how many are on it and managed, and how that came about."""

from __future__ import annotations

from collections.abc import Iterator

from boardtui.core.words.wording import value_text
from boardtui.panels.cards.card import Block, Card, Headline, Way
from boardtui.panels.cards.hedges import split_hedge
from boardtui.panels.cards.said import said_by
from boardtui.panels.cards.words import (
    change_line,
    changed,
    joined,
    known,
    label,
    line,
    of_base,
    strong,
    then_text,
)
from boardtui.panels.panel import Board
from boardtui.panels.phrases import when
from boardtui.panels.text import Chunk, Line, chunk, numbered, wrapped
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

STOCKS = {"registered": "on the register", "managed": "managed"}
"""What the headline can be, the first that was given."""

OTHERS = STOCKS | {
    "actively_managed": "actively managed",
    "reactively_managed": "on reactive management",
    "missing_people": "missing",
}
MOVES = {
    "registered_growth": "growth",
    "joiners": "joined",
    "leavers": "left",
    "net_growth": "net growth",
}


def register_card(board: Board, width: int) -> Card | None:
    """The register, else who is managed, else how it grew: what was given of the day."""
    review = board.review
    for name, words in STOCKS.items():
        if one := known(review.figures(name)):
            return _card(review, one, words, width)
    return _moves_alone(review, width)


def _card(review: Review, one: ComparedFigure, words: str, width: int) -> Card:
    before, value = split_hedge(one.figure)
    others = tuple(numbered(list(_others(review, one, width)), width, gap=1))
    return Card(
        Headline(
            words[:1].upper() + words[1:], value, one, before, tuple(_ways(review, one, words))
        ),
        (
            Block(others, need=3, shorter=(others[:1],), apart=True),
            Block(tuple(_moves(review, width)), need=4, apart=True),
            Block(said_by(one, width), need=7, apart=True),
        ),
    )


def _ways(review: Review, one: ComparedFigure, words: str) -> Iterator[Way]:
    """What the number counts, and how it changed, beside the digits or below them."""
    number, percent = changed(one)
    was = then_text(one, review)
    title = line(strong(words))
    change = [line(strong(f"{number}  {percent}".rstrip()), subject=one)] if number else []
    then = [line(label("then "), was, subject=one)] if was else []
    yield Way(((), title, *change, *then))
    yield Way((title, *change, *then))
    told = [line(strong(change_line(one)), label(" since then"), subject=one)] if number else then
    yield Way(below=(title, *told))


def _others(review: Review, first: ComparedFigure, width: int) -> Iterator[tuple[Chunk, Chunk]]:
    """The other stocks of the day, the managed with their share, and what they were."""
    for name, words in OTHERS.items():
        one = known(review.figures(name))
        if one is None or one.measure is first.measure:
            continue
        count = value_text(one.figure, unit=False)
        was = then_text(one, review)
        pieces = [chunk(label(words), subject=one)]
        pieces += of_base(one)[0] if name == "managed" and one.share else ()
        pieces += [chunk(label("then "), was, subject=one)] if was else []
        fit = joined(pieces, width - len(count) - 1, ", ")
        spans = tuple(span for piece in fit for span in piece.spans)
        yield chunk(count, subject=one), Chunk(spans or (label(words),), one)


def _moves(review: Review, width: int) -> Iterator[Line]:
    """Who joined and left, over which time."""
    for name, words in MOVES.items():
        for one in review.figures(name):
            if one.figure.given and not one.earlier:
                told = f" {words}, {when(one.figure)}"
                yield from wrapped([chunk(value_text(one.figure), label(told), subject=one)], width)


def _moves_alone(review: Review, width: int) -> Card | None:
    """How the register grew, where no number of it was given."""
    found = [(one, words) for name, words in MOVES.items() if (one := known(review.figures(name)))]
    if not found:
        return None
    one, words = found[0]
    before, value = split_hedge(one.figure)
    notes = (line(strong(words)), *wrapped([chunk(label(when(one.figure)), subject=one)], width))
    return Card(
        Headline(words.capitalize(), value, one, before, (Way(((), *notes)), Way(below=notes))),
        (
            Block(tuple(_moves(review, width))[1:], need=1, apart=True),
            Block(said_by(one, width), need=7, apart=True),
        ),
    )
