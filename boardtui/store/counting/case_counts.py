"""Figures that count cases or say how late they are: whole, and by every dimension."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from itertools import groupby
from operator import attrgetter

from boardtui.core.criterion.dimension import AGE_BAND, WHOLE, Dimension, Slice, Slices
from boardtui.core.figure.figure import Figure
from boardtui.core.measures import of_kind
from boardtui.core.measures.lateness import Overdue
from boardtui.core.measures.measure import CaseCount, Lateness, LongestSince
from boardtui.store.counting.making import Maker
from boardtui.store.counting.tabulate import Tabulation, Tally, by_dimension


class CaseFigures:
    """The figures of a snapshot's cases. `counts` comes first: it learns which slices there are."""

    def __init__(self, cases: Tabulation, maker: Maker) -> None:
        self._cases = cases
        self._maker = maker
        self._slices: dict[Dimension | None, list[str | None]] = {}

    def counts(self) -> Iterator[Figure]:
        """Every count of cases, and the longest times since a date in the past."""
        counted, dated = of_kind(CaseCount), of_kind(LongestSince)
        nothing = Tally((0,) * len(counted), (None,) * len(dated))
        tables = by_dimension(partial(self._cases.tallies, counted, dated), Tally.plus)
        for dimension, table in tables:
            known = set(table) | set(dimension.slices) if dimension else {None}
            self._slices[dimension] = dimension.order(known) if dimension else [None]
            for number, measure in enumerate(counted):
                for name, slices in self._cells(dimension, measure.dimensions):
                    count = table.get(name, nothing).counts[number]
                    yield self._maker.figure(measure, count, slices)
            for number, since in enumerate(dated):
                for name, slices in self._cells(dimension, since.dimensions):
                    first = table.get(name, nothing).earliest[number]
                    days = (self._cases.day - first).days if first else None
                    yield self._maker.figure(since, days, slices, unknown=since.none)

    def age_bands(self) -> Iterator[Figure]:
        """The counts of the overdue by days overdue."""
        bands = [band.label for band in self._maker.definition.bands]
        aged = sorted((m for m in of_kind(CaseCount) if m.due), key=attrgetter("due"))
        for due, group in groupby(aged, key=attrgetter("due")):
            measures = list(group)
            table = self._cases.tallies(measures, [], [AGE_BAND], due)
            for number, measure in enumerate(measures):
                for band in bands:
                    count = table[(band,)].counts[number] if (band,) in table else 0
                    yield self._maker.figure(measure, count, (Slice(AGE_BAND.name, band),))

    def lateness(self) -> Iterator[Figure]:
        """Oldest, median and 90th percentile of the days overdue."""
        for due, group in groupby(of_kind(Lateness), key=attrgetter("due")):
            measures = list(group)
            tables = by_dimension(partial(self._cases.dues, measures[0].criterion, due), _both)
            for dimension, table in tables:
                yield from self._late(measures, dimension, table)

    def _late(
        self,
        measures: list[Lateness],
        dimension: Dimension | None,
        table: Mapping[str | None, Counter[date]],
    ) -> Iterator[Figure]:
        for name, slices in self._cells(dimension, measures[0].dimensions):
            overdue = Overdue(table.get(name, {}), self._cases.day)
            for measure in measures:
                value = overdue.statistic(measure.statistic)
                yield self._maker.figure(measure, value, slices, unknown="none overdue")

    def _cells(
        self, dimension: Dimension | None, mine: tuple[str, ...]
    ) -> Iterator[tuple[str | None, Slices]]:
        """Each slice of a dimension that a measure has; the whole, for no dimension."""
        if dimension is None:
            yield None, WHOLE
        elif dimension.name in mine:
            for name in self._slices[dimension]:
                yield name, (Slice(dimension.name, name),)


def _both(one: Counter[date], other: Counter[date]) -> Counter[date]:
    """The sum of both, as `+` gives it, in less time: each day of the smaller is looked at once."""
    smaller, larger = sorted((one, other), key=len)
    total = larger.copy()
    for day, count in smaller.items():
        total[day] += count
    return total
