"""Under a breakdown, how late the marked slice is: its ages, then and now."""

from __future__ import annotations

from boardtui.core.criterion.dimension import AGE_BAND, Slices
from boardtui.core.measures import MEASURES
from boardtui.panels.breakdown.rows import Rows
from boardtui.panels.breakdown.slice_table import SliceTable
from boardtui.panels.breakdown.statement import lateness
from boardtui.panels.cards.words import strong
from boardtui.panels.text import Line, chunk, clipped, space
from boardtui.review.breakdown import Breakdown
from boardtui.review.day.review import Review


def ages_of_slice(measure: str, slices: Slices) -> Breakdown | None:
    """The breakdown of a slice by its ages; None where it has none, or is of one age."""
    if AGE_BAND.name not in MEASURES[measure].dimensions:
        return None
    if any(one.dimension == AGE_BAND.name for one in slices):
        return None
    return Breakdown(measure, (AGE_BAND.name,), slices)


def ages(review: Review, breakdown: Breakdown, name: str, width: int) -> list[Line]:
    """How late the slice called `name` is: its oldest and its median, and a row for each age."""
    table = SliceTable(Rows(review, breakdown))
    laid = table.laid_out(width)
    scale = table.scale(laid)
    title = (chunk(strong(name)), space(2), *lateness(review, breakdown, width))
    rows = [table.row(laid, scale, place, current=False) for place in range(table.count)]
    return [clipped(title, width), table.heads(laid, arrow=False), *rows]
