"""The card of the register: how many are on it and managed, and how that came about."""

from __future__ import annotations

from collections.abc import Iterator

from boardtui.core.words.wording import value_text
from boardtui.panels.cards.card import Block, Card, Headline
from boardtui.panels.cards.hedges import split_hedge
from boardtui.panels.cards.words import (
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
from boardtui.panels.text import Line, chunk, wrapped
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

STOCKS = (("registered", "on the register"), ("managed", "managed"))
MOVES = (
    ("registered_growth", "growth"),
    ("joiners", "joined"),
    ("leavers", "left"),
    ("net_growth", "net growth"),
)
PEOPLE = (
    ("reactively_managed", "on reactive management"),
    ("missing_people", "missing"),
)


def register_card(board: Board, width: int) -> Card | None:
    """The register, else who is managed, else how it grew: what was given of the day."""
    review = board.review
    for name, words in STOCKS:
        if one := known(review.figures(name)):
            return _card(review, one, words, width)
    return _moves_alone(review, width)


def _card(review: Review, one: ComparedFigure, words: str, width: int) -> Card:
    number, percent = changed(one)
    was = then_text(one, review)
    lines: list[Line] = [line(strong(words))]
    if number:
        lines += [line(strong(f"{number}  {percent}".rstrip()), subject=one)]
        lines += [line(label("then "), was, subject=one)]
    before, value = split_hedge(one.figure)
    return Card(
        Headline(
            words[:1].upper() + words[1:],
            value,
            one,
            before,
            wide=((), *lines),
            under=tuple(lines[:2]),
        ),
        (
            Block(tuple(_others(review, one, width)), need=1, apart=True),
            Block(tuple(_moves(review, width)), need=2, apart=True),
        ),
    )


def _others(review: Review, first: ComparedFigure, width: int) -> Iterator[Line]:
    """The other stocks of the day, each with its share of its base."""
    for name, words in (*STOCKS, ("actively_managed", "actively managed"), *PEOPLE):
        one = known(review.figures(name))
        if one is None or one.measure is first.measure:
            continue
        pieces = [chunk(value_text(one.figure, unit=False), label(f" {words}"), subject=one)]
        share = of_base(one)
        pieces += [*share] if name == "managed" and share else []
        if was := then_text(one, review):
            pieces.append(chunk(label("then "), was, subject=one))
        yield joined(pieces, width, ", ")


def _moves(review: Review, width: int) -> Iterator[Line]:
    """Who joined and left, over which time."""
    for name, words in MOVES:
        for one in review.figures(name):
            if not one.figure.given or one.earlier:
                continue
            told = chunk(
                value_text(one.figure), label(f" {words}, {when(one.figure)}"), subject=one
            )
            yield from wrapped([told], width)


def _moves_alone(review: Review, width: int) -> Card | None:
    moves = [(known(review.figures(name)), words) for name, words in MOVES]
    found = [(one, words) for one, words in moves if one is not None]
    if not found:
        return None
    one, words = found[0]
    before, value = split_hedge(one.figure)
    told = wrapped([chunk(label(when(one.figure)), subject=one)], width)
    notes = (line(strong(words)), *told)
    return Card(
        Headline(words.capitalize(), value, one, before, ((), *notes), under=notes),
        (Block(tuple(_moves(review, width))[1:], need=1, apart=True),),
    )
