"""What stands under the size of a backlog where it did not fall by visits."""

from __future__ import annotations

from boardtui.core.flow.counts import Flow, most_without
from boardtui.core.flow.parts import done_part
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import number_text
from boardtui.panels.cards.words import label, strong
from boardtui.panels.panel import Board
from boardtui.panels.slides.message import Part
from boardtui.panels.slides.placing import centred
from boardtui.panels.slides.slide import Slide
from boardtui.panels.text import Line, chunk, line_width


def hidden_flow(slide: Slide, board: Board) -> Flow | None:
    """The flow of a whole backlog of which more were cleared without a visit than by one, if so."""
    if slide.slices or slide.measure is None:
        return None
    for name, flow in board.flows.items():
        if BACKLOGS[name].overdue_name == slide.measure and most_without(flow):
            return flow
    return None


def caveat(flow: Flow | None, board: Board, width: int, *, told: bool = False) -> list[Part]:
    """How many were cleared without a visit, and how many by one; nothing where that hides none.

    With `told`, the sentence has the first of the two already.
    """
    if flow is None or flow.cleared_without is None:
        return []
    backlog = BACKLOGS[flow.backlog]
    without, done = number_text(flow.cleared_without), flow.parts[done_part(backlog)]
    since = f" since {day_text(flow.start)}" if board.start.note else ""
    first = chunk(strong(without), label(f" cleared without {backlog.a_one}{since}"))
    if told and done is not None:
        verb = "was" if done == 1 else "were"
        alone = chunk(number_text(done), label(f" {verb} {backlog.done_part}"))
        return [Part(((centred((alone,), width),),), need=1)]
    line: Line = (first,)
    if done is not None:
        more = chunk(label(", "), number_text(done), label(f" {backlog.done_part}"))
        line = (first, more) if line_width((first, more)) <= width else line
    return [Part(((centred(line, width),),), need=1)]
