"""What changed as it is written to a file: both backlogs, every part, and every table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boardtui.core.flow.counts import Flow
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.panels.flow.beside import beside_lines, numbers_of
from boardtui.panels.flow.groups import sections_of
from boardtui.panels.flow.page import CRUMB, WORKING
from boardtui.panels.flow.rest import rest_lines
from boardtui.panels.flow.sentence import sentences, unknown_words
from boardtui.panels.flow.steps import nobody, steps_of
from boardtui.panels.flow.table import names_in_order, table_of
from boardtui.panels.flow.waterfall import ALL_PARTS, waterfall_lines
from boardtui.panels.head import head
from boardtui.panels.panel import Board
from boardtui.panels.subject import FlowNumber
from boardtui.panels.text import Line, chunk, wrapped

WIDTH = 118


def written_lines(board: Board, notes: Sequence[str] = ()) -> Iterator[Line]:
    """All of what changed; `notes` are to be borne in mind of all of it."""
    yield head(board.review, WIDTH, CRUMB)
    for note in (*notes, *board.start.notes):
        yield from _told(note)
    if board.start.snapshot is None:
        return
    for name in BACKLOGS:
        yield ()
        flow = board.flows.get(name)
        if flow is None:
            yield from _told(board.working or WORKING)
        elif flow.why_unknown:
            yield from _told(unknown_words(flow))
        else:
            yield from _flow(board, flow)


def _flow(board: Board, flow: Flow) -> Iterator[Line]:
    unknown = board.start.unknown
    yield from _told(next(sentences(flow)))
    for lines in (
        waterfall_lines(flow, ALL_PARTS, unknown, WIDTH),
        beside_lines(flow, WIDTH),
        rest_lines(flow, ALL_PARTS, unknown, WIDTH),
        *_tables(board, flow.backlog),
    ):
        if lines:
            yield ()
            yield from lines


def _tables(board: Board, backlog: str) -> Iterator[list[Line]]:
    """Every table of a backlog, all its columns on as many pages as they need."""
    for (name, _), found in board.slices.items():
        if name == backlog:
            pages = table_of(found, WIDTH).pages
            yield from (table_of(found, WIDTH, page).lines for page in range(pages))


def _told(text: str) -> list[Line]:
    return wrapped([chunk(text)], WIDTH)


def all_numbers(board: Board) -> list[FlowNumber]:
    """Every number of what changed, those of nobody too."""
    return [number for name in BACKLOGS for number in _numbers(board, name)]


def _numbers(board: Board, backlog: str) -> Iterator[FlowNumber]:
    flow = board.flows.get(backlog)
    if flow is None or flow.why_unknown:
        return
    for step in steps_of(flow):
        yield step.number
        yield from step.parts
    yield from nobody(flow)
    yield from numbers_of(flow)
    for (name, _), found in board.slices.items():
        if name == backlog and not found.why_unknown:
            groups = [group for section in sections_of(BACKLOGS[name]) for group in section]
            for slice_name in names_in_order(found):
                yield from (group.number(found, slice_name) for group in groups)
