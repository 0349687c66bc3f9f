"""A row of a terminal that is to look otherwise: in as few bytes as there is a way to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boardtui.screens.terminal.looks import SEEN_ON_BLANKS
from boardtui.screens.terminal.pen import Cell, Pen, bytes_of

Row = Sequence[Cell | None]
"""The cells of a row; None where it is not known what stands there."""

SHORT = 6
"""Cells that stay as they are between two that change, beyond which it is cheaper to go there."""


def redraw(pen: Pen, y: int, before: Row, after: Row, erases: bool) -> None:
    """Draw a row of which it is known what stood there; None in both stays as it is.

    `erases` is whether what is erased has the ground that the pen draws on: else only the
    terminal's own ground is.
    """
    differ = differing(before, after)
    if not differ:
        return
    blanks = (cell for cell in after[differ[0] :] if cell and _is_erased(cell, erases))
    blank = next(blanks, None)
    if blank is not None and len(differ) == len(after) and None not in after:
        # As when the program starts: of all ways this one has the fewest bytes, or nearly so.
        pen.go_on_from(_erased_first(pen, y, before, after, 0, blank))
        return
    ways = [_cell_by_cell(pen, y, after, differ)]
    if blank is not None:
        if after[-1] == blank:
            ways.append(_with_end_erased(pen, y, after, differ, blank))
        if None not in after:
            ways.append(_erased_first(pen, y, before, after, differ[0], blank))
    pen.go_on_from(min(ways, key=lambda way: way.cost))


def _is_erased(cell: Cell, erases: bool) -> bool:
    """Whether what is erased looks like a cell."""
    text, look = cell
    plain = not look.attributes & SEEN_ON_BLANKS
    return text == " " and plain and (erases or not look.ground)


def differing(before: Row, after: Row) -> list[int]:
    """The cells that are to look otherwise; of a character that takes two, from its first on."""
    found = [
        x
        for x, (old, new) in enumerate(zip(before, after, strict=True))
        if old is not new and old != new
    ]
    return [x if (cell := after[x]) is None or cell[0] else x - 1 for x in found]


def _cell_by_cell(pen: Pen, y: int, after: Row, differ: Sequence[int]) -> Pen:
    drawing = pen.copy()
    for start, end in _runs(after, differ):
        drawing.write(y, start, (cell for cell in after[start:end] if cell is not None))
    return drawing


def _with_end_erased(pen: Pen, y: int, after: Row, differ: Sequence[int], blank: Cell) -> Pen:
    """Cell by cell but for the blanks at the end of the row, which are erased at once."""
    end = len(after)
    while end and after[end - 1] == blank:
        end -= 1
    drawing = _cell_by_cell(pen, y, after, [x for x in differ if x < end])
    blanks = [x for x in differ if x >= end]
    if blanks:
        drawing.erase(y, blanks[0], blank[1].ground)
    return drawing


def _erased_first(pen: Pen, y: int, before: Row, after: Row, start: int, blank: Cell) -> Pen:
    """Erase all from the first cell on that changes; then nothing is sent for blanks."""
    drawing = pen.copy()
    drawing.erase(y, start, blank[1].ground)
    erased = [*before[:start], *[blank] * (len(after) - start)]
    drawing.go_on_from(_cell_by_cell(drawing, y, after, differing(erased, after)))
    return drawing


def _runs(after: Row, differ: Sequence[int]) -> Iterator[tuple[int, int]]:
    """From the first cell of each run to draw to the one after its last.

    A few cells in between that look like the one before them are drawn once more: going there
    would take as many bytes.
    """
    start = last = -1
    for x in differ:
        passed = x - last - 1
        if start >= 0 and passed > 0 and (passed > SHORT or not _cheaper_drawn(after[last:x])):
            yield start, last + 1
            start = x
        start = x if start < 0 else start
        last = x
    if start >= 0:
        yield start, last + 1


def _cheaper_drawn(cells: Row) -> bool:
    """Whether all cells but the first are drawn in no more bytes than passed over."""
    first, *between = cells
    if first is None:
        return False
    known = [each for each in between if each is not None]
    alike = len(known) == len(between) and all(
        look == first[1] or text == " " for text, look in known
    )
    return alike and sum(bytes_of(text) for text, _ in known) <= len("\x1b[9C")
