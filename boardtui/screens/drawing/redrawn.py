"""Which cells of a row look otherwise than before: the only ones that have to be sent again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region

from boardtui.panels import cells

Cell = tuple[str, Style | None]
Row = Iterable[Segment]


def regions(before: Iterable[Row], after: Iterable[Row]) -> list[Region]:
    """What of as many rows as before looks otherwise."""
    runs = (redrawn(old, new) for old, new in zip(before, after, strict=True))
    return [Region(run[0], y, run[1] - run[0], 1) for y, run in enumerate(runs) if run]


def redrawn(before: Row, after: Row) -> tuple[int, int] | None:
    """From the first cell that differs to the one after the last; None where none does.

    One run for a row: of a second one Textual would send the runs of text before it once more.
    """
    if before == after:
        return None
    pairs = zip_longest(_cells(before), _cells(after), fillvalue=BLANK)
    differ = [at for at, (old, new) in enumerate(pairs) if old != new]
    return (differ[0], differ[-1] + 1) if differ else None


BLANK: Cell = (" ", None)


def _cells(row: Row) -> Iterator[Cell]:
    """Each cell of a row; of a character that takes two, the second is empty."""
    for text, style, _ in row:
        for character in text:
            wide = cells.width(character)
            if wide:
                yield character, style
            yield from [("", style)] * (wide - 1)
