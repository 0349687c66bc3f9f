"""Then and now side by side: every figure of either day, one row for each measure and slice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from boardtui.core.comparison import Comparison
from boardtui.core.dimension import DIMENSIONS, WHOLE, Slice, Slices
from boardtui.core.figure import Figure, Origin
from boardtui.core.measure import Measure
from boardtui.core.measures import MEASURES
from boardtui.core.share import Share
from boardtui.review.review import ComparedFigure, Review


@dataclass(frozen=True, slots=True)
class Aligned:
    """A measure and slice on both days, each side None where it has no figure.

    `said` was published of the baseline's day, and `counted` is what the records of that day give
    under the definition of this board. `stored` is what they gave when they were taken in, where
    that was under another definition, and `stored_now` the same of this day's.
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

    @property
    def comparison(self) -> Comparison | None:
        return self.now.comparison if self.now else None


def aligned(review: Review, measure: str, slices: Slices = WHOLE) -> list[Aligned]:
    """The rows of a measure and slice: the figure shown, and each other one that was given."""
    figures = review.figures(measure, slices)
    if not figures:
        return list(_then_alone(review, measure, slices))
    rows = [_beside(review, one) for one in figures]
    # What both days' first figures are compared by stands once: the others add what is new.
    return [rows[0], *(_only_now(row) for row in rows[1:])]


def aligned_by(review: Review, measure: str, dimension: str) -> list[Aligned]:
    """The rows of a measure by a dimension: every slice that has a figure on either day."""
    sides = (review.now, review.then)
    values = set().union(*(side.slices_of(measure, dimension) for side in sides))
    return [
        row
        for value in DIMENSIONS[dimension].order(values)
        for row in aligned(review, measure, (Slice(dimension, value),))
    ]


def aligned_largest(
    review: Review, measure: str, dimension: str, most: int
) -> tuple[list[Aligned], int]:
    """The rows of the slices with the most by records, and how many slices there are in all."""
    largest, count = review.largest(measure, dimension, most)
    return [_beside(review, one) for one in largest], count


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
        review.then.as_stored(counted) if counted else None,
        review.now.as_stored(one.figure),
        shares.get(id(said)) if said else None,
        shares.get(id(counted)) if counted else None,
    )


def _only_now(row: Aligned) -> Aligned:
    return Aligned(row.measure, row.slices, row.now)


def _then_alone(review: Review, measure: str, slices: Slices) -> Iterator[Aligned]:
    """What was known of the baseline's day and is not of this one."""
    said = review.then.said(measure, slices)
    counted = review.then.from_records(measure, slices)
    # Months of visits of the day before are no figures of the day.
    counted = [] if counted and counted[0].period_start else counted
    if said or counted:
        first, other = (*said[:1], None)[0], (*counted[:1], None)[0]
        shares = [review.then.share(figure) if figure else None for figure in (first, other)]
        yield Aligned(MEASURES[measure], slices, None, first, other, None, None, *shares)
