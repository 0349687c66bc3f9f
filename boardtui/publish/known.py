"""What a reader knows of a snapshot's counts before the new file is written.

That is what was said of them in public, what an earlier edition shows of them, and what figures of
the whole force say of single slices: nobody's caseload is above the largest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from msgspec import Struct

from boardtui.core.criterion.dimension import AGE_BAND, DIMENSIONS, OFFICER, UNIT
from boardtui.core.figure.figure import Figure
from boardtui.core.measures import of_kind
from boardtui.core.measures.caseloads import caseload_max
from boardtui.core.measures.measure import CaseCount, Lateness, Statistic
from boardtui.publish.layout import Ints, Layout, Name
from boardtui.publish.pattern import MANY, Known
from boardtui.store.connection.database import Database
from boardtui.store.counting.cross import cross_figures
from boardtui.store.held.figures import Stored, published_figures
from boardtui.store.held.snapshots import SnapshotKey, snapshots


class Cells(Struct, frozen=True):
    """The cells of a layout by the names of figures."""

    places: dict[Name, int]
    same: dict[str, str]

    @staticmethod
    def of(layout: Layout) -> Cells:
        places = {name: cell for cell, names in enumerate(layout.names) for name in names}
        return Cells(places, dict(layout.kinds.same))

    def of_figure(self, figure: Figure) -> int | None:
        """The cell of a figure; None where it is no count that was laid out."""
        measure = self.same.get(figure.measure)
        if measure is None:
            return None
        slices = sorted(figure.slices, key=lambda one: one.dimension != UNIT.name)
        by = tuple(one.dimension for one in slices)
        return self.places.get((measure, by, tuple(one.value for one in slices)))


class Knowing:
    """Gathers what is known; what contradicts the records is no knowledge of them, and counted."""

    def __init__(self, layout: Layout, true: Ints) -> None:
        self.cells, self._true = Cells.of(layout), true
        self._low = np.zeros(len(true), dtype=np.int64)
        self._high = np.full(len(true), MANY, dtype=np.int64)
        self.contradicted = 0

    def known(self) -> Known:
        return Known(self._low, self._high)

    def take(self, figures: Iterable[Figure]) -> None:
        """Take what figures say of counts."""
        for figure in figures:
            cell = self.cells.of_figure(figure)
            interval = figure.interval
            if cell is None or interval is None:
                continue
            low = int(np.ceil(interval.low))
            high = MANY if interval.high >= MANY else int(np.floor(interval.high))
            if low <= self._true[cell] <= high:
                self._low[cell] = max(self._low[cell], low)
                self._high[cell] = min(self._high[cell], high)
            else:
                self.contradicted += 1

    def take_wholes(self, wholes: Sequence[Figure], snapshot: SnapshotKey) -> None:
        """Take what figures of the whole force say of single slices."""
        shown = {f.measure: f for f in wholes if f.value is not None}
        if most := shown.get(caseload_max.name):
            self._limit(OFFICER.name, None, int(most.high or MANY))
        for measure in of_kind(Lateness):
            oldest = shown.get(measure.name)
            if measure.statistic is Statistic.OLDEST_DAYS and oldest is not None:
                assert oldest.value is not None
                for band in snapshot.definition.bands:
                    if band.low > oldest.value:
                        self._limit(AGE_BAND.name, band.label, 0)

    def _limit(self, dimension: str, value: str | None, most: int) -> None:
        """Have every cell of a dimension, or of one of its slices, be so much at most.

        Of caseloads it is those who are managed that are meant.
        """
        for (measure, by, slices), cell in self.cells.places.items():
            named = slices[0] if by == (dimension,) else None
            if by != (dimension,) or (dimension == OFFICER.name and named is None):
                continue
            if dimension == OFFICER.name and measure != self.cells.same["caseload"]:
                continue
            if value in (None, named) and self._true[cell] <= most:
                self._high[cell] = min(self._high[cell], most)


def said_in_public(database: Database, snapshot: SnapshotKey) -> list[Figure]:
    """What was said in public of a snapshot's own day."""
    return published_figures(database, snapshot.force, snapshot.as_at, snapshot.as_at)


def in_edition(edition: Database, snapshot: SnapshotKey) -> Iterator[Figure]:
    """What an earlier edition shows of a snapshot: all of its counts, crosses too."""
    there = (
        each
        for each in snapshots(edition)
        if each.force.name == snapshot.force.name and each.as_at == snapshot.as_at
    )
    for found in there:
        for dimension in (None, *DIMENSIONS):
            yield from Stored(edition, found).by(dimension)
        crossed = {other for _, other, why in found.given.crosses if not why}
        counts = [measure.name for measure in of_kind(CaseCount)]
        for other in sorted(crossed):
            by = [UNIT.name, other]
            yield from cross_figures(edition, found, counts, by, found.definition)
