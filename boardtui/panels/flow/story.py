"""What became of a backlog, in sentences: a fall that was visits, and one that was dates."""

from __future__ import annotations

from collections.abc import Container, Iterator

from boardtui.core.flow.counts import Flow, most_without
from boardtui.core.flow.parts import (
    CAME,
    CLEARED_WITHOUT,
    PART_TITLES,
    STAYED,
    Part,
    done_part,
    listed,
)
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import count_text, signed

HOW = {Part.DATE_MOVED: "by a due date that was moved"}
"""How people were cleared, where the title of the part does not go on from "of these"."""


def headline(flow: Flow) -> str:
    """The size of a backlog on both days, and the number that a board is never told."""
    if flow.opening is None or flow.closing is None:
        return unknown_words(flow, flow.why_unknown)
    change = flow.closing - flow.opening
    start, end = day_text(flow.start), day_text(flow.end)
    then, now = f"{_people(flow.opening)} on {start}", f"{_people(flow.closing)} on {end}"
    if change:
        went = "rose" if change > 0 else "fell"
        sizes = f"{went} from {then} to {now} ({signed(change)})"
    else:
        sizes = f"stood at {then} and at {now}"
    return f"Overdue {flow.backlog} {sizes}, by records. {_cleared(flow)}"


def _cleared(flow: Flow) -> str:
    backlog = BACKLOGS[flow.backlog]
    done = done_part(backlog)
    made, without = flow.parts[done], flow.cleared_without
    if made is None or without is None:
        return f"Who was {done.value} is not known: {flow.unknown[done]}."
    said = f"{_people(made)} {done.value}, {_people(without)} cleared without {backlog.a_one}"
    if most_without(flow):
        return f"More were cleared without {backlog.a_one} than with one: {said}."
    return f"Cleared: {said}."


def told(flow: Flow) -> Iterator[str]:
    """What became of all who were overdue then, and how all who are overdue now came to be."""
    backlog = BACKLOGS[flow.backlog]
    done = done_part(backlog)
    apart = (done, *CAME, *STAYED, *CLEARED_WITHOUT)
    went = (done, *(part for part in listed(backlog) if part not in apart))
    left = [_part(flow, part) for part in went]
    stayed = [_part(flow, part) for part in STAYED]
    ways = [
        f"{_people(flow.parts[part])} {HOW.get(part, PART_TITLES[part])}"
        for part in listed(backlog)
        if part in CLEARED_WITHOUT
    ]
    without = f"{_people(flow.cleared_without)} cleared without {backlog.a_one}"
    cleared = f"{without} ({', '.join(ways)})"
    yield f"Of the {_people(flow.opening)} then: {', '.join([*left, cleared, *stayed])}."
    came = [_part(flow, part) for part in CAME]
    yield f"The {_people(flow.closing)} now: {', '.join([*stayed, *came])}."


def _part(flow: Flow, part: Part) -> str:
    return f"{_people(flow.parts[part])} {PART_TITLES[part]}"


def by_dates_then(flow: Flow) -> Iterator[str]:
    """The backlog of the same people as it would stand had no date been touched."""
    done = BACKLOGS[flow.backlog].seen
    yield (
        f"By the due dates of {day_text(flow.start)}, {_people(flow.overdue_by_dates_then)} of "
        f"those in both records and not {done} since would be overdue now."
    )
    yield (
        f"Of people not {done} since, {_people(flow.dates_moved)} had the due date moved later, or "
        "removed, before or after it fell due."
    )


def missing(flow: Flow) -> str:
    """People who went missing stand out: none of the other parts."""
    count = flow.parts[Part.WENT_MISSING]
    return f"{_people(count)} of those overdue then went missing." if count else ""


def reason_unknown(unknown: Container[str]) -> str:
    """What is said of who left without a reason: not recorded, or no file that could have it."""
    return "reason not known" if "leavers" in unknown else "reason not recorded"


def unknown_words(flow: Flow, why: str | None) -> str:
    """That nothing of a flow can be known, and why."""
    return f"What became of overdue {flow.backlog} is not known: {why}."


def _people(count: int | None) -> str:
    return count_text(count)
