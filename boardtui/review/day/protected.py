"""The counted figures of a day as an audience may see them: the one place where they are hidden.

A side of a review asks this for figures in the place of what is stored, so that every screen, copy,
file and command is given the same hidden ones, and needs only know their mark.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import field

from boardtui.core.audience.figures import by_dimension, hidden, wholes
from boardtui.core.audience.rules import SHOW_ALL, Rules
from boardtui.core.criterion.dimension import Slices
from boardtui.core.figure.figure import Figure, largest_first
from boardtui.core.measures import MEASURES
from boardtui.core.measures.measure import CaseCount
from boardtui.review.day.shelf import Computed, Shelf, dimension_of, value_of


class Protected(Computed):
    """A snapshot's computed figures, with what an audience may not see of them hidden.

    The figures of a dimension are hidden together, whatever is asked for: what is shown of one
    measure bears on another.
    """

    rules: Rules = SHOW_ALL
    _shown: dict[str | None, Shelf] = field(default_factory=dict)

    def restate(self) -> None:
        super().restate()
        self._shown.clear()

    def adopt(self, other: Computed) -> None:
        super().adopt(other)
        self._shown.clear()

    def by(self, dimension: str | None, measure: str) -> Shelf:
        if dimension not in self._shown:
            found = self._all_of(dimension)
            shown = (
                wholes(found, self.rules)
                if dimension is None
                else by_dimension(dimension, found, self.rules)
            )
            self._shown[dimension] = Shelf(shown)
        return self._shown[dimension]

    def _all_of(self, dimension: str | None) -> list[Figure]:
        """The figures by a dimension as they were counted, of all measures."""
        if self.restated:
            return super().by(dimension, "").every_figure()
        return list(self._stored.by(dimension))

    def of(self, measure: str, slices: Slices) -> list[Figure]:
        if len(slices) > 1:
            return []
        dimension = slices[0].dimension if slices else None
        return self.by(dimension, measure).get(measure, value_of(slices))

    def fetch_together(self, dimension: str, values: Iterable[str | None]) -> None:
        """Nothing: all slices are fetched at once."""

    def largest(self, dimension: str, measure: str, most: int) -> tuple[list[Figure], int]:
        """As for the force, but none where some are hidden: the largest may be among those."""
        found = [
            figure
            for figure in self.by(dimension, measure).figures(measure)
            if figure.slices[0].value is not None
        ]
        if any(figure.suppressed for figure in found):
            return [], 0
        found = [figure for figure in found if figure.value]
        found.sort(key=lambda figure: (largest_first(figure), figure.slices))
        return found[:most], len(found)

    @property
    def before(self) -> Computed:
        if self._before is None:
            own = self.snapshot.definition
            self._before = Protected(self.database, self.snapshot, own, rules=self.rules)
        return self._before

    def as_stored(self, figure: Figure) -> Figure | None:
        """Of the whole alone: two definitions of a slice may differ by a few people."""
        return None if dimension_of(figure) else super().as_stored(figure)

    def nobody(self, figure: Figure) -> Figure:
        """A figure of slices that have nobody in them, where that may be seen."""
        counts = isinstance(MEASURES[figure.measure], CaseCount)
        dimension = dimension_of(figure)
        if figure.value is None or not counts or dimension is None:
            return figure
        mine = self.by(dimension, figure.measure).figures(figure.measure)
        closed = self.rules.closes_dimension(dimension) is not None
        told = any(one.value is not None for one in mine) and self.rules.zeros
        return figure if told and not closed else hidden(figure)
