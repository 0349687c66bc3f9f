"""How the counts of a register lie in one another: what a reader of several of them can work out.

A measure is nested in its base. What is told here besides is which of the measures with one base
never count the same person, and which measure is the sum of two others.
"""

from __future__ import annotations

from collections.abc import Collection

from boardtui.core.criterion.dimension import RISK_LEVEL
from boardtui.core.measures import MEASURES
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.measures.measure import CaseCount

SUM, ADDENDS = "managed", ("actively_managed", "reactively_managed")
"""Of these three, two give away the third: the sum is shown where both of its addends are."""

APART = (
    ADDENDS,
    (SUM, "missing_people"),
    *((backlog.overdue_name, f"{backlog.name}_not_dated") for backlog in BACKLOGS.values()),
    ("never_seen", "not_seen_over_year"),
)
"""Measures of one base that have nobody in common."""

KNOWN = (
    ("registered", "status", "community"),
    ("registered", "status", "missing"),
    (SUM, "officer", None),
    ("unallocated", "officer", None),
)
"""Slices that are a measure's whole, which is shown: managed, missing and unallocated people."""

HIGH = ("very_high", "high")
"""The risk levels of which the sum is a measure's whole too, for each backlog."""

HIGH_RISK = {backlog.high_risk_name: backlog.overdue_name for backlog in BACKLOGS.values()}
"""By risk level these count the same people as their backlog, or nobody."""


def same_as(name: str) -> str:
    """The first measure that counts the same people: of caseloads and the risk mix, the managed."""
    measure = MEASURES[name]
    assert isinstance(measure, CaseCount)
    return next(
        other.name
        for other in MEASURES.values()
        if isinstance(other, CaseCount) and other.criterion == measure.criterion
    )


def rows_of(names: Collection[str], dimension: str) -> list[str]:
    """The measures whose counts are chosen among, each before its base: no two count the same.

    Of the others, what is hidden follows from these.
    """
    mine = [name for name in names if same_as(name) == name]
    if set(ADDENDS) <= set(mine):
        mine = [name for name in mine if name != SUM]
    if dimension == RISK_LEVEL.name:
        mine = [name for name in mine if name not in HIGH_RISK]
    return sorted(mine, key=_depth, reverse=True)


def _depth(name: str) -> float:
    """How deep a measure is nested; addends come after whatever else is nested in their sum."""
    base = MEASURES[name].base
    depth = 0 if base is None else 1 + _depth(base)
    return depth - 0.5 if name in ADDENDS else depth


def parts_of(name: str, names: Collection[str]) -> list[tuple[str, ...]]:
    """The measures nested in one: those that have nobody in common together, others alone."""
    mine = [each for each in names if MEASURES[each].base == name and same_as(each) == each]
    apart = [tuple(each for each in group if each in mine) for group in APART]
    alone = [(each,) for each in mine if not any(each in group for group in apart)]
    return [*filter(None, apart), *alone]


def beside(name: str, names: Collection[str]) -> list[str]:
    """The measures of the same base that count nobody of a measure's."""
    return [each for group in APART if name in group for each in group if each != name in names]


def lines_of(name: str, dimension: str) -> tuple[tuple[str, ...], ...]:
    """The slices of which the sum is known besides that of all; none where only that is."""
    return (HIGH,) if name in HIGH_RISK.values() and dimension == RISK_LEVEL.name else ()
