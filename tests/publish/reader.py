"""A reader of published files who tries to work out what they hide, written apart from the rest.

It reads the files' tables by SQL, knows how the measures lie in one another as docs/measures.md
says, and looks for whole numbers of people by SciPy. It uses nothing of boardtui.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Mapping
from contextlib import closing
from pathlib import Path

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from tests.core.audience_attacker import HIGH, INSIDE, NOBODY_IN_COMMON, OF_HIGH_RISK

Cell = tuple[str, tuple[str, ...], tuple[str | None, ...]]
"""A measure, dimensions (the unit first), and a slice of each."""

EVERYBODY = ("unit", "risk_level", "officer", "mappa_level", "mappa_category", "status")
"""The dimensions of which everybody is in one slice."""

MEASURES = {"registered", *INSIDE}
FILES = (
    "SELECT measure, dimension, slice, NULL, NULL, low, high, suppressed, unknown FROM figures "
    "WHERE snapshot_id = 1 AND unit = 'people'",
    "SELECT measure, dimension, slice, other_dimension, other_slice, low, high, suppressed, NULL "
    "FROM crosses WHERE snapshot_id = 1",
)


class Reader:
    """Bounds what is hidden in files of one day, of which all is true at once."""

    def __init__(self, *files: Path, threshold: int) -> None:
        """Take what the files say; where nobody is shown, what is hidden is one at least."""
        self.threshold = threshold
        self.hidden: list[set[Cell]] = [self._read(file) for file in files]
        self._places: dict[Cell, int] = {}
        self._rows: list[tuple[dict[int, int], float, float]] = []
        cells = sorted(self._low, key=str)
        for cell in cells:
            self._places[cell] = len(self._places)
        self._sums(cells)
        self._nesting(cells)

    _low: dict[Cell, float]
    _high: dict[Cell, float]

    def _read(self, file: Path) -> set[Cell]:
        if not hasattr(self, "_low"):
            self._low, self._high = {}, {}
        hidden = set()
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
            for sql in FILES:
                for measure, one, a, other, b, low, high, suppressed, unknown in database.execute(
                    sql
                ):
                    if measure not in MEASURES:
                        continue
                    by = tuple(name for name in (one, other) if name)
                    cell = (measure, by, (a, b)[: len(by)])
                    ends = (1.0, np.inf) if suppressed else (low, high)
                    if suppressed:
                        hidden.add(cell)
                    if unknown is not None or ends[0] is None:
                        ends = (0.0, np.inf)
                    self._low[cell] = max(ends[0], self._low.get(cell, 0.0))
                    self._high[cell] = min(ends[1], self._high.get(cell, np.inf))
        return hidden

    def _add(self, terms: Mapping[Cell, int], low: float, high: float) -> None:
        found = {self._places[cell]: factor for cell, factor in terms.items()}
        self._rows.append((found, low, high))

    def _sums(self, cells: Iterable[Cell]) -> None:
        """Single slices add up to the whole, and crosses to single slices both ways."""
        parts: dict[Cell, list[Cell]] = {}
        for measure, by, slices in cells:
            for place, dimension in enumerate(by):
                if dimension in EVERYBODY:
                    whole = (
                        measure,
                        by[:place] + by[place + 1 :],
                        slices[:place] + slices[place + 1 :],
                    )
                    # By which dimension it is added up is part of the name of the sum.
                    parts.setdefault((*whole, dimension), []).append((measure, by, slices))  # type: ignore[arg-type]
        for (measure, by, slices, _), mine in parts.items():  # type: ignore[misc]
            whole = (measure, by, slices)
            if whole in self._places:
                self._add({**dict.fromkeys(mine, 1), whole: -1}, 0, 0)

    def _nesting(self, cells: Iterable[Cell]) -> None:
        for _, by, slices in {("", by, slices) for _, by, slices in cells}:

            def at(measure: str, by: tuple[str, ...] = by, slices: object = slices) -> Cell:
                return (measure, by, slices)  # type: ignore[return-value]

            for inner, outer in INSIDE.items():
                if {at(inner), at(outer)} <= self._places.keys():
                    self._add({at(outer): 1, at(inner): -1}, 0, np.inf)
            for one, other, outer in NOBODY_IN_COMMON:
                if {at(one), at(other), at(outer)} <= self._places.keys():
                    self._add({at(outer): 1, at(one): -1, at(other): -1}, 0, np.inf)
            if "risk_level" in by:
                is_high = slices[by.index("risk_level")] in HIGH
                for high, of_all in OF_HIGH_RISK.items():
                    if {at(high), at(of_all)} <= self._places.keys():
                        self._add({at(high): 1, at(of_all): -1 if is_high else 0}, 0, 0)
            kinds = ("managed", "actively_managed", "reactively_managed")
            if {at(each) for each in kinds} <= self._places.keys():
                managed, active, reactive = map(at, kinds)
                self._add({managed: 1, active: -1, reactive: -1}, 0, 0)

    def low(self, cell: Cell) -> float:
        """What a count is at least by what is said of it itself."""
        return self._low[cell]

    def high(self, cell: Cell) -> float:
        """What a count is at most by what is said of it itself."""
        return self._high[cell]

    def learn(self, cell: Cell, count: int) -> None:
        """Take a count as known from elsewhere."""
        self._low[cell] = self._high[cell] = count

    def forget_slices(self) -> None:
        """Take nothing of single slices as said, but the force's own totals alone."""
        for cell in self._low:
            if cell[1]:
                self._low[cell], self._high[cell] = 0.0, np.inf

    def is_all_of_its_whole(self, cell: Cell) -> bool:
        """Whether everybody of a measure must be in a slice: nobody is in the others."""
        whole = self._low.get((cell[0], (), ()))
        return whole is not None and self.bounds(cell) == (int(whole), int(whole))

    def bounds(self, cell: Cell) -> tuple[int, int]:
        """Between what a count must lie; above the threshold nothing more is asked."""
        return self._end(cell, 1), self._end(cell, -1)

    def exposed(self, cells: Collection[Cell]) -> list[tuple[Cell, int, int]]:
        """Those of some hidden counts that are placed too closely, and where."""
        found = []
        for cell in sorted(cells, key=str):
            low, high = self.bounds(cell)
            wide = high - low + 1 >= self.threshold
            if low < self.threshold and not (high >= self.threshold and wide):
                found.append((cell, low, high))
        return found

    def _end(self, cell: Cell, sign: int) -> int:
        size = len(self._places)
        low = np.array([self._low[each] for each in self._places])
        high = np.array([self._high[each] for each in self._places])
        place = self._places[cell]
        high[place] = min(high[place], low[place] + 10 * self.threshold)
        rows = [(row, of, factor) for row, (terms, _, _) in enumerate(self._rows)
                for of, factor in terms.items()]  # fmt: skip
        matrix = csr_array(
            ([each[2] for each in rows], ([each[0] for each in rows], [each[1] for each in rows])),
            shape=(len(self._rows), size),
        )
        aim = np.zeros(size)
        aim[place] = sign
        limits = LinearConstraint(
            matrix, [each[1] for each in self._rows], [each[2] for each in self._rows]
        )
        found = milp(aim, constraints=limits, bounds=Bounds(low, high), integrality=np.ones(size))
        assert found.success, found.message
        return round(sign * float(found.fun))
