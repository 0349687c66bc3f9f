"""What a flow alone would not show: dates that were moved, and what would be overdue without."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from boardtui.core.flow import definitions
from boardtui.core.flow.counts import Flow
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.panels.cards.words import strong
from boardtui.panels.flow.steps import why_absent
from boardtui.panels.subject import FlowNumber
from boardtui.panels.text import Chunk, Line, chunk, quiet, wrapped

if TYPE_CHECKING:
    from boardtui.review.cases.part_asked import Hidden


def beside_lines(flow: Flow, width: int) -> list[Line]:
    """By the dates of then and by those of now, always together; and how many were moved."""
    return [*wrapped(_by_dates(flow), width, gap=1), *wrapped(_moved(flow), width, gap=1)]


def numbers_of(flow: Flow) -> tuple[FlowNumber, FlowNumber, FlowNumber]:
    """Overdue by the dates of then, of the same people by the dates of now, and dates moved."""
    backlog = BACKLOGS[flow.backlog]

    def number(name: Hidden, title: str, definition: str, people: int | None) -> FlowNumber:
        absent = why_absent(flow, name)
        return FlowNumber(flow, title, definition, people, name, absent=absent)

    return (
        number(
            "overdue_by_dates_then",
            "overdue by the dates of then",
            definitions.by_dates_then(backlog),
            flow.overdue_by_dates_then,
        ),
        number(
            "overdue_by_dates_now",
            "overdue by the dates of now",
            definitions.by_dates_now(backlog),
            flow.overdue_by_dates_now,
        ),
        number("dates_moved", "due dates moved", definitions.moved(backlog), flow.dates_moved),
    )


def _by_dates(flow: Flow) -> Iterator[Chunk]:
    then, now, _ = numbers_of(flow)
    if then.absent and now.absent and not (then.hidden or now.hidden):
        yield from _words(f"What would be overdue had no date been moved is {then.absent}.")
        return
    yield from _words(f"Not {BACKLOGS[flow.backlog].seen} since:")
    yield _told(then)
    yield from _words("overdue by the dates of then,")
    yield _told(now)
    yield from _words("by the dates of now.")


def _moved(flow: Flow) -> Iterator[Chunk]:
    _, _, moved = numbers_of(flow)
    if moved.absent and not moved.hidden:
        yield from _words(f"How many due dates were moved is {moved.absent}.")
        return
    were = "due date was" if moved.people == 1 else "due dates were"
    yield chunk(moved.text, subject=moved)
    one = BACKLOGS[flow.backlog].one
    yield from _words(f"{were} moved later, or removed, with no {one} in between.")


def _words(text: str) -> Iterator[Chunk]:
    """Words that a line can be broken between."""
    return (chunk(quiet(word)) for word in text.split())


def _told(number: FlowNumber) -> Chunk:
    if number.absent and not number.hidden:
        return chunk(quiet(number.absent), subject=number)
    return chunk(strong(number.text), subject=number)
