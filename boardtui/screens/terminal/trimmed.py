"""Rows that are sent from the first cell that changes: Textual sends each from its beginning."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from textual._compositor import ChopsUpdate
from textual.strip import Strip

Chops = Mapping[int, Strip | None]
"""The pieces of a row by the cells that they begin at; None where nothing is to be sent."""


def trimmed(update: ChopsUpdate) -> ChopsUpdate:
    """An update by which a terminal shows the same, without what it shows already.

    A row of which several parts change stays as it is: its pieces are sent for all of them.
    """
    chops, ends = list(update.chops), update.chop_ends
    parts = Counter(y for y, _, _ in update.spans)
    for y, start, _ in update.spans:
        if parts[y] == 1:
            chops[y] = dict(
                _from(start, x, strip, end)
                for end, (x, strip) in zip(ends[y], update.chops[y].items(), strict=False)
            )
    return ChopsUpdate(chops, update.spans, ends)


def _from(start: int, x: int, strip: Strip | None, end: int) -> tuple[int, Strip | None]:
    """A piece of a row from a cell on, where it begins before that."""
    if strip is None or not x < start < end:
        return x, strip
    return start, strip.crop(start - x)
