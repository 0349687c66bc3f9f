"""A comparison as aligned columns; where they have no room, the sides stand under the name."""

from __future__ import annotations

from collections.abc import Sequence

from boardtui.panels.compare.cells import NOTHING, Cells
from boardtui.panels.text import Chunk, Line, chunk, columns, fit, line_width, quiet, space, wrapped

GAP = 3
INDENT = 2
RIGHT = frozenset((1, 2, 3, 4))


def compared_lines(rows: Sequence[Cells], width: int, *, both: bool) -> list[Line]:
    """Rows of a comparison; `both` is whether then has two columns: published, and on records."""
    heads = ("then, said", "then, records") if both else ("then",)
    head = (chunk(""), *(chunk(quiet(text)) for text in (*heads, "change", "now")))
    table = [head, *((_named(row), *_sides(row, both=both)) for row in rows)]
    if not fit(table, width, GAP):
        return _stacked(rows, width, both=both)
    lines = columns(table, RIGHT, width, GAP)
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
    """Each row's name, and under it then, the change, and now, in columns of their own.

    Figures stand in line with figures, and shares, which are longer, with shares.
    """
    sides = {place: _labelled(row, both=both) for place, row in enumerate(rows)}
    lines_of: dict[int, list[Line]] = {}
    for under in (False, True):
        places = [place for place, row in enumerate(rows) if row.under is under]
        indent = 2 * INDENT if under else INDENT
        table = [sides[place] for place in places]
        right = frozenset(range(1, len(table[0]), 2)) if table else frozenset[int]()
        if fit(table, width - indent, 1):
            whole = [[line] for line in columns(table, right, width - indent, 1)]
        else:
            whole = [wrapped(_together(row), width - indent) for row in table]
        for place, found in zip(places, whole, strict=True):
            lines_of[place] = [(space(indent), *line) for line in found if line_width(line)]
    told: list[Line] = []
    for place, row in enumerate(rows):
        told += [*wrapped([_named(row)], width), *lines_of[place], *_noted(row, width)]
    return told


def _together(row: Sequence[Chunk]) -> list[Chunk]:
    """Each side's label and cell in one, so that no line is broken between them."""
    pairs = zip(row[::2], row[1::2], strict=True)
    return [
        Chunk((*label.spans, *space(1).spans, *cell.spans), cell.subject) if label.width else cell
        for label, cell in pairs
        if cell.width
    ]


def _labelled(row: Cells, *, both: bool) -> tuple[Chunk, ...]:
    """A row's sides, each after what it is; no label stands before nothing."""
    labels = ("then", "records", "", "now") if both else ("then", "", "now")
    return tuple(
        piece
        for label, cell in zip(labels, _sides(row, both=both), strict=True)
        for piece in (chunk(quiet(f"{label}:" if label and cell.text.strip() else "")), cell)
    )
