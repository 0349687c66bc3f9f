"""What a board shows from beyond its own day and force: other years, and a force to set beside."""

from __future__ import annotations

from datetime import date

from msgspec import Struct, field

from boardtui.core.figure.figure import Figure
from boardtui.core.inspection.inspection import Inspection
from boardtui.core.measures import MEASURES
from boardtui.core.measures.published import COMPARATOR
from boardtui.core.words.forces import same_force
from boardtui.review.day.catalogue import Baseline, Catalogue
from boardtui.review.day.selection import Selection
from boardtui.store.connection.database import Database
from boardtui.store.held.figures import published_figures
from boardtui.store.held.inspections import inspections
from boardtui.store.held.snapshots import Said, forces, said_by_day


class Comparable(Struct, frozen=True):
    """A day that the one looked at can be compared with, and what was given of both.

    `records` is whether both have records; `measures` are those of which figures were published
    then that are there now.
    """

    baseline: Baseline
    records: bool
    measures: tuple[str, ...]


class Beyond(Struct):
    """What stands beside the day of a force, read once each.

    That is: its inspections, published figures of its other days, and those of the comparator.
    """

    database: Database
    selection: Selection
    _history: list[Figure] | None = None
    _comparator: dict[date, list[Figure]] = field(default_factory=dict)
    _inspections: list[Inspection] | None = None
    _said_of: dict[date, list[Figure]] = field(default_factory=dict)
    _comparable: list[Comparable] | None = None

    def inspections(self) -> list[Inspection]:
        """Every inspection of the force, in the order in which they were taken in."""
        if self._inspections is None:
            self._inspections = inspections(self.database, self.selection.force)
        return self._inspections

    def said_of(self, day: date) -> list[Figure]:
        """What was published of the force as at a day, whichever that is."""
        if day not in self._said_of:
            self._said_of[day] = published_figures(self.database, self.selection.force, day, day)
        return self._said_of[day]

    def comparable(self) -> list[Comparable]:
        """All that the day can be compared with, the latest first, inspections before others."""
        if self._comparable is None:
            day, force = self.selection.day, self.selection.force
            said = said_by_day(self.database, force, day)
            self._comparable = [
                Comparable(
                    one,
                    self.selection.snapshot is not None and one.snapshot is not None,
                    self._in_common(said.get(one.as_at, frozenset()), said.get(day, frozenset())),
                )
                for one in Catalogue(self.database).baselines(force, day)
            ]
        return self._comparable

    def _in_common(self, then: Said, now: Said) -> tuple[str, ...]:
        """The measures that were published of both days; of counted ones, those of then."""
        counted = self.selection.snapshot is not None
        names = {measure for measure, *slices in then if counted or (measure, *slices) in now}
        return tuple(name for name in MEASURES if name in names)

    def years(self, measure: str) -> dict[int, list[Figure]]:
        """What was published of a measure's whole, up to the day, by year; every year between.

        A year of which nothing was published has an empty list: missing, and no zero.
        """
        mine = [one for one in self._said() if one.measure == measure and not one.slices]
        if not mine:
            return {}
        known = {one.as_at.year for one in mine}
        return {
            year: [one for one in mine if one.as_at.year == year]
            for year in range(min(known), max(known) + 1)
        }

    def earlier(self) -> list[Figure]:
        """What was published of the force's days before the day."""
        return [one for one in self._said() if one.as_at < self.selection.day]

    def _said(self) -> list[Figure]:
        """What was published of the force up to the day."""
        if self._history is None:
            day, force = self.selection.day, self.selection.force
            self._history = published_figures(self.database, force, date.min, day)
        return self._history

    def comparator(self, figure: Figure) -> list[Figure]:
        """What was published of England and Wales for the same measure, slice and day."""
        if figure.as_at not in self._comparator:
            self._comparator[figure.as_at] = self._of_comparator(figure.as_at)
        return [
            other
            for other in self._comparator[figure.as_at]
            if (other.measure, other.slices) == (figure.measure, figure.slices)
        ]

    def comparator_before(self, figure: Figure) -> Figure | None:
        """The latest that was published of England and Wales before a figure's day, if any."""
        found = (force for force in forces(self.database) if force.name == COMPARATOR)
        force = next(found, None)
        said = published_figures(self.database, force, date.min, figure.as_at) if force else []
        mine = [o for o in said if (o.measure, o.slices) == (figure.measure, figure.slices)]
        return max(mine, key=lambda other: other.as_at, default=None)

    def _of_comparator(self, day: date) -> list[Figure]:
        if same_force(self.selection.force.name, COMPARATOR):
            return []
        found = (one for one in forces(self.database) if same_force(one.name, COMPARATOR))
        force = next(found, None)
        return published_figures(self.database, force, day, day) if force else []
