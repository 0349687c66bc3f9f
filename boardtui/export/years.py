"""A figure over years by slices, as JSON, as rows and as lines."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from boardtui.core.criterion.dimension import DIMENSIONS, slice_title
from boardtui.core.figure.figure import Figure
from boardtui.core.figure.hedge import SUPPRESSED
from boardtui.core.words.days import day_text
from boardtui.core.words.spreadsheet import harmless
from boardtui.core.words.wording import value_text
from boardtui.export.export import Export, about, file_name
from boardtui.review.day.review import Review
from boardtui.review.trend.years import Years

HEADER = (
    *("force", "synthetic", "measure", "by", "slice", "as_at", "value", "low", "high"),
    *("unit", "unknown"),
)

NOT_THERE = "not there"


def years_json(told: Years) -> dict[str, Any]:
    """The values of each slice in the order of `days`; null where it is not known, or hidden."""
    return {
        "version": 1,
        "force": told.force.name,
        "synthetic": told.force.synthetic,
        "measure": told.measure.name,
        "by": told.dimension,
        "unit": told.measure.unit,
        "days": list(told.days),
        "breaks": list(told.breaks),
        "slices": [
            {
                "slice": name,
                "values": [figure.value if figure else None for figure in figures],
                "suppressed": [bool(figure and figure.suppressed) for figure in figures],
                "unknown": [_unknown(figure) for figure in figures],
            }
            for name, figures in told.rows
        ],
    }


def _unknown(figure: Figure | None) -> str | None:
    return NOT_THERE if figure is None else figure.unknown


def years_rows(told: Years) -> Iterator[list[object]]:
    """A row for each slice and day."""
    of = [told.force.name, told.force.synthetic, told.measure.name, told.dimension]
    for name, figures in told.rows:
        for day, figure in zip(told.days, figures, strict=True):
            value = SUPPRESSED if figure and figure.suppressed else figure and figure.value
            ends = [figure.low, figure.high] if figure else [None, None]
            yield [*of, name, day, value, *ends, told.measure.unit, _unknown(figure)]


def years_lines(told: Years) -> Iterator[str]:
    """A line for each slice, its latest year first."""
    synthetic = " (SYNTHETIC)" if told.force.synthetic else ""
    by = DIMENSIONS[told.dimension].inside
    yield f"{told.force.name}{synthetic}: {told.measure.title} by {by}, at the end of each year."
    if told.audience.in_words:
        yield told.audience.in_words
    yield from (f"Counted otherwise from {each}." for each in told.breaks)
    for name, figures in told.rows:
        title = slice_title(told.dimension, name)
        pairs = zip(reversed(told.days), reversed(figures), strict=True)
        values = "; ".join(
            f"{value_text(figure, unit=False) if figure else NOT_THERE} on {day_text(day)}"
            for day, figure in pairs
        )
        yield f"{title[:1].upper()}{title[1:]}: {values}"


def exported(review: Review, told: Years) -> Export:
    """A figure over years for copying and writing."""
    named = f"{told.measure.title} over years"
    heading = about(review.selection, named, review.audience)
    rows = list(years_rows(told))
    return Export(
        name=file_name(review.selection, named),
        about=heading,
        columns=HEADER,
        count=len(rows),
        rows=lambda: iter(rows),
        text=lambda: chain(heading, [""], map(harmless, years_lines(told))),
    )
