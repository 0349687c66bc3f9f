"""Where names, then, the change and now stand on a screen of a width."""

from __future__ import annotations

from msgspec import Struct

from boardtui.panels.text import Chunk, Line, space

SIDE_BY_SIDE = 70
"""The width from which then and now stand side by side; on a narrower screen they are stacked."""


class Area(Struct, frozen=True):
    """The cells from `start` up to `end`."""

    start: int
    end: int

    @property
    def width(self) -> int:
        return self.end - self.start

    def centred(self, width: int) -> int:
        """Where something of a width starts that stands in the middle."""
        return self.start + max(0, (self.width - width) // 2)


class Columns(Struct, frozen=True):
    """The areas of a row, from left to right."""

    names: Area
    then: Area
    change: Area
    now: Area

    @property
    def width(self) -> int:
        return self.now.end + 2

    @property
    def sides(self) -> tuple[Area, Area, Area]:
        return self.then, self.change, self.now


def columns_of(width: int) -> Columns | None:
    """The columns of a width; None where the sides have no room beside each other."""
    if width < SIDE_BY_SIDE:
        return None
    names = max(17, 18 + (width - 80) * 11 // 40)
    rest = width - 2 - names
    side = round(rest * 0.367)
    ends = (names, names + side, names + rest - side, names + rest)
    return Columns(
        Area(1, names), Area(ends[0], ends[1]), Area(ends[1], ends[2]), Area(ends[2], ends[3])
    )


def placed(*pieces: tuple[int, Chunk]) -> Line:
    """Chunks at the cells that they start at, from left to right; none lies over another."""
    line: list[Chunk] = []
    used = 0
    for start, piece in pieces:
        if not piece.width:
            continue
        gap = max(start - used, 1 if line else 0)
        line += [space(gap), piece] if gap else [piece]
        used += gap + piece.width
    return tuple(line)
