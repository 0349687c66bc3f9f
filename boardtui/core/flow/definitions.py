"""What each number of a flow counts, in words."""

from __future__ import annotations

from boardtui.core.flow.parts import CLEARED_WITHOUT, Part, listed
from boardtui.core.measures.measure import Backlog

OPENING = "Overdue on the earlier day, by the records of that day."
CLOSING = "Overdue on the later day: still overdue, overdue again, and new."
GONE = (
    "Overdue then and not now: no longer on the force's register, or in custody, in hospital, "
    "abroad or otherwise not in the community. Those who went missing are not among them."
)
NEW = "Overdue now and not then: newly overdue, or joined the register overdue."
STAYED = "Overdue on both days: still overdue, or seen in between and overdue again."


def cleared(backlog: Backlog) -> str:
    return (
        f"Overdue then and not now, and {_not_seen(backlog)}: {_ways(backlog)}. It is the number "
        "that a board is never told."
    )


def _ways(backlog: Backlog) -> str:
    mine = Part.MOVED_TO_REACTIVE in listed(backlog)
    reactive = "moved to reactive management, " if mine else ""
    return f"{reactive}regraded to a lower risk, or the due date moved"


def _not_seen(backlog: Backlog) -> str:
    return f"not {backlog.seen} in between"


def moved(backlog: Backlog) -> str:
    base = backlog.base.title.lower()
    return (
        f"In both snapshots, {base} in both, {_not_seen(backlog)}, and the {backlog.one}'s due "
        "date is later now than it was, or blank: also dates moved before they fell due."
    )


def by_dates_then(backlog: Backlog) -> str:
    base = backlog.base.title.lower()
    return (
        f"In both snapshots, {base} now, {_not_seen(backlog)}, and overdue now by the due date of "
        "the earlier snapshot: the backlog of these people had no date been touched."
    )


def by_dates_now(backlog: Backlog) -> str:
    base = backlog.base.title.lower()
    return (
        f"In both snapshots, {base} now, {_not_seen(backlog)}, and overdue now by the due date of "
        "the later snapshot: the same people as those by the dates of then, like for like."
    )


def part(one: Part, backlog: Backlog) -> str:
    """The definition of a part; of those that left the backlog the first that applies counts."""
    not_now = "Overdue then and not now"
    words = {
        Part.STILL_OVERDUE: f"Overdue on both days, and {_not_seen(backlog)}.",
        Part.OVERDUE_AGAIN: f"Overdue then, {backlog.seen} in between, and overdue now again.",
        Part.LEFT: "Overdue then, and not in the later snapshot.",
        Part.VISITED: f"{not_now}, and seen on a visit in between.",
        Part.ASSESSED: f"{not_now}, and assessed in between.",
        Part.WENT_MISSING: f"Overdue then, now missing, and {_not_seen(backlog)}.",
        Part.NOT_IN_COMMUNITY: "Overdue then, now in custody, in hospital, abroad or other, and "
        f"{_not_seen(backlog)}.",
        Part.MOVED_TO_REACTIVE: f"{not_now}: on reactive management now, so no visit is due.",
        Part.REGRADED: f"{not_now}: the risk level is lower now than then.",
        Part.DATE_MOVED: f"{not_now}, and none of the other parts: the due date was moved or "
        f"removed, and they were {_not_seen(backlog)}.",
        Part.NEWLY_OVERDUE: "Overdue now and not then, and in both snapshots.",
        Part.JOINED_OVERDUE: "Overdue now, and not in the earlier snapshot.",
    }[one]
    without = f" One of those cleared without {backlog.a_one}." if one in CLEARED_WITHOUT else ""
    return words + without
