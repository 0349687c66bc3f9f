"""The last months as a line of blocks, small enough to stand beside a number, on its own scale.

It shows which way a number went, and where it stood; how much it was is behind `m`.
"""

from __future__ import annotations

from collections.abc import Sequence

from boardtui.panels.cards.words import label
from boardtui.panels.text import Line, Role, Span, chunk
from boardtui.review.day.compared import ComparedFigure

BLOCKS = "▁▂▃▄▅▆▇█"

WORDS = " by month"


def spark_line(values: Sequence[float | None], subject: ComparedFigure, *, told: bool) -> Line:
    """A block for each month, from nothing up to the greatest; a blank for a month without one.

    The last stands in the colour of now. With `told` words say what it is.
    """
    most = max((value for value in values if value is not None), default=0)
    signs = [_block(value, most) for value in values]
    words = [label(WORDS)] if told else []
    spans = (Span("".join(signs[:-1]), Role.BAR_THEN), Span(signs[-1], Role.BAR), *words)
    return (chunk(*spans, subject=subject),)


def _block(value: float | None, most: float) -> str:
    if value is None:
        return " "
    part = value / most if most else 0
    return BLOCKS[max(0, min(len(BLOCKS) - 1, round(part * len(BLOCKS)) - 1))]
