"""What a reader knows, as a linear program: how far numbers of people can be from what they are.

Each cell is its true value and a deviation up or down. What a reader knows of a cell bounds the
deviation; where it is asked what it would take to make a cell safe, each deviation beyond that has
a price. HiGHS starts each question from the answer to the last, which is why they are asked of one
program.
"""

from __future__ import annotations

from collections.abc import Mapping

import highspy
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from boardtui.publish.layout import Ints, Layout, Sums
from boardtui.publish.solver import new_solver

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

NEARLY = 1e-6
"""Numbers that differ by less are one: HiGHS works to 1e-7."""


class Answer(Struct, frozen=True):
    """What HiGHS found: how many people each number is, whole or not, and the cells' deviations."""

    value: float
    people: Floats
    beyond: Floats
    """By cell, how far it deviates beyond what a reader knows."""


class Program:
    """A linear program over a layout, about certain people of whom only some numbers are `free`.

    The others are taken to be as they are: whatever is found so is possible all the same.
    """

    def __init__(self, layout: Layout, people: Ints, free: Flags) -> None:
        self.layout, self.people = layout, people
        self.true = layout.cells.values(people)
        self._free = np.flatnonzero(free)
        place = np.full(layout.count, -1, dtype=np.int64)
        place[self._free] = np.arange(len(self._free))
        cells, self._of = _only(layout.cells, place)
        self.cells = np.unique(cells)
        """The cells that can deviate at all."""
        self.has = np.zeros(layout.cells.count, dtype=np.bool_)
        self.has[self.cells] = True
        self._place = np.full(layout.cells.count, -1, dtype=np.int64)
        self._place[self.cells] = np.arange(len(self.cells))
        self._rows_of_cells = self._place[cells]
        count = self.columns
        self._low, self._high = np.zeros(count), np.zeros(count)
        self._high[: len(self._free)] = highspy.kHighsInf
        self._costs = np.zeros(count)
        self._solver = new_solver()
        self._solver.passModel(self._model(place))

    @property
    def columns(self) -> int:
        """The numbers of people; then of each cell how far it is up, down, and beyond either."""
        return len(self._free) + 4 * len(self.cells)

    def _column(self, cells: Ints, which: int) -> Ints:
        return len(self._free) + which * len(self.cells) + self._place[cells]

    def _model(self, place: Ints) -> highspy.HighsLp:
        rows, of = _only(self.layout.splits, place)
        parents = place[self.layout.parents]
        touched = np.unique(np.concatenate([rows, np.flatnonzero(parents >= 0)]))
        number = np.full(self.layout.splits.count, -1, dtype=np.int64)
        number[touched] = np.arange(len(touched))
        links, size = len(touched), len(self.cells)
        here = touched[parents[touched] >= 0]
        every = np.arange(size)
        # Row by row: the parts less their whole; the numbers of a cell less its deviations.
        pieces = [
            (number[rows], of, 1.0),
            (number[here], parents[here], -1.0),
            (links + self._rows_of_cells, self._of, 1.0),
            *(
                (links + every, self._column(self.cells, which), factor)
                for which, factor in enumerate((-1.0, 1.0, -1.0, 1.0))
            ),
        ]
        row = np.concatenate([piece[0] for piece in pieces])
        column = np.concatenate([piece[1] for piece in pieces])
        value = np.concatenate([np.full(len(piece[0]), piece[2]) for piece in pieces])
        order = np.lexsort((row, column))
        row, column, value = row[order], column[order], value[order]
        ends = np.zeros(links + size)
        mine = np.zeros(self.columns)
        mine[: len(self._free)] = self.people[self._free]
        np.add.at(ends, row, value * mine[column])
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = self.columns, links + size
        model.col_cost_, model.col_lower_, model.col_upper_ = self._costs, self._low, self._high
        model.row_lower_ = model.row_upper_ = ends
        model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        model.a_matrix_.start_ = np.searchsorted(column, np.arange(self.columns + 1))
        model.a_matrix_.index_ = row
        model.a_matrix_.value_ = value
        return model

    def know(self, low: Ints, high: Ints) -> None:
        """Let each cell be from `low` to `high`, and nothing beyond."""
        mine, true = self.cells, self.true[self.cells]
        zero = np.zeros(len(mine))
        up, down = (high[mine] - true).astype(np.float64), (true - low[mine]).astype(np.float64)
        self._bound(self._column(mine, 0), np.maximum(zero, -down), np.maximum(zero, up))
        self._bound(self._column(mine, 1), np.maximum(zero, -up), np.maximum(zero, down))
        self._bound(self._column(mine, 2), zero, zero)
        self._bound(self._column(mine, 3), zero, zero)

    def open(self, up: Ints, down: Ints) -> None:
        """Let each cell deviate beyond what is known of it, so far up and down, at a price."""
        mine = self.cells
        zero = np.zeros(len(mine))
        self._bound(self._column(mine, 2), zero, up[mine].astype(np.float64))
        self._bound(self._column(mine, 3), zero, down[mine].astype(np.float64))

    def ask(self, cell: int, least: int | None = None, most: int | None = None) -> None:
        """Have one cell be at least, or at most, so much."""
        true = int(self.true[cell])
        up, down = (self._column(np.array([cell]), which) for which in (0, 1))
        if least is not None and least > true:
            self._bound(up, np.array([float(least - true)]), None)
            self._bound(down, np.zeros(1), np.zeros(1))
        if most is not None and most < true:
            self._bound(down, np.array([float(true - most)]), None)
            self._bound(up, np.zeros(1), np.zeros(1))

    def _bound(self, columns: Ints, low: Floats, high: Floats | None) -> None:
        high = self._high[columns] if high is None else high
        changed = (self._low[columns] != low) | (self._high[columns] != high)
        if changed.any():
            which = columns[changed]
            self._low[which], self._high[which] = low[changed], high[changed]
            self._solver.changeColsBounds(
                len(which), which.astype(np.int32), low[changed], high[changed]
            )

    def solve(
        self, weights: Mapping[int, float], prices: Floats | None = None, dear: float = 0.0
    ) -> Answer | None:
        """Have a weighted sum of cells be the most it can be, less what it costs; None if nothing.

        `prices` are those of each person beyond, by cell; every deviation within costs `dear`.
        """
        costs = np.zeros(self.columns)
        mine = self.cells
        costs[self._column(mine, 0)] = costs[self._column(mine, 1)] = dear
        if prices is not None:
            costs[self._column(mine, 2)] = costs[self._column(mine, 3)] = prices[mine]
        if weights:
            cells = np.array(list(weights))
            values = np.array(list(weights.values()))
            costs[self._column(cells, 0)] -= values
            costs[self._column(cells, 1)] += values
        which = np.flatnonzero(self._costs != costs)
        if len(which):
            self._costs[which] = costs[which]
            self._solver.changeColsCost(len(which), which.astype(np.int32), costs[which])
        self._solver.run()
        status = self._solver.getModelStatus()
        stopped = status == highspy.HighsModelStatus.kSolutionLimit
        if status != highspy.HighsModelStatus.kOptimal and not stopped:
            return None
        return self._answer()

    def whole(
        self, weights: Mapping[int, float], prices: Floats | None = None, dear: float = 1e-4
    ) -> Answer | None:
        """As `solve`, in whole numbers of people; None as well where none are found soon."""
        mine = np.arange(len(self._free), dtype=np.int32)
        basis = self._solver.getBasis()
        kinds = np.full(len(mine), highspy.HighsVarType.kInteger.value, dtype=np.uint8)
        self._solver.changeColsIntegrality(len(mine), mine, kinds)
        try:
            return self.solve(weights, prices, dear)
        finally:
            kinds[:] = highspy.HighsVarType.kContinuous.value
            self._solver.changeColsIntegrality(len(mine), mine, kinds)
            if basis.valid:
                self._solver.setBasis(basis)

    def counted(self, answer: Answer, cell: int) -> float:
        """What a cell comes to by an answer."""
        total: float = answer.people[self.layout.cells.at(cell)].sum()
        return total

    def _answer(self) -> Answer:
        mine, costs = self.cells, self._costs
        found = np.array(self._solver.getSolution().col_value)
        people = self.people.astype(np.float64)
        people[self._free] = found[: len(self._free)]
        beyond = np.zeros(self.layout.cells.count)
        beyond[mine] = found[self._column(mine, 2)] + found[self._column(mine, 3)]
        return Answer(-float(costs @ found), people, beyond)


def _only(sums: Sums, place: Ints) -> tuple[Ints, Ints]:
    """Of some sums the free numbers: which sum each is of, and the place of each."""
    rows = np.repeat(np.arange(sums.count), np.diff(sums.starts))
    free = place[sums.of] >= 0
    return rows[free], place[sums.of[free]]
