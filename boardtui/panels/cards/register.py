"""The card of the register: how many are on it and managed, and how that came about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boardtui.core.words.days import day_text
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
    return _growth(review, width)


def _card(review: Review, one: ComparedFigure, words: str, width: int) -> Card:
    before, value = split_hedge(one.figure)
    others = tuple(numbered(list(_others(review, one, width)), width, gap=1))
    return Card(
        Headline(
            words[:1].upper() + words[1:],
            value,
            one,
            before,
            tuple(_ways(review, one, words)),
            words.removeprefix("on the ").capitalize(),
        ),
        (
            Block(others, need=3, shorter=(others[:1],), apart=True),
            Block(_came_and_went(review, width), need=4, apart=True),
            Block(_grew(_said(review), width), need=4, apart=True),
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


def _came_and_went(review: Review, width: int) -> tuple[Line, ...]:
    """Who joined and who left since the records before."""
    found = [known(review.figures(name)) for name in ("joiners", "leavers")]
    counted = [one for one in found if one is not None and one.figure.source is None]
    if not counted:
        return ()
    pieces = [
        chunk(value_text(one.figure, unit=False), label(f" {MOVES[one.measure.name]}"), subject=one)
        for one in counted
    ]
    start = counted[0].figure.period_start
    since = [chunk(label(f" since {day_text(start)}"))] if start else []
    return tuple(wrapped([*joined(pieces, width, ", "), *since], width, gap=0))


def _said(review: Review) -> list[ComparedFigure]:
    """How the register grew, as it was said of the day."""
    found = (one for name in MOVES for one in review.figures(name))
    return [one for one in found if one.figure.source and one.figure.given and not one.earlier]


def _grew(said: Sequence[ComparedFigure], width: int) -> tuple[Line, ...]:
    lines: list[Line] = []
    for one in said:
        words = f" {MOVES[one.measure.name]}, {when(one.figure)}"
        lines += wrapped([chunk(value_text(one.figure), label(words), subject=one)], width)
    return tuple(lines)


def _growth(review: Review, width: int) -> Card | None:
    """How the register grew, where no number of it was given."""
    said = _said(review)
    if not said:
        return None
    one, *others = said
    words = MOVES[one.measure.name]
    before, value = split_hedge(one.figure)
    notes = (line(strong(words)), *wrapped([chunk(label(when(one.figure)), subject=one)], width))
    return Card(
        Headline(words.capitalize(), value, one, before, (Way(((), *notes)), Way(below=notes))),
        (
            Block(_grew(others, width), need=1, apart=True),
            Block(said_by(one, width), need=7, apart=True),
        ),
    )
