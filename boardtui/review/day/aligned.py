"""Then and now side by side: every figure of either day, one row for each measure and slice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from boardtui.core.comparing.comparison import Comparison
from boardtui.core.criterion.dimension import DIMENSIONS, WHOLE, Slice, Slices
from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.figure.share import Share
from boardtui.core.measures import MEASURES
from boardtui.core.measures.measure import Measure, VisitCount
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

RowThing = tuple[str, Slices, date | None, date | None]
"""A measure and slice, and the period that it is counted over, if it is."""


class Aligned(Struct, frozen=True):
    """A measure and slice on both days, each side None where it has no figure.

    `said` was published of the baseline's day, and `counted` is what the records of that day give
    under the definition of this board. `stored` is what they gave when they were taken in, where
    that was under another definition, and `stored_now` the same of this day's. `alone` is the
    first figure of the baseline's day where this day has none beside it.
    """

    measure: Measure
    slices: Slices
    now: ComparedFigure | None
    said: Figure | None = None
    counted: Figure | None = None
    stored: Figure | None = None
    stored_now: Figure | None = None
    share_said: Share | None = None
    share_counted: Share | None = None
    alone: ComparedFigure | None = None

    @property
    def comparison(self) -> Comparison | None:
        return self.now.comparison if self.now else None

    @property
    def then(self) -> tuple[Figure, ...]:
        """The baseline's figures of the row."""
        return tuple(figure for figure in (self.said, self.counted) if figure)

    @property
    def figure(self) -> Figure:
        """The row's figure now, else the first then."""
        return self.now.figure if self.now else self.then[0]

    @property
    def thing(self) -> RowThing:
        """What the row is of: rows of one thing differ in who gave the figure."""
        figure = self.figure
        end = figure.as_at if figure.period_start else None
        return self.measure.name, self.slices, figure.period_start, end


def aligned(review: Review, measure: str, slices: Slices = WHOLE) -> list[Aligned]:
    """The rows of a measure and slice: the figure shown, and each other one that was given."""
    then = review.then.said(measure, slices)
    # What was said of the baseline's own day is no figure of this one.
    figures = [one for one in review.figures(measure, slices) if one.figure not in then]
    rows: list[Aligned] = []
    shown: list[Figure] = []
    for one in figures:
        row = _beside(review, one)
        # What both days' first figures are compared by stands once: the others add what is new.
        rows.append(_only_now(row) if any(figure in shown for figure in row.then) else row)
        shown += row.then
    rows += _then_alone(review, measure, slices, shown)
    if isinstance(MEASURES[measure], VisitCount):
        rows.sort(key=lambda row: row.figure.as_at)
    return rows


def aligned_by(review: Review, measure: str, dimension: str) -> list[Aligned]:
    """The rows of a measure by a dimension: every slice that has a figure on either day."""
    sides = (review.now, review.then)
    values = set().union(*(side.slices_of(measure, dimension) for side in sides))
    return _rows_of(review, measure, dimension, values)


def aligned_said(review: Review, measure: str, dimension: str | None) -> list[Aligned]:
    """The rows of a measure, whole or by a dimension, of which something was said on either day."""
    published = [*review.now.published, *review.then.published]
    found = {figure.slices for figure in published if figure.measure == measure}
    if dimension is None:
        return aligned(review, measure) if WHOLE in found else []
    values = {only.value for only, *more in filter(None, found) if only.dimension == dimension}
    return _rows_of(review, measure, dimension, values)


def aligned_largest(
    review: Review, measure: str, dimension: str, most: int
) -> tuple[list[Aligned], int, int]:
    """The rows of the slices with the most by records, and of all of which something was said.

    With how many slices are there by records for being the largest, and how many there are in all.
    """
    largest, count = review.largest(measure, dimension, most)
    said = aligned_said(review, measure, dimension)
    known = {row.slices for row in said}
    rows = [_beside(review, one) for one in largest if one.figure.slices not in known]
    return [*rows, *said], len(rows), count


def _rows_of(
    review: Review, measure: str, dimension: str, values: Iterable[str | None]
) -> list[Aligned]:
    return [
        row
        for value in DIMENSIONS[dimension].order(values)
        for row in aligned(review, measure, (Slice(dimension, value),))
    ]


def _beside(review: Review, one: ComparedFigure) -> Aligned:
    comparison = one.comparison
    shares = {id(comparison.then): one.share_then, id(comparison.then_other): one.share_then_other}
    of = {figure.origin: figure for figure in (comparison.then, comparison.then_other) if figure}
    said, counted = of.get(Origin.PUBLISHED), of.get(Origin.RECORDS)
    return Aligned(
        one.measure,
        one.figure.slices,
        one,
        said,
        counted,
        one.then_stored,
        one.stored,
        shares.get(id(said)) if said else None,
        shares.get(id(counted)) if counted else None,
    )


def _only_now(row: Aligned) -> Aligned:
    return Aligned(row.measure, row.slices, row.now, stored_now=row.stored_now)


def _then_alone(
    review: Review, measure: str, slices: Slices, shown: list[Figure]
) -> Iterator[Aligned]:
    """What was known of the baseline's day, and stands in no row yet."""
    then = review.then
    said = [figure for figure in then.said(measure, slices) if figure not in shown]
    counted = [figure for figure in then.from_records(measure, slices) if figure not in shown]
    if said and counted and said[0].period_start == counted[0].period_start is None:
        yield _row_then(review, said[0], counted[0])
        said, counted = said[1:], counted[1:]
    for figure in said:
        yield _row_then(review, figure, None)
    for figure in counted:
        yield _row_then(review, None, figure)


def _row_then(review: Review, said: Figure | None, counted: Figure | None) -> Aligned:
    first = said or counted
    assert first is not None
    measure, then = MEASURES[first.measure], review.then
    share_said, share_counted = (then.share(one) if one else None for one in (said, counted))
    return Aligned(
        measure,
        first.slices,
        None,
        said,
        counted,
        stored=then.as_stored(counted) if counted else None,
        share_said=share_said,
        share_counted=share_counted,
        alone=ComparedFigure(
            measure, first, Comparison(first, None), share=share_said or share_counted
        ),
    )
