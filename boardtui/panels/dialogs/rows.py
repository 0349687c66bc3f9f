"""Rows with what each is about before them, aligned where there is room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from boardtui.panels import cells
from boardtui.panels.dialogs.sheet import Sheet
from boardtui.panels.text import Chunk, Line, chunk, quiet, space, wrapped

Row = tuple[str, str]
"""What a text is about, and the text."""

LABEL = 14
"""Columns of what rows are about, with the gap behind."""

NARROW = 40
"""Columns below which texts stand under what they are about."""


def rows_sheet(title: str, rows: Sequence[Row], width: int, key: str = "") -> Sheet:
    """A sheet of labelled rows."""
    lines = labelled(((label, chunk(text)) for label, text in rows), width)
    return Sheet(title, ((), *lines), key=key)


def labelled(rows: Iterable[tuple[str, Chunk]], width: int) -> Iterator[Line]:
    """Rows with their labels in a column of their own; above the text where it is narrow."""
    pairs = list(rows)
    widest = max((cells.width(label) for label, _ in pairs), default=0)
    beside = min(max(LABEL, widest + 2), width // 3)
    for label, text in pairs:
        yield from _row(label, text, width, beside if width >= NARROW else 0)


def _row(label: str, text: Chunk, width: int, beside: int) -> Iterator[Line]:
    if not beside:
        yield from wrapped([chunk(quiet(label))] if label else [], width)
        yield from ((space(1), *line) for line in wrapped([text], max(1, width - 1)))
        return
    labels = wrapped([chunk(quiet(label))], beside - 1)
    texts = wrapped([text], width - beside)
    for number in range(max(len(labels), len(texts))):
        first = labels[number] if number < len(labels) else ()
        pad = space(beside - sum(piece.width for piece in first))
        yield (*first, pad, *(texts[number] if number < len(texts) else ()))
