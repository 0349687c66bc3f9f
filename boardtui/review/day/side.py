"""One side of a comparison: the figures of a day, computed, published, or both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct, field

from boardtui.core.comparing.comparison import plain
from boardtui.core.criterion.dimension import DIMENSIONS, WHOLE, Slices
from boardtui.core.figure.agreement import Thing, thing_of
from boardtui.core.figure.figure import Figure, Origin, of_one_speaker
from boardtui.core.figure.interval import Interval
from boardtui.core.figure.possible_base import PossibleCount, candidates, people_of
from boardtui.core.figure.share import Share, share_of
from boardtui.core.measures import MEASURES, bases
from boardtui.core.measures.measure import CaseCount, Measure, PerPost
from boardtui.core.measures.slicing import OfCases
from boardtui.review.day.shelf import Computed, FigureKey, key_of
from boardtui.store.counting.making import Maker


class Side(Struct):
    """The figures of one day of a force."""

    computed: Computed | None = None
    published: list[Figure] = field(default_factory=list)
    crossed: dict[FigureKey, list[Figure]] = field(default_factory=dict)
    """Figures by several dimensions or a tail, worked out when they were asked for."""
    preferred: dict[Thing, Figure] = field(default_factory=dict)
    """Of what several figures were given for, the one that somebody chose."""
    _said_by_key: dict[FigureKey, list[Figure]] | None = None

    def from_records(self, measure: str, slices: Slices = WHOLE) -> list[Figure]:
        """The computed figures of a measure and slice: one, or one for each month, or none."""
        worked_out = self.crossed.get((measure, slices))
        if worked_out is not None or len(slices) > 1 or self.computed is None:
            return worked_out or []
        return self.computed.of(measure, slices)

    def nobody(self, measure: str, slices: Slices, when: str) -> list[Figure]:
        """The figure of slices that the records of this side have nobody in.

        For slices that are known of another day. A unit or an officer that this day does not have
        is "not there then", or "now", and no zero; where all are recorded, nobody is not. Of an
        officer who has no figure per post it is not known whether it is the people or the post
        that is not there.
        """
        declared = MEASURES[measure]
        if self.computed is None or not isinstance(declared, OfCases | PerPost) or not slices:
            return []
        named = any(one.value is not None for one in slices if not DIMENSIONS[one.dimension].closed)
        count = 0 if isinstance(declared, CaseCount) and not named else None
        unknown = f"not there {when}" if named else "nobody there"
        if isinstance(declared, PerPost):
            unknown = f"no people or no known post {when}"
        maker = Maker(self.computed.snapshot, self.computed.definition)
        return [self.computed.nobody(maker.figure(declared, count, slices, unknown=unknown))]

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
        """The computed figures, then the published ones; but what was chosen first of its thing."""
        return self.chosen_first([*self.from_records(measure, slices), *self.said(measure, slices)])

    def chosen_first(self, figures: list[Figure]) -> list[Figure]:
        """Figures in their order, but the chosen one before the others of the same thing."""
        if not self.preferred or len(figures) < 2:
            return figures
        place: dict[Thing, int] = {}
        for number, figure in enumerate(figures):
            place.setdefault(thing_of(figure), number)
        return sorted(
            figures,
            key=lambda figure: (
                place[thing_of(figure)],
                self.preferred.get(thing_of(figure)) != figure,
            ),
        )

    def prefer(self, figure: Figure) -> None:
        """Put a figure before the others of the same thing from now on."""
        if figure in self.both(*key_of(figure)):
            self.preferred[thing_of(figure)] = figure

    def same_thing(self, figure: Figure) -> list[Figure]:
        """Every figure of what a figure is of, itself too; the chosen one first."""
        return same_things(self.both(*key_of(figure)), figure)

    def possible_bases(self, figure: Figure) -> list[PossibleCount]:
        """What a per cent of an open base would count of each base that it may have.

        The bases are what was given for its own day by who said it, and what was counted of it.
        """
        if figure.origin is Origin.RECORDS:  # most are: what their base is has been counted
            return []
        found: dict[tuple[str, Interval], PossibleCount] = {}
        for name in candidates(MEASURES[figure.measure], figure):
            bases = [base for base in self.both(name) if base.as_at == figure.as_at]
            counted_bases = [base for base in bases if base.origin is Origin.RECORDS]
            counted = [
                one for one in self.from_records(name, figure.slices) if one.as_at == figure.as_at
            ]
            for base in (*self.of_its_speaker(figure, bases), *counted_bases):
                if base.interval is not None:
                    count = PossibleCount(base, people_of(figure, base), next(iter(counted), None))
                    found.setdefault((name, base.interval), count)
        return list(found.values())

    def of_its_speaker(self, figure: Figure, others: Iterable[Figure]) -> list[Figure]:
        """Those of some figures that were said by who said a figure, or counted as it was.

        What was chosen stands first, then what was said in the same place.
        """
        mine = (other for other in others if of_one_speaker(other, figure))
        return sorted(
            mine,
            key=lambda other: (
                self.preferred.get(thing_of(other)) != other,
                other.source != figure.source,
            ),
        )

    def slices_of(self, measure: str, dimension: str) -> set[str | None]:
        """The slices of a dimension for which the side has a figure of the measure."""
        found = {
            f.slices[0].value
            for f in self.published
            if f.measure == measure and [s.dimension for s in f.slices] == [dimension]
        }
        return found | self.counted_slices(measure, dimension)

    def counted_slices(self, measure: str, dimension: str) -> set[str | None]:
        """The slices of a dimension for which the records have a figure of the measure."""
        if self.computed is None or dimension not in MEASURES[measure].dimensions:
            return set()
        return self.computed.by(dimension, measure).values_of(measure)

    def share(self, figure: Figure) -> Share | None:
        """A figure as a share of its base on this side; None where that has none."""
        base = self.base_of(figure)
        return share_of(figure, base) if base else None

    def as_stored(self, figure: Figure) -> Figure | None:
        """What a figure from records was when it was taken in, if under another definition."""
        if self.computed is None or figure.origin is not Origin.RECORDS:
            return None
        return self.computed.as_stored(figure)

    def share_as_stored(self, stored: Figure) -> Share | None:
        """The share of a figure as it was taken in: of its base as it was taken in with it."""
        return Side(self.computed.before).share(stored) if self.computed else None

    def base_of(self, figure: Figure) -> Figure | None:
        """The figure of the same slice that a figure is a share of; the whole's, for a mix."""
        measure = MEASURES[figure.measure]
        if measure.base is None or any(s.dimension == "age_band" for s in figure.slices):
            return None
        slices = WHOLE if measure.mix else figure.slices
        return next(self._bases(measure, figure, slices), None)

    def _bases(self, measure: Measure, figure: Figure, slices: Slices) -> Iterator[Figure]:
        """What a figure may be a share of: said by who said it, or counted as it was.

        A figure that was said to be of a base by name is also one of that base as it was counted.
        """
        when = (figure.as_at, figure.period_start)
        named = figure.origin is Origin.PUBLISHED and figure.base is not None
        for name in _base_names(measure, figure):
            if figure.origin is Origin.RECORDS:  # its speaker's are those that were counted
                yield from (one for one in self.from_records(name, slices) if _when(one) == when)
                continue
            given = [one for one in self.both(name, slices) if _when(one) == when]
            yield from self.of_its_speaker(figure, given)
            if named:
                yield from (one for one in given if one.origin is Origin.RECORDS)


def same_things(figures: list[Figure], figure: Figure) -> list[Figure]:
    """Those of some figures of one measure and slice that are of what a figure is of."""
    if len(figures) == 1 and figures[0] is figure:
        return figures
    thing = thing_of(figure)
    return [other for other in figures if thing_of(other) == thing]


def _when(figure: Figure) -> tuple[date, date | None]:
    return figure.as_at, figure.period_start


def _base_names(measure: Measure, figure: Figure) -> list[str]:
    """The measures that a figure is a share of, the first that there is a figure of.

    Of a published figure the base that was stated, else the nearest that was published.
    """
    if figure.origin is Origin.RECORDS:
        return [measure.base] if measure.base else []
    names = [base.name for base in bases(measure)]
    if figure.base is not None:
        names = [name for name in names if plain(name) == plain(figure.base)]
    return names
