"""What a reader knows, as a linear program: how far numbers of people can be from what they are.

Each number of people is its true value and a deviation up or down, each deviation has a price, and
a row for each cell holds what a reader knows of it. So the people as they are are the cheapest
answer to begin with, and what is found when a cell is asked to be more or less differs from them in
little else: HiGHS comes to it in few steps of the dual simplex method, from the answer to the
question before, and it is nearly always whole. Where it is asked what it would take to make a cell
safe, cells can deviate beyond what is known of them, at a price of their own.
"""

from __future__ import annotations

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

LEANINGS = 4
"""How often whole numbers are looked for by making dear what is in parts."""

WANTED = 1e5
"""What each person costs by whom a cell is not as it is wished to be, in deviations."""


class Answer(Struct, frozen=True):
    """What HiGHS found: how many people each number is, whole or not, and the cells' deviations."""

    people: Floats
    beyond: Floats
    """By cell, how far it deviates beyond what a reader knows."""

    @property
    def is_whole(self) -> bool:
        return bool(np.abs(self.people - np.rint(self.people)).max(initial=0) < NEARLY)


class Program:
    """A linear program over a layout, about certain people of whom only some numbers are `free`.

    The others are taken to be as they are: whatever is found so is possible all the same.
    """

    def __init__(
        self,
        layout: Layout,
        people: Ints,
        free: Flags,
        told: Flags,
        about: frozenset[str] | None = None,
    ) -> None:
        """Lay out a program of the cells of which anything is told.

        Where it is `about` some measures, it is asked about their cells alone.
        """
        self.layout, self.people = layout, people
        self.true = layout.cells.values(people)
        self._free = np.flatnonzero(free)
        place = np.full(layout.count, -1, dtype=np.int64)
        place[self._free] = np.arange(len(self._free))
        cells, self._of = _only(layout.cells, place)
        cells, self._of = cells[told[cells]], self._of[told[cells]]
        self.cells = np.unique(cells)
        """The cells that can deviate at all."""
        self.has = np.zeros(layout.cells.count, dtype=np.bool_)
        """The cells that it is asked about."""
        measures = (layout.names[cell][0][0] for cell in self.cells.tolist())
        self.has[self.cells] = [about is None or each in about for each in measures]
        self._place = np.full(layout.cells.count, -1, dtype=np.int64)
        self._place[self.cells] = np.arange(len(self.cells))
        self._cell_of = self._place[cells]
        size = len(self._free)
        self._some = np.flatnonzero(people[self._free] > 0)
        """The places of the free numbers that can be less."""
        self._persons = size + len(self._some)
        self._costs = np.ones(self.columns)
        self._most = np.zeros(self.columns)
        self._most[:size] = highspy.kHighsInf
        self._most[size : self._persons] = people[self._free[self._some]]
        self._solver = new_solver()
        self._links = 0
        self._solver.passModel(self._model(place))
        self._low, self._high = np.zeros(len(self.cells)), np.zeros(len(self.cells))
        self._wished: list[int] = []

    @property
    def columns(self) -> int:
        """How far each number is up, and down; then how far each cell is beyond, up and down."""
        return self._persons + 2 * len(self.cells)

    def _model(self, place: Ints) -> highspy.HighsLp:
        rows, of = _only(self.layout.splits, place)
        parents = place[self.layout.parents]
        touched = np.unique(np.concatenate([rows, np.flatnonzero(parents >= 0)]))
        number = np.full(self.layout.splits.count, -1, dtype=np.int64)
        number[touched] = np.arange(len(touched))
        self._links = len(touched)
        here = touched[parents[touched] >= 0]
        beyond, cells = self._persons, len(self.cells)
        # Row by row: the parts less their whole; the numbers of a cell less what is beyond.
        pieces = [
            (number[rows], of, 1.0),
            (number[here], parents[here], -1.0),
            (self._links + self._cell_of, self._of, 1.0),
        ]
        down = np.full(len(self._free), -1, dtype=np.int64)
        down[self._some] = len(self._free) + np.arange(len(self._some))
        for rows_, columns, factor in tuple(pieces):
            can = down[columns] >= 0
            pieces.append((rows_[can], down[columns[can]], -factor))
        every = np.arange(cells)
        pieces.append((self._links + every, beyond + every, -1.0))
        pieces.append((self._links + every, beyond + cells + every, 1.0))
        row = np.concatenate([piece[0] for piece in pieces])
        column = np.concatenate([piece[1] for piece in pieces])
        value = np.concatenate([np.full(len(piece[0]), piece[2]) for piece in pieces])
        order = np.lexsort((row, column))
        row, column, value = row[order], column[order], value[order]
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = self.columns, self._links + cells
        model.col_cost_ = self._costs
        model.col_lower_, model.col_upper_ = np.zeros(self.columns), self._most
        model.row_lower_ = model.row_upper_ = np.zeros(self._links + cells)
        model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        model.a_matrix_.start_ = np.searchsorted(column, np.arange(self.columns + 1))
        model.a_matrix_.index_ = row
        model.a_matrix_.value_ = value
        return model

    def know(self, low: Ints, high: Ints) -> None:
        """Let each cell be from `low` to `high`, and nothing beyond."""
        self._wished = []
        mine, true = self.cells, self.true[self.cells]
        down, up = (low[mine] - true).astype(np.float64), (high[mine] - true).astype(np.float64)
        changed = np.flatnonzero((self._low != down) | (self._high != up))
        if len(changed):
            self._low[changed], self._high[changed] = down[changed], up[changed]
            rows = (self._links + changed).astype(np.int32)
            self._solver.changeRowsBounds(  # type: ignore[attr-defined]
                len(rows), rows, down[changed], up[changed]
            )
        self._limit(np.zeros(2 * len(mine)))

    def open(self, up: Ints, down: Ints) -> None:
        """Let each cell deviate beyond what is known of it, so far up and down, at a price."""
        self._limit(np.concatenate([up[self.cells], down[self.cells]]).astype(np.float64))

    def _limit(self, most: Floats) -> None:
        """Let cells deviate so far beyond: all of them up, then all of them down."""
        columns = np.arange(self._persons, self.columns)
        changed = self._most[columns] != most
        which = columns[changed]
        if len(which):
            self._most[which] = most[changed]
            self._solver.changeColsBounds(
                len(which), which.astype(np.int32), np.zeros(len(which)), most[changed]
            )

    def ask(self, cell: int, least: int | None = None, most: int | None = None) -> None:
        """Have one cell be at least, or at most, so much, until it is told anew what is known."""
        place = self._place[cell]
        true = int(self.true[cell])
        if least is not None:
            self._low[place] = max(self._low[place], float(least - true))
        if most is not None:
            self._high[place] = min(self._high[place], float(most - true))
        row = int(self._links + place)
        self._solver.changeRowBounds(row, self._low[place], self._high[place])

    def wish(self, cell: int, least: int | None = None, most: int | None = None) -> None:
        """As `ask`, but only as far as it can be with what else is asked and wished for."""
        self.ask(cell, least, most)
        column = self._persons + int(self._place[cell])
        if least is not None:
            column += len(self.cells)
        self._most[column], self._costs[column] = highspy.kHighsInf, WANTED
        self._solver.changeColBounds(column, 0.0, highspy.kHighsInf)
        self._solver.changeColCost(column, WANTED)
        self._wished.append(column)

    def price(self, prices: Floats | None = None) -> None:
        """Have each person beyond cost so much, by cell, in deviations of a number of people."""
        costs = self._costs.copy()
        costs[self._persons :] = 1.0 if prices is None else np.tile(prices[self.cells], 2)
        costs[self._wished] = WANTED
        which = np.flatnonzero(self._costs != costs)
        if len(which):
            self._costs = costs
            self._solver.changeColsCost(len(which), which.astype(np.int32), costs[which])

    def solve(self) -> Answer | None:
        """The cheapest people of whom all is true that is known and asked; None if none are."""
        self._solver.run()
        status = self._solver.getModelStatus()
        stopped = status == highspy.HighsModelStatus.kSolutionLimit
        if status != highspy.HighsModelStatus.kOptimal and not stopped:
            return None
        return self._answer()

    def whole(self, answer: Answer) -> Answer | None:
        """As an answer that is not, in whole numbers of people; None where none are found soon.

        What is in parts is made dear first, which mostly helps.
        """
        dear = np.zeros(0, dtype=np.int64)
        found: Answer | None = answer
        for _ in range(LEANINGS):
            assert found is not None
            mine = found.people[self._free]
            parts = np.abs(mine - np.rint(mine)) > NEARLY
            down = len(self._free) + np.flatnonzero(parts[self._some])
            dear = np.concatenate([dear, np.flatnonzero(parts), down])
            self._pay(dear, 2.0)
            found = self.solve()
            if found is None or found.is_whole:
                break
        dear = np.unique(dear)
        self._pay(dear, -self._costs[dear] + 1.0)
        return found if found is None or found.is_whole else self._in_whole_numbers()

    def _pay(self, columns: Ints, more: float | Floats) -> None:
        """Have some deviations cost more."""
        which = np.unique(columns)
        self._costs[which] += more
        self._solver.changeColsCost(len(which), which.astype(np.int32), self._costs[which])

    def _in_whole_numbers(self) -> Answer | None:
        mine = np.arange(self._persons, dtype=np.int32)
        basis = self._solver.getBasis()
        kinds = np.full(len(mine), highspy.HighsVarType.kInteger.value, dtype=np.uint8)
        self._solver.changeColsIntegrality(len(mine), mine, kinds)
        self._solver.setOptionValue("presolve", "choose")
        try:
            return self.solve()
        finally:
            self._solver.setOptionValue("presolve", "off")
            kinds[:] = highspy.HighsVarType.kContinuous.value
            self._solver.changeColsIntegrality(len(mine), mine, kinds)
            if basis.valid:
                self._solver.setBasis(basis)

    def counted(self, answer: Answer, cell: int) -> float:
        """What a cell comes to by an answer."""
        total: float = answer.people[self.layout.cells.at(cell)].sum()
        return total

    def _answer(self) -> Answer:
        size, persons, cells = len(self._free), self._persons, len(self.cells)
        found = np.array(self._solver.getSolution().col_value)
        people = self.people.astype(np.float64)
        people[self._free] += found[:size]
        people[self._free[self._some]] -= found[size:persons]
        found[self._wished] = 0.0
        beyond = np.zeros(self.layout.cells.count)
        beyond[self.cells] = found[persons : persons + cells] + found[persons + cells :]
        return Answer(people, beyond)


def _only(sums: Sums, place: Ints) -> tuple[Ints, Ints]:
    """Of some sums the free numbers: which sum each is of, and the place of each."""
    rows = np.repeat(np.arange(sums.count), np.diff(sums.starts))
    free = place[sums.of] >= 0
    return rows[free], place[sums.of[free]]
