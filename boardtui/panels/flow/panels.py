"""The panels of the page of the flow: each backlog's waterfall, and both by slice."""

from __future__ import annotations

from boardtui.core.dimension import Slice, slice_title
from boardtui.core.flow import CAME, CLEARED_WITHOUT, STAYED, Flow, Part, listed
from boardtui.core.flow_slices import CLOSING, FlowBySlice
from boardtui.core.measure import Backlog
from boardtui.core.wording import number_text
from boardtui.panels.flow import definitions
from boardtui.panels.flow.story import headline, missing
from boardtui.panels.flow.waterfall import waterfall_lines
from boardtui.panels.panel import Board
from boardtui.panels.subject import FlowNumber
from boardtui.panels.text import (
    Chunk,
    Line,
    Role,
    Span,
    chunk,
    columns,
    number,
    parts,
    quiet,
    wrapped,
)


def flow_lines(backlog: Backlog, board: Board, width: int) -> list[Line]:
    """One backlog's flow: in a sentence, as a waterfall, and what it alone would not show."""
    if board.start.snapshot is None:
        return wrapped([chunk(quiet(board.start.note or ""))], width)
    flow = board.flows.get(backlog.name)
    if flow is None:
        return wrapped([chunk(quiet(board.working or "being worked out…"))], width)
    told = wrapped([chunk(Span(headline(flow), Role.HEADING))], width)
    if gone := missing(flow):
        told += wrapped([chunk(number(gone))], width)
    return parts(
        told,
        waterfall_lines(backlog, flow, width),
        _reasons(flow, width),
        _hidden(backlog, flow, width),
        _notes(board, width),
    )


def _reasons(flow: Flow, width: int) -> list[Line]:
    """Why people left, by the leavers files in between."""
    if not flow.parts[Part.LEFT]:
        return []
    reasons = [
        chunk(f"{(reason or 'no reason given').replace('_', ' ')} ", number(number_text(count)))
        for reason, count in flow.reasons.items()
    ]
    return wrapped([chunk(quiet("left:")), *reasons], width)


def _hidden(backlog: Backlog, flow: Flow, width: int) -> list[Line]:
    """What the flow alone would not show."""
    later = FlowNumber(
        flow,
        "due dates moved later, or removed, and not seen",
        definitions.moved(backlog),
        flow.dates_moved,
        "dates_moved",
    )
    then = FlowNumber(
        flow,
        "overdue now by the due dates as they stood then",
        definitions.by_dates_then(backlog),
        flow.overdue_by_dates_then,
        "overdue_by_dates_then",
    )
    rows = [
        (
            chunk(Span(number_text(one.people), Role.HEADLINE), subject=one),
            chunk(one.title, subject=one),
        )
        for one in (then, later)
    ]
    head = wrapped([chunk(quiet("What the flow alone would not show:"))], width)
    return [*head, *columns(rows, frozenset((0,)), width, gap=2)]


def _notes(board: Board, width: int) -> list[Line]:
    notes = [*([board.start.note] if board.start.note else []), *board.start.unknown]
    return [line for note in notes for line in wrapped([chunk(quiet(note))], width)]


def slices_lines(backlog: Backlog, dimension: str, board: Board, width: int) -> list[Line]:
    """A backlog's flow by the slices of a dimension: then's parts by then's, now's by now's."""
    if board.start.snapshot is None:
        return []
    found = board.slices.get((backlog.name, dimension))
    if found is None:
        return wrapped([chunk(quiet(board.working or "being worked out…"))], width)
    heads = ("", *(group.head for group in groups_of(backlog)))
    rows = [tuple(chunk(quiet(head)) for head in heads)]
    rows += [_row(backlog, found, name) for name in _names(found)]
    lines = columns(rows, frozenset(range(1, len(heads))), width, gap=2)
    note = (
        "What became of the overdue then is by their slice then; who is overdue now, by their "
        "slice now."
    )
    return parts(lines, wrapped([chunk(quiet(note))], width))


class Group:
    """A column of the flow by slices: some parts, counted on one day."""

    def __init__(self, head: str, which: tuple[Part, ...], *, now: bool, definition: str) -> None:
        self.head, self.which, self.now, self.definition = head, which, now, definition


def groups_of(backlog: Backlog) -> list[Group]:
    """The columns: all overdue then, what became of them, who is overdue now, and why."""
    mine = listed(backlog)
    done = Part.VISITED if Part.VISITED in mine else Part.ASSESSED
    went = tuple(p for p in mine if p in CLEARED_WITHOUT)
    gone = (Part.LEFT, Part.NOT_IN_COMMUNITY)
    return [
        Group(
            "then", tuple(p for p in mine if p not in CAME), now=False,
            definition=definitions.OPENING,
        ),
        Group(done.value, (done,), now=False, definition=definitions.part(done, backlog)),
        Group("cleared without", went, now=False, definition=definitions.cleared(backlog)),
        Group("gone", gone, now=False, definition=definitions.GONE),
        Group(
            "missing", (Part.WENT_MISSING,), now=False,
            definition=definitions.part(Part.WENT_MISSING, backlog),
        ),
        Group("both days", STAYED, now=True, definition=definitions.STAYED),
        Group("new", CAME, now=True, definition=definitions.NEW),
        Group("now", CLOSING, now=True, definition=definitions.CLOSING),
    ]  # fmt: skip


def _names(found: FlowBySlice) -> list[str | None]:
    """The slices that anybody was or is overdue in, in the dimension's order."""
    names = dict.fromkeys([*found.opening, *found.closing])
    return [name for name in names if found.overdue_then(name) or found.overdue_now(name)]


def _row(backlog: Backlog, found: FlowBySlice, name: str | None) -> tuple[Chunk, ...]:
    cells = [chunk(slice_title(found.dimension, name))]
    for group in groups_of(backlog):
        counts = (found.closing if group.now else found.opening).get(name, {})
        people = sum(counts.get(part, 0) for part in group.which)
        title = f"{slice_title(found.dimension, name)}, {group.head}"
        subject = FlowNumber(
            found,
            title,
            group.definition,
            people,
            group.which,
            (Slice(found.dimension, name),),
            "now" if group.now else "then",
        )
        strong = group.head in ("then", "now")
        role = Role.HEADLINE if strong else Role.NUMBER if people else Role.QUIET
        cells.append(chunk(Span(number_text(people), role), subject=subject))
    return tuple(cells)
