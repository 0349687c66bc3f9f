"""The steps from the backlog then to the backlog now: whom each counts, and where it falls."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto

from msgspec import Struct

from boardtui.core.flow import definitions
from boardtui.core.flow.counts import CLEARED, OPENING, Flow
from boardtui.core.flow.counts import CLOSING as NOW
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
from boardtui.core.flow.slices import CLOSING
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import MINUS, NOT_KNOWN
from boardtui.panels.subject import HIDDEN_HERE, FlowNumber


class Kind(Enum):
    """What a step is: one of the two ends, or what people did in between."""

    THEN = auto()
    WENT = auto()
    WITHOUT = auto()
    STAYED = auto()
    CAME = auto()
    NOW = auto()


class Step(Struct, frozen=True):
    """A number of the waterfall, and from where to where its bar reaches, in people.

    The ends of the bar are None where they cannot be known. `parts` are the numbers that it is the
    sum of, but for those of nobody.
    """

    number: FlowNumber
    kind: Kind
    start: int | None
    end: int | None
    parts: tuple[FlowNumber, ...] = ()

    @property
    def sign(self) -> str:
        """What stands before the number, where it is not zero."""
        if self.kind in (Kind.WENT, Kind.WITHOUT):
            return MINUS
        return "+" if self.kind is Kind.CAME else ""

    @property
    def strong(self) -> bool:
        """Whether it is one of the three numbers that matter most."""
        return self.kind in (Kind.THEN, Kind.WITHOUT, Kind.NOW)


def steps_of(flow: Flow) -> list[Step]:
    """Then, who went and how, who stayed, who came, now; a step of nobody only where one looks."""
    backlog, counts = BACKLOGS[flow.backlog], flow.parts
    steps = [Step(opening_of(flow), Kind.THEN, 0, flow.opening)]
    level = flow.opening
    for step in _went(flow):
        count = step.number.people
        after = None if level is None or count is None else level - count
        steps.append(Step(step.number, step.kind, after, level, step.parts))
        level = after
    stayed = flow.together(STAYED)
    both = FlowNumber(
        flow,
        "overdue on both days",
        definitions.STAYED,
        stayed,
        STAYED,
        absent=why_absent(flow, *STAYED),
    )
    steps.append(Step(both, Kind.STAYED, 0, stayed, _parts(flow, STAYED)))
    came = flow.together(CAME)
    level = None if came is None or flow.closing is None else flow.closing - came
    for part in CAME:
        count = counts[part]
        after = None if level is None or count is None else level + count
        steps.append(Step(part_of(flow, part), Kind.CAME, level, after))
        level = after
    steps.append(Step(closing_of(flow), Kind.NOW, 0, flow.closing))
    always = {PART_TITLES[part] for part in (done_part(backlog), Part.NEWLY_OVERDUE)}
    return [step for step in steps if _stands(step) or step.number.title in always]


def _stands(step: Step) -> bool:
    return step.number.people != 0 or step.strong or step.kind is Kind.STAYED


def nobody(flow: Flow) -> list[FlowNumber]:
    """The parts that count nobody and that no step shows."""
    shown = {step.number.title for step in steps_of(flow)}
    found = (part_of(flow, part) for part in listed(BACKLOGS[flow.backlog]))
    return [number for number in found if number.people == 0 and number.title not in shown]


def part_of(flow: Flow, part: Part) -> FlowNumber:
    """A part of a flow as a number that can be asked about."""
    return FlowNumber(
        flow,
        PART_TITLES[part],
        definitions.part(part, BACKLOGS[flow.backlog]),
        flow.parts[part],
        (part,),
        absent=why_absent(flow, part),
    )


def why_absent(flow: Flow, *names: str) -> str:
    """What stands in place of a number of a flow that is hidden or not known; nothing where it is.

    Of several parts together, what stands in place of their sum.
    """
    if flow.hides(*names):
        return HIDDEN_HERE
    why = next((flow.unknown[name] for name in names if name in flow.unknown), "")
    return f"{NOT_KNOWN}: {why}" if why else ""


def _went(flow: Flow) -> Iterator[Step]:
    """Those who were overdue then and are not now, without what their bars reach."""
    backlog = BACKLOGS[flow.backlog]
    yield Step(part_of(flow, done_part(backlog)), Kind.WENT, None, None)
    without = without_of(flow)
    yield Step(without, Kind.WITHOUT, None, None, _parts(flow, _cleared(flow)))
    gone = _parts(flow, GONE)
    if len(gone) == 1:
        yield Step(gone[0], Kind.WENT, None, None)
    elif gone:
        yield Step(gone_of(flow), Kind.WENT, None, None, gone)
    yield Step(part_of(flow, Part.WENT_MISSING), Kind.WENT, None, None)


def without_of(flow: Flow) -> FlowNumber:
    """Who was cleared without a visit, or an assessment."""
    backlog, mine = BACKLOGS[flow.backlog], _cleared(flow)
    return FlowNumber(
        flow,
        f"cleared without {backlog.a_one}",
        definitions.cleared(backlog),
        flow.cleared_without,
        mine,
        absent=_why_no_sum(flow, mine),
    )


def _cleared(flow: Flow) -> tuple[Part, ...]:
    return tuple(part for part in CLEARED_WITHOUT if part in flow.parts)


def gone_of(flow: Flow) -> FlowNumber:
    """Who is no longer in the community of the force, those who went missing left out."""
    count, why = flow.together(GONE), why_absent(flow, *GONE)
    return FlowNumber(flow, GONE_TITLE, definitions.GONE, count, GONE, absent=why)


def came_of(flow: Flow) -> FlowNumber:
    """Who was not overdue then and is now: newly, or joined."""
    count, why = flow.together(CAME), why_absent(flow, *CAME)
    return FlowNumber(flow, CAME_TITLE, definitions.NEW, count, CAME, absent=why)


def _why_no_sum(flow: Flow, mine: tuple[Part, ...]) -> str:
    """What stands in place of how many were cleared without a visit; nothing where it is known."""
    if flow.cleared_without is not None:
        return ""
    if flow.hides(*mine):
        return HIDDEN_HERE
    return why_absent(flow, Part.DATE_MOVED) or why_absent(flow, CLEARED)


def _parts(flow: Flow, parts: tuple[Part, ...]) -> tuple[FlowNumber, ...]:
    return tuple(part_of(flow, part) for part in parts if flow.parts[part] != 0)


def opening_of(flow: Flow) -> FlowNumber:
    """Who was overdue on the earlier day."""
    mine = tuple(part for part in listed(BACKLOGS[flow.backlog]) if part not in CAME)
    title = f"overdue on {day_text(flow.start)}"
    absent = why_absent(flow, OPENING)
    return FlowNumber(flow, title, definitions.OPENING, flow.opening, mine, absent=absent)


def closing_of(flow: Flow) -> FlowNumber:
    """Who was overdue on the later day."""
    mine = tuple(part for part in listed(BACKLOGS[flow.backlog]) if part in CLOSING)
    title = f"overdue on {day_text(flow.end)}"
    absent = why_absent(flow, NOW)
    return FlowNumber(flow, title, definitions.CLOSING, flow.closing, mine, absent=absent)
