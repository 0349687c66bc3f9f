"""A slide of words of one's own: a sentence, and a few lines below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from boardtui.panels.panel import Board
from boardtui.panels.slides.asked import asked, days_of, fills_of
from boardtui.panels.slides.filling import filled
from boardtui.panels.slides.message import Message, Part, Window
from boardtui.panels.slides.placing import centred
from boardtui.panels.slides.slide import Slide
from boardtui.panels.slides.sources import sources_of
from boardtui.panels.text import Line, chunk, quiet, space, wrapped

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
        return list(_parts([filled(text, fills) for text in slide.text], window))

    title = filled(slide.title, fills)
    return Message(
        (title,) if title else (),
        parts,
        sources_of([one], review) if one is not None else (),
        fills,
        about=(one,) if one is not None else (),
    )


def _parts(texts: Sequence[str], window: Window) -> Iterator[Part]:
    """Each line, set off from the edge, as many as have room; then how many have none."""
    indent = min(INDENT, window.width // 10)
    blocks = []
    for text in texts:
        lines = wrapped([chunk(text)], max(1, window.width - 2 * indent - 2))
        blocks.append(
            tuple(
                (space(indent), chunk(quiet("·" if row == 0 else " ")), space(1), *line)
                for row, line in enumerate(lines)
            )
        )
    fit = _fitting(blocks, window.height)
    for need, block in enumerate(blocks[:fit]):
        yield Part((block,), need)
    if more := len(blocks) - fit:
        told = f"{more} more {'line has' if more == 1 else 'lines have'} no room"
        yield Part(((centred((chunk(quiet(told)),), window.width),),), apart=False)


def _fitting(blocks: Sequence[tuple[Line, ...]], height: int) -> int:
    """How many blocks have room from the first on, a row being kept where not all have."""
    if sum(map(len, blocks)) <= height:
        return len(blocks)
    used = list(accumulate(map(len, blocks)))
    return sum(end <= height - 1 for end in used)
