"""Rows that are on a terminal already, some rows further up or down: it moves them by itself."""

from __future__ import annotations

from boardtui.screens.terminal.pen import Cell, Pen

FURTHEST = 8
"""Rows by which is scrolled at most: by more, a page is turned, and little of it stays."""

FEWEST = 4
"""Rows that must move for it to be worth while."""

Row = list[Cell | None]
Rows = list[Row]


def scroll(pen: Pen, rows: Rows, wanted: dict[int, Row]) -> None:
    """Have a terminal scroll, where that leaves less to draw; `rows` is then what it shows.

    All rows of the region that is scrolled are then wanted as they are to be. VT100, DECSTBM with
    IND and RI. What comes in is of whatever ground the terminal likes, so it counts as not known.
    """
    changed = [y for y, row in wanted.items() if row != rows[y]]
    if len(changed) <= FEWEST:
        return
    top, bottom = min(changed), max(changed)
    region = {y: wanted.get(y, list(rows[y])) for y in range(top, bottom + 1)}
    if any(None in row for row in region.values()):
        return
    by, moved = max(((by, _moved(rows, region, by)) for by in _steps()), key=lambda each: each[1])
    if moved <= max(FEWEST, (bottom - top) // 2):
        return
    wanted.update(region)
    pen.send(f"\x1b[{top + 1};{bottom + 1}r")
    pen.lose_place()
    pen.move(bottom if by > 0 else top, 0)
    pen.send(("\x1bD" if by > 0 else "\x1bM") * abs(by))
    pen.send("\x1b[r")
    pen.lose_place()
    lost: Rows = [[None] * len(rows[top]) for _ in range(abs(by))]
    if by > 0:
        rows[top : bottom + 1] = [*rows[top + by : bottom + 1], *lost]
    else:
        rows[top : bottom + 1] = [*lost, *rows[top : bottom + 1 + by]]


def _steps() -> list[int]:
    return [sign * by for by in range(1, FURTHEST + 1) for sign in (1, -1)]


def _moved(rows: Rows, region: dict[int, Row], by: int) -> int:
    """How many rows of a region stand there already, `by` rows further down."""
    return sum(1 for y, row in region.items() if y + by in region and row == rows[y + by])
