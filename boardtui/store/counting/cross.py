"""Figures by several dimensions at once, worked out when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product

from boardtui.core.criterion.criterion import both
from boardtui.core.criterion.definition import Definition
from boardtui.core.criterion.dimension import AGE_BAND, DIMENSIONS, WHOLE, Dimension, Slice, Slices
from boardtui.core.figure.figure import Figure
from boardtui.core.measures import MEASURES
from boardtui.core.measures.lateness import Overdue
from boardtui.core.measures.measure import CaseCount, Lateness, LongestSince, Measure
from boardtui.core.measures.people import registered
from boardtui.core.measures.slicing import criterion_of
from boardtui.store.connection.database import Database
from boardtui.store.counting.counted_cases import CountedCases
from boardtui.store.counting.making import Maker
from boardtui.store.counting.tabulate import Key, Tabulation
from boardtui.store.held.crosses import published_cross
from boardtui.store.held.figures import Stored
from boardtui.store.held.snapshots import SnapshotKey


def cross_figures(
    database: Database,
    snapshot: SnapshotKey,
    measures: Sequence[str],
    by: Sequence[str],
    definition: Definition,
) -> Iterator[Figure]:
    """Each measure that has all the dimensions, in every cell of their cross, zeros too."""
    from boardtui.store.counting.column_reading import read_columns

    cases = read_columns(database, snapshot.id, snapshot.as_at, definition)
    maker = Maker(snapshot, definition)
    known = {
        d: slices_of(database, snapshot, d, definition) for d in (DIMENSIONS[name] for name in by)
    }
    for measure in (MEASURES[name] for name in measures):
        if set(by) <= set(measure.dimensions):
            yield from (
                _figures(cases, maker, measure, known, WHOLE)
                if snapshot.given.records
                else published_cross(database, maker, measure, known, WHOLE)
            )


def narrowed_figures(
    database: Database,
    snapshot: SnapshotKey,
    measures: Sequence[str],
    within: Slices,
    by: Sequence[str],
    definition: Definition,
) -> Iterator[Figure]:
    """Each measure by dimensions (in all, for none), among the cases that are in all the slices.

    The age band of a measure that has none of its own (a base) is not known, and left out.
    """
    maker = Maker(snapshot, definition)
    known = {
        d: slices_of(database, snapshot, d, definition) for d in (DIMENSIONS[name] for name in by)
    }
    for name in measures:
        measure = MEASURES[name]
        if not {*by, *(s.dimension for s in within)} <= set(measure.dimensions):
            continue
        due = None if isinstance(measure, LongestSince) else getattr(measure, "due", None)
        where = both(*(criterion_of(one, due, definition) for one in within))
        cases = CountedCases(database, snapshot.id, snapshot.as_at, definition, where)
        yield from (
            _figures(cases, maker, measure, known, within)
            if snapshot.given.records
            else published_cross(database, maker, measure, known, within)
        )


def _figures(
    cases: Tabulation,
    maker: Maker,
    measure: Measure,
    known: Mapping[Dimension, Sequence[str | None]],
    within: Slices,
) -> Iterator[Figure]:
    """One measure in every cell of the dimensions whose slices are known."""
    value_of = _values(cases, measure, list(known))
    unknown = "none overdue" if isinstance(measure, Lateness) else None
    unknown = measure.none if isinstance(measure, LongestSince) else unknown
    for key in product(*known.values()):
        cell = tuple(Slice(d.name, value) for d, value in zip(known, key, strict=True))
        yield maker.figure(measure, value_of(key), (*within, *cell), unknown=unknown)


def slices_of(
    database: Database, snapshot: SnapshotKey, dimension: Dimension, definition: Definition
) -> list[str | None]:
    """Every slice of a dimension that a snapshot has, in the dimension's order."""
    if dimension is AGE_BAND:
        return [band.label for band in definition.bands]
    stored = Stored(database, snapshot).by(dimension.name, [registered.name])
    return dimension.order({*dimension.slices, *(figure.slices[0].value for figure in stored)})


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
