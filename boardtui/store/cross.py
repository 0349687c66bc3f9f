"""Figures by several dimensions at once, worked out when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import product

from boardtui.core.definition import Definition
from boardtui.core.dimension import AGE_BAND, DIMENSIONS, Dimension, Slice
from boardtui.core.figure import Figure
from boardtui.core.lateness import Overdue
from boardtui.core.measure import CaseCount, Lateness, LongestSince, Measure
from boardtui.core.measures import MEASURES
from boardtui.core.measures.people import registered
from boardtui.store.database import Database
from boardtui.store.making import Maker
from boardtui.store.snapshots import SnapshotKey
from boardtui.store.tabulate import Key, Tabulation


def cross_figures(
    database: Database,
    snapshot: SnapshotKey,
    measures: Sequence[str],
    by: Sequence[str],
    definition: Definition,
) -> Iterator[Figure]:
    """Each measure that has all the dimensions, in every cell of their cross, zeros too."""
    from boardtui.store.column_reading import read_columns

    cases = read_columns(database, snapshot.id, snapshot.as_at, definition)
    maker = Maker(snapshot, definition)
    dimensions = [DIMENSIONS[name] for name in by]
    keys = list(product(*(_slices(cases, definition, dimension) for dimension in dimensions)))
    for measure in (MEASURES[name] for name in measures):
        if set(by) <= set(measure.dimensions):
            value_of = _values(cases, measure, dimensions)
            unknown = "none overdue" if isinstance(measure, Lateness) else None
            unknown = measure.none if isinstance(measure, LongestSince) else unknown
            for key in keys:
                slices = tuple(Slice(name, value) for name, value in zip(by, key, strict=True))
                yield maker.figure(measure, value_of(key), slices, unknown=unknown)


def _slices(cases: Tabulation, definition: Definition, dimension: Dimension) -> list[str | None]:
    if dimension is AGE_BAND:
        return [band.label for band in definition.bands]
    found = {name for (name,) in cases.tallies([registered], [], [dimension])}
    return dimension.order(found | set(dimension.slices))


def _values(
    cases: Tabulation, measure: Measure, dimensions: Sequence[Dimension]
) -> Callable[[Key], float | None]:
    """What gives the measure's value in a cell."""
    match measure:
        case CaseCount():
            counted = cases.tallies([measure], [], dimensions, measure.due)
            return lambda key: counted[key].counts[0] if key in counted else 0
        case Lateness():
            dues = cases.dues(measure.criterion, measure.due, dimensions)
            return lambda key: Overdue(dues.get(key, {}), cases.day).statistic(measure.statistic)
        case LongestSince():
            firsts = cases.tallies([], [measure], dimensions)

            def longest(key: Key) -> float | None:
                first = firsts[key].earliest[0] if key in firsts else None
                return (cases.day - first).days if first else None

            return longest
        case _:
            raise TypeError(f"{measure.name} is not worked out by dimensions")
