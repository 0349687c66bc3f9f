"""The marks of a table, explained under it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from boardtui.core.audience.rules import HIDDEN
from boardtui.core.figure.hedge import SUPPRESSED
from boardtui.pack.document.blocks import Row
from boardtui.panels.cards.words import DAGGER, then_sources
from boardtui.panels.panel import Board


def marks_of(rows: Iterable[Row], board: Board) -> Iterator[str]:
    """What the marks that stand in some rows mean."""
    texts = [cell.text for row in rows for cell in row.cells]
    if any(DAGGER in text for text in texts):
        yield f"{DAGGER} {then_sources(board.review)[0]}"
    if any(text == SUPPRESSED for text in texts):
        meaning = HIDDEN if board.review.audience.hides else "withheld by who gave it"
        yield f"{SUPPRESSED} {meaning}"
