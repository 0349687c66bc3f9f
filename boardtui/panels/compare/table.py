"""A comparison as aligned columns; where they have no room, the sides stand under the name."""

from __future__ import annotations

from collections.abc import Sequence

from boardtui.panels.compare.cells import NOTHING, Cells
from boardtui.panels.text import (
    Chunk,
    Line,
    chunk,
    columns,
    line_width,
    quiet,
    space,
    wrapped,
)

GAP = 3
INDENT = 2
RIGHT = frozenset((1, 2, 3, 4))


def compared_lines(rows: Sequence[Cells], width: int, *, both: bool) -> list[Line]:
    """Rows of a comparison; `both` is whether then has two columns: published, and on records."""
    heads = ("then, published", "then, on records") if both else ("then",)
    head = (chunk(""), *(chunk(quiet(text)) for text in (*heads, "change", "now")))
    table = [head, *((_named(row), *_sides(row, both=both)) for row in rows)]
    lines = columns(table, RIGHT, width, GAP)
    if len(lines) != len(table):
        return _stacked(rows, width, both=both)
    told = [lines[0]]
    for line, row in zip(lines[1:], rows, strict=True):
        told += [line, *_noted(row, width)]
    return told


def _named(row: Cells) -> Chunk:
    return Chunk((*space(INDENT).spans, *row.name.spans)) if row.under else row.name


def _sides(row: Cells, *, both: bool) -> tuple[Chunk, ...]:
    then = (row.said, row.counted) if both else (_known(row),)
    return (*then, row.change, row.now)


def _known(row: Cells) -> Chunk:
    """The one side then that a comparison has, whichever it is of a row."""
    return row.counted if row.said.text in ("", NOTHING) else row.said


def _noted(row: Cells, width: int) -> list[Line]:
    return [(space(INDENT), *line) for line in row.note_lines(width - INDENT)]


def _stacked(rows: Sequence[Cells], width: int, *, both: bool) -> list[Line]:
    """Each row's name, and under it then, the change, and now, in columns of their own."""
    labels = ("published then", "records then") if both else ("then",)
    sides = [
        tuple(
            piece
            for label, cell in zip((*labels, "", "now"), _sides(row, both=both), strict=True)
            for piece in (chunk(quiet(label if cell.text.strip() else "")), cell)
        )
        for row in rows
    ]
    table = columns(sides, frozenset(range(1, 2 * len(labels) + 4, 2)), width - INDENT, 1)
    aligned = len(table) == len(rows)
    lines: list[Line] = []
    for place, row in enumerate(rows):
        lines += wrapped([_named(row)], width)
        if aligned and line_width(table[place]):
            lines.append((space(INDENT), *table[place]))
        elif not aligned:
            shown = (cell for cell in sides[place] if cell.width)
            lines += [(space(INDENT), *line) for line in wrapped(shown, width - INDENT, gap=1)]
        lines += _noted(row, width)
    return lines
