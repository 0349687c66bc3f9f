"""Where a sheet lies: beside what it explains, above or below it, or in the middle."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from textual.geometry import Region, Size

from boardtui.panels.dialogs.sheet import SIDES

LEAST_SCREEN = Size(60, 22)
"""The size from which a sheet leaves something of the screen beneath in sight."""

LEAST = Size(50, 9)
"""The size from which a place beside what is explained will do."""

WIDEST = 100
"""Columns of a sheet that explains no one place: lines that are longer are hard to read."""

WIDE = 116
"""Columns of a sheet whose lines stand in columns of their own."""

FEW = 3
"""Lines out of sight for which no more of what is explained is covered."""

Heights = Callable[[int], int]
"""The rows that a sheet takes whole, for a width of its text."""

Placing = Callable[[Size, Sequence[Region], Heights], Region]
"""Gives the place of a sheet on a screen of a size, for what it explains and the rows it takes."""


def placed(size: Size, lit: Sequence[Region], heights: Heights) -> Region:
    """The place of a sheet on a screen; `lit` is what it explains, whole and at the least."""
    if size.width < LEAST_SCREEN.width or size.height < LEAST_SCREEN.height:
        return Region(0, 0, size.width, size.height)
    best: tuple[int, Region] | None = None
    for explained in lit:
        for side in _sides(size, explained):
            height = heights(side.width - SIDES)
            hidden = max(0, height - side.height)
            # The first of those that hide as little: beside it, and no more of it covered.
            if best is None or hidden < best[0] - FEW:
                best = hidden, _within(side, explained, height)
    return best[1] if best else _centred(size, heights)


def at_the_foot(size: Size, lit: Sequence[Region], heights: Heights) -> Region:
    """The place of a sheet that leaves all above it in sight."""
    height = min(size.height, heights(size.width - SIDES))
    return Region(0, size.height - height, size.width, height)


def at_the_top(rows: int) -> Placing:
    """The place of a sheet of so many rows, which stays where it is whatever it says."""

    def placed(size: Size, lit: Sequence[Region], heights: Heights) -> Region:
        if size.width < LEAST_SCREEN.width or size.height < LEAST_SCREEN.height:
            return Region(0, 0, size.width, size.height)
        return _centred(size, lambda width: rows)

    return placed


def widely(size: Size, lit: Sequence[Region], heights: Heights) -> Region:
    """The place of a sheet that has much to say: as wide as the screen, and as high as it is."""
    width = size.width if size.width < WIDE else min(WIDE, size.width - 2)
    height = min(size.height, heights(width - SIDES))
    left, top = (size.width - width) // 2, (size.height - height) // 3
    return Region(left, top, width, height)


def _sides(size: Size, lit: Region) -> Iterator[Region]:
    """The free places about what is explained, under the head and above the keys."""
    bottom = size.height - 1
    sides = (
        Region(lit.right, 1, size.width - lit.right, bottom - 1),
        Region(0, 1, lit.x, bottom - 1),
        Region(0, lit.bottom, size.width, bottom - lit.bottom),
        Region(0, 1, size.width, lit.y - 1),
    )
    return (side for side in sides if side.width >= LEAST.width and side.height >= LEAST.height)


def _within(side: Region, lit: Region, height: int) -> Region:
    """A place of a height on one side: as high as what is explained, if that is enough."""
    beside = side.y <= lit.y and lit.bottom <= side.bottom
    tall = min(side.height, max(height, lit.height) if beside else height)
    first = min(lit.y, side.bottom - tall) if beside else side.y
    if not beside and side.bottom <= lit.y:
        first = side.bottom - tall
    return Region(side.x, first, side.width, tall)


def _centred(size: Size, heights: Heights) -> Region:
    width = min(WIDEST, size.width - 4)
    height = min(size.height - 2, heights(width - SIDES))
    return Region((size.width - width) // 2, max(1, (size.height - height) // 3), width, height)
