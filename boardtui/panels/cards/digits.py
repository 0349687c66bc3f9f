"""Large digits, drawn in half cells with strokes of one weight and joined corners.

Thin or broken strokes fall apart at a distance. A terminal that has no blocks shows them in ASCII:
the screen replaces one character by another, wherever it is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

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

ABOUT = _cut(
    "≈",
    [7],
    "",
    "▄▀▀▄▄▀",
    "",
    "▄▀▀▄▄▀",
    "",
)
"""The sign of a number that is about so large, of the height of the five."""

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


def scaled(glyphs: Mapping[str, Glyph], wide: int, tall: int) -> dict[str, Glyph]:
    """The five-row glyphs with strokes `wide` times as wide, and what is between them `tall` times.

    A stroke stays of one weight where it is only the space between strokes that is made taller.
    """
    rows = [wide, wide, tall, tall, wide, wide, tall, tall, wide, wide]
    return {sign: tuple(_halves(_dots(glyph), wide, rows)) for sign, glyph in glyphs.items()}


def _dots(glyph: Glyph) -> list[list[bool]]:
    """The half cells of a glyph, row by row: whether each is drawn."""
    return [[cell in half for cell in row] for row in glyph for half in ("█▀", "█▄")]


def _halves(dots: list[list[bool]], wide: int, rows: Sequence[int]) -> Iterator[str]:
    """Half cells as rows of characters, each repeated so many times across, and down."""
    tall = [row for row, times in zip(dots, rows, strict=True) for _ in range(times)]
    for upper, lower in zip(tall[::2], tall[1::2], strict=True):
        yield "".join(HALVES[pair] * wide for pair in zip(upper, lower, strict=True))


HALVES = {(True, True): "█", (True, False): "▀", (False, True): "▄", (False, False): " "}

SIZES: Mapping[int, tuple[Mapping[str, Glyph], int]] = {10: (FIVE, 2), 5: (FIVE, 1), 3: (THREE, 1)}
"""The digits by their height in rows, the largest first; and how many times they are drawn."""


@cache
def _glyphs(rows: int) -> Mapping[str, Glyph]:
    glyphs, times = SIZES[rows]
    return glyphs if times == 1 else scaled(glyphs, times, times)


def can_draw(text: str) -> bool:
    """Whether every sign of a text has a large one."""
    return bool(text) and all(sign in FIVE for sign in text)


def drawn(text: str, rows: int) -> list[str]:
    """A number in large digits, so many rows high; every row is as wide as the others."""
    glyphs = _glyphs(rows)
    return [" ".join(glyphs[sign][row] for sign in text) for row in range(rows)]


def width_of(text: str, rows: int) -> int:
    """The columns that a number in large digits takes."""
    glyphs, times = SIZES[rows]
    return times * sum([len(glyphs[sign][0]) for sign in text]) + max(0, len(text) - 1)
