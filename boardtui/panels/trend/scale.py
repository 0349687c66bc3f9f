"""The scale of a picture: from a round number to a round number, and the numbers beside it."""

from __future__ import annotations

import math
from collections.abc import Iterable

from msgspec import Struct

from boardtui.core.words.wording import number_text

FROM_ZERO = 0.6
"""Where the least value is no more than this part of the greatest, the scale begins at 0."""

STEPS = (1, 2, 2.5, 5, 10)


class Upright(Struct, frozen=True):
    """From which number to which, and by which steps numbers stand beside it."""

    low: float
    high: float
    step: float

    def ticks(self) -> list[float]:
        count = round((self.high - self.low) / self.step)
        return [self.low + self.step * number for number in range(count + 1)]

    def text(self, number: float) -> str:
        places = max(0, -math.floor(math.log10(self.step) + 1e-9))
        return number_text(number, places)

    def part(self, value: float) -> float:
        """How far up a value stands: 0 at the bottom, 1 at the top."""
        return min(1.0, max(0.0, (value - self.low) / (self.high - self.low)))


def upright(values: Iterable[float], rows: int) -> Upright:
    """The scale on which all of some values stand, with a number every two rows or so."""
    known = list(values)
    least, most = min(known), max(known)
    if least >= 0 and least <= FROM_ZERO * most:
        least = 0.0
    if most == least:
        least, most = (0.0, max(1.0, most)) if least >= 0 else (least - 1, most + 1)
    step = _step((most - least) / max(1, (rows - 1) // 2))
    return Upright(math.floor(least / step) * step, math.ceil(most / step) * step, step)


def _step(least: float) -> float:
    """The smallest round step that is no less."""
    power = 10.0 ** math.floor(math.log10(least))
    steps = (each * power for each in STEPS if (each * power).is_integer() or power < 1)
    return max(1.0, next(step for step in steps if step >= least * (1 - 1e-9)))
