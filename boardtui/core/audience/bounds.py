"""What a count of a table can be, all other counts being as they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from boardtui.core.audience.line import ANY
from boardtui.core.audience.nesting import ADDENDS, KNOWN, SUM, beside, parts_of
from boardtui.core.measures import MEASURES

Name = str | None
"""A slice; None where the dimension is not recorded."""

Counts = Mapping[str, Mapping[Name, int]]
"""People by measure and slice; every slice of each measure, zeros too."""


class Nested:
    """The counts of a dimension, and between what each must lie for what is nested in what."""

    def __init__(self, dimension: str, counts: Counts) -> None:
        self.dimension, self.counts = dimension, counts
        self.parts = {name: parts_of(name, counts) for name in counts}
        self._beside = {name: beside(name, counts) for name in counts}

    def sum_is_known(self, name: Name) -> bool:
        """Whether the sum of both addends is known of a slice, being a measure's whole."""
        return (SUM, self.dimension, name) in KNOWN and SUM in self.counts

    def sum(self, measure: str, names: Iterable[Name]) -> int:
        return sum(self.at(measure, name) for name in names)

    def at(self, measure: str, name: Name) -> int:
        return self.counts.get(measure, {}).get(name, 0)

    def least(self, row: str, name: Name) -> int:
        """The least that a count can be for what is nested in it."""
        inside = self._inside(row, name)
        if row not in ADDENDS or SUM not in self.counts or self.sum_is_known(name):
            return inside
        # The sum moves with it: what is nested in that bounds it too.
        other = self.at(SUM, name) - self.at(row, name)
        return max(inside, self._inside(SUM, name, leaving=ADDENDS) - other)

    def most(self, row: str, name: Name) -> int:
        """The most that a count can be for what it is nested in."""
        if row not in ADDENDS or SUM not in self.counts:
            return self.room(row, name)
        whole = self.at(SUM, name)
        if self.sum_is_known(name):
            return whole
        return self.room(SUM, name) - (whole - self.at(row, name))

    def _inside(self, measure: str, name: Name, leaving: tuple[str, ...] = ()) -> int:
        """The most people that are in what is nested in a measure."""
        groups = (parts for parts in self.parts[measure] if parts != leaving)
        return max((sum(self.at(p, name) for p in parts) for parts in groups), default=0)

    def room(self, measure: str, name: Name) -> int:
        """The most people that a measure can count, within its base and beside others in it."""
        base = MEASURES[measure].base
        if base not in self.counts or base is None:
            return ANY
        return self.at(base, name) - sum(self.at(other, name) for other in self._beside[measure])
