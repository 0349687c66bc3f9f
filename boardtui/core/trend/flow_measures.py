"""What is told of a backlog's flow month by month: names by which a trend is asked for.

A measure has a figure of a day; these have a number of a month, from one snapshot to the next, and
are declared here for both backlogs alike.
"""

from __future__ import annotations

from msgspec import Struct

from boardtui.core.flow.parts import CLEARED_WITHOUT, Part, done_part, listed
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.measures.measure import Backlog


class FlowMeasure(Struct, frozen=True):
    """A number of a backlog's flow over a month: the people of some of its parts."""

    name: str
    title: str
    definition: str
    backlog: Backlog
    parts: tuple[Part, ...]


def _of(backlog: Backlog) -> tuple[FlowMeasure, ...]:
    done = done_part(backlog)
    parts = tuple(part for part in CLEARED_WITHOUT if not (part is _REACTIVE and _owes(backlog)))
    return (
        FlowMeasure(
            f"newly_overdue_{backlog.name}",
            f"Newly overdue {backlog.name}",
            f"People overdue for {backlog.a_one} at the end of the month who were on the register "
            "and not overdue at the end of the month before.",
            backlog,
            (Part.NEWLY_OVERDUE,),
        ),
        FlowMeasure(
            f"cleared_by_{backlog.one}",
            f"Overdue and {done.value}",
            f"People overdue for {backlog.a_one} at the end of the month before and no longer so, "
            f"who were {backlog.seen} in between.",
            backlog,
            (done,),
        ),
        FlowMeasure(
            f"cleared_without_{backlog.one}",
            f"Cleared without {backlog.a_one}",
            f"People overdue for {backlog.a_one} at the end of the month before and no longer so, "
            f"still managed and not {backlog.seen} in between: {_ways(parts)}.",
            backlog,
            parts,
        ),
    )


_REACTIVE = Part.MOVED_TO_REACTIVE

_WAYS = {
    _REACTIVE: "moved to reactive management",
    Part.REGRADED: "regraded to a lower risk",
    Part.DATE_MOVED: "their due date moved or removed",
}


def _owes(backlog: Backlog) -> bool:
    """Whether a reactive case owes it still."""
    return _REACTIVE not in listed(backlog)


def _ways(parts: tuple[Part, ...]) -> str:
    *others, last = (_WAYS[part] for part in parts)
    return f"{', '.join(others)} or {last}"


FLOW_MEASURES = {each.name: each for backlog in BACKLOGS.values() for each in _of(backlog)}
"""By name: newly_overdue_visits, cleared_by_visit, cleared_without_visit, and of assessments."""
