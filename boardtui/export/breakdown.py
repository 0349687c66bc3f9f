"""A breakdown as rows for a file: every slice, not only those in sight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from boardtui.core.criterion.dimension import WHOLE, Slice, Slices
from boardtui.core.figure.figure import Figure
from boardtui.core.figure.hedge import SUPPRESSED
from boardtui.core.words.spreadsheet import harmless
from boardtui.export.export import Export, about, file_name
from boardtui.panels.breakdown.cross import CrossTable
from boardtui.panels.breakdown.naming import crumbs
from boardtui.panels.breakdown.slice_table import SliceTable
from boardtui.panels.breakdown.statement import statement
from boardtui.panels.breakdown.then import then_of
from boardtui.panels.phrases import stated_base
from boardtui.review.breakdown import Breakdown, figures_at, slices_of, whole_of, why_not
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

COLUMNS = (
    *("by", "slice", "now", "then", "then origin", "change", "unit"),
    *("share", "share of", "part", "part of", "origin", "base as stated"),
    *("low", "high", "qualifier", "as at"),
    *("then low", "then high", "then qualifier", "then unit", "then base as stated", "then as at"),
    *("share then", "share then of", "unknown", "then unknown"),
)
CROSS_COLUMNS = (
    *("by", "slice", "by_2", "slice_2", "now", "then", "change", "unit", "origin"),
    *("unknown", "then unknown"),
)
"""Slices are spelt as in the extract: the whole has no dimension, what is not recorded no slice."""

Values = Sequence[str | None]

WIDTH = 10_000
"""Columns of a line of text that is not broken for any screen."""


def exported(review: Review, breakdown: Breakdown, table: SliceTable | CrossTable | None) -> Export:
    """A breakdown for copying and writing: as rows, and as the lines of its table."""
    selection, crossed = review.selection, isinstance(table, CrossTable)
    values = table.values if table else ()
    others = slices_of(review, breakdown, 1) if crossed else [None]
    rows = cells if crossed else slice_rows
    heading = about(selection, next(crumbs(breakdown)), review.audience)
    return Export(
        name=file_name(selection, f"{breakdown.measure} by {' '.join(breakdown.by)}"),
        about=heading,
        columns=CROSS_COLUMNS if crossed else COLUMNS,
        count=(len(values) + 1) * (len(others) + 1 if crossed else 1),
        text=lambda: chain(
            heading,
            _statement(review, breakdown),
            [""],
            map(harmless, _lines(review, breakdown, table)),
        ),
        rows=lambda: rows(review, breakdown, values, others),
    )


def _statement(review: Review, breakdown: Breakdown) -> Iterator[str]:
    for line in statement(review, breakdown, WIDTH, 0):
        yield "".join(piece.text for piece in line).strip()


def _lines(
    review: Review, breakdown: Breakdown, table: SliceTable | CrossTable | None
) -> Iterator[str]:
    """The table as text, and the bases that its figures were said to be of."""
    if table is None:
        yield f"not known: {why_not(review.selection.snapshot, breakdown)}"
        return
    yield from table.text_lines()
    if isinstance(table, SliceTable):
        rows = (table.at(place) for place in range(table.count))
        bases = (stated_base(row.figure) for row in rows if row)
        yield from dict.fromkeys(filter(None, bases))


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
    """A slice's figures of both days; what was said of an earlier day is none of this one."""
    share, share_then, part = compared.share, compared.share_then, compared.part
    now = None if compared.earlier else compared.figure
    then = then_of(compared)
    return (
        *_named(slices),
        _number(now) if now else None,
        _number(then) if then else None,
        then.origin.value if then else None,
        compared.comparison.change,
        now.unit if now else None,
        share.value if share else None,
        share.of if share else None,
        part.value if part else None,
        part.of if part else None,
        now.origin.value if now else None,
        now.base if now else None,
        *((now.low, now.high, now.qualifier.value, now.as_at) if now else (None,) * 4),
        *((then.low, then.high, then.qualifier.value, then.unit) if then else (None,) * 4),
        *((then.base, then.as_at) if then else (None,) * 2),
        share_then.value if share_then else None,
        share_then.of if share_then else None,
        now.unknown if now else None,
        then.unknown if then else None,
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
                    compared.figure.unknown,
                    then.unknown if then else None,
                )


def _named(slices: Slices) -> tuple[str | None, str | None]:
    """The dimension and the slice, as the extract spells it; neither for the whole."""
    return (slices[0].dimension, slices[0].value) if slices else (None, None)
