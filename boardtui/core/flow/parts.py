"""The flow of a backlog between two snapshots: who left it, how, and who came.

Each part is a criterion on one person's pair of records. A pair has the columns `then.…` and
`now.…` of the two cases files, and five facts, each "yes" or "no": `in_then`, `in_now` (the person
is in that snapshot), `overdue_then`, `overdue_now`, and `seen` (visited, or assessed, after the
earlier day and up to the later one).
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from enum import StrEnum

from boardtui.core.criterion.criterion import (
    AnyOf,
    Criterion,
    Later,
    Not,
    Overdue,
    Recorded,
    Row,
    blank,
    both,
    columns_of,
    holds,
    is_,
    on_side,
)
from boardtui.core.criterion.definition import Definition
from boardtui.core.criterion.dimension import RISK_LEVELS
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.measures.measure import Backlog


class Part(StrEnum):
    """What became of one overdue person, or how one came to be overdue."""

    STILL_OVERDUE = "still_overdue"
    OVERDUE_AGAIN = "overdue_again"
    LEFT = "left"
    VISITED = "visited"
    ASSESSED = "assessed"
    WENT_MISSING = "went_missing"
    NOT_IN_COMMUNITY = "not_in_community"
    MOVED_TO_REACTIVE = "moved_to_reactive"
    REGRADED = "regraded"
    DATE_MOVED = "date_moved"
    NEWLY_OVERDUE = "newly_overdue"
    JOINED_OVERDUE = "joined_overdue"


PART_TITLES = {
    Part.STILL_OVERDUE: "still overdue",
    Part.OVERDUE_AGAIN: "overdue again",
    Part.LEFT: "left the force's register",
    Part.VISITED: "visited",
    Part.ASSESSED: "assessed",
    Part.WENT_MISSING: "went missing",
    Part.NOT_IN_COMMUNITY: "in custody, hospital, abroad or other",
    Part.MOVED_TO_REACTIVE: "moved to reactive management",
    Part.REGRADED: "regraded to a lower risk",
    Part.DATE_MOVED: "due date moved",
    Part.NEWLY_OVERDUE: "newly overdue",
    Part.JOINED_OVERDUE: "joined overdue",
}

GONE_TITLE = "left, custody, abroad"
"""The two parts of those who are no longer in the community of the force, as one."""

CAME_TITLE = "newly or joined overdue"
"""The two parts of those who are overdue now and were not then, as one."""

STAYED = (Part.STILL_OVERDUE, Part.OVERDUE_AGAIN)
CAME = (Part.NEWLY_OVERDUE, Part.JOINED_OVERDUE)
GONE = (Part.LEFT, Part.NOT_IN_COMMUNITY)
"""The parts of who is no longer there to be visited; who went missing is never among them."""
CLEARED_WITHOUT = (Part.MOVED_TO_REACTIVE, Part.REGRADED, Part.DATE_MOVED)
"""The parts cleared without a visit (or an assessment): the number a board is never told."""

IN_THEN, IN_NOW = is_("in_then", "yes"), is_("in_now", "yes")
THEN, NOW, SEEN = is_("overdue_then", "yes"), is_("overdue_now", "yes"), is_("seen", "yes")

_RANKED = RISK_LEVELS[:-1]
LOWER_RISK = AnyOf(
    tuple(
        both(is_("then.risk_level", level), is_("now.risk_level", *_RANKED[rank + 1 :]))
        for rank, level in enumerate(_RANKED[:-1])
    )
)
"""The risk level now is lower than then; not_assessed has no rank, so to or from it is none."""


def done_part(backlog: Backlog) -> Part:
    """The part of those for whom what was owed was done."""
    return Part(backlog.done_part)


def parts_of(backlog: Backlog) -> tuple[tuple[Part, Criterion], ...]:
    """The parts of a backlog's flow, each with its criterion; the first that holds counts."""
    seen = done_part(backlog)
    reactive = (Part.MOVED_TO_REACTIVE, both(THEN, is_("now.management", "reactive")))
    return (
        (Part.OVERDUE_AGAIN, both(THEN, NOW, SEEN)),
        (Part.STILL_OVERDUE, both(THEN, NOW)),
        (Part.LEFT, both(THEN, Not(IN_NOW))),
        (seen, both(THEN, SEEN)),
        (Part.WENT_MISSING, both(THEN, is_("now.status", "missing"))),
        (Part.NOT_IN_COMMUNITY, both(THEN, Not(is_("now.status", "community")))),
        # A reactive case owes no visit, but still owes assessments.
        *((reactive,) if "management" in columns_of(backlog.base.criterion) else ()),
        (Part.REGRADED, both(THEN, LOWER_RISK)),
        (Part.DATE_MOVED, THEN),
        (Part.JOINED_OVERDUE, both(NOW, Not(IN_THEN))),
        (Part.NEWLY_OVERDUE, NOW),
    )


PARTS = {name: parts_of(backlog) for name, backlog in BACKLOGS.items()}


def just(backlog: Backlog, which: Collection[Part]) -> Criterion:
    """The criterion of the people of some parts: theirs holds, and none that stands before it."""
    before: list[Criterion] = []
    found: list[Criterion] = []
    for part, criterion in PARTS[backlog.name]:
        if part in which:
            found.append(both(criterion, *map(Not, before)))
        before.append(criterion)
    return AnyOf(tuple(found))


def listed(backlog: Backlog) -> tuple[Part, ...]:
    """The parts of a backlog in the order in which they are told: stayed, left, came."""
    mine = {part for part, _ in PARTS[backlog.name]}
    return tuple(part for part in Part if part in mine)


def dates_moved(backlog: Backlog) -> Criterion:
    """In both snapshots, in the backlog's base in both, not seen, and due later now, or undated."""
    due = backlog.due
    return both(
        IN_THEN,
        IN_NOW,
        on_side(backlog.base.criterion, "then"),
        on_side(backlog.base.criterion, "now"),
        Recorded(f"then.{due}"),
        AnyOf((blank(f"now.{due}"), Later(f"now.{due}", f"then.{due}"))),
        Not(SEEN),
    )


def overdue_by_dates_then(backlog: Backlog) -> Criterion:
    """In both, in the base now, not seen, and overdue now by the date that stood then.

    The backlog of these people as it would stand had no date been touched. Read on the later day,
    and always beside `overdue_by_dates_now`: like for like.
    """
    return both(
        IN_THEN,
        IN_NOW,
        on_side(backlog.base.criterion, "now"),
        Overdue(f"then.{backlog.due}"),
        Not(SEEN),
    )


def overdue_by_dates_now(backlog: Backlog) -> Criterion:
    """Of the same people as `overdue_by_dates_then` looks at, those overdue by the date now."""
    return both(
        IN_THEN,
        IN_NOW,
        on_side(backlog.base.criterion, "now"),
        Overdue(f"now.{backlog.due}"),
        Not(SEEN),
    )


def beside_of(backlog: Backlog) -> dict[str, Criterion]:
    """What the parts alone would not show, by its name."""
    return {
        "dates_moved": dates_moved(backlog),
        "overdue_by_dates_then": overdue_by_dates_then(backlog),
        "overdue_by_dates_now": overdue_by_dates_now(backlog),
    }


def pair_of(
    backlog: Backlog,
    then: Row | None,
    now: Row | None,
    seen: bool,
    days: tuple[date, date],
    definition: Definition,
) -> Row:
    """One person's pair of records with its five facts; a side that is absent is all blank."""
    from boardtui.core.history.case import OF_FILE

    pair: dict[str, str | int | date | None] = {"seen": _yes(seen)}
    for side, row, day in (("then", then, days[0]), ("now", now, days[1])):
        overdue = row is not None and holds(backlog.overdue, row, day, definition)
        pair[f"in_{side}"] = _yes(row is not None)
        pair[f"overdue_{side}"] = _yes(overdue)
        for column in OF_FILE:
            pair[f"{side}.{column}"] = row[column] if row is not None else None
    return pair


def _yes(fact: bool) -> str:
    return "yes" if fact else "no"
