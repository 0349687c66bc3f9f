"""Numbers on a slide: digits of seven rows or more, as tall as the window allows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from boardtui.panels import cells
from boardtui.panels.cards import digits
from boardtui.panels.cards.digits import Glyph
from boardtui.panels.slides.message import Window
from boardtui.panels.slides.placing import BLANK, centred
from boardtui.panels.text import Chunk, Line, Role, Span, chunk, space, text_of, wrapped

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

LOWEST = min(SCALES)

SHORT = 16
"""Rows of a window's room below which digits may be lower, so that more is said."""


class Number(Struct, frozen=True):
    """A number to be drawn large, its hedge before it, and what stands below it.

    `labels` say what it is in ever fewer words.
    """

    value: str
    labels: tuple[Chunk, ...] = ()
    before: str = ""
    role: Role = Role.DIGITS
    hidden: bool = False
    """Whether only its place is kept, for a later step."""
    small_sign: bool = False
    """Whether the sign of its hedge is no larger than text, for want of room."""

    @property
    def drawn(self) -> str:
        """What is drawn large: the value, with the sign of its hedge where that is one."""
        return f"{self.before}{self.value}" if self._large_sign else self.value

    @property
    def hedge(self) -> str:
        """What stands before it as text."""
        return "" if not self.before or self._large_sign else f"{self.before} "

    @property
    def _large_sign(self) -> bool:
        return self.before in digits.ABOUT and not self.small_sign

    @property
    def text(self) -> str:
        """As it stands in a line: "≈1,500", "just under 500"."""
        between = "" if self.before in ("", "≈") else " "
        return f"{self.before}{between}{self.value}"


@lru_cache(maxsize=len(SCALES))
def glyphs(rows: int) -> Mapping[str, Glyph]:
    """The digits of a height."""
    return digits.scaled({**digits.FIVE, **digits.ABOUT}, *SCALES[rows])


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


def tallest(ways: Sequence[Sequence[Number]], window: Window) -> tuple[Form, ...]:
    """Numbers beside each other on one ground line, the tallest way first.

    The first of the `ways` that has room for tall digits is taken: what is left out in the others
    is told by bars and words. Without room for any digits, or where none are wanted, numbers are
    bold text.
    """
    first = ways[0]
    if not window.large or not all(digits.can_draw(number.value) for number in first):
        return (_in_words(first, window.width),)
    low: tuple[Form, ...] = ()
    for numbers in (signed for way in ways for signed in _signed(way)):
        found = [
            (max(heights), form)
            for heights in _heights(numbers)
            for form in _drawn(numbers, heights, window.width)
        ]
        least = LEAST_ROWS if window.height >= SHORT else LOWEST
        if tall := tuple(form for rows, form in found if rows >= least):
            return tall
        low = low or tuple(form for _, form in found)
    return low or (_in_words(first, window.width),)


def _signed(numbers: Sequence[Number]) -> Iterator[Sequence[Number]]:
    """Numbers with the signs of their hedges large, and then as text."""
    yield numbers
    if any(number.drawn != number.value for number in numbers):
        yield [replace(number, small_sign=True) for number in numbers]


def _heights(numbers: Sequence[Number]) -> Iterator[tuple[int, ...]]:
    """The heights that numbers may have, the tallest first."""
    then = [number.role is Role.DIGITS_THEN for number in numbers]
    for rows in SCALES:
        if not any(then) or all(then):
            yield (rows,) * len(numbers)
            continue
        for lower in SCALES:
            square = SCALES[lower][0] == SCALES[lower][1]
            if (square and rows / HALF <= lower < rows) or lower == LOWEST < rows <= LEAST_ROWS:
                yield tuple(lower if was else rows for was in then)


def _drawn(numbers: Sequence[Number], heights: Sequence[int], width: int) -> Iterator[Form]:
    """Numbers in digits of some heights, with a blank row above their labels and without.

    The labels are the longest that leave room; nothing comes where none do.
    """
    for brief in range(max(1, *(len(number.labels) for number in numbers))):
        blocks = [
            _block(number, rows, max(heights), brief)
            for number, rows in zip(numbers, heights, strict=True)
        ]
        used = sum(block.wide for block in blocks)
        apart = _apart(max(heights))
        if used + apart * (len(blocks) - 1) <= width:
            yield from _side_by_side(blocks, width - used, apart)
            return


def _apart(rows: int) -> int:
    """Blank columns between two numbers at least: so many that they do not read as one."""
    return 3 * SCALES[rows][0] + 1


def _side_by_side(blocks: Sequence[_Block], spare: int, apart: int) -> Iterator[Form]:
    """Numbers with as much room between them as beside them."""
    gap = max(apart, spare // (len(blocks) + 1)) if len(blocks) > 1 else 0
    lead = max(0, (spare - gap * (len(blocks) - 1)) // 2)
    large = [_row(row, lead, gap) for row in zip(*(block.rows for block in blocks), strict=True)]
    labels = [block.label for block in blocks]
    if any(text_of(label).strip() for label in labels):
        below = _row(labels, lead, gap)
        yield (*large, BLANK, below)
        yield (*large, below)
    else:
        yield tuple(large)


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


def _block(number: Number, rows: int, height: int, brief: int) -> _Block:
    """A number with its hedge in digits of a height, on the ground of those beside it."""
    hedge, lead = number.hedge, cells.width(number.hedge)
    wide = width_of(number.drawn, rows)
    label = (number.labels or (space(0),))[: brief + 1][-1]
    total = max(lead + wide, label.width)
    side = (total - lead - wide) // 2
    lines: list[Line] = [(space(total),)] * (height - rows)
    for place, row in enumerate(rows_of(number.drawn, rows)):
        # The hedge stands on the middle row, where the eye is.
        before = chunk(Span(hedge, Role.STRONG)) if lead and place == rows // 2 else space(lead)
        large = space(wide) if number.hidden else chunk(Span(row, number.role))
        lines.append((space(side), before, large, space(total - side - lead - wide)))
    label = space(label.width) if number.hidden else label
    at = (total - label.width) // 2
    return _Block(total, lines, (space(at), label, space(total - label.width - at)))


def _in_words(numbers: Sequence[Number], width: int) -> Form:
    """Numbers as bold text, each with what it is."""
    lines: list[Line] = []
    for number in numbers:
        if number.hidden:
            lines.append(BLANK)
            continue
        words = chunk(Span(number.text, Role.HEADLINE))
        label = (space(2), number.labels[0]) if number.labels else ()
        lines += [centred(line, width) for line in wrapped([words, *label], width, gap=0)]
    return tuple(lines)
