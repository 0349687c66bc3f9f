"""One side of a comparison: the figures of a day, computed, published, or both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from boardtui.core.comparison import plain
from boardtui.core.dimension import WHOLE, Slices
from boardtui.core.figure import Figure, Origin
from boardtui.core.measure import Measure
from boardtui.core.measures import MEASURES, bases
from boardtui.core.share import Share, share_of
from boardtui.review.shelf import Computed, FigureKey, key_of


@dataclass(slots=True)
class Side:
    """The figures of one day of a force."""

    computed: Computed | None = None
    published: list[Figure] = field(default_factory=list)
    crossed: dict[FigureKey, list[Figure]] = field(default_factory=dict)
    """Figures by several dimensions, worked out when they were asked for."""
    _said_by_key: dict[FigureKey, list[Figure]] | None = None

    def from_records(self, measure: str, slices: Slices = WHOLE) -> list[Figure]:
        """The computed figures of a measure and slice: one, or one for each month, or none."""
        if len(slices) > 1:
            return self.crossed.get((measure, slices), [])
        if self.computed is None:
            return []
        dimension = slices[0].dimension if slices else None
        return self.computed.by(dimension, measure).get((measure, slices), [])

    def said(self, measure: str, slices: Slices = WHOLE) -> list[Figure]:
        """The published figures of a measure and slice, in the order they were taken in."""
        return self._said().get((measure, slices), [])

    def _said(self) -> dict[FigureKey, list[Figure]]:
        if self._said_by_key is None:
            self._said_by_key = {}
            for figure in self.published:
                self._said_by_key.setdefault(key_of(figure), []).append(figure)
        return self._said_by_key

    def both(self, measure: str, slices: Slices = WHOLE) -> list[Figure]:
        """The computed figures, then the published ones."""
        return [*self.from_records(measure, slices), *self.said(measure, slices)]

    def slices_of(self, measure: str, dimension: str) -> set[str | None]:
        """The slices of a dimension for which the side has a figure of the measure."""
        found = {
            f.slices[0].value
            for f in self.published
            if f.measure == measure and [s.dimension for s in f.slices] == [dimension]
        }
        if self.computed is not None and dimension in MEASURES[measure].dimensions:
            keyed = self.computed.by(dimension, measure)
            found |= {slices[0].value for name, slices in keyed if name == measure}
        return found

    def share(self, figure: Figure) -> Share | None:
        """A figure as a share of its base on this side; None where that has none."""
        base = self.base_of(figure)
        return share_of(figure, base) if base else None

    def base_of(self, figure: Figure) -> Figure | None:
        """The figure of the same slice that a figure is a share of; the whole's, for a mix."""
        measure = MEASURES[figure.measure]
        slices = WHOLE if measure.mix else figure.slices
        if any(s.dimension == "age_band" for s in figure.slices):
            return None
        return next(self._bases(measure, figure, slices), None)

    def _bases(self, measure: Measure, figure: Figure, slices: Slices) -> Iterator[Figure]:
        if figure.origin is Origin.RECORDS:
            for base in self.from_records(measure.base or "", slices):
                if base.period_start == figure.period_start:
                    yield base
            return
        # Of a published figure the base that was stated, else the nearest that was published.
        names = [base.name for base in bases(measure)]
        if figure.base is not None:
            names = [name for name in names if plain(name) == plain(figure.base)]
        for name in names:
            found = [
                base
                for base in self.said(name, slices)
                if (base.as_at, base.period_start) == (figure.as_at, figure.period_start)
            ]
            yield from sorted(found, key=lambda base: base.source != figure.source)
