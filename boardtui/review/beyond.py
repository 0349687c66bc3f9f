"""What a board shows from beyond its own day and force: other years, and a force to set beside."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from boardtui.core.figure import Figure
from boardtui.review.selection import Selection
from boardtui.store.database import Database
from boardtui.store.figures import published_figures
from boardtui.store.snapshots import forces

COMPARATOR = "England and Wales"
"""The force by whose name figures of the whole of England and Wales are kept."""


@dataclass(slots=True)
class Beyond:
    """Published figures of other days of the force, and of the comparator; read once each."""

    database: Database
    selection: Selection
    _history: list[Figure] | None = None
    _comparator: dict[date, list[Figure]] = field(default_factory=dict)

    def years(self, measure: str) -> dict[int, list[Figure]]:
        """What was published of a measure's whole, up to the day, by year; every year between.

        A year of which nothing was published has an empty list: missing, and no zero.
        """
        if self._history is None:
            day, force = self.selection.day, self.selection.force
            self._history = published_figures(self.database, force, date.min, day)
        mine = [one for one in self._history if one.measure == measure and not one.slices]
        if not mine:
            return {}
        known = {one.as_at.year for one in mine}
        return {
            year: [one for one in mine if one.as_at.year == year]
            for year in range(min(known), max(known) + 1)
        }

    def comparator(self, figure: Figure) -> list[Figure]:
        """What was published of England and Wales for the same measure, slice and day."""
        if figure.as_at not in self._comparator:
            self._comparator[figure.as_at] = self._of_comparator(figure.as_at)
        return [
            other
            for other in self._comparator[figure.as_at]
            if (other.measure, other.slices) == (figure.measure, figure.slices)
        ]

    def _of_comparator(self, day: date) -> list[Figure]:
        if self.selection.force.name == COMPARATOR:
            return []
        found = (force for force in forces(self.database) if force.name == COMPARATOR)
        force = next(found, None)
        return published_figures(self.database, force, day, day) if force else []
