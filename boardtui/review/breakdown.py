"""A figure by one dimension, or by two, within any slices that were chosen before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from boardtui.core.definition import Definition
from boardtui.core.dimension import DIMENSIONS, Slice, Slices
from boardtui.core.figure import Figure
from boardtui.core.measures import MEASURES
from boardtui.review.review import ComparedFigure, Review
from boardtui.review.selection import Selection
from boardtui.review.shelf import key_of
from boardtui.store.database import Database, open_database
from boardtui.store.snapshots import SnapshotKey


@dataclass(frozen=True, slots=True)
class Breakdown:
    """What is broken down: a measure, within slices, by one dimension or crossed with a second."""

    measure: str
    by: tuple[str, ...]
    within: Slices = ()

    def dimensions(self) -> list[str]:
        """The dimensions that it can go by next: the measure's, but those chosen from already."""
        taken = {one.dimension for one in self.within}
        return [name for name in MEASURES[self.measure].dimensions if name not in taken]

    def cell(self, *values: str | None) -> Slices:
        """The slices of one of its cells."""
        cell = zip(self.by, values, strict=True)
        return (*self.within, *(Slice(name, value) for name, value in cell))


Sides = tuple[list[Figure], list[Figure]]
"""Figures of the day looked at, and of the baseline's."""


def needs_work(review: Review, breakdown: Breakdown) -> bool:
    """Whether it needs figures that are neither stored nor worked out yet."""
    if review.selection.snapshot is None:
        return False
    crossed = len(breakdown.within) + len(breakdown.by) > 1
    done = any(
        measure == breakdown.measure and _in(slices, breakdown)
        for measure, slices in review.now.crossed
    )
    return crossed and not done


def _in(slices: Slices, breakdown: Breakdown) -> bool:
    within, by = len(breakdown.within), tuple(one.dimension for one in slices)
    return slices[:within] == breakdown.within and by[within:] == breakdown.by


def worked_out(
    location: str, selection: Selection, breakdown: Breakdown, definition: Definition
) -> Sides:
    """Work out from records what a breakdown needs and is not stored, with its margins."""
    database = open_database(location)
    try:
        baseline = selection.baseline.snapshot if selection.baseline else None
        now, then = (
            list(_figures(database, snapshot, breakdown, definition)) if snapshot else []
            for snapshot in (selection.snapshot, baseline)
        )
        return now, then
    finally:
        database.close()


def _figures(
    database: Database, snapshot: SnapshotKey, breakdown: Breakdown, definition: Definition
) -> Iterator[Figure]:
    from boardtui.store.cross import narrowed_figures

    measure = MEASURES[breakdown.measure]
    needed = [measure.name, *([measure.base] if measure.base else [])]
    single = [(name,) for name in breakdown.by]
    margins = [(), *single, *([breakdown.by] if len(breakdown.by) > 1 else [])]
    for by in margins:
        if len(breakdown.within) + len(by) > 1:
            yield from narrowed_figures(
                database, snapshot, needed, breakdown.within, by, definition
            )


def take_in(review: Review, sides: Sides) -> None:
    """Keep what was worked out with a review."""
    for side, figures in zip((review.now, review.then), sides, strict=True):
        side.crossed.update({key_of(figure): [figure] for figure in figures})


def slices_of(review: Review, breakdown: Breakdown, place: int = 0) -> list[str | None]:
    """The slices of one of its dimensions that have a figure, in the dimension's order."""
    name = breakdown.by[place]
    dimension = DIMENSIONS[name]
    if not breakdown.within:
        return dimension.order(review.now.slices_of(breakdown.measure, name))
    within = len(breakdown.within)
    return dimension.order(
        {
            slices[within].value
            for measure, slices in review.now.crossed
            if measure == breakdown.measure
            and len(slices) == within + 1
            and slices[:within] == breakdown.within
            and slices[within].dimension == name
        }
    )


def figures_at(review: Review, breakdown: Breakdown, *values: str | None) -> list[ComparedFigure]:
    """The figures of a cell; of the whole, without values: computed first, then published."""
    slices = breakdown.cell(*values) if values else breakdown.within
    return review.figures(breakdown.measure, slices)
