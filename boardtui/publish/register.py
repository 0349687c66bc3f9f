"""The people of a snapshot, counted by kind and slice: the true numbers behind a layout."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from boardtui.core.criterion.dimension import AGE_BAND, DIMENSIONS, UNIT
from boardtui.core.measures import MEASURES
from boardtui.core.measures.measure import CaseCount
from boardtui.publish.kinds import Kind, Kinds
from boardtui.publish.layout import Ints, Layout
from boardtui.store.connection.database import Database
from boardtui.store.counting.column_reading import read_columns
from boardtui.store.held.snapshots import SnapshotKey


class Register:
    """The people of a snapshot in memory: of which kind each is, and in which slices."""

    def __init__(self, database: Database, snapshot: SnapshotKey, kinds: Kinds) -> None:
        columns = read_columns(database, snapshot.id, snapshot.as_at, snapshot.definition)
        self._columns = columns
        self._definition = snapshot.definition
        flags = [columns.flags(_count(name).criterion) for name in kinds.measures]
        marks = np.array(flags, dtype=np.bool_).T
        found, self.kind = np.unique(marks, axis=0, return_inverse=True)
        self.kind = self.kind.ravel()
        self.kinds: tuple[Kind, ...] = tuple(
            frozenset(name for name, flag in zip(kinds.measures, row, strict=True) if flag)
            for row in found.tolist()
        )

    def slices(self, dimension: str) -> list[str | None]:
        """The slices that anybody is in, and those that a dimension always has; in its order."""
        known = DIMENSIONS[dimension]
        if known is AGE_BAND:
            return [band.label for band in self._definition.bands]
        column = self._columns.slices(known)
        there = {column.values[code] for code in np.unique(column.codes).tolist()}
        return known.order({*known.slices, *there})

    def people(self, layout: Layout) -> Ints:
        """How many people each number of a layout is."""
        place = {kind: row for row, kind in enumerate(layout.here)}
        rows = np.array([place[kind] for kind in self.kinds])[self.kind]
        found = np.zeros(layout.count, dtype=np.int64)
        found[: len(layout.here)] = np.bincount(rows, minlength=len(layout.here))
        for (name, due), block in layout.blocks.items():
            _, units, slices = block.shape
            codes, chosen = self._codes(name, layout.slices[name], due)
            if units > 1:
                unit, _ = self._codes(UNIT.name, layout.slices[UNIT.name], None)
                codes = codes + unit * slices
            cells = (rows * units * slices + codes)[chosen]
            counts = np.bincount(cells, minlength=block.size).reshape(block.shape)
            there = block >= 0
            assert not counts[~there].any(), f"somebody is where nobody can be by {name}"
            found[block[there]] = counts[there]
        return found

    def _codes(
        self, name: str, slices: Sequence[str | None], due: str | None
    ) -> tuple[Ints, NDArray[np.bool_]]:
        """For each person the place of their slice, and whether they are told apart at all."""
        column = self._columns.slices(DIMENSIONS[name], due)
        if due is None:
            place = {value: number for number, value in enumerate(slices)}
            numbers = np.array([place.get(value, 0) for value in column.values], dtype=np.int64)
            return numbers[column.codes], np.ones(len(column.codes), dtype=np.bool_)
        overdue = [self._is_due(kind, due) for kind in self.kinds]
        return column.codes - 1, np.array(overdue)[self.kind]

    @staticmethod
    def _is_due(kind: Kind, due: str) -> bool:
        return any(_count(name).due == due for name in kind)


def _count(name: str) -> CaseCount:
    measure = MEASURES[name]
    assert isinstance(measure, CaseCount)
    return measure
