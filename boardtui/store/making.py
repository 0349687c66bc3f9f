"""Making figures of one snapshot: what all of them have in common is said once."""

from __future__ import annotations

from datetime import date

from boardtui.core.definition import Definition
from boardtui.core.dimension import WHOLE, Slices
from boardtui.core.figure import Figure, Origin
from boardtui.core.interval import whole
from boardtui.core.measure import Measure, stated
from boardtui.store.snapshots import SnapshotKey


class Maker:
    """Makes the figures of a snapshot that are computed under a definition."""

    def __init__(self, snapshot: SnapshotKey, definition: Definition) -> None:
        self.snapshot = snapshot
        self.definition = definition
        self._stated: dict[tuple[str, tuple[str, ...]], str] = {}

    def figure(
        self,
        measure: Measure,
        value: float | None,
        slices: Slices = WHOLE,
        *,
        unknown: str | None = None,
        period: tuple[date, date] | None = None,
        partial: str | None = None,
    ) -> Figure:
        """A figure; `unknown` says why where the value is None; `period` is first and last day."""
        number = None if value is None else whole(value)
        by = tuple(s.dimension for s in slices)
        words = self._stated.get((measure.name, by))
        if words is None:
            words = self._stated[measure.name, by] = stated(measure, self.definition, by)
        return Figure(
            measure=measure.name,
            value=number,
            low=number,
            high=number,
            unit=measure.unit,
            as_at=period[1] if period else self.snapshot.as_at,
            origin=Origin.RECORDS,
            slices=slices,
            unknown=unknown if value is None else None,
            period_start=period[0] if period else None,
            partial=partial,
            definition=words,
            synthetic=self.snapshot.force.synthetic,
        )
