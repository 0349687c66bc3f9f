"""A backlog's panel on the page of the flow: the sentence, the waterfall, what both would hide."""

from __future__ import annotations

from boardtui.core.flow.counts import Flow
from boardtui.core.flow.parts import Part
from boardtui.core.measures.measure import Backlog
from boardtui.core.words.wording import count_text, number_text
from boardtui.panels.flow import definitions
from boardtui.panels.flow.story import headline, missing, reason_unknown, unknown_words
from boardtui.panels.flow.waterfall import waterfall_lines
from boardtui.panels.panel import Board
from boardtui.panels.subject import FlowNumber
from boardtui.panels.text import Line, Role, Span, chunk, number, numbered, parts, quiet, wrapped
from boardtui.review.flow.start import FlowStart


def flow_lines(backlog: Backlog, board: Board, width: int) -> list[Line]:
    """One backlog's flow: in a sentence, as a waterfall, and what it alone would not show."""
    if board.start.snapshot is None:
        return wrapped([chunk(quiet(board.start.note or ""))], width)
    flow = board.flows.get(backlog.name)
    if flow is None:
        return wrapped([chunk(quiet(board.working or "being worked out…"))], width)
    if flow.why_unknown:
        return wrapped([chunk(quiet(unknown_words(flow, flow.why_unknown)))], width)
    told = wrapped([chunk(Span(headline(flow), Role.NUMBER))], width)
    for note in board.start.notes:
        told += wrapped([chunk(quiet(note))], width)
    if gone := missing(flow):
        told += wrapped([chunk(number(gone))], width)
    return parts(
        told,
        waterfall_lines(backlog, flow, width),
        _reasons(flow, board.start, width),
        _hidden(backlog, flow, width),
    )


def _reasons(flow: Flow, start: FlowStart, width: int) -> list[Line]:
    """Why people left, by the leavers files in between."""
    if not flow.parts[Part.LEFT]:
        return []
    none = reason_unknown(start.unknown)
    reasons = [
        chunk(f"{(reason or none).replace('_', ' ')} ", number(number_text(count)))
        for reason, count in flow.reasons.items()
    ]
    return wrapped([chunk(quiet("left:")), *reasons], width)


def _hidden(backlog: Backlog, flow: Flow, width: int) -> list[Line]:
    """What the flow alone would not show."""
    done = backlog.seen
    later = FlowNumber(
        flow,
        f"due dates moved later, or removed, of people not {done} since",
        definitions.moved(backlog),
        flow.dates_moved,
        "dates_moved",
    )
    then = FlowNumber(
        flow,
        f"overdue now by the due dates as they stood then, and not {done} since",
        definitions.by_dates_then(backlog),
        flow.overdue_by_dates_then,
        "overdue_by_dates_then",
    )
    by_now = FlowNumber(
        flow,
        f"of the same people overdue by the due dates as they stand now, not {done} since",
        definitions.by_dates_now(backlog),
        flow.overdue_by_dates_now,
        "overdue_by_dates_now",
    )
    rows = [
        (
            chunk(Span(count_text(one.people), Role.HEADLINE), subject=one),
            chunk(one.title, subject=one),
        )
        for one in (then, by_now, later)
    ]
    head = wrapped([chunk(quiet("What the flow alone would not show:"))], width)
    return [*head, *numbered(rows, width)]
