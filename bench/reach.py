"""How far a count can be from what it is, by what is hidden beside it, and what bounds it."""

from __future__ import annotations

from collections.abc import Sequence

import highspy
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from boardtui.publish.layout import Ints, Layout

Floats = NDArray[np.float64]

LITTLE = 1e-6


class Ask(Struct, frozen=True):
    """That a cell could be `far` people more than it is, or from its least to its most so far."""

    cell: int
    far: int
    signs: Sequence[int]


class Reached(Struct, frozen=True):
    """How far a cell can be, and what of that is so whatever is hidden.

    `mends` is by cell that could be hidden how much further it lets the cell be at most.
    """

    far: float
    base: float
    mends: Floats


class Reach:
    """How far counts can be: each number of people deviates from what it is, in parts too."""

    def __init__(self, layout: Layout, people: Ints, low: Ints, high: Ints, could: Ints) -> None:
        """Take what is known of each cell while none of those is hidden that `could` be."""
        self._layout, self._could = layout, could
        true = self._true = layout.cells.values(people)
        self._fall = np.maximum(0, true - 1)[could].astype(np.float64)
        self._low, self._high = (low - true).astype(float), (high - true).astype(float)
        self._opened = np.zeros(len(could)), np.zeros(len(could))
        solver = self._solver = silent()
        for number in people.tolist():
            solver.addVar(float(-number), highspy.kHighsInf)
        for place, parent in enumerate(layout.parents.tolist()):
            parts = layout.splits.at(place)
            of = np.append(parts, parent).astype(np.int32)
            signs = np.append(np.ones(len(parts)), -1.0)
            solver.addRow(0.0, 0.0, len(of), of, signs)
        for cell in range(layout.cells.count):
            of = layout.cells.at(cell).astype(np.int32)
            solver.addRow(self._low[cell], self._high[cell], len(of), of, np.ones(len(of)))

    def open(self, parts: Floats, rise: float) -> None:
        """Hide the cells that could be in parts: what is hidden whole can be up to `rise` more."""
        opened = self._fall * parts, rise * parts
        changed = (opened[0] != self._opened[0]) | (opened[1] != self._opened[1])
        self._opened = opened
        for place in np.flatnonzero(changed).tolist():
            cell = int(self._could[place])
            ends = self._low[cell] - opened[0][place], self._high[cell] + opened[1][place]
            self._solver.changeRowBounds(self._row(cell), *ends)

    def reached(self, ask: Ask) -> Reached:
        """How far a cell is that is hidden itself, while others are opened."""
        far, base = 0.0, 0.0
        mends: Floats = np.zeros(len(self._could))
        itself = self._could == ask.cell
        for sign in ask.signs:
            reached, up, down = self._far(ask.cell, sign, ask.far)
            up[itself] = down[itself] = 0.0
            far += reached
            base += reached - float(down @ self._opened[0] + up @ self._opened[1])
            # So much is mended by what is hidden whole: up it can be as far as it needs.
            mends = mends + np.where(up > LITTLE, ask.far, 0.0) + down * self._fall
        return Reached(far, base, mends)

    def _row(self, cell: int) -> int:
        return int(len(self._layout.parents) + cell)

    def _far(self, cell: int, sign: int, most: int) -> tuple[float, Floats, Floats]:
        """How far up or down a cell can be, and by how much more for others' being freer.

        These are by cell that could be hidden, for each person up, and down.
        """
        solver, numbers = self._solver, self._layout.cells.at(cell).astype(np.int32)
        row = self._row(cell)
        _, low, high, _ = solver.getRow(row)
        down = max(-float(most), min(float(self._low[cell]), 1.0 - self._true[cell]))
        solver.changeRowBounds(row, *((0.0, float(most)) if sign > 0 else (down, 0.0)))
        solver.changeColsCost(len(numbers), numbers, np.full(len(numbers), -float(sign)))
        solver.run()
        assert solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
        duals = np.array(solver.getSolution().row_dual)[len(self._layout.parents) + self._could]
        far = -solver.getInfo().objective_function_value
        solver.changeColsCost(len(numbers), numbers, np.zeros(len(numbers)))
        solver.changeRowBounds(row, low, high)
        return far, np.maximum(0.0, -duals), np.maximum(0.0, duals)


def silent() -> highspy.Highs:
    """A solver that prints nothing, and uses one thread."""
    solver: highspy.Highs = highspy.Highs()  # type: ignore[no-untyped-call]
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("simplex_strategy", 4)
    return solver
