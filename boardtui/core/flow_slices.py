"""The flow of a backlog, told apart by the slices of a dimension: risk levels, units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from boardtui.core.flow import CAME, STAYED, Part

CLOSING = (*STAYED, *CAME)
"""The parts that make up a backlog now; all but those that came make it up then."""

Counts = Mapping[str | None, Mapping[Part, int]]
"""People by slice (None where it is not recorded) and part; every part, zeros too."""


@dataclass(frozen=True, slots=True)
class FlowBySlice:
    """The flow of one backlog by the slices of one dimension; every count is of people.

    `opening` counts the parts of who was overdue then, by the slice of their record then;
    `closing` those of who is overdue now, by the slice of their record now. So for each slice

        sum of opening[slice] = overdue then in the slice
        sum of closing[slice] = overdue now in the slice

    and over all slices each part adds up to the flow's own. Who stayed stands in both, maybe under
    two slices: within one slice, opening less who went plus who came is not the closing.
    """

    backlog: str
    dimension: str
    start: date
    end: date
    opening: Counts
    closing: Counts

    def overdue_then(self, name: str | None) -> int:
        return sum(self.opening.get(name, {}).values())

    def overdue_now(self, name: str | None) -> int:
        return sum(self.closing.get(name, {}).values())
