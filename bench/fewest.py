"""The fewest counts that must be hidden of a snapshot: a lower bound by cutting planes.

A master program says which counts are hidden, in parts of one. Each of them asks how far up and
down it could be then; where the two together are not as wide as they must be, the duals say which
others would have to be hidden for it to be more, and every safe pattern satisfies that: a cut. It
is the method of Fischetti and Salazar, as far as the cuts prove.
"""

from __future__ import annotations

import highspy
import numpy as np
from numpy.typing import NDArray

from boardtui.publish.layout import Ints, Layout
from boardtui.publish.protection import Protection

Floats = NDArray[np.float64]

ROUNDS = 40
LITTLE = 1e-6
PART = 0.05
"""What is hidden less than so much is not asked."""


def fewest_hidden(protection: Protection) -> int:
    """A number of hidden cells that no safe pattern of the same tables is below.

    Of each cell it is asked what was asked of it in the end: of small cells in tables that are not
    offered too, for what is shown beside them may not tell them either.
    """
    pattern, prover = protection.pattern, protection.prover
    found, primary = pattern.hidden, pattern.primary
    pattern.hidden = primary
    low, high = pattern.ends()
    could = np.flatnonzero(pattern.hideable())
    asked = np.flatnonzero(np.minimum(pattern.needs()[1], prover.most_wide) > 1)
    pattern.hidden = primary | pattern.hideable()
    most = np.maximum(np.minimum(pattern.needs()[1], prover.most_wide) - 1, 0)
    pattern.hidden = found
    reach = Reach(pattern.layout, prover.people, low, high)
    master = Master(could)
    rise = np.full(len(could), float(pattern.rules.threshold - 1))
    fall = np.maximum(0, pattern.true - 1)[could].astype(np.float64)
    for _ in range(ROUNDS):
        reach.open(could, fall * master.hidden, rise * master.hidden)
        before = master.cuts
        for cell in (*asked.tolist(), *could[master.hidden > PART].tolist()):
            part, width = master.part(cell), int(most[cell])
            far, base = 0.0, 0.0
            mends: Floats = np.zeros(len(could))
            for sign in (1, -1):
                reached, up, down = reach.far(cell, sign, width, could)
                up[could == cell] = down[could == cell] = 0.0
                far += reached
                base += reached - float((up * rise + down * fall) @ master.hidden)
                # So much is mended by what is hidden whole: up it can be as far as it needs.
                mends = mends + np.where(up > LITTLE, width, 0.0) + down * fall
            lacking = width - base
            if far < width * part - LITTLE and LITTLE < lacking <= mends.sum():
                master.cut(np.minimum(mends, lacking) / lacking, cell)
        if master.cuts == before:
            break
        master.solve()
    return int(primary.sum()) + master.fewest()


class Reach:
    """How far up a count can be, each number of people deviating from what it is."""

    def __init__(self, layout: Layout, people: Ints, low: Ints, high: Ints) -> None:
        self._layout = layout
        true = self._true = layout.cells.values(people)
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

    def far(self, cell: int, sign: int, most: int, could: Ints) -> tuple[float, Floats, Floats]:
        """How far up or down a hidden cell can be, and by how much more for others' being freer.

        These are by cell that `could` be hidden, for each person up, and down.
        """
        solver, numbers = self._solver, self._layout.cells.at(cell).astype(np.int32)
        row = self._row(cell)
        _, low, high, _ = solver.getRow(row)
        down = max(-float(most), min(float(self._low[cell]), 1.0 - self._true[cell]))
        solver.changeRowBounds(row, *((0.0, float(most)) if sign > 0 else (down, 0.0)))
        solver.changeColsCost(len(numbers), numbers, np.full(len(numbers), -float(sign)))
        solver.run()
        assert solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
        duals = np.array(solver.getSolution().row_dual)[len(self._layout.parents) + could]
        far = -solver.getInfo().objective_function_value
        solver.changeColsCost(len(numbers), numbers, np.zeros(len(numbers)))
        solver.changeRowBounds(row, low, high)
        return far, np.maximum(0.0, -duals), np.maximum(0.0, duals)


class Master:
    """As few as the cuts so far allow to be hidden, in parts of one."""

    def __init__(self, could: Ints) -> None:
        count = len(could)
        self._place = {cell: place for place, cell in enumerate(could.tolist())}
        self.hidden = np.zeros(count)
        self.cuts = 0
        self._solver = _silent()
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
