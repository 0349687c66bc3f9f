"""Who went and who came in a month as bars to both sides of a line, and who is overdue then."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from boardtui.core.flow.counts import Flow
from boardtui.core.flow.parts import CAME, STAYED
from boardtui.panels.cards.bars import NOW, WITHOUT
from boardtui.panels.text import Chunk, Role, Span, chunk, quiet, space

AXIS = "│"

HEADS = (("no longer overdue", "not overdue before"), ("went", "came"))
"""What stands over the bars to either side, where there is room."""

LEVEL_LEAST = 50
"""The cells from which the backlog's own bars have room beside the others, on the same scale."""

GAP = 2


class Bars(Struct, frozen=True):
    """The cells of the bars on either side of the line, and of the backlog's; and the scale."""

    went: int
    came: int
    level: int
    unit: float

    def either(self, flow: Flow) -> list[Chunk]:
        """Who went, to the left of the line, and who came, to the right of it."""
        gone = went_of(flow)
        without = flow.cleared_without
        left: list[Span] = []
        if gone is not None and without is not None:
            whole = self._cells(gone, self.went)
            shaded = min(self._cells(without, self.went), whole)
            # Where anybody went otherwise, a cell of the bar says so.
            shaded = min(shaded, whole - 1) if without < gone and whole > 1 else shaded
            left = [Span(WITHOUT * shaded, Role.BAR_WITHOUT)]
            left.append(Span(NOW * (whole - shaded), Role.BAR_GONE))
        elif gone is not None:
            left = [Span(NOW * self._cells(gone, self.went), Role.BAR_GONE)]
        drawn = sum(len(span.text) for span in left)
        right = Span(NOW * self._cells(flow.together(CAME) or 0, self.came), Role.BAR)
        return [
            space(self.went - drawn),
            chunk(*left, Span(AXIS, Role.BORDER), right),
            space(self.came - len(right.text)),
        ]

    def backlog(self, flow: Flow) -> Chunk:
        """Who is overdue at the end."""
        return chunk(Span(NOW * self._cells(flow.closing or 0, self.level), Role.BAR))

    def head(self) -> list[Chunk]:
        """What stands to either side of the line."""
        fits = ((a, b) for a, b in HEADS if len(a) < self.went and len(b) < self.came)
        left, right = next(fits, ("", ""))
        return [
            chunk(quiet(f"{left} ".rjust(self.went)), Span(AXIS, Role.BORDER)),
            chunk(quiet(f" {right}".ljust(self.came))),
        ]

    def key(self, a_one: str) -> Chunk | None:
        """What the shaded part is, over the bars; None where there is no room for it."""
        ways = (f"cleared without {a_one}", f"without {a_one}", "without")
        words = next((way for way in ways if len(way) + 2 <= self.width), None)
        if words is None:
            return None
        left = (self.width - len(words) - 2) // 2
        rest = self.width - len(words) - 2 - left
        shaded = Span(WITHOUT, Role.BAR_WITHOUT)
        return chunk(" " * left, shaded, quiet(f" {words}"), " " * rest)

    @property
    def width(self) -> int:
        return self.went + len(AXIS) + self.came

    def _cells(self, count: int, most: int) -> int:
        return min(most, max(1, round(count * self.unit))) if count else 0


def went_of(flow: Flow) -> int | None:
    """Who was overdue at the beginning and is not at the end; None where that is not known."""
    stayed = flow.together(STAYED)
    return None if flow.opening is None or stayed is None else flow.opening - stayed


def bars_for(flows: Sequence[Flow], room: int) -> Bars | None:
    """The bars of some links, on one scale, in so many cells; None where nothing is known."""
    went = max((went_of(flow) or 0 for flow in flows), default=0)
    came = max((flow.together(CAME) or 0 for flow in flows), default=0)
    level = max((flow.closing or 0 for flow in flows), default=0)
    if not went and not came:
        return None
    if room >= LEVEL_LEAST:
        unit = (room - len(AXIS) - GAP) / (went + came + level)
        sides = [max(LEAST_SIDE, round(count * unit)) for count in (went, came)]
        return Bars(sides[0], sides[1], room - sum(sides) - len(AXIS) - GAP, unit)
    unit = (room - len(AXIS)) / (went + came)
    side = min(max(LEAST_SIDE, round(went * unit)), room - len(AXIS) - LEAST_SIDE)
    return Bars(side, room - len(AXIS) - side, 0, min(unit, side / went if went else unit))


LEAST_SIDE = 6
"""The cells of either side at the least, so that a word stands over it."""
