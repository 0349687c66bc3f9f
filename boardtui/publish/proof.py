"""Proof that hidden cells are safe: other people who would make all the same tables.

A witness is a whole number of people of each kind, in each slice, of whom all that is shown is true
too. Where one of them has a hidden cell at the threshold or above, and two of them have it far
enough apart, no reader can bound it more closely, however they go about it. What the witnesses of
one question show of other cells counts for those.
"""

from __future__ import annotations

import numpy as np

from boardtui.publish.layout import Ints, Layout
from boardtui.publish.program import NEARLY, Answer, Flags


class Witnesses:
    """Witnesses of a layout's cells; the people themselves are the first."""

    def __init__(self, layout: Layout, people: Ints) -> None:
        self._layout = layout
        self.true = layout.cells.values(people)
        self.values: list[Ints] = []
        """The counts that each makes, beside the true ones."""
        self.low, self.high = self.true.copy(), self.true.copy()

    def take(self, answer: Answer, low: Ints, high: Ints) -> bool:
        """Take what was found as a witness, if it is one: whole, adding up, and within ends."""
        people = np.rint(answer.people)
        if np.abs(answer.people - people).max(initial=0) > NEARLY or people.min(initial=0) < 0:
            return False
        numbers = people.astype(np.int64)
        layout = self._layout
        adds_up = bool((layout.splits.values(numbers) == numbers[layout.parents]).all())
        cells = layout.cells.values(numbers)
        if not (adds_up and bool(((cells >= low) & (cells <= high)).all())):
            return False
        self.add(cells)
        return True

    def add(self, cells: Ints) -> None:
        self.values.append(cells)
        self.low, self.high = np.minimum(self.low, cells), np.maximum(self.high, cells)

    def lacking(self, up: Ints, wide: Ints) -> Flags:
        """The cells that these witnesses do not prove to reach up, and to be wide enough."""
        asked = wide > 0
        return asked & ((self.high < up) | (self.high - self.low + 1 < wide))

    def within(self, low: Ints, high: Ints, closer: Ints) -> Witnesses:
        """Those of the witnesses that stand where some cells are known more closely than before."""
        low, high = low[closer], high[closer]
        standing = [
            values
            for values in self.values
            if (values[closer] >= low).all() and (values[closer] <= high).all()
        ]
        if len(standing) == len(self.values):
            return self
        found = Witnesses.__new__(Witnesses)
        found._layout, found.true, found.values = self._layout, self.true, standing
        every = np.stack([self.true, *standing])
        found.low, found.high = every.min(axis=0), every.max(axis=0)
        return found
