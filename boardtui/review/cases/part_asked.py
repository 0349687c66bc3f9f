"""What can be asked of a flow as a list of cases: a part, several at once, or what it hides."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Literal

from msgspec import Struct

from boardtui.core.criterion.criterion import Criterion
from boardtui.core.flow.parts import (
    CAME,
    CLEARED_WITHOUT,
    PART_TITLES,
    Part,
    beside_of,
    just,
    listed,
)
from boardtui.core.flow.slices import CLOSING
from boardtui.core.measures.measure import Backlog
from boardtui.core.words.days import day_text

Side = Literal["then", "now"]
Hidden = Literal["dates_moved", "overdue_by_dates_then", "overdue_by_dates_now"]
Which = Collection[Part] | Hidden
"""Some parts, or one of what the flow alone would not show."""


class PartAsked(Struct, frozen=True):
    """Which people of a flow are listed, by which of their two records.

    `listed` is the side of the records in the list: then where some are in the later snapshot no
    more. `counted` is the side whose overdue they are among; a slice is read on it.
    """

    name: str
    title: str
    backlog: Backlog
    start: date
    end: date
    criterion: Criterion
    listed: Side
    counted: Side
    overdue: bool
    """Whether every record in the list is of somebody overdue on its day."""

    @property
    def words(self) -> str:
        """The list in words: whose flow, and between which days."""
        days = f"{day_text(self.start)} to {day_text(self.end)}"
        return f"Overdue {self.backlog.name}, {days}: {self.title}"


def names(backlog: Backlog) -> dict[str, Which]:
    """All that can be asked for by a name, in the order in which it is told."""
    parts = listed(backlog)
    return {
        "opening": tuple(part for part in parts if part not in CAME),
        "closing": tuple(part for part in parts if part in CLOSING),
        **{part.value: (part,) for part in parts},
        "cleared_without": tuple(part for part in parts if part in CLEARED_WITHOUT),
        "dates_moved": "dates_moved",
        "overdue_by_dates_then": "overdue_by_dates_then",
        "overdue_by_dates_now": "overdue_by_dates_now",
    }


def asked(
    backlog: Backlog, which: Which, days: tuple[date, date], counted: Side | None = None
) -> PartAsked:
    """What is asked for; `counted` says on which side those who stayed are meant.

    Raises:
        ValueError: there is no such part, or the parts are of no one side.
    """
    if isinstance(which, str):
        return _hidden(backlog, which, days, counted or "now")
    parts = set(which)
    if not parts or not parts <= set(listed(backlog)):
        raise ValueError(f"no such parts of overdue {backlog.name}: {', '.join(sorted(parts))}")
    sides: list[Side] = []
    if parts <= set(CLOSING):
        sides.append("now")
    if not parts & set(CAME):
        sides.append("then")
    if not sides or counted not in (None, *sides):
        raise ValueError("a list is of who was overdue then, or of who is now")
    name = _name(backlog, parts)
    gone = Part.LEFT in parts
    return PartAsked(
        name=name,
        title=_title(name, backlog, parts, days),
        backlog=backlog,
        start=days[0],
        end=days[1],
        criterion=just(backlog, parts),
        listed="then" if gone else "now",
        counted=counted or sides[0],
        overdue=gone or parts <= set(CLOSING),
    )


def _hidden(backlog: Backlog, which: Hidden, days: tuple[date, date], counted: Side) -> PartAsked:
    return PartAsked(
        name=which,
        title=HIDDEN[which].format(
            one=backlog.one,
            seen=backlog.seen,
            then=day_text(days[0]),
            now=day_text(days[1]),
        ),
        backlog=backlog,
        start=days[0],
        end=days[1],
        criterion=beside_of(backlog)[which],
        listed="now",
        counted=counted,
        overdue=which == "overdue_by_dates_now",
    )


HIDDEN = {
    "dates_moved": "due date moved later or removed, with no {one} in between",
    "overdue_by_dates_then": "overdue by the due dates of {then}, had none been touched",
    "overdue_by_dates_now": "not {seen} in between, and overdue by the due dates of {now}",
}


def _name(backlog: Backlog, parts: Collection[Part]) -> str:
    """The name by which some parts can be asked for; else theirs, one after another."""
    for name, which in names(backlog).items():
        if not isinstance(which, str) and set(which) == parts:
            return name
    return " ".join(part.value for part in listed(backlog) if part in parts)


def _title(name: str, backlog: Backlog, parts: Collection[Part], days: tuple[date, date]) -> str:
    if name in ("opening", "closing"):
        return f"all overdue on {day_text(days[name == 'closing'])}"
    if name == "cleared_without":
        return f"cleared without {backlog.a_one}"
    return ", ".join(PART_TITLES[part] for part in listed(backlog) if part in parts)
