"""A row of the board as runs of one style, with the letters of jump mode in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from rich.segment import Segment
from rich.style import Style

from boardtui.panels import cells
from boardtui.panels.layout import Piece
from boardtui.panels.text import Role


def runs_of(
    row: Sequence[Piece], style_of: Callable[[Piece], Style], letters: Mapping[int, str]
) -> list[Segment]:
    """A row as as few runs of one style as look the same: most bytes are colour codes."""
    runs: list[tuple[str, Style]] = []
    for piece in _with_letters(row, letters):
        style = style_of(piece)
        blank = not piece.text.strip() and not style.reverse
        if runs and (style == runs[-1][1] or (blank and not runs[-1][1].reverse)):
            runs[-1] = (runs[-1][0] + piece.text, runs[-1][1])
        elif piece.text:
            runs.append((piece.text, style))
    return [Segment(text, style) for text, style in runs]


def _with_letters(row: Sequence[Piece], letters: Mapping[int, str]) -> Iterator[Piece]:
    """In jump mode, each spot's letter in the place of its first character."""
    done: set[int] = set()
    for piece in row:
        spot = piece.spot
        if spot is None or spot not in letters or spot in done or not piece.text:
            yield piece
            continue
        done.add(spot)
        first, rest = cells.split(piece.text, 1)
        letter = cells.padded(letters[spot], cells.width(first))
        yield Piece(letter, Role.LETTER, piece.panel, None)
        yield Piece(rest, piece.role, piece.panel, spot)
