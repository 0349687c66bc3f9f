"""Bars: now full height in the accent, then half height in grey, on one scale within a card."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from boardtui.panels.text import EIGHTHS, Role, Span

NOW, THEN, WITHOUT = "█", "▀", "▓"
"""What a bar of now is drawn with, one of then, and one of who was cleared without a visit."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How many columns a bar has for one of what it counts: the same for all bars of a card."""

    unit: float

    def now(self, value: float | None) -> Span:
        """A bar of now, to an eighth of a column; never empty for more than nothing."""
        if not value or value < 0 or not self.unit:
            return Span("", Role.BAR)
        full, rest = divmod(max(1, round(value * self.unit * 8)), 8)
        return Span(NOW * full + EIGHTHS[rest].strip(), Role.BAR)

    def then(self, value: float | None) -> Span:
        """A bar of then, in whole columns."""
        return Span(THEN * self.columns(value), Role.BAR_THEN)

    def columns(self, value: float | None) -> int:
        """The whole columns of a value: at least one for more than nothing."""
        if not value or value < 0 or not self.unit:
            return 0
        return max(1, round(value * self.unit))


def scale_of(needs: Iterable[tuple[float | None, int]]) -> Scale:
    """The largest scale on which each value has no more than its columns."""
    units = [room / value for value, room in needs if value and value > 0]
    return Scale(min(units, default=0.0))
