"""The screen of what changed: one backlog's flow, or both side by side."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from boardtui.core.audience.rules import Way
from boardtui.core.criterion.dimension import DIMENSIONS
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.panels.flow.sentence import unknown_words
from boardtui.panels.flow.side import BLANK, Side, arranged, room_of
from boardtui.panels.flow.table import Order, Table, table_of
from boardtui.panels.head import head
from boardtui.panels.panel import Board
from boardtui.panels.rows import Rows, rows_of
from boardtui.panels.subject import FlowNumber
from boardtui.panels.text import Line, chunk, quiet, space, wrapped

CRUMB = "Board › What changed"

TWO_SIDES = 180
"""Columns from which both backlogs stand side by side."""

WORKING = "being worked out…"


class Shown(Struct, frozen=True):
    """What of the flow is shown: which backlog, and by what its table is, in which order.

    `columns` is the page of the table's columns, from 0.
    """

    backlog: str
    dimension: str = "unit"
    order: Order | None = None
    columns: int = 0


def flow_rows(
    board: Board, shown: Shown, width: int, height: int, notes: Sequence[str] = ()
) -> Rows:
    """The screen for a size, without the line of keys; `notes` are to be borne in mind of it."""
    top = [head(board.review, width, CRUMB)]
    top += [line for note in notes for line in _told(note, width)]
    names = backlogs_shown(board, shown, width)
    wide = width // len(names)
    sides = [_side(board, name, shown, wide) for name in names]
    flows = [side for side in sides if isinstance(side, Side)]
    told = iter(arranged(flows, height - len(top) - 1)) if flows else iter(())
    found = rows_of(top, [next(told) if isinstance(s, Side) else s for s in sides], width)
    return replace(found, first=_first(found, names.index(shown.backlog)))


def _first(rows: Rows, side: int) -> int:
    """Who was cleared without a visit, if anybody was; else the first number of the backlog."""
    mine = [number for number, place in enumerate(rows.places) if place.side == side]
    titles = {f"cleared without {backlog.a_one}" for backlog in BACKLOGS.values()}
    cleared = (
        number
        for number in mine
        if isinstance(subject := rows.places[number].subject, FlowNumber)
        and subject.title in titles
        and subject.people
    )
    return next(cleared, mine[0] if mine else 0)


def backlogs_shown(board: Board, shown: Shown, width: int) -> list[str]:
    """The backlogs that stand on the screen at once."""
    both = width >= TWO_SIDES and board.start.snapshot is not None
    return list(BACKLOGS) if both else [shown.backlog]


def first_shown(board: Board, card: str | None) -> Shown:
    """What is shown first: the backlog of the card that was looked at, else one that is known."""
    known = [name for name, flow in board.flows.items() if not flow.why_unknown]
    names = [name for name in BACKLOGS if card and card.startswith(BACKLOGS[name].overdue_name)]
    return Shown(next(iter([*names, *known, *BACKLOGS])))


def table_shown(board: Board, backlog: str, shown: Shown, width: int) -> Table | None:
    """The table of a backlog for a width of a side; None where it is not worked out yet."""
    found = board.slices.get((backlog, shown.dimension))
    if found is None:
        return None
    return table_of(found, room_of(width), shown.columns, shown.order)


def _side(board: Board, name: str, shown: Shown, width: int) -> Side | list[Line]:
    """A backlog's flow; or what is missing for one, or how far the work has come."""
    if board.start.snapshot is None:
        return [BLANK, *_told(board.start.note or "", width)]
    flow = board.flows.get(name)
    if flow is None:
        return [BLANK, *_told(board.working or WORKING, width)]
    if flow.why_unknown:
        return [BLANK, *_told(unknown_words(flow), width)]
    table = table_shown(board, name, shown, width)
    if why := board.review.audience.closes(Way.CROSSES):
        return Side(flow, board.start, wrapped([chunk(quiet(why))], room_of(width)), width)
    by = f"by {DIMENSIONS[shown.dimension].inside}"
    waiting = [(chunk(quiet(f"{by}, {board.working or WORKING}")),)]
    return Side(flow, board.start, table.lines if table else waiting, width)


def _told(text: str, width: int) -> list[Line]:
    room = max(1, width - 2)
    return [(space(1), *line) for line in wrapped([chunk(text)], room)]
