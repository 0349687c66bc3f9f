"""What a breakdown is called: its measure, its slices, its dimensions, and its path."""

from __future__ import annotations

from collections.abc import Iterator

from boardtui.core.criterion.dimension import AGE_BAND, DIMENSIONS, Slice, Slices, slice_title
from boardtui.core.measures import MEASURES
from boardtui.core.measures.measure import CaseCount
from boardtui.review.breakdown import Breakdown

BY = {"risk_level": "risk", AGE_BAND.name: "days late"}
"""Dimensions that are called otherwise than by their titles where they head a table."""


def by_words(dimension: str) -> str:
    """A dimension as what something is told apart by: "risk", "days late", "MAPPA level"."""
    return BY.get(dimension, DIMENSIONS[dimension].inside)


def row_title(dimension: str, value: str | None) -> str:
    """What the row of a slice is called, below the name of its dimension: "31–90"."""
    name = slice_title(dimension, value)
    return name.removesuffix(" days") if dimension == AGE_BAND.name else name


def inside(title: str) -> str:
    """A title within a sentence: "overdue visits", but "MAPPA category 1"."""
    return title if title[:2].isupper() else title[:1].lower() + title[1:]


def named(measure: str, within: Slices = ()) -> str:
    """What is counted, in words: "overdue visits, high risk, North"; of a mix, what is mixed."""
    counted = mixed_of(measure) or measure
    return ", ".join((inside(MEASURES[counted].title), *map(slice_words, within)))


def mixed_of(measure: str) -> str | None:
    """The measure of those whose mix a measure is; None of another."""
    counted = MEASURES[measure]
    return counted.base if isinstance(counted, CaseCount) and counted.mix else None


def slice_words(one: Slice) -> str:
    """A slice as it is said without its column: "high risk", "North", "MAPPA level 1"."""
    title = slice_title(one.dimension, one.value)
    if one.value is None:
        return f"{by_words(one.dimension)} {title}"
    if one.dimension == "risk_level":
        return title if one.value == "not_assessed" else f"{title} risk"
    if one.dimension == AGE_BAND.name:
        return f"{title} late"
    return f"{DIMENSIONS[one.dimension].title} {title}" if one.value.isdecimal() else title


def crumbs(breakdown: Breakdown) -> Iterator[str]:
    """The path from the board, in full and ever shorter: "Board › Overdue visits › by unit"."""
    within = [slice_title(one.dimension, one.value) for one in breakdown.within]
    path = ["Board", MEASURES[breakdown.measure].title, *within]
    if breakdown.by:
        path.append(f"by {' × '.join(map(by_words, breakdown.by))}")
    yield " › ".join(path)
    for start in range(1, len(path)):
        yield " › ".join(path[start:])
