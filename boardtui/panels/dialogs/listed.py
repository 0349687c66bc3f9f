"""A list to choose from: rows of cells that stand under one another, the current one marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from boardtui.panels.sheet import cursor
from boardtui.panels.text import Chunk, Line, Role, Span, chunk, space, wrapped

Cells = tuple[Chunk, ...]
"""What an entry says, cell by cell."""

GAP = 2

MARGIN = 2
"""Columns before every entry, in which the mark of the current one stands."""


class Listed(Struct, frozen=True):
    """Entries laid out for a width: their lines, and of each line the entry that it is of."""

    lines: tuple[Line, ...]
    entries: tuple[int, ...]
    current: range

    def entry(self, line: int) -> int:
        """The entry that a line is of."""
        return self.entries[line]


def listed(entries: Sequence[Cells], current: int | None, width: int) -> Listed:
    """Entries with their cells aligned; one that is too long goes on under itself."""
    widths = _widths(entries)
    room = max(1, width - MARGIN)
    lines: list[Line] = []
    of: list[int] = []
    seen = range(0)
    for number, cells in enumerate(entries):
        here = number == current
        own = list(_lines(cells, widths, room))
        if here:
            seen = range(len(lines), len(lines) + len(own))
        lines += [_marked(line, here) for line in own]
        of += [number] * len(own)
    return Listed(tuple(lines), tuple(of), seen)


def _widths(entries: Sequence[Cells]) -> list[int]:
    count = max(map(len, entries), default=0)
    return [
        max((cells[place].width for cells in entries if len(cells) > place + 1), default=0)
        for place in range(count)
    ]


def _lines(cells: Cells, widths: Sequence[int], room: int) -> Iterator[Line]:
    """An entry on one line, in its columns or closer together; else on several."""
    line: list[Chunk] = []
    for place, cell in enumerate(cells):
        if place:
            line.append(space(GAP))
        line.append(cell)
        if place + 1 < len(cells):
            line.append(space(max(0, widths[place] - cell.width)))
    aligned = tuple(piece for piece in line if piece.width)
    if sum(piece.width for piece in aligned) <= room:
        yield aligned
    else:
        yield from wrapped((cell for cell in cells if cell.width), room, GAP, indent=GAP)


def _marked(line: Line, here: bool) -> Line:
    if not here:
        return (space(MARGIN), *line)
    mark = chunk(Span(cursor(), Role.KEY), " " * (MARGIN - 1))
    return (mark, *map(_strong, line))


def _strong(piece: Chunk) -> Chunk:
    """What is current in bold: what is quiet, or said in a colour of its own, stays so."""
    spans = tuple(
        Span(span.text, Role.STRONG) if span.role is Role.TEXT else span for span in piece.spans
    )
    return replace(piece, spans=spans)
