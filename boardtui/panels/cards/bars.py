"""Bars: now full height in the accent, then half height in grey, on one scale within a card."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from boardtui.panels.text import EIGHTHS, Chunk, Line, Role, Span, chunk, space

NOW, THEN, WITHOUT = "█", "▀", "▓"
"""What a bar of now is drawn with, one of then, and one of who was cleared without a visit."""

LEAST = 8
"""Columns of the longest bar below which bars tell nothing, and are left out."""


class Scale(Struct, frozen=True):
    """How many columns a bar has for one of what it counts: the same for all bars of a card."""

    unit: float

    def now(self, value: float | None) -> Span:
        """A bar of now, to an eighth of a column; never empty for more than nothing."""
        if not value or value < 0 or not self.unit:
            return Span("", Role.BAR)
        full, rest = divmod(max(1, round(value * self.unit * 8)), 8)
        return Span(NOW * full + EIGHTHS[rest].strip(), Role.BAR)

    def then(self, value: float | None) -> Span:
        """A bar of then, in whole columns."""
        return Span(THEN * self.columns(value), Role.BAR_THEN)

    def columns(self, value: float | None) -> int:
        """The whole columns of a value: at least one for more than nothing."""
        if not value or value < 0 or not self.unit:
            return 0
        return max(1, round(value * self.unit))


def scale_of(needs: Iterable[tuple[float | None, int]]) -> Scale:
    """The largest scale on which each value has no more than its columns."""
    units = [room / value for value, room in needs if value and value > 0]
    return Scale(max(0.0, min(units, default=0.0)))


class Row(Struct, frozen=True):
    """A row of a table with bars: its cells, what its bar is of, and what stands at the end.

    The first cell is flush left, the others flush right. `then` draws the bar as one of then.
    """

    cells: tuple[Chunk, ...]
    value: float | None
    then: bool = False
    end: Chunk | None = None


def barred(
    rows: Sequence[Row], width: int, gap: int = 1, lead: int = 1, scale: Scale | None = None
) -> list[Line]:
    """Rows aligned, each with its bar, as long as there is room for: without bars, if for none.

    What stands at the end goes where even that has no room. `gap` is between cells, and `lead`
    before the bars. `scale` is given where other cards have bars on it too.
    """
    if not rows:
        return []
    room = room_beside(rows, width, gap, lead)
    if room < 0:
        rows = [replace(row, end=None) for row in rows]
        room = room_beside(rows, width, gap, lead)
    if room < LEAST:
        scale, room = Scale(0), max(0, room)
    scale = scale or scale_of((row.value, room) for row in rows)
    end = max((row.end.width + 1 for row in rows if row.end), default=0)
    widths = _widths(rows)
    return [_line(row, widths, (gap, lead), scale, room + end) for row in rows]


def room_beside(rows: Sequence[Row], width: int, gap: int = 1, lead: int = 1) -> int:
    """The columns that the bars of rows have."""
    end = max((row.end.width + 1 for row in rows if row.end), default=0)
    return width - _used(_widths(rows), gap, lead) - end


def _widths(rows: Sequence[Row]) -> list[int]:
    return [
        max([cell.width for cell in cells])
        for cells in zip(*[row.cells for row in rows], strict=True)
    ]


def _used(widths: Sequence[int], gap: int, lead: int) -> int:
    shown = [wide for wide in widths if wide]
    return sum(shown) + gap * (len(shown) - 1) + lead


def _line(row: Row, widths: Sequence[int], gaps: tuple[int, int], scale: Scale, room: int) -> Line:
    line: list[Chunk] = []
    for place, (cell, wide) in enumerate(zip(row.cells, widths, strict=True)):
        if wide:
            pad = space(wide - cell.width)
            line += [space(gaps[0])] if line else []
            line += [pad, cell] if place else [cell, pad]
    bar = chunk(scale.then(row.value) if row.then else scale.now(row.value))
    line += [space(gaps[1]), bar]
    if row.end is not None:
        line += [space(room - bar.width - row.end.width), row.end]
    while line and not line[-1].text.strip():
        line.pop()
    return tuple([piece for piece in line if piece.width])
