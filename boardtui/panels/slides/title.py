"""A slide of the meeting: what it is about, the force, and the day that is shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boardtui.core.words.days import day_text
from boardtui.panels.head import then_words
from boardtui.panels.panel import Board
from boardtui.panels.slides.asked import days_of
from boardtui.panels.slides.filling import filled
from boardtui.panels.slides.message import Message, Part, Window
from boardtui.panels.slides.placing import centred
from boardtui.panels.slides.slide import Slide
from boardtui.panels.text import Chunk, Role, Span, chunk, quiet, wrapped

ABOUT = "Managing registered sex offenders"


def message(slide: Slide, board: Board) -> Message:
    """The title of the meeting, else what such a deck is about; below it, of which day."""

    def parts(window: Window) -> Sequence[Part]:
        return list(_parts(slide, board, window.width))

    fills = days_of(board.review)
    title = filled(slide.title, fills) or board.review.selection.force.name
    return Message((title,), parts, fills=fills, role=Role.HEADLINE)


def _parts(slide: Slide, board: Board, width: int) -> Iterator[Part]:
    selection = board.review.selection
    fills = days_of(board.review)
    texts = [filled(text, fills) for text in slide.text] or [ABOUT]
    lines = [line for text in texts for line in wrapped([chunk(text)], width)]
    yield Part((tuple(centred(line, width) for line in lines),), need=1)
    days: list[Chunk] = [chunk(quiet("now "), Span(day_text(selection.day), Role.STRONG))]
    days += [chunk(quiet("then "), words) for words in then_words(selection.baseline)[:1]]
    rows = [centred(line, width) for day in days for line in wrapped([day], width)]
    yield Part((tuple(rows),), need=2)
