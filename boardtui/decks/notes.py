"""Notes for whoever speaks, made of what a figure is: its definition, and what may be asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boardtui.panels.explaining.explanation import explanation
from boardtui.panels.panel import Board
from boardtui.panels.slides.kinds import KINDS
from boardtui.panels.slides.message import NotToldError
from boardtui.panels.slides.slide import Slide
from boardtui.panels.subject import FlowNumber, Subject

TOLD = (
    *("read as", "base", "base stated", "not counted", "then", "share then"),
    *("it may be", "bear in mind", "not comparable"),
)
"""What is told of a figure, of all that there is to tell; sources stand on the slide."""


def notes_of(slide: Slide, board: Board) -> str:
    """What is likely to be asked of a slide's figure, or its flow; nothing of words."""
    try:
        message = KINDS[slide.kind].message(slide, board)
    except NotToldError:
        return ""
    about = [one for one in message.about if isinstance(one, FlowNumber)] or message.about[:1]
    return "\n".join(_lines(about, board))


def _lines(about: Sequence[Subject], board: Board) -> Iterator[str]:
    for subject in about:
        told = explanation(board.review, subject)
        yield f"{told.title}: {told.value} {told.standing}".strip()
        yield f"Definition: {told.definition}"
        for label, text in told.facts:
            if label in TOLD:
                yield f"{label[:1].upper()}{label[1:]}: {text}"
        for value, text in told.said_too:
            if value:
                yield f"Also said: {value}, {text}"
