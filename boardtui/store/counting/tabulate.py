"""Tables of counts: measures by dimensions, over the cases of a snapshot.

Two engines fill them, with the same meaning. Whole snapshots, at ingest and when figures are
restated, are counted in memory (`boardtui.store.counting.columns`); chosen cases, for crosses and
drill-downs, by the database (`boardtui.store.counting.counted_cases`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from operator import add, itemgetter
from typing import NamedTuple, Protocol, TypeVar

from boardtui.core.criterion.criterion import Criterion
from boardtui.core.criterion.dimension import (
    MAPPA_CATEGORY,
    MAPPA_LEVEL,
    OFFICER,
    RISK_LEVEL,
    STATUS,
    UNIT,
    Dimension,
)
from boardtui.core.measures.measure import CaseCount, LongestSince

Key = tuple[str | None, ...]
"""The slices of one cell, in the order of the dimensions asked for."""


class Tally(NamedTuple):
    """What was asked of one cell: a count for each measure, the earliest date for each other."""

    counts: tuple[int, ...]
    earliest: tuple[date | None, ...] = ()

    def plus(self, other: Tally) -> Tally:
        """Both cells as one."""
        pairs = zip(self.earliest, other.earliest, strict=True)
        return Tally(
            tuple(map(add, self.counts, other.counts)),
            tuple(min((day for day in pair if day), default=None) for pair in pairs),
        )


class Tabulation(Protocol):
    """The cases of a snapshot, ready to be counted."""

    @property
    def day(self) -> date: ...

    def tallies(
        self,
        counted: Sequence[CaseCount],
        dated: Sequence[LongestSince],
        dimensions: Sequence[Dimension],
        due: str | None = None,
    ) -> dict[Key, Tally]:
        """The count of each counted measure, and the earliest date of each dated one, by cell.

        `due` is the due date that an age band is read from; the cells are then of the overdue by
        it alone, as far as the measures count them. Cells without a case may be absent.
        """
        ...

    def dues(
        self, criterion: Criterion, column: str, dimensions: Sequence[Dimension]
    ) -> dict[Key, Counter[date]]:
        """How many of the cases that meet a criterion were due on each day, by cell."""
        ...


GROUPINGS = ((RISK_LEVEL, STATUS, MAPPA_LEVEL, MAPPA_CATEGORY), (UNIT,), (OFFICER,))
"""The dimensions of cases, as few passes over the table: the closed ones cross into few cells."""

T = TypeVar("T")


def by_dimension(
    cells_of: Callable[[Sequence[Dimension]], Mapping[Key, T]], add: Callable[[T, T], T]
) -> Iterator[tuple[Dimension | None, dict[str | None, T]]]:
    """What `cells_of` gives, for the whole (dimension None) and by each single dimension.

    `add` puts two cells' values together.
    """
    for grouping in GROUPINGS:
        cells = cells_of(grouping)
        if grouping is GROUPINGS[0]:
            yield None, _rolled_up(cells, lambda key: None, add)
        for place, dimension in enumerate(grouping):
            yield dimension, _rolled_up(cells, itemgetter(place), add)


def _rolled_up(
    cells: Mapping[Key, T], slice_of: Callable[[Key], str | None], add: Callable[[T, T], T]
) -> dict[str | None, T]:
    totals: dict[str | None, T] = {}
    for key, value in cells.items():
        name = slice_of(key)
        totals[name] = add(totals[name], value) if name in totals else value
    return totals
