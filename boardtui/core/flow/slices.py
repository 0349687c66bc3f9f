"""The flow of a backlog, told apart by the slices of a dimension: risk levels, units."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from boardtui.core.flow.parts import CAME, STAYED, Part

CLOSING = (*STAYED, *CAME)
"""The parts that make up a backlog now; all but those that came make it up then."""

Counts = Mapping[str | None, Mapping[Part, int | None]]
"""People by slice (None where it is not recorded) and part; every part, zeros too. A count is None
where it cannot be known, or where the records of that day have no such unit or officer."""


class FlowBySlice(Struct, frozen=True):
    """The flow of one backlog by the slices of one dimension; every count is of people.

    `opening` counts the parts of who was overdue then, by the slice of their record then;
    `closing` those of who is overdue now, by the slice of their record now. So for each slice

        sum of opening[slice] = overdue_then[slice]
        sum of closing[slice] = overdue_now[slice]

    and over all slices each part adds up to the flow's own. Who stayed stands in both, maybe under
    two slices: within one slice, opening less who went plus who came is not the closing.
    `unknown` says why parts are not known, by their names, and of the whole under "opening" and
    "closing": there are no slices then.
    """

    backlog: str
    dimension: str
    start: date
    end: date
    opening: Counts
    closing: Counts
    overdue_then: Mapping[str | None, int | None]
    overdue_now: Mapping[str | None, int | None]
    unknown: Mapping[str, str] = field(default_factory=dict)

    @property
    def why_unknown(self) -> str | None:
        """Why the flow cannot be told apart at all; None where it is."""
        return self.unknown.get("opening") or self.unknown.get("closing")
