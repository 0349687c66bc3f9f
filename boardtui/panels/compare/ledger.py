"""What became of both backlogs, part by part, as a table: the screen of what changed draws it."""

from __future__ import annotations

from collections.abc import Iterator

from boardtui.core.flow.counts import Flow
from boardtui.core.flow.parts import CAME, CLEARED_WITHOUT, PART_TITLES, STAYED, Part, done_part
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.panels.compare.blocks import Cell, Table, TableRow
from boardtui.panels.compare.entry import NOTHING
from boardtui.panels.flow.beside import numbers_of
from boardtui.panels.flow.steps import Kind, part_of, steps_of
from boardtui.panels.panel import Board
from boardtui.panels.subject import FlowNumber

GONE = (Part.LEFT, Part.WENT_MISSING, Part.NOT_IN_COMMUNITY)


def ledger(section: str, board: Board) -> Table | None:
    """The parts of each backlog's flow, side by side; None where no flow is known."""
    flows = [flow for name in BACKLOGS if (flow := board.flows.get(name)) is not None]
    known = [flow for flow in flows if not flow.why_unknown]
    if not known:
        return None
    columns = [dict(_numbers(flow)) for flow in known]
    names = list(dict.fromkeys(name for column in columns for name in column))
    rows = [TableRow(name, tuple(_cell(column.get(name)) for column in columns)) for name in names]
    notes = tuple(TableRow(note) for note in board.start.notes)
    return Table(section, tuple(flow.backlog for flow in known), (*notes, *rows))


def _cell(number: FlowNumber | None) -> Cell:
    if number is None:
        return Cell(NOTHING, quiet=True)
    return Cell(number.text if number.hidden else number.absent or number.text, number)


def _numbers(flow: Flow) -> Iterator[tuple[str, FlowNumber]]:
    """The numbers of a flow by their names in the table, from then to now."""
    ends = {step.kind: step.number for step in steps_of(flow)}
    by_then, by_now, moved = numbers_of(flow)
    yield "overdue then", ends[Kind.THEN]
    yield "visited, assessed", part_of(flow, done_part(BACKLOGS[flow.backlog]))
    yield "cleared without one", ends[Kind.WITHOUT]
    for part in CLEARED_WITHOUT:
        if part in flow.parts:
            yield f"  {PART_TITLES[part]}", part_of(flow, part)
    for part in (*GONE, *STAYED, *CAME):
        yield PART_TITLES[part], part_of(flow, part)
    yield "overdue now", ends[Kind.NOW]
    yield "overdue by the dates of then", by_then
    yield "the same people, by the dates of now", by_now
    yield "due dates moved later, or removed", moved
