"""Laying out text: cells that stand under one another, and paragraphs of a readable width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

GAP = "   "
WIDTH = 88


def aligned(rows: Iterable[Sequence[str]], indent: str = "  ") -> Iterator[str]:
    """Each row as a line; columns that are empty in every row take no room."""
    table = [list(row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True) if width]
        yield f"{indent}{GAP.join(cells)}".rstrip()


def paragraph(text: str, indent: str = "  ") -> list[str]:
    """The text on as many lines as it needs."""
    import textwrap

    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
