"""A slide drawn for a window: its heading, the sentence, what stands below, and the source."""

from __future__ import annotations

from msgspec import Struct

from boardtui.core.words.days import day_text
from boardtui.core.words.shown import shown
from boardtui.panels import cells
from boardtui.panels.head import cut_named, force_named, shown_to_named
from boardtui.panels.panel import Board
from boardtui.panels.slides.filling import filled
from boardtui.panels.slides.granted import granted
from boardtui.panels.slides.kinds import KINDS
from boardtui.panels.slides.message import Message, NotToldError, Window
from boardtui.panels.slides.placing import centred, stacked
from boardtui.panels.slides.slide import Slide
from boardtui.panels.text import (
    Line,
    Role,
    Span,
    chunk,
    clipped,
    line_width,
    quiet,
    space,
    spread,
    wrapped,
)

MARGIN = 1
"""Blank columns at either side."""

ROOMY = 60
"""Columns from which the heading says too that nothing is hidden from who sees the slides."""

MOST_LINES = 2
"""Lines that a sentence has at most, where a shorter one says it."""

ROWS_APART = 16
"""Rows of room from which one stays blank above the source."""

TITLE = 5
"""The part of a window that stays blank above a title."""

LOW = 22
"""Rows of a window below which the sentence stands right under the heading."""


class Drawn(Struct, frozen=True):
    """A slide at one of its steps, for a window of a size.

    `left` is the beginning of its heading, which force it is, `day` the day that it is of, and
    `lines` are all rows below.
    `steps` is how many steps there are, of which this is number `step` from 0.
    """

    width: int
    left: Line
    day: str
    lines: tuple[Line, ...]
    sentence: str
    notes: str
    step: int
    steps: int

    def page(self, *places: str) -> list[Line]:
        """All rows, headed; `places` say where one is in ever fewer words: "slide 3 of 9".

        The day stands before it, where there is room: sooner than all the words of the place.
        """
        rights: list[Line] = [(chunk(quiet(place)),) for place in places or ("",)]
        dated: list[Line] = [(chunk(self.day, quiet(f" · {place}")),) for place in places]
        return [_headed(self.left, [*dated, *rights], self.width), *self.lines]


def drawn(
    slide: Slide, board: Board, width: int, height: int, step: int = 0, *, large: bool = True
) -> Drawn:
    """A slide of a board, for a window; without `large` its numbers are text, to be read.

    A step after the last is the last. What is not there says so in place of the slide.
    """
    try:
        message = KINDS[slide.kind].message(slide, board)
    except NotToldError as missing:
        message = Message((f"This slide cannot be shown: {missing}.",), lambda window: ())
    step = max(0, min(step, message.steps - 1))
    inner = max(1, width - 2 * MARGIN)
    sentence, told = _sentence(slide.sentence, message, inner)
    if message.under is not None:
        told.insert(-1, centred(message.under(inner), inner))
    told = told[height < LOW :]
    if message.role is Role.HEADLINE:
        told = [*[()] * (height // TITLE), *told]
    source = _source(message, inner)
    room = max(0, height - 1 - len(told) - len(source))
    room -= room > ROWS_APART and bool(source)
    parts = message.parts(Window(inner, room, step, large))
    above = [*told, *stacked(parts, room, high=message.under is not None)]
    lines = [*above, *[()] * (height - 1 - len(above) - len(source)), *source][: height - 1]
    return Drawn(
        width,
        (shown_to_named if width >= ROOMY else force_named)(board.review, 2),
        day_text(board.review.selection.day),
        tuple(clipped((space(MARGIN), *line), width) if line else () for line in lines),
        sentence,
        filled(slide.notes, message.fills),
        step,
        message.steps,
    )


def _sentence(sentence: str | None, message: Message, width: int) -> tuple[str, list[Line]]:
    """The sentence, and its lines with a blank row above and below."""
    own = [filled(sentence, message.fills)] if sentence else []
    ways = [(text, _lines_of(text, message.role, width)) for text in own or message.sentences]
    if not ways:
        return "", [()]
    text, lines = next((way for way in ways if len(way[1]) <= MOST_LINES), ways[-1])
    return text, [(), *lines, ()]


def _lines_of(text: str, role: Role, width: int) -> list[Line]:
    """A text in lines, each in the middle: broken where its sense is, or else into like ones."""
    whole = wrapped([chunk(Span(text, role))], width)
    if len(whole) == 2:
        for sign in BREAKS:
            first, found, rest = text.partition(sign)
            halves = [f"{first}{sign.rstrip()}", rest]
            if found and all(cells.width(half) <= width for half in halves):
                return [centred((chunk(Span(half, role)),), width) for half in halves]
    for narrower in range(width // 2, width):
        lines = wrapped([chunk(Span(text, role))], narrower)
        if len(lines) <= len(whole):
            return [centred(line, width) for line in lines]
    return [centred(line, width) for line in whole]


BREAKS = (": ", "; ", ". ")
"""Where a sentence is broken if it can be."""


def _source(message: Message, width: int) -> list[Line]:
    """Where the figures are from, in one line below; nothing where there are none.

    What is taken for granted of them comes first, and so is never cut.
    """
    if not message.sources:
        return []
    first = granted(message.about)
    texts = [f"{first}; {shown(text)}" if first else shown(text) for text in message.sources]
    fits = (text for text in texts if cells.width(text) <= width)
    text = next(fits, None) or cells.shortened(texts[-1], width)
    return [centred((chunk(quiet(text)),), width)]


def _headed(left: Line, rights: list[Line], width: int) -> Line:
    """The heading: the force is cut before it is left out, and the shortest place never is."""
    inner = max(1, width - 2 * MARGIN)
    for right in rights:
        if line_width(left) + 2 + line_width(right) <= inner:
            return (space(MARGIN), *spread(left, right, inner), space(MARGIN))
    return cut_named(left, rights[-1], width)
