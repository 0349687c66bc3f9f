"""Counting cases in the database: measures by dimensions, over any selection of cases.

One engine serves the figures that are stored at ingest, the crosses and stacked slices that are
worked out when asked for, and figures restated under another definition.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from operator import itemgetter
from typing import TypeVar

from boardtui.core.criterion import EVERY, Criterion, both
from boardtui.core.definition import Definition
from boardtui.core.dimension import (
    AGE_BAND,
    MAPPA_CATEGORY,
    MAPPA_LEVEL,
    OFFICER,
    RISK_LEVEL,
    STATUS,
    UNIT,
    Dimension,
)
from boardtui.core.measure import CaseCount, LongestSince
from boardtui.store.criteria import Parameters, condition
from boardtui.store.database import Database, Record, as_date

Key = tuple[str | None, ...]
"""The slices of one cell, in the order of the dimensions asked for."""


@dataclass(frozen=True, slots=True)
class Cases:
    """The cases to count: those of a snapshot, on its day, that meet a criterion."""

    database: Database
    snapshot: int
    day: date
    definition: Definition
    where: Criterion = EVERY

    def narrowed(self, criterion: Criterion) -> Cases:
        return Cases(
            self.database, self.snapshot, self.day, self.definition, both(self.where, criterion)
        )


def counts(
    cases: Cases,
    measures: Sequence[CaseCount],
    dimensions: Sequence[Dimension],
    due: str | None = None,
) -> dict[Key, tuple[int, ...]]:
    """Each measure's count in each cell of the dimensions.

    `due` is the due date that an age band is read from. Cells without a case are absent.
    """
    query = _Query(cases)
    sums = [f"SUM(CASE WHEN {query.sql(m.criterion)} THEN 1 ELSE 0 END)" for m in measures]
    grouped = query.grouped(dimensions, sums, due)
    return {key: tuple(value or 0 for value in values) for key, values in grouped}


def earliest(
    cases: Cases, measure: LongestSince, dimensions: Sequence[Dimension]
) -> dict[Key, date]:
    """The earliest date of the measure's column in each cell that has one."""
    narrowed = cases.narrowed(measure.criterion)
    found = _Query(narrowed).grouped(dimensions, [f"MIN({measure.column})"], None)
    return {key: day for key, (value,) in found if (day := as_date(value))}


def dues(cases: Cases, column: str, dimensions: Sequence[Dimension]) -> dict[Key, Counter[date]]:
    """How many cases were due on each day, in each cell."""
    query = _Query(cases)
    groups = [*(query.group(d, None) for d in dimensions), column]
    cells: dict[Key, Counter[date]] = defaultdict(Counter)
    for *key, due, count in query.run(groups, ["COUNT(*)"]):
        day = as_date(due)
        if day is not None:
            cells[tuple(key)][day] += count
    return cells


class _Query:
    """One query on cases as it is put together."""

    def __init__(self, cases: Cases) -> None:
        self._cases = cases
        self._parameters = Parameters()

    def sql(self, criterion: Criterion) -> str:
        return condition(criterion, self._cases.day, self._cases.definition, self._parameters)

    def group(self, dimension: Dimension, due: str | None) -> str:
        """The SQL of a dimension's slice."""
        if dimension is not AGE_BAND:
            assert dimension.column is not None
            return dimension.column
        assert due is not None
        whens = []
        for band in reversed(self._cases.definition.bands):
            limit = self._cases.day - timedelta(days=band.low - 1)
            name = self._parameters.name(limit)
            whens.append(f"WHEN {due} < {name} THEN {self._parameters.name(band.label)}")
        return f"CASE {' '.join(whens)} END"

    def grouped(
        self, dimensions: Sequence[Dimension], values: Sequence[str], due: str | None
    ) -> Iterable[tuple[Key, Record]]:
        groups = [self.group(dimension, due) for dimension in dimensions]
        for row in self.run(groups, values):
            yield tuple(row[: len(groups)]), row[len(groups) :]

    def run(self, groups: Sequence[str], values: Sequence[str]) -> Iterable[Record]:
        where = self.sql(self._cases.where)
        snapshot = self._parameters.name(self._cases.snapshot)
        names = ", ".join(str(number) for number in range(1, len(groups) + 1))
        return self._cases.database.stream(
            f"SELECT {', '.join((*groups, *values))} FROM cases "
            f"WHERE snapshot_id = {snapshot} AND {where}" + (f" GROUP BY {names}" if names else ""),
            self._parameters,
        )


GROUPINGS = ((RISK_LEVEL, STATUS, MAPPA_LEVEL, MAPPA_CATEGORY), (UNIT,), (OFFICER,))
"""The dimensions of cases, as few passes over the table: the closed ones cross into few cells."""

T = TypeVar("T")


def by_dimension(
    cells_of: Callable[[Sequence[Dimension]], Mapping[Key, T]], add: Callable[[T, T], T]
) -> Iterator[tuple[Dimension | None, dict[str | None, T]]]:
    """What `cells_of` gives, for the whole (dimension None) and by each single dimension.

    `add` puts two cells' values together.
    """
    for grouping in GROUPINGS:
        cells = cells_of(grouping)
        if grouping is GROUPINGS[0]:
            yield None, _rolled_up(cells, lambda key: None, add)
        for place, dimension in enumerate(grouping):
            yield dimension, _rolled_up(cells, itemgetter(place), add)


def _rolled_up(
    cells: Mapping[Key, T], slice_of: Callable[[Key], str | None], add: Callable[[T, T], T]
) -> dict[str | None, T]:
    totals: dict[str | None, T] = {}
    for key, value in cells.items():
        name = slice_of(key)
        totals[name] = add(totals[name], value) if name in totals else value
    return totals
