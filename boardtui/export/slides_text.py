"""Slides as text: the sentence of each, the figures that it is of, and where they are from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boardtui.decks.stage import Stage
from boardtui.export.board_text import subject_line
from boardtui.export.figure_text import heading_line
from boardtui.panels.slides.drawn import drawn
from boardtui.panels.slides.kinds import KINDS
from boardtui.panels.slides.message import NotToldError
from boardtui.panels.slides.slide import Slide

WIDE, TALL = 200, 60
"""A window in which the first sentence of a slide has room."""


def lines(slides: Sequence[Slide], stage: Stage) -> Iterator[str]:
    """The slides in order; the first line says whose they are, as at when, and against what."""
    yield heading_line(stage.board.review.selection)
    for number, slide in enumerate(slides, start=1):
        yield ""
        yield from _slide(number, slide, stage, len(slides))


def _slide(number: int, slide: Slide, stage: Stage, count: int) -> Iterator[str]:
    board = stage.board_of(slide)
    of = f"Slide {number} of {count}"
    try:
        message = KINDS[slide.kind].message(slide, board)
    except NotToldError as why:
        yield f"{of}: nothing to say, {why}."
        return
    shown = drawn(slide, board, WIDE, TALL, large=False)
    yield f"{of}: {shown.sentence or slide.title or slide.kind}"
    yield from (f"  {each}" for each in slide.text)
    told = (subject_line(subject, board) for subject in message.about)
    yield from (f"  {line}" for line in dict.fromkeys(told))
    if message.sources:
        yield f"  Source: {message.sources[0]}"
    if shown.notes:
        yield f"  Notes: {shown.notes}"
