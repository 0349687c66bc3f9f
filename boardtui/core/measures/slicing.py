"""Slices as criteria: which cases stand behind a figure."""

from __future__ import annotations

from boardtui.core.criterion.criterion import Criterion, InBand, OneOf, blank, both
from boardtui.core.criterion.definition import Definition
from boardtui.core.criterion.dimension import AGE_BAND, DIMENSIONS, Slice, Slices
from boardtui.core.measures.measure import CaseCount, Lateness, LongestSince, Measure

OfCases = CaseCount | Lateness | LongestSince
"""The kinds of measure that a list of cases stands behind."""


def behind(measure: Measure, slices: Slices, definition: Definition) -> Criterion:
    """The criterion of the cases that a figure counts, or is worked out from.

    Raises:
        ValueError: no cases stand behind the measure, or it has no such slice.
    """
    if not isinstance(measure, OfCases):
        raise ValueError(f"no list of cases stands behind {measure.name}")
    due = None if isinstance(measure, LongestSince) else measure.due
    return both(measure.criterion, *(criterion_of(s, due, definition) for s in slices))


def criterion_of(one: Slice, due: str | None, definition: Definition) -> Criterion:
    """The criterion of one slice; an age band is read from the measure's due date.

    Raises:
        ValueError: the definition has neither such an age band nor such a tail, or the measure has
            no age bands.
    """
    if one.dimension == AGE_BAND.name:
        band = definition.band_named(one.value)
        if band is None or due is None:
            raise ValueError(f"there is no age band {one.value} here")
        return InBand(due, band.low, band.high)
    column = DIMENSIONS[one.dimension].column
    assert column is not None
    return blank(column) if one.value is None else OneOf(column, (one.value,))
