"""A slide of a figure then and now: both large, as bars on one scale, and what it is a share of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.flow.counts import Flow
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import number_text, value_text
from boardtui.panels.cards.bars import Row, barred
from boardtui.panels.cards.hedges import split_hedge
from boardtui.panels.cards.words import label
from boardtui.panels.flow.sentence import sentences
from boardtui.panels.head import short_day
from boardtui.panels.panel import Board
from boardtui.panels.slides.asked import asked, fills_of
from boardtui.panels.slides.caveat import caveat, hidden_flow
from boardtui.panels.slides.figure import base_line
from boardtui.panels.slides.large import Number, tallest
from boardtui.panels.slides.message import Message, NotToldError, Part, Window
from boardtui.panels.slides.placing import centred
from boardtui.panels.slides.sentences import change_clause, change_words, said
from boardtui.panels.slides.slide import Slide
from boardtui.panels.slides.sources import sources_of
from boardtui.panels.text import Chunk, Line, Role, chunk, wrapped
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

ROOM = 38
"""Columns in which the sentence has room to say who was cleared without a visit."""

UNKNOWN = "how much it changed is not known"
"""What is said of two figures whose hedges leave the change open."""


def message(slide: Slide, board: Board) -> Message:
    """A figure beside what it was; of a backlog also how it fell, where that was without visits.

    Raises:
        NotToldError: there is no figure of the day, or none then.
    """
    review = board.review
    one = asked(slide, review)
    then = one.comparison.then
    if then is None or not then.given:
        why = f": {then.unknown}" if then is not None and then.unknown else ""
        raise NotToldError(
            f"{review.selection.force.name} has no figure of {slide.measure} then{why}"
        )
    hidden = hidden_flow(slide, board)
    told = list(_sentences(one, review, hidden if hidden and hidden.start == then.as_at else None))

    def parts(window: Window) -> Sequence[Part]:
        told = hidden is not None and not slide.sentence and window.width >= ROOM
        under = caveat(hidden, board, window.width, told=told)
        return list(_parts(one, then, under, review, window))

    fills = fills_of(one, review)
    if hidden is not None:
        fills["without"] = number_text(hidden.cleared_without or 0)
    return Message(tuple(told), parts, sources_of([one], review), fills, about=(one,))


def _sentences(one: ComparedFigure, review: Review, hidden: Flow | None) -> Iterator[str]:
    """What the slide says, in ever fewer words."""
    if hidden is not None:
        full, *_ = (text for text in sentences(hidden) if ":" in text)
        yield full
    sentence = said(one.figure)
    clause = change_clause(one, review)
    if clause:
        yield f"{sentence}: {clause}."
    yield f"{sentence}."


def _parts(
    one: ComparedFigure,
    then: Figure,
    under: Sequence[Part],
    review: Review,
    window: Window,
) -> Iterator[Part]:
    width = window.width
    before_then, value_then = split_hedge(then)
    before, value = split_hedge(one.figure)
    numbers = (
        Number(value_then, tuple(then_labels(then, review)), before_then, Role.DIGITS_THEN),
        Number(value, (_named("now", day_text(review.selection.day)),), before),
    )
    yield Part(tallest([numbers, numbers[1:]], window))
    yield Part((tuple(bars(one, then, width)),), need=3)
    if one.comparison.comparable is False:
        why = wrapped([chunk(label(f"not comparable: {one.comparison.caution}"))], width)
        yield Part((tuple(centred(line, width) for line in why),), need=1)
    elif then.value is not None and not change_words(one):
        yield Part(((centred((chunk(label(UNKNOWN)),), width),),), need=1)
    yield from under
    if told := base_line(one, width):
        yield Part((tuple(centred(line, width) for line in told),), need=2)


def then_labels(then: Figure, review: Review) -> Iterator[Chunk]:
    """What stands under the number then: of which day, and that it is of records where it is."""
    baseline = review.selection.baseline
    assert baseline is not None
    if then.origin is Origin.RECORDS:
        yield _named("then", f"records of {day_text(then.as_at)}")
        yield _named("then", day_text(then.as_at))
    else:
        yield _named("then", short_day(baseline))
    yield chunk(label("then"))


def _named(when: str, day: str) -> Chunk:
    return chunk(label(f"{when}, "), day)


def bars(one: ComparedFigure, then: Figure, width: int) -> list[Line]:
    """Then and now as bars on one scale, under each other."""
    rows = [
        Row((chunk(label("then")), chunk(value_text(then, unit=False))), then.value, then=True),
        Row((chunk(label("now")), chunk(value_text(one.figure, unit=False))), one.figure.value),
    ]
    return barred(rows, width, gap=1, lead=2)
