"""The rows of a breakdown by one dimension: in an order, filtered by words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from boardtui.core.criterion.dimension import Slices
from boardtui.panels.breakdown.naming import row_title
from boardtui.panels.breakdown.words import holding
from boardtui.review.breakdown import Breakdown, figures_at, slices_of, whole_of
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

Number = Callable[[str | None], float | None]
"""What rows are sorted by: the number of a slice, None where that is not known."""

MEASURED = 50
"""Rows that the columns are made for: to look at more would be slow to open."""


class Rows:
    """The slices of a breakdown's dimension as rows, each with its figure."""

    def __init__(self, review: Review, breakdown: Breakdown) -> None:
        self.review, self.breakdown = review, breakdown
        self._own = slices_of(review, breakdown)
        self._sorted: Sequence[str | None] = self._own
        self.values: Sequence[str | None] = self._own
        """The slices that are shown, in the order in which they are."""
        self.words: list[str] = []
        self._figure = lru_cache(maxsize=4096)(self._compared)
        self.first = [row for row in map(self._figure, self._own[:MEASURED]) if row]
        """The first rows in their own order, for which the columns are made."""
        self.total = whole_of(review, breakdown, self.first)

    @property
    def count(self) -> int:
        return len(self.values)

    @property
    def in_all(self) -> int:
        """How many rows there are without the filter."""
        return len(self._own)

    def at(self, place: int) -> ComparedFigure | None:
        """The figure of a row; of the place after the last one, the whole's."""
        return self._figure(self.values[place]) if place < self.count else self.total

    def of(self, value: str | None) -> ComparedFigure | None:
        """The figure of a slice."""
        return self._figure(value)

    def slices(self, place: int) -> Slices:
        """The slices of a row; of the place after the last one, those that all rows are in."""
        values = self.values[place : place + 1]
        return self.breakdown.cell(*values) if values else self.breakdown.within

    def title(self, value: str | None) -> str:
        """What the row of a slice is called."""
        return row_title(self.breakdown.by[0], value)

    def now(self, value: str | None) -> float | None:
        """The number of this day of a slice, without what it is compared with."""
        slices = self.breakdown.cell(value)
        figures = self.review.now.both(self.breakdown.measure, slices)
        return figures[0].value if figures and figures[0].as_at == self._day else None

    def then(self, value: str | None) -> float | None:
        """The same of the baseline's day."""
        slices = self.breakdown.cell(value)
        figures = self.review.then.both(self.breakdown.measure, slices)
        return figures[0].value if figures else None

    @property
    def _day(self) -> object:
        return self.review.selection.day

    def largest(self) -> int:
        """The place of the row with the most now, of those that are shown; the first of several."""
        numbers = [self.now(value) for value in self.values]
        known = [number for number in numbers if number is not None]
        return numbers.index(max(known)) if known else 0

    def sort(self, number: Number | None, *, descending: bool) -> None:
        """Put the rows in an order: by a number, or without one in their own.

        Rows whose number is not known come last either way, and rows that are alike in their own
        order.
        """
        if number is None:
            self._sorted = self._own[::-1] if descending else self._own
        else:
            numbers = [(number(value), value) for value in self._own]
            known = [pair for pair in numbers if pair[0] is not None]
            known.sort(key=lambda pair: pair[0] or 0.0, reverse=descending)
            unknown = [value for found, value in numbers if found is None]
            self._sorted = [*(value for _, value in known), *unknown]
        self.filter(self.words)

    def filter(self, words: list[str]) -> None:
        """Show only rows whose names hold all of some words."""
        self.words = words
        self.values = holding(words, self._sorted, self.title)

    def _compared(self, value: str | None) -> ComparedFigure | None:
        found = figures_at(self.review, self.breakdown, value)
        return found[0] if found else None
