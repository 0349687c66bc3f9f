"""Which cells of a row look otherwise than before: the only ones that have to be sent again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.segment import Segment
from rich.style import Style

from boardtui.panels import cells

APART = 8
"""Cells between two that changed from which it is cheaper to send them apart."""

Cell = tuple[str, Style | None]


def redrawn(before: Sequence[Segment], after: Sequence[Segment]) -> Iterator[tuple[int, int]]:
    """The runs of cells that differ, each from its first cell to the one after its last."""
    if before == after:
        return
    start = end = None
    for at, (old, new) in enumerate(zip_longest(_cells(before), _cells(after), fillvalue=BLANK)):
        if old == new:
            continue
        if end is not None and start is not None and at - end >= APART:
            yield start, end
            start = at
        start, end = at if start is None else start, at + 1
    if start is not None and end is not None:
        yield start, end


BLANK: Cell = (" ", None)


def _cells(row: Sequence[Segment]) -> Iterator[Cell]:
    """Each cell of a row; of a character that takes two, the second is empty."""
    for text, style, _ in row:
        for character in text:
            wide = cells.width(character)
            if wide:
                yield character, style
            yield from [("", style)] * (wide - 1)
