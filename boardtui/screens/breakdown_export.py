"""A breakdown as rows for a file: every slice, not only those in sight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boardtui.core.dimension import slice_title
from boardtui.review.breakdown import Breakdown, figures_at
from boardtui.review.review import ComparedFigure, Review

COLUMNS = ("slice", "now", "then", "change", "share", "share of", "origin")
CROSS_COLUMNS = ("slice", "second slice", "now", "then", "change", "origin")

Values = Sequence[str | None]


def slice_rows(
    review: Review, breakdown: Breakdown, values: Values, others: Values
) -> Iterator[Sequence[object]]:
    """A row for each slice, and the whole last."""
    for value in values:
        for compared in figures_at(review, breakdown, value)[:1]:
            yield _row(slice_title(breakdown.by[0], value), compared)
    for compared in figures_at(review, breakdown)[:1]:
        yield _row("all", compared)


def _row(name: str, compared: ComparedFigure) -> Sequence[object]:
    share = compared.share
    return (
        name,
        compared.figure.value,
        compared.comparison.then.value if compared.comparison.then else None,
        compared.comparison.change,
        share.value if share else None,
        share.of if share else None,
        compared.figure.origin.value,
    )


def cells(
    review: Review, breakdown: Breakdown, values: Values, others: Values
) -> Iterator[Sequence[object]]:
    """A row for each cell of a cross."""
    for value in values:
        for other in others:
            for compared in figures_at(review, breakdown, value, other)[:1]:
                yield (
                    slice_title(breakdown.by[0], value),
                    slice_title(breakdown.by[1], other),
                    compared.figure.value,
                    compared.comparison.then.value if compared.comparison.then else None,
                    compared.comparison.change,
                    compared.figure.origin.value,
                )
