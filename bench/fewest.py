"""The fewest counts that must be hidden of a snapshot: a lower bound by cutting planes.

A master program says which counts are hidden, in parts of one. Each small count asks how far up
it could be if they were; where that is below the threshold, the duals say which counts would have
to be hidden for it to be more, and every safe pattern satisfies that: a cut. It is the method of
Fischetti and Salazar, as far as the cuts prove. That counts which are hidden for others must be
safe as well is left out, so a bound it is all the same.
"""

from __future__ import annotations

import highspy
import numpy as np
from numpy.typing import NDArray

from boardtui.publish.layout import Ints, Layout
from boardtui.publish.pattern import Pattern

Floats = NDArray[np.float64]

ROUNDS = 40
LITTLE = 1e-6


def fewest_hidden(pattern: Pattern, people: Ints) -> int:
    """A number of hidden cells that no safe pattern of the same tables is below."""
    found, pattern.hidden = pattern.hidden, pattern.primary
    low, high = pattern.ends()
    needs, _ = pattern.needs()
    could = np.flatnonzero(pattern.hideable())
    asking = np.flatnonzero(pattern.primary & (needs > 0)).tolist()
    few = int(pattern.primary.sum())
    pattern.hidden = found
    reach = Reach(pattern.layout, people, low, high)
    master = Master(len(could))
    fall = np.maximum(0, pattern.true[could] - 1).astype(np.float64)
    for _ in range(ROUNDS):
        rise = master.hidden * int(needs.max())
        reach.open(could, fall * master.hidden, rise)
        before = master.cuts
        for cell in asking:
            need = float(needs[cell] - pattern.true[cell])
            far, up, down = reach.far(cell, need, could)
            # What would be reached by the same duals if nothing else were hidden.
            lacking = need - (far - up @ rise - down @ (fall * master.hidden))
            if far < need - LITTLE:
                most = np.where(up > LITTLE, lacking, 0.0) + down * fall
                master.cut(np.minimum(most, lacking) / lacking)
        if master.cuts == before:
            break
        master.solve()
    return few + master.fewest()


class Reach:
    """How far up a count can be, each number of people deviating from what it is."""

    def __init__(self, layout: Layout, people: Ints, low: Ints, high: Ints) -> None:
        self._layout = layout
        true = layout.cells.values(people)
        self._low, self._high = (low - true).astype(float), (high - true).astype(float)
        self._solver = _silent()
        for number in people.tolist():
            self._solver.addVar(float(-number), highspy.kHighsInf)
        for place, parent in enumerate(layout.parents.tolist()):
            parts = layout.splits.at(place)
            of = np.append(parts, parent).astype(np.int32)
            signs = np.append(np.ones(len(parts)), -1.0)
            self._solver.addRow(0.0, 0.0, len(of), of, signs)
        for cell in range(layout.cells.count):
            of = layout.cells.at(cell).astype(np.int32)
            self._solver.addRow(self._low[cell], self._high[cell], len(of), of, np.ones(len(of)))

    def _row(self, cell: int) -> int:
        return int(len(self._layout.parents) + cell)

    def open(self, cells: Ints, fall: Floats, rise: Floats) -> None:
        """Let some cells deviate so far, beside what is known of all."""
        for cell, down, up in zip(cells.tolist(), fall.tolist(), rise.tolist(), strict=True):
            ends = self._low[cell] - down, self._high[cell] + up
            self._solver.changeRowBounds(self._row(cell), *ends)

    def far(self, cell: int, need: float, could: Ints) -> tuple[float, Floats, Floats]:
        """How far up a cell can be, and by how much more for each person that others are freer.

        These are by cell that `could` be hidden: up, and down.
        """
        solver, numbers = self._solver, self._layout.cells.at(cell).astype(np.int32)
        solver.changeRowBounds(self._row(cell), self._low[cell], need)
        solver.changeColsCost(len(numbers), numbers, -np.ones(len(numbers)))
        solver.run()
        assert solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
        duals = np.array(solver.getSolution().row_dual)[
            [self._row(each) for each in could.tolist()]
        ]
        far = -solver.getInfo().objective_function_value
        solver.changeColsCost(len(numbers), numbers, np.zeros(len(numbers)))
        solver.changeRowBounds(self._row(cell), self._low[cell], self._high[cell])
        return far, np.maximum(0.0, -duals), np.maximum(0.0, duals)


class Master:
    """As few as the cuts so far allow to be hidden, in parts of one."""

    def __init__(self, count: int) -> None:
        self.hidden = np.zeros(count)
        self.cuts = 0
        self._solver = _silent()
        for place in range(count):
            self._solver.addVar(0.0, 1.0)
            self._solver.changeColCost(place, 1.0)

    def cut(self, parts: Floats) -> None:
        """Have a weighted sum of what is hidden be one at least."""
        which = np.flatnonzero(parts > LITTLE).astype(np.int32)
        self._solver.addRow(1.0, highspy.kHighsInf, len(which), which, parts[which])
        self.cuts += 1

    def solve(self) -> None:
        self._solver.run()
        self.hidden = np.array(self._solver.getSolution().col_value)

    def fewest(self) -> int:
        """The fewest in whole numbers, as far as that is proved."""
        which = np.arange(len(self.hidden), dtype=np.int32)
        whole = np.full(len(which), highspy.HighsVarType.kInteger.value, dtype=np.uint8)
        self._solver.changeColsIntegrality(len(which), which, whole)
        self._solver.setOptionValue("mip_max_nodes", 2_000)
        self._solver.run()
        return int(np.ceil(self._solver.getInfo().mip_dual_bound - LITTLE))


def _silent() -> highspy.Highs:
    solver: highspy.Highs = highspy.Highs()  # type: ignore[no-untyped-call]
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("simplex_strategy", 4)
    return solver
