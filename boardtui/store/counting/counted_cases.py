"""Chosen cases of a snapshot, counted by the database: for crosses and drill-downs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from msgspec import Struct

from boardtui.core.criterion.criterion import EVERY, Criterion, both
from boardtui.core.criterion.definition import Definition
from boardtui.core.criterion.dimension import AGE_BAND, Dimension
from boardtui.core.measures.measure import CaseCount, LongestSince
from boardtui.store.connection.database import Database, Record, as_date
from boardtui.store.counting.criteria import Parameters, condition
from boardtui.store.counting.tabulate import Key, Tally


class CountedCases(Struct, frozen=True):
    """The cases of a snapshot, on its day, that meet a criterion."""

    database: Database
    snapshot: int
    day: date
    definition: Definition
    where: Criterion = EVERY

    def narrowed(self, criterion: Criterion) -> CountedCases:
        """Those of them that meet another criterion too."""
        where = both(self.where, criterion)
        return CountedCases(self.database, self.snapshot, self.day, self.definition, where)

    def tallies(
        self,
        counted: Sequence[CaseCount],
        dated: Sequence[LongestSince],
        dimensions: Sequence[Dimension],
        due: str | None = None,
    ) -> dict[Key, Tally]:
        """See `Tabulation.tallies`."""
        # Of one measure only its own cases are read, through an index; and no others have a cell.
        query = _Query(self.narrowed(counted[0].criterion) if self._one(counted, dated) else self)
        sums = [f"SUM(CASE WHEN {query.sql(m.criterion)} THEN 1 ELSE 0 END)" for m in counted]
        firsts = [f"MIN(CASE WHEN {query.sql(m.criterion)} THEN {m.column} END)" for m in dated]
        groups = [query.group(dimension, due) for dimension in dimensions]
        found = {}
        for row in query.run(groups, [*sums, *firsts]):
            key, values = row[: len(groups)], row[len(groups) :]
            found[tuple(key)] = Tally(
                tuple(value or 0 for value in values[: len(sums)]),
                tuple(as_date(value) for value in values[len(sums) :]),
            )
        return found

    @staticmethod
    def _one(counted: Sequence[CaseCount], dated: Sequence[LongestSince]) -> bool:
        return len(counted) == 1 and not dated

    def dues(
        self, criterion: Criterion, column: str, dimensions: Sequence[Dimension]
    ) -> dict[Key, Counter[date]]:
        """See `Tabulation.dues`."""
        query = _Query(self.narrowed(criterion))
        groups = [*(query.group(d, column) for d in dimensions), column]
        cells: dict[Key, Counter[date]] = defaultdict(Counter)
        for *key, due, count in query.run(groups, ["COUNT(*)"]):
            day = as_date(due)
            if day is not None:
                cells[tuple(key)][day] += count
        return cells


class _Query:
    """One query on cases as it is put together."""

    def __init__(self, cases: CountedCases) -> None:
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

    def run(self, groups: Sequence[str], values: Sequence[str]) -> Iterable[Record]:
        where = self.sql(self._cases.where)
        snapshot = self._parameters.name(self._cases.snapshot)
        names = ", ".join(str(number) for number in range(1, len(groups) + 1))
        return self._cases.database.stream(
            f"SELECT {', '.join((*groups, *values))} FROM cases "
            f"WHERE snapshot_id = {snapshot} AND {where}" + (f" GROUP BY {names}" if names else ""),
            self._parameters,
        )
