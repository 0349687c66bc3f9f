"""A whole snapshot's cases in memory, column by column, counted at once.

Some ten times as quick as asking the database for every grouping. It needs numpy, which is
imported when figures are computed and not when a board is opened.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import reduce
from math import prod
from typing import Any

import numpy as np

from boardtui.core.criterion.criterion import (
    All,
    AnyOf,
    Criterion,
    InBand,
    Later,
    Not,
    OneOf,
    Overdue,
    Recorded,
)
from boardtui.core.criterion.definition import Definition
from boardtui.core.criterion.dimension import AGE_BAND, Dimension
from boardtui.core.measures.measure import CaseCount, LongestSince
from boardtui.store.counting.tabulate import Key, Tally

Codes = np.ndarray[Any, np.dtype[np.int64]]
Flags = np.ndarray[Any, np.dtype[np.bool_]]


class Column:
    """One column: for each case, the number of its value; `values[0]` is None, not recorded.

    In a column of dates the numbers are days (`date.toordinal`), and 0 is not recorded.
    """

    def __init__(self, codes: Codes, values: Sequence[str | None]) -> None:
        self.codes = codes
        self.values = values


class Columns:
    """The cases of one snapshot in memory."""

    def __init__(self, columns: Mapping[str, Column], day: date, definition: Definition) -> None:
        self._columns = columns
        self._day = day
        self._definition = definition
        self._found: dict[Criterion, Flags] = {}

    @property
    def day(self) -> date:
        return self._day

    def tallies(
        self,
        counted: Sequence[CaseCount],
        dated: Sequence[LongestSince],
        dimensions: Sequence[Dimension],
        due: str | None = None,
    ) -> dict[Key, Tally]:
        """See `Tabulation.tallies`."""
        cells, keys = self._cells(dimensions, due)
        counts = [
            np.bincount(cells[self.flags(m.criterion)], minlength=len(keys)).tolist()
            for m in counted
        ]
        firsts = [self._earliest(m, cells, len(keys)) for m in dated]
        return {
            key: Tally(tuple(c[n] for c in counts), tuple(f[n] for f in firsts))
            for n, key in enumerate(keys)
        }

    def dues(
        self, criterion: Criterion, column: str, dimensions: Sequence[Dimension]
    ) -> dict[Key, Counter[date]]:
        """See `Tabulation.dues`."""
        cells, keys = self._cells(dimensions, column)
        chosen = self.flags(criterion) & (self._columns[column].codes > 0)
        span = date.max.toordinal() + 1
        pairs, counts = np.unique(
            cells[chosen] * span + self._columns[column].codes[chosen], return_counts=True
        )
        found: dict[Key, Counter[date]] = defaultdict(Counter)
        days: dict[int, date] = {}
        for pair, count in zip(pairs.tolist(), counts.tolist(), strict=True):
            cell, ordinal = divmod(pair, span)
            day = days.get(ordinal) or days.setdefault(ordinal, date.fromordinal(ordinal))
            found[keys[cell]][day] = count
        return found

    def flags(self, criterion: Criterion) -> Flags:
        """For each case, whether it meets the criterion."""
        if criterion not in self._found:
            self._found[criterion] = self._flags(criterion)
        return self._found[criterion]

    def _flags(self, criterion: Criterion) -> Flags:
        match criterion:
            case OneOf(name, values):
                column = self._columns[name]
                found: Flags = np.array([v in values for v in column.values])[column.codes]
                return found
            case Recorded(name):
                return self._columns[name].codes > 0
            case Overdue(name):
                return self._before(name, self._definition.cutoff(self._day))
            case InBand(name, low, high):
                newest = self._before(name, self._day - timedelta(days=low - 1))
                if high is None:
                    return newest
                return newest & ~self._before(name, self._day - timedelta(days=high))
            case Later(name, than):
                first, second = self._columns[name].codes, self._columns[than].codes
                return (first > second) & (second > 0)
            case Not(part):
                return ~self.flags(part)
            case All(parts):
                everyone = np.ones(self._size, dtype=np.bool_)
                return reduce(np.logical_and, map(self.flags, parts), everyone)
            case AnyOf(parts):
                return reduce(np.logical_or, map(self.flags, parts))

    def _before(self, name: str, limit: date) -> Flags:
        codes = self._columns[name].codes
        return (codes > 0) & (codes < limit.toordinal())

    @property
    def _size(self) -> int:
        return len(next(iter(self._columns.values())).codes)

    def _cells(self, dimensions: Sequence[Dimension], due: str | None) -> tuple[Codes, list[Key]]:
        """For each case the number of its cell; and the key of each cell that has a case."""
        sides = [self.slices(dimension, due) for dimension in dimensions]
        crossed = np.zeros(self._size, dtype=np.int64)
        for side in sides:
            crossed = crossed * len(side.values) + side.codes
        present, cells = _numbered(crossed, prod(len(side.values) for side in sides))
        keys = []
        for number in present.tolist():
            key: list[str | None] = []
            for side in reversed(sides):
                number, code = divmod(number, len(side.values))
                key.append(side.values[code])
            keys.append(tuple(reversed(key)))
        return cells, keys

    def slices(self, dimension: Dimension, due: str | None = None) -> Column:
        """For each case the number of its slice; an age band is read from a due date."""
        if dimension is not AGE_BAND:
            assert dimension.column is not None
            return self._columns[dimension.column]
        assert due is not None
        codes = self._columns[due].codes
        days = self._day.toordinal() - codes
        starts = [band.low for band in self._definition.bands]
        bands = np.where(codes > 0, np.searchsorted(starts, days, side="right"), 0)
        return Column(bands, [None, *(band.label for band in self._definition.bands)])

    def _earliest(self, measure: LongestSince, cells: Codes, size: int) -> list[date | None]:
        chosen = self.flags(measure.criterion) & (self._columns[measure.column].codes > 0)
        never = date.max.toordinal()
        firsts = np.full(size, never, dtype=np.int64)
        np.minimum.at(firsts, cells[chosen], self._columns[measure.column].codes[chosen])
        return [None if n == never else date.fromordinal(n) for n in firsts.tolist()]


def _numbered(codes: Codes, size: int) -> tuple[Codes, Codes]:
    """The distinct codes, in order, and the place of each among them; all are less than a size."""
    if size > max(SMALL, len(codes)):
        return np.unique(codes, return_inverse=True)
    there = np.bincount(codes, minlength=size) > 0
    places = np.cumsum(there) - 1
    return np.flatnonzero(there), places[codes]


SMALL = 10_000
"""Codes that are sooner counted than sorted, however few cases there are."""
