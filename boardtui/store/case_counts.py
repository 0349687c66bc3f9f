"""Figures that count cases or say how late they are: whole, and by every dimension."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from itertools import groupby
from operator import add, attrgetter

from boardtui.core.dimension import AGE_BAND, WHOLE, Dimension, Slice, Slices
from boardtui.core.figure import Figure
from boardtui.core.lateness import statistic_of
from boardtui.core.measure import CaseCount, Lateness, LongestSince
from boardtui.core.measures import of_kind
from boardtui.store.making import Maker
from boardtui.store.tabulate import Cases, by_dimension, counts, dues, earliest


class CaseFigures:
    """The figures of a snapshot's cases. `counts` comes first: it learns which slices there are."""

    def __init__(self, cases: Cases, maker: Maker) -> None:
        self._cases = cases
        self._maker = maker
        self._slices: dict[Dimension | None, list[str | None]] = {}

    def counts(self) -> Iterator[Figure]:
        """Every count of cases."""
        measures = of_kind(CaseCount)

        def summed(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...]:
            return tuple(map(add, one, other))

        tables = by_dimension(partial(counts, self._cases, measures), summed)
        nothing = (0,) * len(measures)
        for dimension, table in tables:
            known = set(table) | set(dimension.slices) if dimension else {None}
            self._slices[dimension] = dimension.order(known) if dimension else [None]
            for number, measure in enumerate(measures):
                for name, slices in self._cells(dimension, measure.dimensions):
                    yield self._maker.figure(measure, table.get(name, nothing)[number], slices)

    def age_bands(self) -> Iterator[Figure]:
        """The counts of the overdue by days overdue."""
        bands = [band.label for band in self._maker.definition.bands]
        aged = sorted((m for m in of_kind(CaseCount) if m.due), key=attrgetter("due"))
        for due, group in groupby(aged, key=attrgetter("due")):
            measures = list(group)
            # The first declared is the whole backlog; the others are parts of it.
            overdue = self._cases.narrowed(measures[0].criterion)
            table = counts(overdue, measures, [AGE_BAND], due)
            for number, measure in enumerate(measures):
                for band in bands:
                    count = table[(band,)][number] if (band,) in table else 0
                    yield self._maker.figure(measure, count, (Slice(AGE_BAND.name, band),))

    def lateness(self) -> Iterator[Figure]:
        """Oldest, median and 90th percentile of the days overdue."""
        for due, group in groupby(of_kind(Lateness), key=attrgetter("due")):
            measures = list(group)
            overdue = self._cases.narrowed(measures[0].criterion)
            tables = by_dimension(partial(dues, overdue, due), add)
            for dimension, table in tables:
                yield from self._late(measures, dimension, table)

    def _late(
        self,
        measures: list[Lateness],
        dimension: Dimension | None,
        table: Mapping[str | None, Counter[date]],
    ) -> Iterator[Figure]:
        day = self._cases.day
        for measure in measures:
            for name, slices in self._cells(dimension, measure.dimensions):
                value = statistic_of(measure.statistic, table.get(name, Counter()), day)
                yield self._maker.figure(measure, value, slices, unknown="none overdue")

    def longest_since(self) -> Iterator[Figure]:
        """The longest time since a date in the past."""
        for measure in of_kind(LongestSince):
            tables = by_dimension(partial(earliest, self._cases, measure), min)
            for dimension, table in tables:
                for name, slices in self._cells(dimension, measure.dimensions):
                    first = table.get(name)
                    days = (self._cases.day - first).days if first else None
                    yield self._maker.figure(measure, days, slices, unknown=measure.none)

    def _cells(
        self, dimension: Dimension | None, mine: tuple[str, ...]
    ) -> Iterator[tuple[str | None, Slices]]:
        """Each slice of a dimension that a measure has; the whole, for no dimension."""
        if dimension is None:
            yield None, WHOLE
        elif dimension.name in mine:
            for name in self._slices[dimension]:
                yield name, (Slice(dimension.name, name),)
