"""The columns of a flow by slice: parts, or several at once, counted by the slice of one day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from boardtui.core.criterion.dimension import Slice, slice_title
from boardtui.core.flow import definitions
from boardtui.core.flow.counts import cleared_of, total
from boardtui.core.flow.parts import (
    CAME,
    CAME_TITLE,
    CLEARED_WITHOUT,
    GONE,
    GONE_TITLE,
    PART_TITLES,
    STAYED,
    Part,
    done_part,
    listed,
)
from boardtui.core.flow.slices import CLOSING, FlowBySlice
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.measures.measure import Backlog
from boardtui.core.words.wording import MINUS, NOT_KNOWN, number_text
from boardtui.panels.subject import FlowNumber

NOT_THERE = "–"
"""What stands for a number of a unit that the records of the day do not have, or not known."""


class Group(Struct, frozen=True):
    """A column: some parts, counted by the slice of one of the two days."""

    head: str
    title: str
    which: tuple[Part, ...]
    now: bool
    definition: str
    sign: str = ""
    whole: bool = False
    """Whether it is all who were overdue on the day."""

    def people(self, found: FlowBySlice, name: str | None) -> int | None:
        """The people of a slice in the column; None where that is not known."""
        if self.whole:
            return (found.overdue_now if self.now else found.overdue_then).get(name, 0)
        counts = (found.closing if self.now else found.opening).get(name, {})
        if len(self.which) > 1 and set(self.which) <= set(CLEARED_WITHOUT):
            return cleared_of(counts, found.unknown)
        return total(counts.get(part, 0) for part in self.which)

    def there(self, found: FlowBySlice, name: str | None) -> bool:
        """Whether the records of the column's day have the slice at all."""
        totals = found.overdue_now if self.now else found.overdue_then
        return totals.get(name, 0) is not None

    def number(self, found: FlowBySlice, name: str | None) -> FlowNumber:
        """The people of a slice in the column as a number that can be asked about."""
        return FlowNumber(
            found,
            f"{slice_title(found.dimension, name)}, {self.title}",
            self.definition,
            self.people(found, name),
            self.which,
            (Slice(found.dimension, name),),
            "now" if self.now else "then",
            self._absent(found, name),
        )

    def all(self, found: FlowBySlice, names: Iterable[str | None]) -> int | None:
        """The sum over slices; units that were not there on the day add nothing to it."""
        return total(self.people(found, name) for name in names if self.there(found, name))

    def text(self, people: int | None) -> str:
        """A number of the column as it stands in the table."""
        if people is None:
            return NOT_THERE
        return f"{self.sign if people else ''}{number_text(people)}"

    def _absent(self, found: FlowBySlice, name: str | None) -> str:
        if self.people(found, name) is not None:
            return ""
        if not self.there(found, name):
            return f"not there {'now' if self.now else 'then'}"
        why = next((found.unknown[part] for part in self.which if part in found.unknown), "")
        return f"{NOT_KNOWN}: {why}" if why else NOT_KNOWN


def sections_of(backlog: Backlog) -> list[list[Group]]:
    """The columns in sections: the flow from then to now, then each sum in its parts."""
    ways = [part for part in listed(backlog) if part in CLEARED_WITHOUT]
    came = [_part(backlog, part, now=True, sign="+") for part in CAME]
    return [
        _flow(backlog),
        [
            Group("overdue on both days", "overdue on both days", STAYED, True, definitions.STAYED),
            *(_part(backlog, part, now=True) for part in STAYED),
            *came,
        ],
        [_part(backlog, part, now=False, sign=MINUS) for part in (*ways, *GONE)],
    ]


def group_of(number: FlowNumber) -> Group | None:
    """The column that a number of a table stands in."""
    for section in sections_of(BACKLOGS[number.flow.backlog]):
        for group in section:
            day = "now" if group.now else "then"
            if (group.which, day) == (number.which, number.counted):
                return group
    return None


def _flow(backlog: Backlog) -> list[Group]:
    mine = listed(backlog)
    opening = tuple(part for part in mine if part not in CAME)
    without = tuple(part for part in mine if part in CLEARED_WITHOUT)
    title = f"cleared without {backlog.a_one}"
    cleared = definitions.cleared(backlog)
    return [
        Group("then", "overdue then", opening, False, definitions.OPENING, whole=True),
        _part(backlog, done_part(backlog), now=False, sign=MINUS),
        Group(title, title, without, False, cleared, MINUS),
        Group("other", GONE_TITLE, GONE, False, definitions.GONE, MINUS),
        _part(backlog, Part.WENT_MISSING, now=False, sign=MINUS),
        Group("new or joined", CAME_TITLE, CAME, True, definitions.NEW, "+"),
        Group("now", "overdue now", CLOSING, True, definitions.CLOSING, whole=True),
    ]


def _part(backlog: Backlog, part: Part, *, now: bool, sign: str = "") -> Group:
    title = PART_TITLES[part]
    return Group(title, title, (part,), now, definitions.part(part, backlog), sign)


def counting(
    section: Sequence[Group], found: FlowBySlice, names: Sequence[str | None]
) -> list[Group]:
    """A section without the column of who went missing, where nobody did."""
    return [
        group
        for group in section
        if group.which != (Part.WENT_MISSING,) or group.all(found, names) != 0
    ]
