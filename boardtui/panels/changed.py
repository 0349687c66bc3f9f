"""The panel of what changed: the flow of each backlog, and what cleared it without a visit."""

from __future__ import annotations

from boardtui.core.days import day_text
from boardtui.core.flow import CAME, PART_TITLES, STAYED, Flow, Part
from boardtui.core.measure import Backlog
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.wording import MINUS, number_text
from boardtui.panels.panel import Board
from boardtui.panels.subject import FlowNumber
from boardtui.panels.text import Chunk, Line, chunk, number, quiet, wrapped


def changed_title(board: Board) -> str:
    if board.start.snapshot is None:
        return "What changed"
    return f"What changed since {day_text(board.start.snapshot.as_at)}"


def changed_lines(board: Board, width: int) -> list[Line]:
    """Both flows, each from opening to closing; or why there is none."""
    if board.start.snapshot is None:
        return wrapped([chunk(quiet(board.start.note or ""))], width)
    lines = wrapped([chunk(quiet(board.start.note))], width) if board.start.note else []
    for backlog in BACKLOGS.values():
        flow = board.flows.get(backlog.name)
        if flow is None:
            lines += wrapped([chunk(quiet(f"overdue {backlog.name}: being worked out"))], width)
        else:
            lines += wrapped(_told(backlog, flow), width, gap=2, indent=1)
    return lines


def _told(backlog: Backlog, flow: Flow) -> list[Chunk]:
    parts = flow.parts
    pieces = [_number(flow, flow.opening, f"overdue {backlog.name} then", OPENING)]
    done = Part.VISITED if Part.VISITED in parts else Part.ASSESSED
    pieces.append(_part(flow, done))
    without = f"cleared without {'a visit' if done is Part.VISITED else 'an assessment'}"
    pieces.append(_number(flow, flow.cleared_without, without, CLEARED, MINUS))
    pieces += [_part(flow, p) for p in (Part.LEFT, Part.NOT_IN_COMMUNITY, Part.WENT_MISSING)]
    pieces += [_part(flow, p) for p in STAYED]
    came = sum(parts[part] for part in CAME)
    pieces.append(_number(flow, came, "new", NEW, "+"))
    pieces.append(_number(flow, flow.closing, "now", CLOSING, "= "))
    moved = "dates moved later, not seen"
    pieces.append(_number(flow, flow.dates_moved, moved, MOVED))
    return pieces


SHORT = {
    Part.LEFT: "left",
    Part.NOT_IN_COMMUNITY: "in custody, abroad…",
    Part.WENT_MISSING: "went missing",
}

OPENING = "Overdue on the earlier day, by the records of that day."
CLOSING = "Overdue on the later day: still overdue, overdue again, and new."
CLEARED = (
    "Overdue then and not now, and not seen in between: moved to reactive management, regraded to "
    "a lower risk, or the due date moved."
)
NEW = "Overdue now and not then: newly overdue, or joined the register overdue."
MOVED = (
    "In both snapshots, due a visit or assessment in both, not seen in between, and the due date "
    "is later now than it was, or blank: also dates moved before they fell due."
)


def _part(flow: Flow, part: Part) -> Chunk:
    sign = "" if part in STAYED else MINUS
    title = SHORT.get(part, PART_TITLES[part])
    return _number(flow, flow.parts[part], title, f"Part of the flow: {PART_TITLES[part]}.", sign)


def _number(flow: Flow, people: int, title: str, definition: str, sign: str = "") -> Chunk:
    subject = FlowNumber(flow, title, definition, people)
    return chunk(number(f"{sign}{number_text(people)}"), f" {title}", subject=subject)
