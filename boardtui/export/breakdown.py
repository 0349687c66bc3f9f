"""A breakdown as rows for a file: every slice, not only those in sight."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from boardtui.core.criterion.dimension import WHOLE, Slice, Slices
from boardtui.core.figure.figure import Figure
from boardtui.core.figure.hedge import SUPPRESSED
from boardtui.core.words.spreadsheet import harmless
from boardtui.export.export import Export, about, file_name
from boardtui.review.breakdown import Breakdown, figures_at, slices_of, whole_of
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

COLUMNS = (
    *("by", "slice", "now", "then", "then origin", "change", "unit"),
    *("share", "share of", "part", "part of", "origin", "base as stated"),
)
CROSS_COLUMNS = ("by", "slice", "by_2", "slice_2", "now", "then", "change", "unit", "origin")
"""Slices are spelt as in the extract: the whole has no dimension, what is not recorded no slice."""

Values = Sequence[str | None]


def exported(
    review: Review,
    breakdown: Breakdown,
    values: Values,
    crumb: str,
    lines: Callable[[], Iterable[str]],
) -> Export:
    """A breakdown for copying and writing: as rows, and as the lines of its table."""
    selection, crossed = review.selection, len(breakdown.by) > 1
    others = slices_of(review, breakdown, 1) if crossed else [None]
    rows = cells if crossed else slice_rows
    heading = about(selection, crumb)
    return Export(
        name=file_name(selection, f"{breakdown.measure} by {' '.join(breakdown.by)}"),
        about=heading,
        columns=CROSS_COLUMNS if crossed else COLUMNS,
        count=(len(values) + 1) * (len(others) + 1 if crossed else 1),
        text=lambda: chain(heading, [""], map(harmless, lines())),
        rows=lambda: rows(review, breakdown, values, others),
    )


def slice_rows(
    review: Review, breakdown: Breakdown, values: Values, others: Values
) -> Iterator[Sequence[object]]:
    """A row for each slice, and the whole last."""
    rows = []
    for value in values:
        for compared in figures_at(review, breakdown, value)[:1]:
            rows.append(compared)
            yield _row((Slice(breakdown.by[0], value),), compared)
    whole = whole_of(review, breakdown, rows)
    if whole is not None:
        yield _row(WHOLE, whole)


def _row(slices: Slices, compared: ComparedFigure) -> Sequence[object]:
    share, part, then = compared.share, compared.part, compared.comparison.then
    return (
        *_named(slices),
        _number(compared.figure),
        _number(then) if then else None,
        then.origin.value if then else None,
        compared.comparison.change,
        compared.figure.unit,
        share.value if share else None,
        share.of if share else None,
        part.value if part else None,
        part.of if part else None,
        compared.figure.origin.value,
        compared.figure.base,
    )


def _number(figure: Figure) -> float | str | None:
    """A figure's number, or the mark of one that was withheld; nothing where it is not known."""
    return SUPPRESSED if figure.suppressed else figure.value


def cells(
    review: Review, breakdown: Breakdown, values: Values, others: Values
) -> Iterator[Sequence[object]]:
    """A row for each cell of a cross, and for each of its margins."""
    first, second = breakdown.by
    for row in [*((Slice(first, value),) for value in values), WHOLE]:
        for column in [*((Slice(second, other),) for other in others), WHOLE]:
            slices = (*breakdown.within, *row, *column)
            for compared in review.figures(breakdown.measure, slices)[:1]:
                yield (
                    *_named(row),
                    *_named(column),
                    _number(compared.figure),
                    _number(then) if (then := compared.comparison.then) else None,
                    compared.comparison.change,
                    compared.figure.unit,
                    compared.figure.origin.value,
                )


def _named(slices: Slices) -> tuple[str | None, str | None]:
    """The dimension and the slice, as the extract spells it; neither for the whole."""
    return (slices[0].dimension, slices[0].value) if slices else (None, None)
