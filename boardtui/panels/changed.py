"""The panel of what changed: the flow of each backlog, and what cleared it without a visit."""

from __future__ import annotations

from itertools import zip_longest

from boardtui.core.flow.counts import Flow, total
from boardtui.core.flow.parts import CAME, PART_TITLES, STAYED, Part, done_part
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.measures.measure import Backlog
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import MINUS, count_text
from boardtui.panels.flow import definitions
from boardtui.panels.flow.story import unknown_words
from boardtui.panels.panel import Board
from boardtui.panels.subject import FlowNumber
from boardtui.panels.text import (
    Chunk,
    Line,
    chunk,
    line_width,
    number,
    numbered,
    parts,
    quiet,
    space,
    wrapped,
)


def changed_title(board: Board) -> str:
    if board.start.snapshot is None:
        return "What changed"
    return f"What changed since {day_text(board.start.snapshot.as_at)}"


def changed_lines(board: Board, width: int) -> list[Line]:
    """Both flows, each from opening to closing; or why there is none."""
    if board.start.snapshot is None:
        return wrapped([chunk(quiet(board.start.note or ""))], width)
    lines = wrapped([chunk(quiet(board.start.note))], width) if board.start.note else []
    tables = []
    for backlog in BACKLOGS.values():
        flow = board.flows.get(backlog.name)
        if flow is None:
            lines += wrapped([chunk(quiet(f"overdue {backlog.name}: being worked out…"))], width)
        elif flow.why_unknown:
            lines += wrapped([chunk(quiet(unknown_words(flow, flow.why_unknown)))], width)
        else:
            tables.append(numbered(_told(backlog, flow), width, gap=1))
    return parts(lines, _side_by_side(tables, width))


def _side_by_side(tables: list[list[Line]], width: int) -> list[Line]:
    """Tables beside each other where they fit, else one under the other."""
    halves = [max(map(line_width, table), default=0) for table in tables]
    if len(tables) != 2 or sum(halves) + APART > width:
        return parts(*tables)
    lines = []
    for left, right in zip_longest(*tables, fillvalue=()):
        pad = space(halves[0] + APART - line_width(left))
        lines.append((*left, pad, *right))
    return lines


APART = 4
"""Columns between two tables side by side."""


def _told(backlog: Backlog, flow: Flow) -> list[tuple[Chunk, Chunk]]:
    """The flow from opening to closing, a number and its name on each row."""
    counts = flow.parts
    done, missing = done_part(backlog), Part.WENT_MISSING
    without = f"cleared without {backlog.a_one}"
    gone = total((counts[Part.LEFT], counts[Part.NOT_IN_COMMUNITY]))
    still, again = (count_text(counts[part]) for part in STAYED)
    came = total(counts[part] for part in CAME)
    rows = [
        _row(flow, flow.opening, f"overdue {backlog.name} then", definitions.OPENING),
        _row(flow, counts[done], PART_TITLES[done], definitions.part(done, backlog), MINUS),
        _row(flow, flow.cleared_without, without, definitions.cleared(backlog), MINUS),
        _row(flow, gone, "left, in custody, abroad…", definitions.GONE, MINUS),
        _row(flow, counts[missing], "went missing", definitions.part(missing, backlog), MINUS),
        _row(flow, came, "new", definitions.NEW, "+"),
        _row(flow, flow.closing, f"now: {still} still, {again} again", definitions.CLOSING, "="),
    ]
    if backlog.by_visits or flow.dates_moved:
        moved = f"dates moved later, not {backlog.seen}"
        rows.append(_row(flow, flow.dates_moved, moved, definitions.moved(backlog)))
    return rows


def _row(
    flow: Flow, people: int | None, title: str, definition: str, sign: str = ""
) -> tuple[Chunk, Chunk]:
    subject = FlowNumber(flow, title, definition, people)
    shown = f"{sign if people or sign == '=' else ''}{count_text(people)}"
    return chunk(number(shown), subject=subject), chunk(title, subject=subject)
