"""Every figure of a day, as a table of them: the wholes, and by the dimensions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boardtui.core.audience.rules import Way
from boardtui.core.criterion.dimension import DIMENSIONS
from boardtui.core.measures import MEASURES
from boardtui.review import NotThereError, known
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.crossing import cross
from boardtui.review.day.review import Review


def every_figure(
    review: Review, measures: Sequence[str] | None = None, by: Sequence[str] = ()
) -> Iterator[ComparedFigure]:
    """Every figure of the measures: the wholes, and by the dimensions.

    Without `by`, by every single dimension; with one, by that one; with several, only their
    cross.

    Raises:
        NotThereError: there is no such measure or dimension, or it is closed.
    """
    names = list(MEASURES) if measures is None else [known(MEASURES, m) for m in measures]
    dimensions = [known(DIMENSIONS, name) for name in by]
    crossed = len(dimensions) > 1
    closed = [*map(review.audience.closes_dimension, dimensions)]
    closed += [review.audience.closes(Way.CROSSES)] if crossed else []
    if why := next(filter(None, closed), None):
        raise NotThereError(why)
    if not crossed:
        return _single(review, names, dimensions or review.audience.open_of(DIMENSIONS))
    cross(review.database, (review.now, review.then), review.definition, names, dimensions)
    found = review.now.crossed.items()
    return (
        review.compared(one) for (name, _), figures in found if name in names for one in figures
    )


def _single(
    review: Review, names: Sequence[str], dimensions: Sequence[str]
) -> Iterator[ComparedFigure]:
    for name in names:
        yield from review.figures(name)
        for dimension in dimensions:
            yield from review.by(name, dimension)
