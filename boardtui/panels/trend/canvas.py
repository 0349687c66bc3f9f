"""A picture in characters: lines finer than a cell, and signs that stand over them.

A cell has four quarters, drawn as blocks: every font of terminals has these, and they are seen from
the back row. A terminal without UTF-8 is given a full stop for a cell that a line goes through.
"""

from __future__ import annotations

from boardtui.core.words.ascii import here_utf8
from boardtui.panels.text import Chunk, Line, Role, Span

WIDE, TALL = 2, 2
"""The dots of a cell: its quarters."""

QUARTERS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""A cell by its quarters: upper left 1, upper right 2, lower left 4, lower right 8."""


class Canvas:
    """A field of cells; what is put later stands over what was put before."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._signs: dict[tuple[int, int], tuple[str, Role]] = {}
        self._dots: dict[tuple[int, int], int] = {}

    def put(self, x: int, y: int, text: str, role: Role) -> None:
        """Signs from a cell on, as far as there is room."""
        for place, sign in enumerate(text):
            if 0 <= x + place < self.width and 0 <= y < self.height:
                self._signs[x + place, y] = sign, role
                self._dots.pop((x + place, y), None)

    def is_free(self, x: int, y: int, width: int) -> bool:
        """Whether nothing stands on some cells of a row yet."""
        return all((x + place, y) not in self._signs for place in range(width))

    def line(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """A straight line between two places, counted in dots from the upper left."""
        steps = max(1, round(max(abs(end[0] - start[0]), abs(end[1] - start[1]))))
        for step in range(steps + 1):
            part = step / steps
            x = round(start[0] + (end[0] - start[0]) * part)
            y = round(start[1] + (end[1] - start[1]) * part)
            self._dot(x, y)

    def _dot(self, x: int, y: int) -> None:
        cell = x // WIDE, y // TALL
        if 0 <= cell[0] < self.width and 0 <= cell[1] < self.height:
            self._dots[cell] = self._dots.get(cell, 0) | 1 << (x % WIDE + WIDE * (y % TALL))
            self._signs.pop(cell, None)

    def lines(self) -> list[Line]:
        """The field as lines, a span for each run of one role."""
        return [self._line(y) for y in range(self.height)]

    def _line(self, y: int) -> Line:
        spans: list[Span] = []
        for x in range(self.width):
            sign, role = self._cell(x, y)
            if spans and spans[-1].role is role:
                spans[-1] = Span(spans[-1].text + sign, role)
            else:
                spans.append(Span(sign, role))
        return (Chunk(tuple(spans)),)

    def _cell(self, x: int, y: int) -> tuple[str, Role]:
        if (x, y) in self._dots:
            return (QUARTERS[self._dots[x, y]] if here_utf8() else "."), Role.BAR_GONE
        return self._signs.get((x, y), (" ", Role.TEXT))
