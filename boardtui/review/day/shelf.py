"""The figures of one day of a force, fetched a dimension at a time as they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial

from msgspec import Struct, field

from boardtui.core.criterion.definition import Definition
from boardtui.core.criterion.dimension import DIMENSIONS, WHOLE, Slice, Slices
from boardtui.core.figure.figure import Figure
from boardtui.core.measures import MEASURES
from boardtui.core.measures.measure import PublishedOnly
from boardtui.core.words.days import twelve_months_before
from boardtui.store.connection.database import Database
from boardtui.store.held.figures import FigureRow, Stored, published_figures
from boardtui.store.held.snapshots import ForceKey, SnapshotKey, with_previous

FigureKey = tuple[str, Slices]


def value_of(slices: Slices) -> str | None:
    """The value of the one slice that a figure is of; None for a whole."""
    return slices[0].value if slices else None


class Shelf:
    """A snapshot's figures by one dimension, or its wholes; months in order.

    Those that are stored are made when they are asked for: a board asks for a third of them.
    """

    def __init__(self, figures: Iterable[Figure] = ()) -> None:
        """Take figures that there are already."""
        self._make: Callable[[Sequence[FigureRow]], Iterable[Figure]] | None = None
        self._rows: dict[str, dict[str | None, list[FigureRow]]] = {}
        self._made: dict[str, dict[str | None, list[Figure]]] = {}
        for figure in figures:
            of_measure = self._made.setdefault(figure.measure, {})
            of_measure.setdefault(value_of(figure.slices), []).append(figure)

    @classmethod
    def of_stored(
        cls, stored: Stored, dimension: str | None, measures: Sequence[str] | None
    ) -> Shelf:
        """The stored figures by a dimension, of all measures or of some; the wholes, for None."""
        shelf = cls()
        shelf._make = partial(stored.made, dimension)
        for row in stored.rows(dimension, measures):
            name, value, *_ = row
            shelf._rows.setdefault(name, {}).setdefault(value, []).append(row)
        return shelf

    def get(self, measure: str, value: str | None = None) -> list[Figure]:
        """The figures of a measure and a slice's value, or its whole: one, or one a month."""
        made = self._made.setdefault(measure, {})
        if value not in made:
            there = self._rows.get(measure, {})
            rows = there.get(value)
            made[value] = list(self._make(rows)) if self._make and rows else []
            if rows:  # kept no longer than they are needed: only that there are some
                there[value] = []
        return made[value]

    def values_of(self, measure: str) -> set[str | None]:
        """The values of the slices for which there is a figure of a measure."""
        return set(self._rows.get(measure, {}) if self._make else self._made.get(measure, {}))

    def figures(self, measure: str) -> list[Figure]:
        """All figures of a measure, in the order in which they were given."""
        there = self._rows.get(measure, {}) if self._make else self._made.get(measure, {})
        return [figure for value in tuple(there) for figure in self.get(measure, value)]

    def every_figure(self) -> list[Figure]:
        """The figures of all measures."""
        there = self._rows if self._make else self._made
        return [figure for measure in tuple(there) for figure in self.figures(measure)]


def key_of(figure: Figure) -> FigureKey:
    return figure.measure, figure.slices


def dimension_of(figure: Figure) -> str | None:
    """The one dimension of a figure, None for a whole."""
    return figure.slices[0].dimension if figure.slices else None


class Computed(Struct):
    """A snapshot's computed figures: as stored, or restated under another definition.

    The database is never changed by looking, so what is restated is kept here.
    """

    database: Database
    snapshot: SnapshotKey
    definition: Definition
    _shelves: dict[tuple[str | None, str | None], Shelf] = field(default_factory=dict)
    _largest: dict[tuple[str, str, int], tuple[list[Figure], int]] = field(default_factory=dict)
    _single: dict[FigureKey, list[Figure]] = field(default_factory=dict)
    _together: dict[str, tuple[str | None, ...]] = field(default_factory=dict)
    restated: bool = False
    _before: Computed | None = None
    _read: Stored | None = None

    @property
    def _stored(self) -> Stored:
        self._read = self._read or Stored(self.database, self.snapshot)
        return self._read

    @property
    def stale(self) -> bool:
        """Whether the stored figures were computed under another definition than is asked for."""
        return self.snapshot.definition != self.definition and not self.restated

    def restate(self) -> None:
        """Compute every figure again under the definition that is asked for."""
        from boardtui.store.counting.compute import computed_figures

        _, previous = with_previous(self.database, self.snapshot.id)
        found: dict[str | None, list[Figure]] = {}
        for figure in computed_figures(self.database, self.snapshot, previous, self.definition):
            found.setdefault(dimension_of(figure), []).append(figure)
        self._shelves = {(d, None): Shelf(figures) for d, figures in found.items()}
        self.restated = True

    def adopt(self, other: Computed) -> None:
        """Take over what another has computed again of the same snapshot."""
        self._shelves, self.definition, self.restated = other._shelves, other.definition, True

    def nobody(self, figure: Figure) -> Figure:
        """A figure of slices that have nobody in them, as it may be seen."""
        return figure

    def by(self, dimension: str | None, measure: str) -> Shelf:
        """The figures by a dimension, or the wholes.

        They hold at least the measure's: a dimension of few slices is fetched for all measures at
        once, one of many for one measure at a time.
        """
        few = dimension is None or DIMENSIONS[dimension].closed
        shelf = (dimension, None if few or self.restated else measure)
        if shelf not in self._shelves:
            measures = None if few else [measure]
            self._shelves[shelf] = (
                Shelf() if self.restated else Shelf.of_stored(self._stored, dimension, measures)
            )
        return self._shelves[shelf]

    def of(self, measure: str, slices: Slices) -> list[Figure]:
        """The figures of a measure, for the whole or one slice: one, one a month, or none.

        A slice of many is fetched alone, unless all of them have been: a board shows but a few.
        """
        dimension = slices[0].dimension if slices else None
        many = dimension is not None and not DIMENSIONS[dimension].closed
        if dimension is None or not many or self.restated or (dimension, measure) in self._shelves:
            return self.by(dimension, measure).get(measure, value_of(slices))
        if (measure, slices) not in self._single:
            self._fetch(measure, dimension, slices[0].value)
        return self._single[measure, slices]

    def fetch_together(self, dimension: str, values: Iterable[str | None]) -> None:
        """Who asks for one of these slices will ask for the others: fetch them at once."""
        self._together[dimension] = tuple(values)

    def _fetch(self, measure: str, dimension: str, value: str | None) -> None:
        together = self._together.get(dimension, ())
        values = together if value in together else (value,)
        for one in values:
            self._single[measure, (Slice(dimension, one),)] = []
        for figure in self._stored.slices(measure, dimension, values):
            self._single[key_of(figure)].append(figure)

    @property
    def before(self) -> Computed:
        """The figures of the same snapshot as they were taken in."""
        own = self.snapshot.definition
        self._before = self._before or Computed(self.database, self.snapshot, own)
        return self._before

    def as_stored(self, figure: Figure) -> Figure | None:
        """What a figure was when it was taken in, where that was under another definition."""
        if self.snapshot.definition == self.definition or len(figure.slices) > 1:
            return None
        value = value_of(figure.slices)
        same = self.before.by(dimension_of(figure), figure.measure).get(figure.measure, value)
        found = next((one for one in same if one.period_start == figure.period_start), None)
        return found if found and found.definition != figure.definition else None

    def wholes(self) -> list[Figure]:
        """Every measure's figure for the whole."""
        return self.by(None, "").every_figure()

    def largest(self, dimension: str, measure: str, most: int) -> tuple[list[Figure], int]:
        """A measure's largest slices of a dimension, largest first, and how many are above 0."""
        if not self.restated:
            key = (dimension, measure, most)
            if key not in self._largest:
                self._largest[key] = self._stored.largest(*key)
                for figure in self._largest[key][0]:
                    self._single[key_of(figure)] = [figure]
            return self._largest[key]
        found = [
            figure
            for figure in self.by(dimension, measure).figures(measure)
            if figure.slices[0].value is not None and figure.value
        ]
        found.sort(key=lambda figure: (-(figure.value or 0), figure.slices))
        return found[:most], len(found)


def latest_published(database: Database, force: ForceKey, day: date) -> list[Figure]:
    """Of each measure and slice the latest figures said for the day or up to a year before."""
    return _latest(published_figures(database, force, twelve_months_before(day), day))


def _latest(figures: list[Figure]) -> list[Figure]:
    """Of each measure and slice the latest figures."""
    latest: dict[FigureKey, date] = {}
    for figure in figures:
        thing = key_of(figure)
        latest[thing] = max(figure.as_at, latest.get(thing, figure.as_at))
    return [figure for figure in figures if figure.as_at == latest[key_of(figure)]]


def published_beside(database: Database, snapshot: SnapshotKey, computed: Computed) -> list[Figure]:
    """What was published that stands beside a snapshot's figures.

    That is: of its own day; of a period that the records cover too; and the latest of what records
    do not give.
    """
    day = snapshot.as_at
    of_day = published_figures(database, snapshot.force, twelve_months_before(day), day)
    latest = set(map(id_of, _latest(of_day)))

    def counted_too(figure: Figure) -> bool:
        return figure.period_start is not None and any(
            (mine.period_start, mine.as_at) == (figure.period_start, figure.as_at)
            for mine in computed.of(figure.measure, WHOLE)
        )

    return [
        figure
        for figure in of_day
        if figure.as_at == day
        or counted_too(figure)
        or (isinstance(MEASURES.get(figure.measure), PublishedOnly) and id_of(figure) in latest)
    ]


def id_of(figure: Figure) -> tuple[object, ...]:
    """What tells one published figure from another."""
    return (*key_of(figure), figure.as_at, figure.period_start, figure.value, figure.source)
