"""What is shown, hidden and not offered of a snapshot's cells, and what a reader knows by that."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from boardtui.core.audience.rules import Rules
from boardtui.core.measures.people import registered
from boardtui.publish.layout import Dimensions, Ints, Layout
from boardtui.publish.program import Flags

Table = tuple[str, Dimensions]
"""The counts of a measure by some dimensions."""

MANY = 10**6
"""More people than deviations need room for."""


class Known(Struct, frozen=True):
    """What a reader knows from elsewhere of each cell: from what was said, or published before."""

    low: Ints
    high: Ints

    @staticmethod
    def nothing(count: int) -> Known:
        return Known(np.zeros(count, dtype=np.int64), np.full(count, MANY, dtype=np.int64))


class Pattern:
    """Which cells of a layout are hidden, and which tables are not offered.

    The force's own totals are always shown. `true` are the cells' counts.
    """

    def __init__(self, layout: Layout, true: Ints, rules: Rules, known: Known) -> None:
        self.layout, self.true, self.rules, self.known = layout, true, rules, known
        self.tables: dict[Table, Ints] = _tables(layout)
        self.hidden = np.zeros(len(true), dtype=np.bool_)
        self.not_offered: dict[Table, str] = {}
        self.whole = np.zeros(len(true), dtype=np.bool_)
        self.single = np.zeros(len(true), dtype=np.bool_)
        for (_, by), cells in self.tables.items():
            if not by:
                self.whole[cells] = True
            if len(by) == 1:
                self.single[cells] = True
        self.offered = np.ones(len(true), dtype=np.bool_)
        self._everybody = _of_everybody(layout, true)
        self._untold = self._of_not_offered()
        self.small = (true > 0) & (true < rules.threshold) & ~self.whole

    @property
    def primary(self) -> Flags:
        """The cells that are hidden for their own sake."""
        return self.small & self.offered

    def withdraw(self, table: Table, why: str) -> None:
        """Offer a table no more: nothing is told of its cells, but in others that have them too."""
        self.not_offered[table] = why
        self._offer()

    def offer(self, table: Table) -> None:
        """Offer a table again, its small cells hidden."""
        del self.not_offered[table]
        self._offer()
        self.hidden |= self.primary

    def _offer(self) -> None:
        self.offered = np.zeros(len(self.true), dtype=np.bool_)
        for name, cells in self.tables.items():
            if name not in self.not_offered:
                self.offered[cells] = True
        self.hidden &= self.offered
        self._untold = self._of_not_offered()

    def _of_not_offered(self) -> tuple[Flags, Ints]:
        """Which cells that are not offered are near to what is, and their totals at most.

        What is of everybody on the register is the force's own total, and no slice of it.
        """
        most = np.minimum(shown_between(self.true, self.rules)[1], self.known.high)
        known = (self.known.low > 0) | (self.known.high < MANY)
        known = (self.offered | self.single | known) & self.layout.somebody()
        told = (self.layout.names[cell] for cell in np.flatnonzero(known).tolist())
        told_of = {by for names in told for _, by, _ in names}
        near = np.zeros(len(self.true), dtype=np.bool_)
        total = np.full(len(self.true), MANY, dtype=np.int64)
        for (measure, by), cells in self.tables.items():
            if by and (measure, by) in self.not_offered:
                total[cells] = np.minimum(total[cells], most[self.tables[measure, ()][0]])
                near[cells] |= len(by) == 1 or by in told_of
        total[self.offered] = MANY
        return near & ~self._everybody, total

    def saved(self) -> tuple[Flags, dict[Table, str]]:
        """What is hidden and not offered, to come back to."""
        return self.hidden.copy(), dict(self.not_offered)

    def restore(self, saved: tuple[Flags, dict[Table, str]]) -> None:
        """Have hidden and not offered what was before."""
        hidden, not_offered = saved
        self.hidden, self.not_offered = hidden.copy(), dict(not_offered)
        self._offer()

    def hideable(self) -> Flags:
        """The cells that could be hidden besides."""
        return self.offered & ~self.hidden & ~self.whole & (self.true > 0)

    def told(self) -> Flags:
        """The cells of which anything is told, or must not be: the others limit nobody."""
        known = (self.known.low > 0) | (self.known.high < MANY)
        told: Flags = self.offered | self.small | known
        return told

    def nobody(self) -> Flags:
        """The cells that are shown to be nobody."""
        none: Flags = (self.true == 0) & self.rules.zeros & self.offered
        return none

    def ends(self) -> tuple[Ints, Ints]:
        """Between what a reader knows each cell to lie."""
        low, high = shown_between(self.true, self.rules)
        low[self.hidden] = 1 if self.rules.zeros else 0
        high[self.hidden] = MANY
        apart = ~self.offered
        low[apart], high[apart] = 0, MANY
        low, high = np.maximum(low, self.known.low), np.minimum(high, self.known.high)
        return np.minimum(low, self.true), np.maximum(high, self.true)

    def needs(self) -> tuple[Ints, Ints]:
        """How far up each cell has to reach, and how many whole numbers wide; 0 where it need not.

        Of a small cell that is not offered nothing may be told beyond its measure's total: it may
        be nobody, and as many as that can be.
        """
        threshold = self.rules.threshold
        near, total = self._untold
        asked = self.hidden | (self.small & ~self.offered & near)
        up = np.where(asked, np.minimum(threshold, total), 0)
        wide = np.where(asked, np.minimum(threshold, total + 1), 0)
        # What was said in public is no secret; more than that may not be told.
        open_ = self.known.high - self.known.low + 1
        return np.minimum(up, self.known.high), np.minimum(wide, open_)


def shown_between(true: Ints, rules: Rules) -> tuple[Ints, Ints]:
    """Between what numbers the true one of a shown count lies."""
    step = rules.rounding
    if step <= 1:
        return true.copy(), true.copy()
    to = (2 * true + step) // (2 * step) * step
    some = true > 0
    low = np.maximum(to - step // 2, 1)  # what is hidden for being none of the step is somebody
    return np.where(some, low, 0), np.where(some, to + (step - 1) // 2, 0)


def _of_everybody(layout: Layout, true: Ints) -> Flags:
    """The cells of single slices that everybody on the register is in."""
    counts = {name: int(true[cell]) for cell, names in enumerate(layout.names) for name in names}
    everybody = counts.get((registered.name, (), ()))
    of = [
        any(
            len(by) == 1 and counts.get((registered.name, by, s)) == everybody for _, by, s in names
        )
        for names in layout.names
    ]
    found: Flags = np.array(of, dtype=np.bool_)
    return found


def _tables(layout: Layout) -> dict[Table, Ints]:
    found: dict[Table, dict[int, None]] = {}
    for cell, names in enumerate(layout.names):
        for measure, by, _ in names:
            found.setdefault((measure, by), {})[cell] = None
    return {table: np.array(list(cells)) for table, cells in found.items()}


def people_hidden(pattern: Pattern, tables: Sequence[Table]) -> tuple[int, int]:
    """Of some tables, how many people are in hidden cells, and how many in all."""
    hidden = total = 0
    for table in tables:
        cells = pattern.tables[table]
        total += int(pattern.true[cells].sum())
        hidden += int(pattern.true[cells][pattern.hidden[cells]].sum())
    return hidden, total
