"""Figures that count cases or say how late they are: whole, and by every dimension."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import groupby
from operator import attrgetter

from boardtui.core.criterion.dimension import AGE_BAND, Dimension
from boardtui.core.measures import of_kind
from boardtui.core.measures.lateness import Overdue
from boardtui.core.measures.measure import CaseCount, Lateness, LongestSince
from boardtui.store.counting.making import Maker, Sliced
from boardtui.store.counting.tabulate import Tabulation, Tally, by_dimension


class CaseFigures:
    """The figures of a snapshot's cases. `counts` comes first: it learns which slices there are."""

    def __init__(self, cases: Tabulation, maker: Maker) -> None:
        self._cases = cases
        self._maker = maker
        self._slices: dict[Dimension | None, list[str | None]] = {}

    def counts(self) -> Iterator[Sliced]:
        """Every count of cases, and the longest times since a date in the past."""
        counted, dated = of_kind(CaseCount), of_kind(LongestSince)
        nothing = Tally((0,) * len(counted), (None,) * len(dated))
        tables = by_dimension(partial(self._cases.tallies, counted, dated), Tally.plus)
        for dimension, table in tables:
            known = set(table) | set(dimension.slices) if dimension else {None}
            slices = self._slices[dimension] = dimension.order(known) if dimension else [None]
            name = dimension.name if dimension else None
            tallies = [table.get(each, nothing) for each in slices]
            for number, measure in enumerate(counted):
                if _has(measure.dimensions, dimension):
                    counts = [tally.counts[number] for tally in tallies]
                    yield Sliced(measure, name, slices, counts)
            for number, since in enumerate(dated):
                if _has(since.dimensions, dimension):
                    firsts = (tally.earliest[number] for tally in tallies)
                    days = [(self._cases.day - first).days if first else None for first in firsts]
                    yield Sliced(since, name, slices, days, since.none)

    def age_bands(self) -> Iterator[Sliced]:
        """The counts of the overdue by days overdue."""
        bands = [band.label for band in self._maker.definition.bands]
        aged = sorted((m for m in of_kind(CaseCount) if m.due), key=attrgetter("due"))
        for due, group in groupby(aged, key=attrgetter("due")):
            measures = list(group)
            table = self._cases.tallies(measures, [], [AGE_BAND], due)
            for number, measure in enumerate(measures):
                counts = [table[(b,)].counts[number] if (b,) in table else 0 for b in bands]
                yield Sliced(measure, AGE_BAND.name, bands, counts)

    def lateness(self) -> Iterator[Sliced]:
        """Oldest, median and 90th percentile of the days overdue."""
        for due, group in groupby(of_kind(Lateness), key=attrgetter("due")):
            measures = list(group)
            tables = by_dimension(partial(self._cases.dues, measures[0].criterion, due), _both)
            for dimension, table in tables:
                if _has(measures[0].dimensions, dimension):
                    yield from self._late(measures, dimension, table)

    def _late(
        self,
        measures: Sequence[Lateness],
        dimension: Dimension | None,
        table: Mapping[str | None, Counter[date]],
    ) -> Iterator[Sliced]:
        slices = self._slices[dimension]
        overdue = [Overdue(table.get(name, {}), self._cases.day) for name in slices]
        for measure in measures:
            values = [each.statistic(measure.statistic) for each in overdue]
            name = dimension.name if dimension else None
            yield Sliced(measure, name, slices, values, "none overdue")


def _has(dimensions: Sequence[str], dimension: Dimension | None) -> bool:
    """Whether a measure is told apart by a dimension; each is told of the whole."""
    return dimension is None or dimension.name in dimensions


def _both(one: Counter[date], other: Counter[date]) -> Counter[date]:
    """The sum of both, as `+` gives it, in less time: each day of the smaller is looked at once."""
    smaller, larger = sorted((one, other), key=len)
    total = larger.copy()
    for day, count in smaller.items():
        total[day] += count
    return total
