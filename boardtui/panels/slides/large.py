"""Numbers on a slide: digits of seven rows or more, as tall as the window allows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from boardtui.panels import cells
from boardtui.panels.cards import digits
from boardtui.panels.cards.digits import Glyph
from boardtui.panels.slides.placing import BLANK, centred
from boardtui.panels.text import Chunk, Line, Role, Span, chunk, space, wrapped

SCALES: Mapping[int, tuple[int, int]] = {
    25: (5, 5),
    20: (4, 4),
    15: (3, 3),
    10: (2, 2),
    7: (1, 2),
    5: (1, 1),
}
"""How the five-row digits are scaled, by the rows that they have then: the tallest first."""

LEAST_ROWS = 7
"""The rows that digits have at least, where a window is wide enough for any such."""

HALF = 2
"""Digits of then are no lower than those of now divided by it, and never as tall."""

APART = 4
"""Blank columns between two large numbers."""


class Number(Struct, frozen=True):
    """A number to be drawn large, its hedge before it, and what stands below it.

    `labels` say what it is in ever fewer words.
    """

    value: str
    labels: tuple[Chunk, ...] = ()
    before: str = ""
    role: Role = Role.DIGITS

    @property
    def text(self) -> str:
        """As it stands in a line: "≈1,500", "just under 500"."""
        between = "" if self.before in ("", "≈") else " "
        return f"{self.before}{between}{self.value}"


@lru_cache(maxsize=len(SCALES))
def glyphs(rows: int) -> Mapping[str, Glyph]:
    """The digits of a height."""
    return digits.scaled(digits.FIVE, *SCALES[rows])


def width_of(value: str, rows: int) -> int:
    """The columns that a number takes in digits of a height."""
    signs = glyphs(rows)
    return sum(len(signs[sign][0]) for sign in value) + _between(rows) * max(0, len(value) - 1)


def _between(rows: int) -> int:
    """Blank columns between two signs."""
    return max(1, SCALES[rows][0] - 1)


def rows_of(value: str, rows: int) -> list[str]:
    """A number in digits of a height; every row is as wide as the others."""
    signs, gap = glyphs(rows), " " * _between(rows)
    return [gap.join(signs[sign][row] for sign in value) for row in range(rows)]


Form = tuple[Line, ...]


def beside(numbers: Sequence[Number], width: int, *, large: bool = True) -> tuple[Form, ...]:
    """Numbers beside each other on one ground line, the tallest way first.

    The last one is the one that matters most where their heights differ: those of then are lower.
    Without `large`, and where there is no room for digits, they are bold text.
    """
    if large and all(digits.can_draw(number.value) for number in numbers):
        found = [
            (max(heights), form)
            for heights in _heights(numbers)
            for form in _drawn(numbers, heights, width)
        ]
        tall = [form for rows, form in found if rows >= LEAST_ROWS]
        if found:
            return tuple(tall or [form for _, form in found])
    return (_in_words(numbers, width),)


def _heights(numbers: Sequence[Number]) -> Iterator[tuple[int, ...]]:
    """The heights that numbers may have, the tallest first."""
    then = [number.role is Role.DIGITS_THEN for number in numbers]
    for rows in SCALES:
        if not any(then) or all(then):
            yield (rows,) * len(numbers)
            continue
        for lower in SCALES:
            if rows / HALF <= lower < rows:
                yield tuple(lower if was else rows for was in then)


def _drawn(numbers: Sequence[Number], heights: Sequence[int], width: int) -> Iterator[Form]:
    """Numbers in digits of some heights, with a blank row above their labels and without.

    None where they have no room.
    """
    blocks = [
        _block(number, rows, max(heights)) for number, rows in zip(numbers, heights, strict=True)
    ]
    used = sum(block.wide for block in blocks)
    if used + APART * (len(blocks) - 1) > width:
        return
    gap = max(APART, (width - used) // (len(blocks) + 1)) if len(blocks) > 1 else 0
    lead = max(0, (width - used - gap * (len(blocks) - 1)) // 2)
    large = [_row(row, lead, gap) for row in zip(*(block.rows for block in blocks), strict=True)]
    if not any(number.labels for number in numbers):
        yield tuple(large)
        return
    below = _row([block.label for block in blocks], lead, gap)
    yield (*large, BLANK, below)
    yield (*large, below)


def _row(pieces: Sequence[Line], lead: int, gap: int) -> Line:
    line: list[Chunk] = [space(lead)] if lead else []
    for place, piece in enumerate(pieces):
        line += [space(gap), *piece] if place else piece
    return tuple(line)


class _Block(Struct, frozen=True):
    """A number and what it is, every row as wide as the others."""

    wide: int
    rows: list[Line]
    label: Line


def _block(number: Number, rows: int, height: int) -> _Block:
    """A number with its hedge in digits of a height, on the ground of those beside it."""
    hedge = f"{number.before} " if number.before else ""
    lead, wide = cells.width(hedge), width_of(number.value, rows)
    fits = (each for each in number.labels if each.width <= lead + wide)
    label = next(fits, None) or (number.labels[-1] if number.labels else space(0))
    total = max(lead + wide, label.width)
    side = (total - lead - wide) // 2
    lines: list[Line] = [(space(total),)] * (height - rows)
    for place, row in enumerate(rows_of(number.value, rows)):
        # The hedge stands on the middle row, where the eye is.
        before = chunk(hedge) if lead and place == rows // 2 else space(lead)
        large = chunk(Span(row, number.role))
        lines.append((space(side), before, large, space(total - side - lead - wide)))
    at = (total - label.width) // 2
    return _Block(total, lines, (space(at), label, space(total - label.width - at)))


def _in_words(numbers: Sequence[Number], width: int) -> Form:
    """Numbers as bold text, each with what it is."""
    lines: list[Line] = []
    for number in numbers:
        words = chunk(Span(number.text, Role.HEADLINE))
        label = (space(2), number.labels[0]) if number.labels else ()
        lines += [centred(line, width) for line in wrapped([words, *label], width, gap=0)]
    return tuple(lines)
