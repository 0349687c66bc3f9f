"""Tables of the comparison: rows of cells under heads, or one below another on a small screen."""

from __future__ import annotations

from collections.abc import Iterator

from boardtui.panels.compare.blocks import Cell, Table, TableRow
from boardtui.panels.compare.columns import placed
from boardtui.panels.compare.rows import INDENT, indented
from boardtui.panels.text import Chunk, Line, Role, Span, chunk, quiet

GAP, WIDEST = 2, 6
"""Blank cells before a column: at least, and at most."""


def table_units(table: Table, width: int) -> tuple[Line | None, list[list[Line]]]:
    """The line of heads, if there is room for columns, and the lines of each row."""
    rows = [row for row in table.rows if row.cells]
    names = max((chunk(row.name).width for row in rows), default=0)
    widths = [
        max(len(head), *(chunk(row.cells[place].text).width for row in rows))
        for place, head in enumerate(table.heads)
    ]
    while names and width - 1 - INDENT - names - sum(widths) < GAP * len(widths):
        # The longest name takes a row of its own, before the columns lose their places.
        shorter = [chunk(row.name).width for row in rows if chunk(row.name).width < names]
        names = max(shorter, default=0)
    spare = width - 1 - INDENT - names - sum(widths)
    gap = min(WIDEST, spare // max(1, len(widths)))
    if gap < GAP:
        return None, [list(_stacked(table, row, width)) for row in table.rows]
    ends = _ends(INDENT + names, widths, gap)
    heads = [(end - len(h), chunk(quiet(h))) for end, h in zip(ends, table.heads, strict=True)]
    return placed(*heads), [list(_row(row, INDENT + names, ends, width)) for row in table.rows]


def _ends(start: int, widths: list[int], gap: int) -> list[int]:
    """The cell after the last of each column."""
    ends = []
    for wide in widths:
        start += gap + wide
        ends.append(start)
    return ends


def _row(row: TableRow, names: int, ends: list[int], width: int) -> Iterator[Line]:
    name = chunk(quiet(row.name))
    if not row.cells:
        yield from indented([name], width, INDENT - 1)
        return
    cells = [
        (end - _cell(cell).width, _cell(cell)) for end, cell in zip(ends, row.cells, strict=True)
    ]
    first = min(start for start, _ in cells)
    if INDENT + name.width < first:
        yield placed((INDENT, name), *cells)
    else:
        yield from indented([name], width, INDENT)
        yield placed(*cells)
    yield from _notes(row, width)


def _cell(cell: Cell) -> Chunk:
    role = Role.QUIET if cell.quiet else Role.TEXT
    return chunk(Span(cell.text, role), subject=cell.subject)


def _stacked(table: Table, row: TableRow, width: int) -> Iterator[Line]:
    """The name, and under it each cell after its head."""
    yield from indented([chunk(quiet(row.name))], width, INDENT)
    pieces = [
        Chunk((*chunk(quiet(f"{head} ")).spans, *_cell(cell).spans), cell.subject)
        for head, cell in zip(table.heads, row.cells, strict=False)
        if cell.text
    ]
    if pieces:
        yield from indented(pieces, width, INDENT + 2)
    yield from _notes(row, width)


def _notes(row: TableRow, width: int) -> Iterator[Line]:
    if row.notes:
        yield from indented([chunk(quiet("; ".join(row.notes)))], width, INDENT + 2)
