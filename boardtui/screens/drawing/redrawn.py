"""Which cells of a row look otherwise than before: the only ones that have to be sent again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.segment import Segment
from rich.style import Style

from boardtui.panels import cells

Cell = tuple[str, Style | None]


def redrawn(before: Sequence[Segment], after: Sequence[Segment]) -> tuple[int, int] | None:
    """From the first cell that differs to the one after the last; None where none does.

    One run for a row: of a second one Textual would send the runs of text before it once more.
    """
    if before == after:
        return None
    pairs = zip_longest(_cells(before), _cells(after), fillvalue=BLANK)
    differ = [at for at, (old, new) in enumerate(pairs) if old != new]
    return (differ[0], differ[-1] + 1) if differ else None


BLANK: Cell = (" ", None)


def _cells(row: Sequence[Segment]) -> Iterator[Cell]:
    """Each cell of a row; of a character that takes two, the second is empty."""
    for text, style, _ in row:
        for character in text:
            wide = cells.width(character)
            if wide:
                yield character, style
            yield from [("", style)] * (wide - 1)
