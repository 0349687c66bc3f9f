"""The tables of a snapshot as one set of people makes them: numbers of people, and their sums.

The unknowns are how many people there are of each kind; of these, in each unit; and of these, in
each slice of the other dimensions. Whoever is counted in one table is counted in all, so that the
numbers of one kind are the same however they are told apart. Every count that can be published is a
sum of such numbers, a cell. Counts that are sums of the same numbers are one cell under several
names.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from boardtui.core.criterion.dimension import AGE_BAND, DIMENSIONS, UNIT
from boardtui.core.measures import MEASURES
from boardtui.core.measures.measure import CaseCount
from boardtui.publish.kinds import Kind, Kinds

Ints = NDArray[np.int64]

Dimensions = tuple[str, ...]
"""The dimensions of a table: none for the whole, the unit first of two."""

Name = tuple[str, Dimensions, tuple[str | None, ...]]
"""A count: its measure, its dimensions, and its slice of each."""


class Sums(Struct, frozen=True):
    """Some sums of numbers of people: `of[starts[i]:starts[i + 1]]` are the numbers of sum i."""

    starts: Ints
    of: Ints

    @property
    def count(self) -> int:
        return len(self.starts) - 1

    def at(self, place: int) -> Ints:
        return self.of[self.starts[place] : self.starts[place + 1]]

    def values(self, people: Ints) -> Ints:
        """What the sums are of certain numbers of people."""
        rows = np.repeat(np.arange(self.count), np.diff(self.starts))
        found = np.zeros(self.count, dtype=np.int64)
        np.add.at(found, rows, people[self.of])
        return found

    @staticmethod
    def gathered(sums: Sequence[Ints]) -> Sums:
        starts = np.zeros(len(sums) + 1, dtype=np.int64)
        np.cumsum([len(each) for each in sums], out=starts[1:])
        return Sums(starts, np.concatenate([*sums, np.zeros(0, dtype=np.int64)]))


class Layout:
    """Numbers of people, how they hang together, and the cells that are sums of them.

    `parents[i]` is the sum `splits.at(i)` of the numbers that it is told apart in. `cells` are all
    cells, `names` what each is called.
    """

    def __init__(
        self,
        kinds: Kinds,
        here: Sequence[Kind],
        slices: Mapping[str, Sequence[str | None]],
        crossed: Iterable[str] = (),
    ) -> None:
        """Lay out the dimensions that have `slices`, those `crossed` by unit too.

        `here` are the kinds of people that are thought of.
        """
        self.kinds, self.here = kinds, tuple(here)
        self.slices = slices
        self.crossed = tuple(crossed)
        self._parents: list[int] = []
        self._splits: list[Ints] = []
        self._sums: dict[bytes, int] = {}
        self._cells: list[Ints] = []
        self.names: list[list[Name]] = []
        self.count = len(here)
        wholes = np.arange(self.count)
        self.blocks: dict[tuple[str, str | None], Ints] = {}
        """The numbers of a dimension (and a due date): by kind, unit (or one for all) and slice."""
        self._table(wholes[:, None], (), [()])
        units = None
        if UNIT.name in slices:
            self.blocks[UNIT.name, None] = self._split(wholes[:, None], UNIT.name)
            units = self.blocks[UNIT.name, None][:, 0]
            self._table(units, (UNIT.name,), [(name,) for name in slices[UNIT.name]])
        for name in slices:
            if name != UNIT.name:
                inside = units if name in self.crossed and units is not None else wholes[:, None]
                self._dimension(name, inside)
        self.parents = np.array(self._parents, dtype=np.int64)
        self.splits = Sums.gathered(self._splits)
        self.cells = Sums.gathered(self._cells)

    def somebody(self) -> NDArray[np.bool_]:
        """The cells that can be somebody: in the others nobody is by what is counted there."""
        found: NDArray[np.bool_] = np.diff(self.cells.starts) > 0
        return found

    def _dimension(self, name: str, inside: Ints) -> None:
        """Tell numbers apart by a dimension, and gather its tables."""
        for due in self._dues(name):
            split = self._split(inside, name, due)
            self.blocks[name, due] = split
            singles = [(each,) for each in self.slices[name]]
            together = split.transpose(0, 2, 1).copy()
            for row in range(len(self.here)):
                places = np.flatnonzero((split[row] >= 0).any(axis=0))
                if len(places) == 1:  # all of a kind are in one slice
                    together[row] = -1
                    together[row, places[0], 0] = row
            self._table_of(together, (name,), singles, due)
            if name in self.crossed:
                pairs = [(unit, each) for unit in self.slices[UNIT.name] for each in singles]
                names = [(unit, *each) for unit, each in pairs]
                flat = split.reshape(len(self.here), -1, 1)
                self._table_of(flat, (UNIT.name, name), names, due)

    def _dues(self, name: str) -> list[str | None]:
        """The due dates by which a dimension tells people apart: of an age band each backlog's."""
        if name != AGE_BAND.name:
            return [None]
        found = (_measure(each).due for each in self.kinds.measures)
        return list(dict.fromkeys(due for due in found if due))

    def _split(self, inside: Ints, name: str, due: str | None = None) -> Ints:
        """The numbers that some numbers are told apart in by a dimension, -1 where nobody can be.

        `inside` has a row for each kind; the result has a further axis, of slices. Where all of a
        number are in one slice, it is that number.
        """
        slices = self.slices[name]
        found = np.full((*inside.shape, len(slices)), -1, dtype=np.int64)
        for row, kind in enumerate(self.here):
            places = [n for n, each in enumerate(slices) if self._can_be(kind, name, each, due)]
            if len(places) == 1:
                found[row, :, places[0]] = inside[row]
            elif places:
                for column in range(inside.shape[1]):
                    new = np.arange(self.count, self.count + len(places))
                    found[row, column, places] = new
                    self._parents.append(int(inside[row, column]))
                    self._splits.append(new)
                    self.count += len(places)
        return found

    def _can_be(self, kind: Kind, name: str, value: str | None, due: str | None) -> bool:
        if name == AGE_BAND.name:
            return any(_measure(each).due == due for each in kind)
        return kind in self.kinds.in_slice(DIMENSIONS[name], value)

    def _table(self, block: Ints, by: Dimensions, names: Sequence[tuple[str | None, ...]]) -> None:
        self._table_of(block[:, :, None], by, names, None)

    def _table_of(
        self,
        block: Ints,
        by: Dimensions,
        names: Sequence[tuple[str | None, ...]],
        due: str | None,
    ) -> None:
        """Gather the tables of every measure: a cell for each place on the block's second axis."""
        for measure in self.kinds.measures:
            declared = _measure(measure)
            if not set(by) <= set(declared.dimensions) or (due and declared.due != due):
                continue
            rows = [row for row, kind in enumerate(self.here) if measure in kind]
            mine = block[rows]
            for place, name in enumerate(names):
                numbers = mine[:, place].ravel()
                self._cell(np.sort(numbers[numbers >= 0]), (measure, by, name))

    def _cell(self, numbers: Ints, name: Name) -> None:
        key = numbers.tobytes()
        place = self._sums.get(key)
        if place is None:
            place = self._sums[key] = len(self._cells)
            self._cells.append(numbers)
            self.names.append([])
        self.names[place].append(name)


def _measure(name: str) -> CaseCount:
    measure = MEASURES[name]
    assert isinstance(measure, CaseCount)
    return measure
