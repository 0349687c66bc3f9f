"""A slide of words of one's own: a sentence, and a few lines below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boardtui.panels.panel import Board
from boardtui.panels.slides.asked import asked, days_of, fills_of
from boardtui.panels.slides.filling import filled
from boardtui.panels.slides.message import Message, Part, Window
from boardtui.panels.slides.slide import Slide
from boardtui.panels.slides.sources import sources_of
from boardtui.panels.text import chunk, quiet, space, wrapped

MOST_LINES = 6
"""Lines of one's own that a slide of words has at most: it is read from afar."""

INDENT = 4


def message(slide: Slide, board: Board) -> Message:
    """The title and the lines, with the figures of the measure, where it is of one.

    Raises:
        NotToldError: there is no figure of the measure.
    """
    review = board.review
    one = asked(slide, review) if slide.measure is not None else None
    fills = fills_of(one, review) if one is not None else days_of(review)

    def parts(window: Window) -> Sequence[Part]:
        return list(_parts([filled(text, fills) for text in slide.text], window.width))

    title = filled(slide.title, fills)
    return Message(
        (title,) if title else (),
        parts,
        sources_of([one], review) if one is not None else (),
        fills,
        about=(one,) if one is not None else (),
    )


def _parts(texts: Sequence[str], width: int) -> Iterator[Part]:
    """Each line, and its further rows, set off from the edge."""
    indent = min(INDENT, width // 10)
    for place, text in enumerate(texts):
        lines = wrapped([chunk(text)], max(1, width - 2 * indent - 2))
        rows = [
            (space(indent), chunk(quiet("·" if row == 0 else " ")), space(1), *line)
            for row, line in enumerate(lines)
        ]
        yield Part((tuple(rows),), need=place)
