"""The funnel plot: each force a mark by the size of its base and its share, between the limits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import floor, log10

from boardtui.core.funnel.funnel import Funnel
from boardtui.core.words.wording import number_text
from boardtui.panels import cells
from boardtui.panels.text import Line, Role, chunk, quiet, space
from boardtui.panels.trend.canvas import TALL, WIDE, Canvas
from boardtui.panels.trend.scale import Upright, upright
from boardtui.review.forces.bases import OF_POPULATION
from boardtui.review.forces.side import Compared, SideBySide

FORCE, OPENED, COMMON, INNER, OUTER = "●", "◆", "─", "━", "╌"
"""A force, the one that is looked at, the share of all together, the inner limits, the outer."""

LEAST_ROWS = 6
"""Rows of a picture at the least: fewer show nothing."""

LIMITS_AT = 24
"""Sizes at which the limits are worked out; between them they are drawn straight."""

NAMED = 30
"""Columns of a picture from which the opened force has its name beside its mark."""


def plot(found: SideBySide, width: int, height: int) -> list[Line]:
    """The picture for a width and a height, with its scales; none without room, or limits."""
    funnel, rows = found.funnel, height - 1
    if funnel is None or rows < LEAST_ROWS:
        return []
    shown = [one for one in found.compared if one.share is not None]
    times = 100_000 if found.measure in OF_POPULATION else 100
    place = _Plot(funnel, shown, times, width, rows)
    place.draw(found.opened)
    return [*place.lines(), place.axis()]


class _Plot:
    """A funnel on a field of cells; heights are shares × `times`: per cent, or per 100,000."""

    def __init__(
        self, funnel: Funnel, shown: Sequence[Compared], times: int, width: int, rows: int
    ) -> None:
        self._funnel, self._shown, self._times, self._rows = funnel, shown, times, rows
        sizes = [one.size for one in shown]
        self._least, self._most = min(sizes) * 0.8, max(sizes) * 1.05
        at = [self._size(part / (LIMITS_AT - 1)) for part in range(LIMITS_AT)]
        self._limits = [(size, funnel.limits(max(1, round(size)))) for size in at]
        heights = [one.share * times for one in shown if one.share is not None]
        # The outer limits of the smallest may lie far beyond every force: they run out of sight.
        inner = [end * times for _, each in self._limits for end in each.inner]
        outer = [end * times for end in self._limits[LIMITS_AT // 2][1].outer]
        self._scale: Upright = upright([*heights, *inner, *outer], rows)
        named = {"95%": self._limits[-1][1].inner[1], "99.8%": self._limits[-1][1].outer[1]}
        named["all"] = funnel.target
        self._names = {name: share * times for name, share in named.items()}
        self._left = max(cells.width(self._scale.text(tick)) for tick in self._scale.ticks()) + 1
        right = max(map(len, named)) + 1
        self._canvas = Canvas(max(8, width - self._left - right), rows)

    def _size(self, part: float) -> float:
        return self._least + (self._most - self._least) * part

    def _x(self, size: float) -> float:
        part = (size - self._least) / (self._most - self._least) if self._most else 0.0
        return part * (self._canvas.width * WIDE - 1)

    def _y(self, height: float) -> float:
        return (1 - self._scale.part(height)) * (self._rows * TALL - 1)

    def draw(self, opened: str) -> None:
        row = round(self._y(self._funnel.target * self._times)) // TALL
        self._canvas.put(0, row, COMMON * self._canvas.width, Role.QUIET)
        for (size, limits), (to, after) in pairwise(self._limits):
            for start, end in zip(limits.outer, after.outer, strict=True):
                self._line((size, start), (to, end), OUTER, Role.QUIET)
            for start, end in zip(limits.inner, after.inner, strict=True):
                self._line((size, start), (to, end), INNER, Role.BAR)
        own = None
        for one in self._shown:
            x, y = round(self._x(one.size)) // WIDE, self._row_of(one)
            if one.force == opened:
                own = (one, x, y)
            else:
                self._canvas.put(x, y, FORCE, Role.BAR)
        if own is not None:
            one, x, y = own
            self._canvas.put(x, y, OPENED, Role.HEADLINE)
            self._name(one.force, x, y)

    def _row_of(self, one: Compared) -> int:
        return round(self._y((one.share or 0) * self._times)) // TALL

    def _line(
        self, start: tuple[float, float], end: tuple[float, float], sign: str, role: Role
    ) -> None:
        """A line of signs from one size and share to another, a cell after the other."""
        first, last = (round(self._x(size)) // WIDE for size, _ in (start, end))
        for x in range(first, last + 1):
            part = (x - first) / max(1, last - first)
            height = (start[1] + (end[1] - start[1]) * part) * self._times
            if self._scale.low <= height <= self._scale.high:
                self._canvas.put(x, round(self._y(height)) // TALL, sign, role)

    def _name(self, name: str, x: int, y: int) -> None:
        """The name of the opened force, beside its mark where nothing else stands."""
        wide = cells.width(name)
        if self._canvas.width < NAMED:
            return
        for at in (x + 2, x - wide - 1):
            if 0 <= at <= self._canvas.width - wide and self._canvas.is_free(at, y, wide):
                self._canvas.put(at, y, name, Role.HEADLINE)
                return
        for row in (y - 1, y + 1):
            at = max(0, min(x - wide // 2, self._canvas.width - wide))
            if 0 <= row < self._rows:
                self._canvas.put(at, row, name, Role.HEADLINE)
                return

    def lines(self) -> Iterator[Line]:
        """The rows between the numbers of the scale and the names of the lines."""
        numbers = {
            round(self._y(tick)) // TALL: self._scale.text(tick) for tick in self._scale.ticks()
        }
        names: dict[int, str] = {}
        for name, height in sorted(self._names.items(), key=lambda each: -each[1]):
            row = round(self._y(height)) // TALL
            while row in names:
                row += 1
            names[row] = name
        for y, line in enumerate(self._canvas.lines()):
            number = numbers.get(y, "")
            lead = (space(self._left - 1 - cells.width(number)), chunk(quiet(number)), space(1))
            beside = (space(1), chunk(quiet(names[y]))) if y in names else ()
            yield (*(piece for piece in lead if piece.width), *line, *beside)

    def axis(self) -> Line:
        """The sizes beneath the picture, at round numbers."""
        field = Canvas(self._canvas.width, 1)
        step = _round_step((self._most - self._least) / 4)
        used, size = -1, step * (floor(self._least / step) + 1)
        while size <= self._most:
            word = number_text(size)
            x = round(self._x(size)) // WIDE - len(word) // 2
            if used < x <= self._canvas.width - len(word):
                field.put(x, 0, word, Role.QUIET)
                used = x + len(word)
            size += step
        return (space(self._left), *field.lines()[0])


def _round_step(least: float) -> float:
    """The smallest of 1, 2 and 5 times a power of ten that is no less."""
    power = 10.0 ** floor(log10(max(least, 1)))
    return next(power * times for times in (1, 2, 5, 10) if power * times >= least)
