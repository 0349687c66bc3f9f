"""What became of a backlog, in sentences: a fall that was visits, and one that was dates."""

from __future__ import annotations

from boardtui.core.days import day_text
from boardtui.core.flow import CLEARED_WITHOUT, PART_TITLES, Flow, Part
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.wording import number_text, signed


def headline(flow: Flow) -> str:
    """The size of a backlog on both days, and the number that a board is never told."""
    change = flow.closing - flow.opening
    if not change:
        return f"Overdue {flow.backlog} stood at {_people(flow.closing)}, as then. {_cleared(flow)}"
    went = "rose" if change > 0 else "fell"
    sizes = f"from {_people(flow.opening)} to {_people(flow.closing)} ({signed(change)})"
    return f"Overdue {flow.backlog} {went} {sizes}. {_cleared(flow)}"


def _cleared(flow: Flow) -> str:
    one = BACKLOGS[flow.backlog].one
    done = Part.VISITED if Part.VISITED in flow.parts else Part.ASSESSED
    made, without = flow.parts[done], flow.cleared_without
    said = f"{_people(made)} {done.value}, {_people(without)} cleared without a {one}"
    said = said.replace("without a assess", "without an assess")
    if without > made:
        return f"More were cleared without {_article(one)} than with one: {said}."
    return f"Cleared: {said}."


def _article(one: str) -> str:
    return f"an {one}" if one[0] in "aeiou" else f"a {one}"


def how_without(flow: Flow) -> str:
    """How so many were cleared without a visit: "282 due date moved"."""
    parts = ((part, flow.parts.get(part, 0)) for part in CLEARED_WITHOUT)
    return ", ".join(f"{_people(count)} {PART_TITLES[part]}" for part, count in parts if count)


def by_dates_then(flow: Flow) -> str:
    """The backlog of the same people as it would stand had no date been touched."""
    return (
        f"By the due dates of {day_text(flow.start)}, {_people(flow.overdue_by_dates_then)} of the "
        f"people in both, and not {_done(flow)} since, would be overdue now; "
        f"{_people(flow.dates_moved)} of them or others had a due date moved later, or removed."
    )


def _done(flow: Flow) -> str:
    return "seen" if flow.backlog == "visits" else "assessed"


def missing(flow: Flow) -> str:
    """People who went missing stand out: none of the other parts."""
    count = flow.parts[Part.WENT_MISSING]
    return f"{_people(count)} of those overdue then went missing." if count else ""


def _people(count: int) -> str:
    return number_text(count)
