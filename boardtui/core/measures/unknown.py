"""Why a figure cannot be known of a snapshot, and what was assumed where it can."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from boardtui.core.criterion.criterion import All, AnyOf, Criterion, Not, OneOf, columns_of
from boardtui.core.criterion.dimension import AGE_BAND, DIMENSIONS
from boardtui.core.measures.given import ASSUMED, Given
from boardtui.core.measures.measure import (
    CaseCount,
    Lateness,
    LongestSince,
    Measure,
    OverOfficers,
    PerPost,
    VisitCount,
)


def why_unknown(measure: Measure, by: Iterable[str], given: Given) -> str | None:
    """Why a measure, told apart by some dimensions, is not known; None where it can be.

    "no visit_due column", "no visits file".
    """
    match measure:
        case CaseCount() | Lateness() | LongestSince():
            return given.lacks("cases", _needed(measure, by))
        case OverOfficers(statistic="per_fte_max") | PerPost():
            return given.lacks("cases", ("officer_ref",)) or given.lacks("officers")
        case OverOfficers():
            return given.lacks("cases", ("officer_ref",))
        case VisitCount():
            return given.lacks("visits", _columns_of(measure.criterion))
    return None


def assumption(measure: Measure, given: Given) -> str | None:
    """What was taken of everybody that a measure counts, where a file does not say it."""
    if not isinstance(measure, CaseCount | Lateness | LongestSince):
        return None
    for name in _columns_of(measure.criterion):
        if name in ASSUMED and given.lacks("cases", (name,)):
            return f"no {name} column: all are taken as {ASSUMED[name]}"
    return None


def _needed(measure: CaseCount | Lateness | LongestSince, by: Iterable[str]) -> Iterator[str]:
    """The columns of the cases file without which nothing is known."""
    yield from _needed_of(measure.criterion)
    if isinstance(measure, LongestSince):
        yield measure.column
    if isinstance(measure, CaseCount) and measure.mix:  # of which the slices are all there is
        by = (*by, *measure.dimensions)
    for name in by:
        column = DIMENSIONS[name].column
        if name == AGE_BAND.name and not isinstance(measure, LongestSince) and measure.due:
            column = measure.due
        if column is not None:
            yield column


@lru_cache(maxsize=256)
def _needed_of(criterion: Criterion) -> tuple[str, ...]:
    """Worked out once for each criterion: every figure of a board asks it."""
    return tuple(needed_of(criterion))


@lru_cache(maxsize=256)
def _columns_of(criterion: Criterion) -> tuple[str, ...]:
    return tuple(columns_of(criterion))


def needed_of(criterion: Criterion) -> Iterator[str]:
    """The columns that a criterion cannot do without: not those of which it asks the assumed."""
    match criterion:
        case OneOf(column, values) if ASSUMED.get(column) in values:
            return
        case Not(part):
            yield from needed_of(part)
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from needed_of(part)
        case _:
            yield from columns_of(criterion)
