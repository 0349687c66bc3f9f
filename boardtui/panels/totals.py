"""Numbers in large digits side by side, each with words under it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from boardtui.panels.cards import digits
from boardtui.panels.text import Chunk, Line, Role, Span, chunk, space

WIDEST = 36
"""Columns of one number, where there are more than it needs."""

SIZES = (5, 3)
"""The rows of the digits, the largest first."""

GAP = 2


class Total(Struct, frozen=True):
    """A number, and the rows of words under it; `before` is its hedge, which is never dropped."""

    value: str
    under: tuple[Chunk, ...]
    role: Role = Role.DIGITS
    before: str = ""

    def width(self, size: int) -> int:
        """The columns that it needs with digits so many rows high."""
        drawn = self._lead + digits.width_of(self.value, size)
        return max([drawn, *(words.width for words in self.under)])

    @property
    def _lead(self) -> int:
        return len(self.before) + 1 if self.before else 0

    def rows(self, size: int) -> list[Chunk]:
        """The digits, with the hedge on the middle row, where the eye is; then the words."""
        found = []
        for number, row in enumerate(digits.drawn(self.value, size)):
            lead = f"{self.before} " if self.before and number == size // 2 else " " * self._lead
            found.append(chunk(lead, Span(row, self.role)))
        return [*found, *self.under]


def totals_lines(totals: Sequence[Total], width: int) -> list[Line]:
    """The numbers in the largest digits in which all have room; nothing where none has.

    What has no large digits ("not known") is left out: it is said elsewhere.
    """
    known = [total for total in totals if digits.can_draw(total.value)]
    for size in SIZES:
        if known and (widths := _widths([total.width(size) for total in known], width)):
            return _beside([total.rows(size) for total in known], widths)
    return []


def _widths(needed: Sequence[int], width: int) -> list[int]:
    """The columns of each number: all alike, else what each needs; none where that is too much."""
    alike = min(WIDEST, width // len(needed))
    if all(each + GAP <= alike for each in needed[:-1]) and needed[-1] <= alike:
        return [alike] * len(needed)
    spare = width - sum(needed) - GAP * (len(needed) - 1)
    if spare < 0:
        return []
    return [each + GAP + spare // len(needed) for each in needed]


def _beside(rows: Sequence[Sequence[Chunk]], widths: Sequence[int]) -> list[Line]:
    lines: list[Line] = []
    for number in range(max(map(len, rows))):
        line: list[Chunk] = []
        for row, width in zip(rows, widths, strict=True):
            piece = row[number] if number < len(row) else chunk("")
            line += [piece, space(max(0, width - piece.width))]
        lines.append(tuple(piece for piece in line[:-1] if piece.width))
    return lines
