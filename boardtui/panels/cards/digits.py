"""Large digits, drawn in half cells with strokes of one weight and joined corners.

Thin or broken strokes fall apart at a distance. A terminal that has no blocks shows them in ASCII:
the screen replaces one character by another, wherever it is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Glyph = tuple[str, ...]
"""The rows of one sign, all as wide."""


def _cut(signs: str, widths: Sequence[int], *rows: str) -> dict[str, Glyph]:
    """The glyphs of signs that are drawn beside each other, a blank column between two."""
    glyphs = {}
    at = 0
    for sign, width in zip(signs, widths, strict=True):
        glyphs[sign] = tuple(row[at : at + width].ljust(width) for row in rows)
        at += width + 1
    return glyphs


FIVE = _cut(
    "0123456789",
    [6] * 10,
    "▄████▄  ▄██   ▄████▄ ▄████▄   ▄██  ██████ ▄████▄ ██████ ▄████▄ ▄████▄",
    "██  ██ ████   ▀▀  ██ ▀▀  ██ ▄█▀██  ██     ██         ██ ██  ██ ██  ██",
    "██  ██   ██     ▄██▀   ████ ██ ██  █████▄ █████▄    ██   ████  ▀█████",
    "██  ██   ██   ▄██▀   ▄▄  ██ ██████ ▄▄  ██ ██  ██   ██   ██  ██     ██",
    "▀████▀ ██████ ██████ ▀████▀    ██  ▀████▀ ▀████▀   ██   ▀████▀ ▀████▀",
) | _cut(
    ",.%+−",
    [3, 2, 6, 6, 6],
    "       ██  ██              ",
    "          ▄█▀   ██         ",
    "         ▄█▀  ██████ ██████",
    " ▄▄     ▄█▀     ██         ",
    "▄█▀ ██ ██  ██              ",
)
"""Five rows high, six columns wide."""

THREE = _cut(
    "0123456789",
    [4] * 10,
    "█▀▀█  ▀█  ▀▀▀█ ▀▀▀█ █  █ █▀▀▀ █▀▀▀ ▀▀▀█ █▀▀█ █▀▀█",
    "█  █   █  ▄▄▄█  ▀▀█ █▄▄█ ▀▀▀█ █▀▀█   ▄▀ █▀▀█ █▄▄█",
    "█▄▄█  ▄█▄ █▄▄▄ ▄▄▄█    █ ▄▄▄█ █▄▄█   █  █▄▄█ ▄▄▄█",
) | _cut(
    ",.%+−",
    [2, 1, 4, 3, 3],
    "     ▀ ▄▀        ",
    "      ▄▀  ▄█▄ ▄▄▄",
    "▄▀ ▄ ▄▀ ▄  ▀     ",
)
"""Three rows high, four columns wide."""


def _doubled(glyphs: Mapping[str, Glyph]) -> dict[str, Glyph]:
    """Each half cell of a glyph as a whole one, twice as wide."""
    return {
        sign: tuple(
            "".join("██" if cell in half else "  " for cell in row)
            for row in rows
            for half in ("█▀", "█▄")
        )
        for sign, rows in glyphs.items()
    }


TEN = _doubled(FIVE)
"""Ten rows high: the five doubled."""

SIZES: Mapping[int, Mapping[str, Glyph]] = {10: TEN, 5: FIVE, 3: THREE}
"""The digits by their height in rows, the largest first."""


def can_draw(text: str) -> bool:
    """Whether every sign of a text has a large one."""
    return bool(text) and all(sign in FIVE for sign in text)


def drawn(text: str, rows: int) -> list[str]:
    """A number in large digits, so many rows high; every row is as wide as the others."""
    glyphs = SIZES[rows]
    return [" ".join(glyphs[sign][row] for sign in text) for row in range(rows)]


def width_of(text: str, rows: int) -> int:
    """The columns that a number in large digits takes."""
    glyphs = SIZES[rows]
    return sum(len(glyphs[sign][0]) for sign in text) + max(0, len(text) - 1)
