"""The fewest counts that must be hidden of a snapshot: a lower bound by cutting planes.

A master program says which counts are hidden, in parts of one at first, in whole ones then. Each of
them asks how far it could be from what it is; where that is not as far as it must be, it follows
which others would have to be hidden for it to be more, and every safe pattern satisfies that: a
cut. In parts of one the duals say so, which is the method of Fischetti and Salazar. In whole ones
all are hidden besides that do not help, one after another: of those that are left one must be. That
is gone on with for some rounds, or until nothing lacks anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import highspy
import numpy as np

from bench.reach import LITTLE, Ask, Floats, Reach, silent
from boardtui.publish.layout import Ints
from boardtui.publish.protection import Protection

ROUNDS, WHOLE_ROUNDS = 40, 12
NODES = 2_000
PART = 0.05
"""What is hidden less than so much is not asked."""
FURTHER = 40
"""In whole numbers, what is hidden may be so many times the threshold more."""


def fewest_hidden(protection: Protection) -> int:
    """A number of hidden cells that no safe pattern of the same tables is below.

    Of each cell it is asked what was asked of it in the end, how far up it can be too: of small
    cells in tables that are not offered as well, for what is shown beside them may not tell them
    either.
    """
    return Fewest(protection).bound()


class Fewest:
    """Adds cuts to a master program until it says how few can be hidden."""

    def __init__(self, protection: Protection) -> None:
        pattern, prover = protection.pattern, protection.prover
        found, primary = pattern.hidden, pattern.primary
        pattern.hidden = primary
        low, high = pattern.ends()
        could = self._could = np.flatnonzero(pattern.hideable())
        self._asked = np.flatnonzero(np.minimum(pattern.needs()[1], prover.most_wide) > 1).tolist()
        pattern.hidden = primary | pattern.hideable()
        up, wide = pattern.needs()
        pattern.hidden = found
        self._up = np.minimum(up, prover.most_up) - pattern.true
        self._wide = np.minimum(wide, prover.most_wide) - 1
        self._some = low > 0
        self._threshold = pattern.rules.threshold
        self._primary = int(primary.sum())
        self._place = {cell: place for place, cell in enumerate(could.tolist())}
        self._chance = np.random.default_rng(1)
        self._master = Master(could)
        self._reach = Reach(pattern.layout, prover.people, low, high, could)
        self._lacked: set[Ask] = set()

    def bound(self) -> int:
        """Those that are small, and as few others as the cuts allow."""
        master = self._master
        for _ in range(ROUNDS):
            if not self._cut(self._in_parts, self._threshold - 1.0):
                break
            master.solve()
        master.in_whole_numbers()
        master.solve()
        for _ in range(WHOLE_ROUNDS):
            if not self._cut(self._in_whole, float(FURTHER * self._threshold)):
                break
            master.solve()
        return self._primary + master.fewest

    def _cut(self, lacks: Callable[[Ask, float], bool], rise: float) -> bool:
        """Add a cut for each cell that lacks something; whether any does.

        Of those that lacked nothing before it is asked where none of the others does.
        """
        cells = [*self._asked, *self._could[self._master.hidden > PART].tolist()]
        asks = list(self._asks(cells))
        often = [ask for ask in asks if ask in self._lacked]
        for some in (often, [ask for ask in asks if ask not in self._lacked]):
            lacking = [ask for ask in some if lacks(ask, rise)]
            self._lacked.update(lacking)
            if lacking:
                return True
        return False

    def _asks(self, cells: Iterable[int]) -> Iterator[Ask]:
        for cell in cells:
            if self._wide[cell] > 0:
                yield Ask(cell, int(self._wide[cell]), (1, -1))
            # What is one at least, and as wide as it must be, is as far up too.
            if self._up[cell] > 0 and not self._some[cell]:
                yield Ask(cell, int(self._up[cell]), (1,))

    def _in_parts(self, ask: Ask, rise: float) -> bool:
        """Whether a cell lacks something while others are hidden in parts; a cut if so."""
        self._reach.open(self._master.hidden, rise)
        found = self._reach.reached(ask)
        lacking = ask.far - found.base
        short = ask.far * self._master.part(ask.cell) - found.far
        if short <= LITTLE or not LITTLE < lacking <= found.mends.sum():
            return False
        self._master.cut(np.minimum(found.mends, lacking) / lacking, ask.cell)
        return True

    def _in_whole(self, ask: Ask, rise: float) -> bool:
        """Whether a cell lacks something while others are hidden whole; a cut if so."""
        hidden = np.rint(self._master.hidden)
        self._reach.open(hidden, rise)
        found = self._reach.reached(ask)
        if found.far >= ask.far - LITTLE:
            return False
        if ask.cell in self._place:
            hidden[self._place[ask.cell]] = 1.0
        hidden[found.mends <= LITTLE] = 1.0
        needed = np.zeros(len(hidden))
        for place in self._chance.permutation(len(hidden)).tolist():
            if hidden[place]:
                continue
            hidden[place] = 1.0
            self._reach.open(hidden, rise)
            found = self._reach.reached(ask)
            if found.far >= ask.far - LITTLE:
                hidden[place], needed[place] = 0.0, 1.0
            else:
                hidden[(found.mends <= LITTLE) & (needed == 0)] = 1.0
        self._master.cut(needed, ask.cell)
        return True


class Master:
    """As few as the cuts so far allow to be hidden, in parts of one or whole."""

    def __init__(self, could: Ints) -> None:
        count = len(could)
        self._place = {cell: place for place, cell in enumerate(could.tolist())}
        self.hidden: Floats = np.zeros(count)
        self.fewest = 0
        """As far as it is proved."""
        self._solver = silent()
        for place in range(count):
            self._solver.addVar(0.0, 1.0)
            self._solver.changeColCost(place, 1.0)

    def part(self, cell: int) -> float:
        """How much of a cell is hidden; all of those that must be."""
        place = self._place.get(cell)
        return 1.0 if place is None else float(self.hidden[place])

    def cut(self, parts: Floats, cell: int) -> None:
        """Have a weighted sum of what is hidden be as much as a cell is hidden, at least."""
        place = self._place.get(cell)
        least = 1.0 if place is None else 0.0
        if place is not None:
            parts[place] = -1.0
        which = np.flatnonzero(np.abs(parts) > LITTLE).astype(np.int32)
        self._solver.addRow(least, highspy.kHighsInf, len(which), which, parts[which])

    def in_whole_numbers(self) -> None:
        """Hide whole cells from now on."""
        which = np.arange(len(self.hidden), dtype=np.int32)
        whole = np.full(len(which), highspy.HighsVarType.kInteger.value, dtype=np.uint8)
        self._solver.changeColsIntegrality(len(which), which, whole)
        self._solver.setOptionValue("mip_max_nodes", NODES)
        # Between two whole numbers there is no other.
        self._solver.setOptionValue("mip_abs_gap", 1.0 - 10 * LITTLE)
        self._solver.setOptionValue("mip_rel_gap", 0.0)

    def solve(self) -> None:
        """Hide anew, by all cuts so far."""
        self._solver.run()
        hidden = np.array(self._solver.getSolution().col_value)
        if len(hidden) == len(self.hidden):
            self.hidden = hidden
        proved = self._solver.getInfo().mip_dual_bound
        if np.isfinite(proved):
            self.fewest = max(self.fewest, int(np.ceil(proved - LITTLE)))
