"""What a reader knows of a snapshot's counts before the new file is written.

That is what was said of them in public, what an earlier edition shows of them, and what figures of
the whole force say of single slices: nobody's caseload is above the largest.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from boardtui.core.criterion.dimension import AGE_BAND, DIMENSIONS, OFFICER, UNIT
from boardtui.core.figure.figure import Figure
from boardtui.core.figure.possible_base import people_of
from boardtui.core.measures import MEASURES, of_kind
from boardtui.core.measures.caseloads import caseload_max
from boardtui.core.measures.measure import CaseCount, Lateness, PublishedOnly, Statistic
from boardtui.core.measures.units import PEOPLE, PER_CENT
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

    def take(self, figures: Iterable[Figure], *, hidden_is_some: bool = False) -> None:
        """Take what figures say of counts; where nobody was shown, what was hidden is somebody."""
        for figure in figures:
            cell = self.cells.of_figure(figure)
            interval = figure.interval
            if cell is None:
                continue
            if figure.suppressed and hidden_is_some and self._true[cell] > 0:
                self._low[cell] = max(self._low[cell], 1)
            if interval is None:
                continue
            low = int(np.ceil(interval.low))
            high = MANY if interval.high >= MANY else int(np.floor(interval.high))
            if low <= self._true[cell] <= high:
                self._low[cell] = max(self._low[cell], low)
                self._high[cell] = min(self._high[cell], high)
            else:
                self.contradicted += 1

    def take_wholes(self, wholes: Sequence[Figure], snapshot: SnapshotKey) -> None:
        """Take what figures of the whole force say of single slices.

        Whoever has the largest caseload is taken to be known. Hidden, he would be one of the few
        who are not shown to have less; and of two who are hidden together, the one who cannot have
        so many gives away the other.
        """
        shown = {f.measure: f.value for f in wholes if f.value is not None}
        most = int(shown.get(caseload_max.name, MANY))
        for cell in self._caseloads():
            self._at_most(cell, most)
            if self._true[cell] == most:
                self._low[cell] = max(self._low[cell], most)
        for measure in of_kind(Lateness):
            oldest = shown.get(measure.name)
            if measure.statistic is Statistic.OLDEST_DAYS and oldest is not None:
                above = {band.label for band in snapshot.definition.bands if band.low > oldest}
                for cell in self._overdue(measure.due, above):
                    self._at_most(cell, 0)

    def _caseloads(self) -> Iterator[int]:
        """The cells of single officers' caseloads."""
        for (measure, by, slices), cell in self.cells.places.items():
            mine = by == (OFFICER.name,) and measure == self.cells.same["caseload"]
            if mine and slices[0] is not None:
                yield cell

    def _overdue(self, due: str, bands: Collection[str]) -> Iterator[int]:
        """The cells of who is overdue by a date for as long as some bands say."""
        for (measure, by, slices), cell in self.cells.places.items():
            declared = MEASURES[measure]
            if by == (AGE_BAND.name,) and slices[0] in bands:
                assert isinstance(declared, CaseCount)
                if declared.due == due:
                    yield cell

    def _at_most(self, cell: int, most: int) -> None:
        if self._true[cell] <= most:
            self._high[cell] = min(self._high[cell], most)


def said_in_public(database: Database, snapshot: SnapshotKey) -> list[Figure]:
    """What was said in public of a snapshot's own day."""
    return published_figures(database, snapshot.force, snapshot.as_at, snapshot.as_at)


def said_in_per_cent(said: Iterable[Figure], wholes: Iterable[Figure]) -> Iterator[Figure]:
    """What was said in per cent of a day, as the people that it can only be: 0.9% of 217 are two.

    Where the words leave open what it is a per cent of, it is taken to be of each.
    """
    bases = {figure.measure: figure for figure in wholes}
    for figure in said:
        measure = MEASURES[figure.measure]
        if not isinstance(measure, PublishedOnly) or figure.unit != PER_CENT:
            continue
        for name in measure.possible_bases:
            people = people_of(figure, bases[name]) if name in bases else None
            if people is not None:
                ends = {"low": people.low, "high": people.high}
                yield replace(figure, measure=name, unit=PEOPLE, value=people.low, **ends)


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
