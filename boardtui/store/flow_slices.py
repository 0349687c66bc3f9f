"""The flow of a backlog between two snapshots, by the slices of a dimension."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from boardtui.core.definition import Definition
from boardtui.core.dimension import Dimension
from boardtui.core.flow import CAME, Part, listed
from boardtui.core.flow_slices import CLOSING, Counts, FlowBySlice
from boardtui.core.measure import Backlog
from boardtui.store.database import Database
from boardtui.store.pair_counts import Alike, Progress, counted
from boardtui.store.snapshots import SnapshotKey


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
    alike = counted(database, then, now, backlogs, definition, dimensions, progress)
    days = then.as_at, now.as_at
    return {
        (backlog.name, dimension.name): _of_backlog(alike, backlog, dimension, days)
        for backlog in backlogs
        for dimension in dimensions
    }


def _of_backlog(
    counts: Sequence[Alike], backlog: Backlog, dimension: Dimension, days: tuple[date, date]
) -> FlowBySlice:
    opening: dict[str | None, Counter[Part]] = defaultdict(Counter)
    closing: dict[str | None, Counter[Part]] = defaultdict(Counter)
    for alike in counts:
        part = alike.told[backlog.name].part
        if part is None:
            continue
        for (was, is_now), people in alike.moves[dimension.name].items():
            if part not in CAME:
                opening[was][part] += people
            if part in CLOSING:
                closing[is_now][part] += people
    known = dimension.order({*dimension.slices, *opening, *closing})
    return FlowBySlice(
        backlog=backlog.name,
        dimension=dimension.name,
        start=days[0],
        end=days[1],
        opening=_whole(opening, known, [p for p in listed(backlog) if p not in CAME]),
        closing=_whole(closing, known, [p for p in listed(backlog) if p in CLOSING]),
    )


def _whole(
    counts: Mapping[str | None, Counter[Part]], known: Iterable[str | None], parts: list[Part]
) -> Counts:
    """Every slice that there is on either side, with every part, zeros too."""
    return {
        name: {part: counts[name][part] if name in counts else 0 for part in parts}
        for name in known
    }
