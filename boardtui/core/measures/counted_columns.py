"""The columns of the cases file that counting reads, as the measures declare them."""

from __future__ import annotations

from boardtui.core.criterion.criterion import columns_of
from boardtui.core.criterion.dimension import OF_CASES
from boardtui.core.history.case import COLUMNS
from boardtui.core.measures import MEASURES
from boardtui.core.measures.measure import LongestSince
from boardtui.core.measures.slicing import OfCases


def counted_columns() -> tuple[str, ...]:
    """Every column that a measure of cases or one of its dimensions reads, in the file's order."""
    read = {dimension.column for dimension in OF_CASES}
    for measure in MEASURES.values():
        if not isinstance(measure, OfCases):
            continue
        read.update(columns_of(measure.criterion))
        read.add(measure.column if isinstance(measure, LongestSince) else measure.due)
    return tuple(name for name in COLUMNS if name in read)
