"""The figures of a section, in groups: a measure's own, or a measure by a dimension."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from boardtui.core.criterion.dimension import DIMENSIONS
from boardtui.core.measures import MEASURES
from boardtui.core.words.wording import number_text
from boardtui.panels.compare.declared import Section
from boardtui.review.day.aligned import Aligned, aligned, aligned_by, aligned_largest, aligned_said
from boardtui.review.day.review import Review

MOST = 10
"""Officers in a comparison; the breakdown has all of them, then and now."""


class Group(Struct, frozen=True):
    """The rows of a measure, whole or by a dimension; `heading` says by which."""

    measure: str
    rows: list[Aligned]
    by: str = ""
    heading: str = ""


def groups_of(section: Section, review: Review) -> list[Group]:
    """All that either day has of a section: each measure, then by dimensions."""
    return [group for group in _groups(section, review) if group.rows]


def _groups(section: Section, review: Review) -> Iterator[Group]:
    for name in section.measures:
        yield Group(name, aligned(review, name))
    for name, dimension in section.by:
        rows, shown, count = _by_rows(review, name, dimension)
        heading = _by(section, name, dimension)
        if count > shown:
            heading += f": the first {shown} of {number_text(count)}, the largest now"
        yield Group(name, rows, dimension, heading)
    yield from _said_besides(section, review)


def _said_besides(section: Section, review: Review) -> Iterator[Group]:
    """What was said by dimensions that are not the section's own."""
    for name in dict.fromkeys((*section.measures, *(name for name, _ in section.by))):
        if name not in section.measures:
            yield Group(name, aligned_said(review, name, None))
        for dimension in DIMENSIONS:
            if (name, dimension) not in section.by:
                rows = aligned_said(review, name, dimension)
                yield Group(name, rows, dimension, _by(section, name, dimension))


def _by_rows(review: Review, name: str, dimension: str) -> tuple[list[Aligned], int, int]:
    """The rows by a dimension, how many slices are shown for being the largest, and of how many."""
    if dimension != "officer" or review.now.computed is None:
        return aligned_by(review, name, dimension), 0, 0
    return aligned_largest(review, name, dimension, MOST)


def _by(section: Section, measure: str, dimension: str) -> str:
    title, by = MEASURES[measure].title, f"by {DIMENSIONS[dimension].inside}"
    return by if title == section.title else f"{title}, {by}"
