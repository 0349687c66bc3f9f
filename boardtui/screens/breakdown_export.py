"""A breakdown as rows for a file: every slice, not only those in sight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boardtui.core.dimension import WHOLE, Slice, slice_title
from boardtui.review.breakdown import Breakdown, figures_at, whole_of
from boardtui.review.review import ComparedFigure, Review

ALL = "all"
"""The name of the whole, under its slices."""

COLUMNS = (
    *("slice", "now", "then", "then origin", "change"),
    *("share", "share of", "part", "part of", "origin"),
)
CROSS_COLUMNS = ("slice", "second slice", "now", "then", "change", "origin")

Values = Sequence[str | None]


def slice_rows(
    review: Review, breakdown: Breakdown, values: Values, others: Values
) -> Iterator[Sequence[object]]:
    """A row for each slice, and the whole last."""
    rows = []
    for value in values:
        for compared in figures_at(review, breakdown, value)[:1]:
            rows.append(compared)
            yield _row(slice_title(breakdown.by[0], value), compared)
    whole = whole_of(review, breakdown, rows)
    if whole is not None:
        yield _row(ALL, whole)


def _row(name: str, compared: ComparedFigure) -> Sequence[object]:
    share, part, then = compared.share, compared.part, compared.comparison.then
    return (
        name,
        compared.figure.value,
        then.value if then else None,
        then.origin.value if then else None,
        compared.comparison.change,
        share.value if share else None,
        share.of if share else None,
        part.value if part else None,
        part.of if part else None,
        compared.figure.origin.value,
    )


def cells(
    review: Review, breakdown: Breakdown, values: Values, others: Values
) -> Iterator[Sequence[object]]:
    """A row for each cell of a cross, and for each of its margins."""
    first, second = breakdown.by
    rows = [((Slice(first, value),), slice_title(first, value)) for value in values]
    columns = [((Slice(second, other),), slice_title(second, other)) for other in others]
    for row, name in [*rows, (WHOLE, ALL)]:
        for column, head in [*columns, (WHOLE, ALL)]:
            slices = (*breakdown.within, *row, *column)
            for compared in review.figures(breakdown.measure, slices)[:1]:
                yield (
                    name,
                    head,
                    compared.figure.value,
                    compared.comparison.then.value if compared.comparison.then else None,
                    compared.comparison.change,
                    compared.figure.origin.value,
                )
