"""The flow of a backlog between two snapshots, by the slices of a dimension."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from boardtui.core.criterion.definition import Definition
from boardtui.core.criterion.dimension import Dimension
from boardtui.core.flow.counts import OPENING, names_of
from boardtui.core.flow.parts import CAME, Part, listed
from boardtui.core.flow.slices import CLOSING, Counts, FlowBySlice
from boardtui.core.measures.given import NO_RECORDS
from boardtui.core.measures.measure import Backlog
from boardtui.store.connection.database import Database
from boardtui.store.flow.pair_counts import Alike, Progress, counted
from boardtui.store.flow.unknown import unknown_of_flow
from boardtui.store.held.names import slice_names
from boardtui.store.held.snapshots import SnapshotKey


def flow_by(
    database: Database,
    then: SnapshotKey,
    now: SnapshotKey,
    backlog: Backlog,
    definition: Definition,
    dimension: Dimension,
    progress: Progress = lambda done, total: None,
) -> FlowBySlice:
    """Work out a flow by the slices of a dimension that every case has a column for.

    Raises:
        ValueError: the dimension is not one of the cases' columns.
    """
    found = flows_by(database, then, now, (backlog,), definition, (dimension,), progress)
    return found[backlog.name, dimension.name]


def flows_by(
    database: Database,
    then: SnapshotKey,
    now: SnapshotKey,
    backlogs: Sequence[Backlog],
    definition: Definition,
    dimensions: Sequence[Dimension],
    progress: Progress = lambda done, total: None,
) -> dict[tuple[str, str], FlowBySlice]:
    """As `flow_by`, of several backlogs by several dimensions in one reading, by their names."""
    for dimension in dimensions:
        if dimension.column is None:
            raise ValueError(f"a flow cannot be told apart by {dimension.name}")
    records = then.given.records and now.given.records
    asked = (backlogs, definition, dimensions, progress)
    alike = counted(database, then, now, *asked) if records else []
    found = {}
    for dimension in dimensions:
        lacks = _lacks(then, dimension) or _lacks(now, dimension)
        lacks = lacks if records else NO_RECORDS
        there = [slices_there(database, snapshot, dimension) for snapshot in (then, now)]
        for backlog in backlogs:
            unknown = unknown_of_flow(database, then, now, backlog)
            if lacks:
                unknown = dict.fromkeys(names_of(backlog), lacks)
            told = _Told(backlog, dimension, alike, unknown)
            found[backlog.name, dimension.name] = told.by_slice(then.as_at, now.as_at, *there)
    return found


def _lacks(snapshot: SnapshotKey, dimension: Dimension) -> str | None:
    assert dimension.column is not None
    return snapshot.given.lacks("cases", (dimension.column,))


def slices_there(
    database: Database, snapshot: SnapshotKey, dimension: Dimension
) -> set[str | None]:
    """The slices that can hold anybody on a day: of a unit or officer, those of its records."""
    return {None, *dimension.slices, *slice_names(database, snapshot, dimension.name)}


class _Told:
    """One backlog's people by slice and part."""

    def __init__(
        self,
        backlog: Backlog,
        dimension: Dimension,
        counts: Sequence[Alike],
        unknown: Mapping[str, str],
    ) -> None:
        self._backlog, self._dimension, self._unknown = backlog, dimension, unknown
        self._opening: dict[str | None, Counter[Part]] = defaultdict(Counter)
        self._closing: dict[str | None, Counter[Part]] = defaultdict(Counter)
        for alike in counts:
            part = alike.told[backlog.name].part
            if part is None:
                continue
            for (was, is_now), people in alike.moves[dimension.name].items():
                if part not in CAME:
                    self._opening[was][part] += people
                if part in CLOSING:
                    self._closing[is_now][part] += people

    def by_slice(
        self, start: date, end: date, then: set[str | None], now: set[str | None]
    ) -> FlowBySlice:
        """Every slice that anybody was in on either side; `then` and `now` have no others."""
        then, now = then | set(self._opening), now | set(self._closing)
        whole = OPENING in self._unknown
        occurring = {*self._dimension.slices, *self._opening, *self._closing}
        known = [] if whole else self._dimension.order(occurring)
        mine = listed(self._backlog)
        return FlowBySlice(
            backlog=self._backlog.name,
            dimension=self._dimension.name,
            start=start,
            end=end,
            opening=self._parts(self._opening, known, then, [p for p in mine if p not in CAME]),
            closing=self._parts(self._closing, known, now, [p for p in mine if p in CLOSING]),
            overdue_then=_totals(self._opening, known, then),
            overdue_now=_totals(self._closing, known, now),
            unknown=self._unknown,
        )

    def _parts(
        self,
        counts: Mapping[str | None, Counter[Part]],
        known: Iterable[str | None],
        there: set[str | None],
        parts: Iterable[Part],
    ) -> Counts:
        """Every slice with every part, zeros too; None where the day has no such slice."""
        asked = list(parts)
        return {
            name: {
                part: counts.get(name, Counter())[part]
                if name in there and part not in self._unknown
                else None
                for part in asked
            }
            for name in known
        }


def _totals(
    counts: Mapping[str | None, Counter[Part]],
    known: Iterable[str | None],
    there: set[str | None],
) -> dict[str | None, int | None]:
    return {
        name: counts.get(name, Counter[Part]()).total() if name in there else None for name in known
    }
