"""The numbers of a flow: how many people are in each part, and what cannot be known of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from msgspec import Struct, field

from boardtui.core.flow.parts import (
    CAME,
    CLEARED_WITHOUT,
    STAYED,
    Part,
    beside_of,
    done_part,
    listed,
)
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.measures.given import Given
from boardtui.core.measures.measure import Backlog
from boardtui.core.measures.unknown import needed_of

OPENING: Final = "opening"
CLOSING: Final = "closing"
CLEARED: Final = "cleared_without"

_WITHOUT_SEEN = (Part.LEFT, *CAME)
"""The parts that are known even where nobody knows who was seen."""


class Flow(Struct, frozen=True):
    """The flow of one backlog between two snapshots of a force; every count is of people.

    `parts` holds every part of the backlog, zeros too. A count is None where it cannot be known,
    and `unknown` says why, by the name of the number. `reasons` counts those who left by the
    leavers file's reason, in the order of the names (None, where it gives none, is last).

    Of a flow as an audience may see it, what is hidden is None too, and named in `hidden`; `sums`
    are those of several parts that are told together, which can be shown where a part is not.
    """

    backlog: str
    start: date
    end: date
    parts: Mapping[Part, int | None]
    opening: int | None
    closing: int | None
    dates_moved: int | None
    overdue_by_dates_then: int | None
    overdue_by_dates_now: int | None
    reasons: Mapping[str | None, int | None] = field(default_factory=dict)
    unknown: Mapping[str, str] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()
    sums: Mapping[frozenset[Part], int | None] = field(default_factory=dict)

    def together(self, parts: Iterable[Part]) -> int | None:
        """The people of several parts; None where that is not known, or hidden."""
        which = self._which(parts)
        if which in self.sums:
            return self.sums[which]
        return total(self.parts[part] for part in which)

    def hides(self, *which: str) -> bool:
        """Whether a number of the flow, or what several parts are together, is hidden."""
        if len(which) > 1:
            parts = self._which(Part(name) for name in which)
            hidden = any(part in self.hidden for part in parts)
            return self.sums[parts] is None if parts in self.sums else hidden
        return which[0] in self.hidden

    def _which(self, parts: Iterable[Part]) -> frozenset[Part]:
        return frozenset(part for part in parts if part in self.parts)

    @property
    def cleared_without(self) -> int | None:
        """Cleared without a visit (or an assessment); None where the parts cannot be told apart."""
        if self.sums and CLEARED not in self.unknown:
            return self.together(CLEARED_WITHOUT)
        return cleared_of(self.parts, self.unknown)

    @property
    def why_unknown(self) -> str | None:
        """Why the whole flow cannot be known; None where at least its two ends are."""
        return self.unknown.get(OPENING) or self.unknown.get(CLOSING)


def flow_of_counts(
    backlog: Backlog,
    days: tuple[date, date],
    counts: Mapping[str, int],
    reasons: Mapping[str | None, int],
    unknown: Mapping[str, str],
) -> Flow:
    """A flow from what was counted, by the names of parts and of what stands beside them.

    What is `unknown` was counted as if the files said nothing else, and is not kept.
    """

    def known(name: str, count: int) -> int | None:
        return None if name in unknown else count

    parts = {part: counts[part] for part in listed(backlog)}
    return Flow(
        backlog=backlog.name,
        start=days[0],
        end=days[1],
        parts={part: known(part, count) for part, count in parts.items()},
        opening=known(OPENING, sum(count for part, count in parts.items() if part not in CAME)),
        closing=known(CLOSING, sum(parts[part] for part in (*STAYED, *CAME))),
        reasons=_in_order(reasons) if Part.LEFT not in unknown else {},
        unknown=unknown,
        dates_moved=known("dates_moved", counts["dates_moved"]),
        overdue_by_dates_then=known("overdue_by_dates_then", counts["overdue_by_dates_then"]),
        overdue_by_dates_now=known("overdue_by_dates_now", counts["overdue_by_dates_now"]),
    )


def _in_order(reasons: Mapping[str | None, int]) -> dict[str | None, int]:
    """By name, and those that were not given last: databases count in an order of their own."""
    return dict(sorted(reasons.items(), key=lambda item: (item[0] is None, item[0] or "")))


def nothing_known(backlog: Backlog, days: tuple[date, date], why: str) -> Flow:
    """A flow of which nothing is known, and why."""
    counts = dict.fromkeys((*listed(backlog), *beside_of(backlog)), 0)
    return flow_of_counts(backlog, days, counts, {}, dict.fromkeys(names_of(backlog), why))


def names_of(backlog: Backlog) -> tuple[str, ...]:
    """The name of every number of a backlog's flow."""
    return (OPENING, *listed(backlog), CLOSING, *beside_of(backlog))


def flow_unknown(
    backlog: Backlog, then: Given, now: Given, between: Sequence[Given]
) -> dict[str, str]:
    """Which numbers of a flow cannot be known, by their names, and why: "no visit_due column".

    `between` are the snapshots after the earlier day and up to the later one.
    """
    owed = tuple(needed_of(backlog.overdue))
    if why := then.lacks("cases", owed) or now.lacks("cases", owed):
        return dict.fromkeys(names_of(backlog), why)
    found: dict[str, str] = {}
    if Part.MOVED_TO_REACTIVE in listed(backlog):
        on_the_later_day = now.lacks("cases", ("management",))
        on_the_earlier = then.lacks("cases", ("management",))
        if why := on_the_later_day or on_the_earlier:
            found[Part.MOVED_TO_REACTIVE] = why
            if not on_the_later_day:
                found[CLEARED] = why
    if why := _seen_unknown(backlog, now, between):
        apart = (OPENING, CLOSING, *_WITHOUT_SEEN)
        found.update({name: why for name in names_of(backlog) if name not in apart})
    return found


def _seen_unknown(backlog: Backlog, now: Given, between: Sequence[Given]) -> str | None:
    """Why nobody knows who was seen (or assessed) in between; None where that is known."""
    if backlog.by_visits and any("visits" in given.files for given in between):
        return None
    return now.lacks("cases", (backlog.last,))


def cleared_of(counts: Mapping[Part, int | None], unknown: Mapping[str, str]) -> int | None:
    """Who was cleared without a visit (or an assessment), of all people or of those of a slice.

    Where everybody is taken as actively managed on the later day, nobody is known to have moved to
    reactive management: the sum is then of the other parts, under that assumption. Where that is
    taken of the earlier day alone, those who are reactively managed now may have been so all along,
    and the sum is not known.
    """
    if CLEARED in unknown:
        return None
    return total(
        count
        for part, count in counts.items()
        if part in CLEARED_WITHOUT and (part, count) != (Part.MOVED_TO_REACTIVE, None)
    )


def total(counts: Iterable[int | None]) -> int | None:
    """The sum of some numbers of a flow; None where one of them is not known, or hidden."""
    known = list(counts)
    return None if None in known else sum(filter(None, known))


def most_without(flow: Flow) -> bool:
    """Whether more people were cleared without a visit (or an assessment) than by one.

    Where it is hidden how many were by one, whether the numbers that are shown leave room for that.
    """
    part = done_part(BACKLOGS[flow.backlog])
    done, without = flow.parts[part], flow.cleared_without
    if without is None:
        return False
    if done is None and flow.hides(part) and flow.opening is not None:
        done = flow.opening - without - (flow.together(STAYED) or 0)
    return done is not None and without > done
