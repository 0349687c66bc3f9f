"""The flow of a backlog as text, in the words and the order of its screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from boardtui.core.criterion.dimension import DIMENSIONS, slice_title
from boardtui.core.flow.counts import Flow
from boardtui.core.flow.parts import PART_TITLES, Part
from boardtui.core.flow.slices import FlowBySlice
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import MINUS, count_text, number_text
from boardtui.panels.flow.beside import beside_lines
from boardtui.panels.flow.sentence import reason_unknown, sentences, unknown_words
from boardtui.panels.flow.steps import nobody, steps_of
from boardtui.panels.subject import FlowNumber
from boardtui.panels.text import text_of
from boardtui.store.held.snapshots import ForceKey


def lines(
    force: ForceKey, flow: Flow, unknown: Mapping[str, str], notes: Iterable[str] = ()
) -> Iterator[str]:
    """The flow as lines; the first says whose it is, of what, between which days.

    `unknown` says what cannot be known of it, by the kind of file that was not given.
    """
    synthetic = " (SYNTHETIC)" if force.synthetic else ""
    start, end = day_text(flow.start), day_text(flow.end)
    yield f"{force.name}{synthetic}: overdue {flow.backlog}, {start} to {end}, from records."
    yield from notes
    if flow.why_unknown:
        yield unknown_words(flow)
        return
    yield next(sentences(flow))
    yield from unknown.values()
    yield from _rows(flow, reason_unknown(unknown))
    yield ""
    yield from (text_of(line) for line in beside_lines(flow, ONE_LINE))


ONE_LINE = 1_000
"""A width that no sentence fills: a terminal breaks its own lines."""


def _rows(flow: Flow, none: str) -> Iterator[str]:
    """Each step with its number, the parts of a sum under it; then the parts of nobody."""
    for step in steps_of(flow):
        yield _row(flow, step.number, none, which_way=WHICH_WAY.get(step.sign, ""))
        yield from (f"  {_row(flow, part, none)}" for part in step.parts)
    if parts := nobody(flow):
        yield "Nobody:"
        yield from (f"  {_row(flow, part, none)}" for part in parts)


WHICH_WAY = {MINUS: " fewer", "+": " more"}
"""What a step does to the number overdue, in words: a screen reader may leave out a sign."""


def _row(flow: Flow, number: FlowNumber, none: str, *, which_way: str = "") -> str:
    people = number.people
    count = "" if people is None else f"{number_text(people)}{which_way if people else ''}"
    count = number.text if number.hidden else count
    more = number.absent or _reasons(flow, number, none)
    title = number.title[:1].upper() + number.title[1:]
    return f"{title}: {', '.join(filter(None, (count, more)))}"


def _reasons(flow: Flow, number: FlowNumber, none: str) -> str:
    """Why people left, beside those who did."""
    if number.which != (Part.LEFT,) or not number.people:
        return ""
    return ", ".join(
        f"{(reason or none).replace('_', ' ')} {count_text(count, hidden=True)}"
        for reason, count in flow.reasons.items()
    )


def by_slice(by: FlowBySlice) -> Iterator[str]:
    """The parts by slices, a line for each: of those overdue then, and of those who are now."""
    dimension = DIMENSIONS[by.dimension].title
    if by.why_unknown:
        yield ""
        yield f"By {dimension.lower()} it is not known: {by.why_unknown}."
        return
    sides = (by.start, by.opening, by.overdue_then), (by.end, by.closing, by.overdue_now)
    for day, side, totals in sides:
        yield ""
        yield f"Overdue on {day_text(day)}, by the {dimension.lower()} on that day:"
        for name, counts in side.items():
            if totals[name] is not None:
                parts = (f"{PART_TITLES[part]} {count_text(counts[part])}" for part in counts)
                title = slice_title(by.dimension, name)
                title = title[:1].upper() + title[1:]
                yield f"  {title}: {count_text(totals[name])}; {', '.join(parts)}"
