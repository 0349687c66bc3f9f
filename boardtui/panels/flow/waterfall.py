"""A backlog's flow as a waterfall: from then to now, each part a step, in numbers and bars."""

from __future__ import annotations

from dataclasses import dataclass

from boardtui.core.flow.counts import Flow, total
from boardtui.core.flow.parts import (
    CAME,
    CLEARED_WITHOUT,
    PART_TITLES,
    STAYED,
    Part,
    done_part,
    listed,
)
from boardtui.core.flow.slices import CLOSING
from boardtui.core.measures.measure import Backlog
from boardtui.core.words.wording import MINUS, count_text
from boardtui.panels.flow import definitions
from boardtui.panels.subject import FlowNumber
from boardtui.panels.text import Chunk, Line, Role, Span, chunk, fit, line_width, numbered, space
from boardtui.review.cases.part_asked import Which


@dataclass(frozen=True, slots=True)
class Step:
    """A row of the waterfall: a number, and from where to where its bar reaches.

    `sign` stands before the number; a step `under` another is a part of that one and has no bar
    of its own.
    """

    subject: FlowNumber
    sign: str
    start: int
    end: int
    under: bool = False
    strong: bool = False


def waterfall_lines(backlog: Backlog, flow: Flow, width: int) -> list[Line]:
    """The waterfall of a flow, with bars where there is room for them."""
    steps = steps_of(backlog, flow)
    rows = [(_number(step), _title(step)) for step in steps]
    lines = numbered(rows, width)
    if not fit(rows, width):
        return lines
    room = width - max(map(line_width, lines)) - 2
    if room < NARROWEST_BAR:
        return lines
    most = max(max(step.start, step.end) for step in steps)
    drawn = []
    for line, step in zip(lines, steps, strict=True):
        pad = space(width - room - line_width(line))
        drawn.append((*line, pad, chunk(Span(_bar(step, most, room), Role.BAR))))
    return drawn


NARROWEST_BAR = 12


def steps_of(backlog: Backlog, flow: Flow) -> list[Step]:
    """Opening, who went and how, who stayed, who came, closing; the parts of a sum under it."""
    counts = flow.parts
    opening = tuple(part for part in listed(backlog) if part not in CAME)
    closing = tuple(part for part in listed(backlog) if part in CLOSING)
    steps = [_ends(flow, "overdue then", definitions.OPENING, flow.opening, opening)]
    level = flow.opening or 0
    for part in (done_part(backlog), Part.LEFT, Part.WENT_MISSING, Part.NOT_IN_COMMUNITY):
        after = level - (counts[part] or 0)
        steps.append(_step(backlog, flow, part, MINUS, level, after))
        level = after
    without = flow.cleared_without
    title = f"cleared without {backlog.a_one}"
    mine = tuple(part for part in CLEARED_WITHOUT if part in counts)
    number = FlowNumber(flow, title, definitions.cleared(backlog), without, mine)
    steps.append(Step(number, MINUS, level, level - (without or 0), strong=True))
    for part in mine:
        after = level - (counts[part] or 0)
        steps.append(_step(backlog, flow, part, "", level, after, under=True))
        level = after
    stayed = total(counts[part] for part in STAYED)
    steps.append(_ends(flow, "overdue on both days", definitions.STAYED, stayed, STAYED))
    steps += [_step(backlog, flow, part, "", 0, counts[part] or 0, under=True) for part in STAYED]
    for part in CAME:
        after = level + (counts[part] or 0)
        steps.append(_step(backlog, flow, part, "+", level, after))
        level = after
    return [*steps, _ends(flow, "overdue now", definitions.CLOSING, flow.closing, closing)]


def _ends(flow: Flow, title: str, definition: str, people: int | None, which: Which) -> Step:
    number = FlowNumber(flow, title, definition, people, which)
    return Step(number, "=", 0, people or 0, strong=True)


def _step(
    backlog: Backlog,
    flow: Flow,
    part: Part,
    sign: str,
    start: int,
    end: int,
    *,
    under: bool = False,
) -> Step:
    count = flow.parts[part]
    definition = definitions.part(part, backlog)
    number = FlowNumber(flow, PART_TITLES[part], definition, count, (part,))
    return Step(number, sign, start, end, under)


def _number(step: Step) -> Chunk:
    sign = step.sign if step.subject.people and step.sign != "=" else ""
    text = f"{sign}{count_text(step.subject.people)}"
    role = Role.HEADLINE if step.strong else Role.QUIET if step.under else Role.NUMBER
    return chunk(Span(text, role), subject=step.subject)


def _title(step: Step) -> Chunk:
    text = f"  {step.subject.title}" if step.under else step.subject.title
    role = Role.HEADLINE if step.strong else Role.QUIET if step.under else Role.TEXT
    return chunk(Span(text, role), subject=step.subject)


def _bar(step: Step, most: int, room: int) -> str:
    """A bar from where the step starts to where it ends; at least a sliver for anybody at all."""
    if not step.subject.people or most == 0:
        return ""
    low, high = sorted((step.start, step.end))
    first = min(room - 1, round(low / most * room))
    cells = max(1, round(high / most * room) - first)
    return " " * first + ("▒" if step.under else "█") * cells
