"""A slide of one figure: large, with what it is a share of, and what it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boardtui.core.words.wording import value_text
from boardtui.panels.cards.hedges import split_hedge
from boardtui.panels.cards.words import changed, label, line, of_base, strong
from boardtui.panels.panel import Board
from boardtui.panels.slides.asked import asked, fills_of
from boardtui.panels.slides.caveat import caveat, hidden_flow
from boardtui.panels.slides.large import Number, tallest
from boardtui.panels.slides.message import Message, Part, Window
from boardtui.panels.slides.placing import centred
from boardtui.panels.slides.sentences import change_clause, said
from boardtui.panels.slides.slide import Slide
from boardtui.panels.slides.sources import sources_of
from boardtui.panels.text import Line, chunk, line_width, wrapped
from boardtui.review.day.compared import ComparedFigure


def message(slide: Slide, board: Board) -> Message:
    """One figure: what it is, how it differs from then, and of what it is a share.

    Raises:
        NotToldError: there is none of the day.
    """
    review = board.review
    one = asked(slide, review)
    clause = change_clause(one, review)
    sentence = said(one.figure)

    def parts(window: Window) -> Sequence[Part]:
        hidden = hidden_flow(slide, board)
        return [*_parts(one, window), *caveat(hidden, board, window.width)]

    return Message(
        (f"{sentence}: {clause}.", f"{sentence}.") if clause else (f"{sentence}.",),
        parts,
        sources_of([one], review),
        fills_of(one, review),
        about=(one,),
    )


def _parts(one: ComparedFigure, window: Window) -> Iterator[Part]:
    before, value = split_hedge(one.figure)
    width = window.width
    number = Number(value, (), before)
    yield Part(tallest([[number]], window))
    if told := base_line(one, width):
        yield Part((tuple(centred(each, width) for each in told),), need=1)
    then = one.comparison.then
    if then is not None and then.given:
        number_now, percent = changed(one)
        change = f"{number_now}  {percent}".rstrip()
        more = [label("   "), strong(change)] if change else []
        row = line(label("then "), value_text(then), *more)
        yield Part(((centred(row, width),),), need=2)


def base_line(one: ComparedFigure, width: int) -> list[Line]:
    """What a figure is a share of, or what was said of its base, as far as there is room."""
    for told in of_base(one):
        if line_width(told) <= width:
            return [told]
    if one.figure.base:
        return wrapped([chunk(label(f"of {one.figure.base}"), subject=one)], width)
    return []
