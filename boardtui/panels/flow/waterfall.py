"""A backlog's flow as a waterfall: each step a number, and a bar where it falls on one scale."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from boardtui.core.flow.counts import Flow
from boardtui.core.flow.parts import Part
from boardtui.core.words.wording import count_text, number_text
from boardtui.panels import cells
from boardtui.panels.cards.bars import NOW, THEN, WITHOUT, Scale, scale_of
from boardtui.panels.flow.sentence import reason_unknown
from boardtui.panels.flow.steps import Kind, Step, steps_of
from boardtui.panels.subject import FlowNumber
from boardtui.panels.text import Chunk, Line, Role, Span, chunk, quiet, space, wrapped

Told = Collection[Kind]
"""The kinds of steps under which their parts stand."""

NO_PARTS: Told = ()
CLEARED_ALONE: Told = (Kind.WITHOUT,)
ALL_PARTS: Told = tuple(Kind)

BARS: Mapping[Kind, tuple[str, Role]] = {
    Kind.THEN: (THEN, Role.BAR_THEN),
    Kind.WENT: (NOW, Role.BAR_GONE),
    Kind.WITHOUT: (WITHOUT, Role.BAR_WITHOUT),
    Kind.STAYED: (NOW, Role.BAR),
    Kind.CAME: (NOW, Role.BAR),
    Kind.NOW: (NOW, Role.BAR),
}

NARROWEST_BAR = 12
"""Columns without which bars are left out: each number then stands before its name."""

GAP = 2
INDENT = 2
NO_NUMBER = "–"


class Row(Struct, frozen=True):
    """A number and its name, with the bar of a step and none of a part of it."""

    number: FlowNumber
    sign: str
    role: Role
    step: Step | None = None

    @property
    def name(self) -> str:
        return self.number.title if self.step else " " * INDENT + self.number.title

    @property
    def count(self) -> str:
        people = self.number.people
        if self.number.hidden:
            return self.number.text
        if people is None:
            return NO_NUMBER
        return f"{self.sign if people else ''}{number_text(people)}"


def waterfall_lines(
    flow: Flow, told: Told, unknown: Collection[str], width: int, scale: Scale | None = None
) -> list[Line]:
    """The steps, with the parts of those `told` under them, on a scale or the largest that fits.

    `unknown` are the kinds of files that are missing for the time in between.
    """
    rows = _all_rows(flow, told)
    names, digits, room = _columns(rows, width)
    scale = scale or scale_for(flow, told, width)
    lines: list[Line] = []
    for row in rows:
        if room < NARROWEST_BAR:
            lines += _before(row, digits, width)
        else:
            lines += _beside(row, names, digits, room, scale)
        if row.number.which == (Part.LEFT,) and told:
            lines += reasons_lines(flow, unknown, width)
    return lines


def step_lines(steps: Sequence[Step], names: Sequence[str], width: int) -> list[list[Line]]:
    """The lines of each step under a name of its own, on the largest scale on which all fit."""
    rows = [
        Row(
            replace(step.number, title=name),
            step.sign,
            Role.STRONG if step.strong else Role.TEXT,
            step,
        )
        for step, name in zip(steps, names, strict=True)
    ]
    wide, digits, room = _columns(rows, width)
    most = max((step.end or 0 for step in steps), default=0)
    scale = scale_of([(most, max(0, room))])
    if room < NARROWEST_BAR:
        return [_before(row, digits, width) for row in rows]
    return [_beside(row, wide, digits, room, scale) for row in rows]


def scale_for(flow: Flow, told: Told, width: int) -> Scale:
    """The largest scale on which every step of a flow has room."""
    _, _, room = _columns(_all_rows(flow, told), width)
    return scale_of([(max(flow.opening or 0, flow.closing or 0), max(0, room))])


def _all_rows(flow: Flow, told: Told) -> list[Row]:
    return [row for step in steps_of(flow) for row in _rows(step, told)]


def _columns(rows: Sequence[Row], width: int) -> tuple[int, int, int]:
    """The columns of the names, of the numbers, and those that are left for bars."""
    names = max((cells.width(row.name) for row in rows), default=0)
    digits = max((cells.width(row.count) for row in rows), default=0)
    return names, digits, width - names - digits - 2 * GAP


def listed_lines(rows: Sequence[Row], width: int) -> list[list[Line]]:
    """The lines of each row: names and numbers in columns as in the waterfall, without bars."""
    names, digits, room = _columns(rows, width)
    if room < 0:
        return [_before(row, digits, width) for row in rows]
    return [_beside(row, names, digits, max(NARROWEST_BAR, room), None) for row in rows]


def reasons_lines(flow: Flow, unknown: Collection[str], width: int) -> list[Line]:
    """Why people left, by the leavers files in between."""
    none = reason_unknown(unknown)
    reasons = [
        chunk(quiet(f"{(reason or none).replace('_', ' ')} "), count_text(count, hidden=True))
        for reason, count in flow.reasons.items()
    ]
    deep = 2 * INDENT
    return [(space(deep), *line) for line in wrapped(reasons, max(1, width - deep), gap=3)]


def _rows(step: Step, told: Told) -> Iterator[Row]:
    yield Row(step.number, step.sign, _role(step), step)
    if step.kind in told:
        yield from (Row(part, "", Role.QUIET) for part in step.parts)


def _role(step: Step) -> Role:
    """How the name of a step is drawn: quietly, where it is of those who stayed."""
    if step.kind is Kind.STAYED:
        return Role.QUIET
    return Role.STRONG if step.strong else Role.TEXT


def _beside(row: Row, names: int, digits: int, room: int, scale: Scale | None) -> list[Line]:
    """A name, its number, and its bar, or why there is none."""
    name = chunk(Span(row.name, row.role), subject=row.number)
    count = chunk(Span(row.count, row.role), subject=row.number)
    gap = names - name.width + GAP + digits - count.width
    line = (name, space(gap), count)
    if why := row.number.absent:
        told = wrapped([chunk(quiet(why))], room)
        under = names + digits + 2 * GAP
        rest = [(space(under), *each) for each in told[1:]]
        return [(*line, space(GAP), *told[0]), *rest]
    bar = _bar(row.step, scale) if row.step and scale else ()
    return [(*line, space(GAP), *bar) if bar else line]


def _before(row: Row, digits: int, width: int) -> list[Line]:
    """A number and then its name, as a row of running text."""
    number = chunk(Span(row.count, row.role), subject=row.number)
    why = f", {row.number.absent}" if row.number.absent and not row.number.hidden else ""
    deep = 0 if row.step else INDENT
    indent = deep + digits + GAP
    name = chunk(Span(row.number.title, row.role), quiet(why), subject=row.number)
    lead = (space(deep + digits - number.width), number, space(GAP))
    first, *rest = wrapped([name], max(1, width - indent))
    return [(*lead, *first), *((space(indent), *line) for line in rest)]


def _bar(step: Step, scale: Scale) -> tuple[Chunk, ...]:
    """A bar where the step falls, in whole columns; nothing where that is not known."""
    if step.start is None or step.end is None or step.start == step.end:
        return ()
    low, high = round(step.start * scale.unit), round(step.end * scale.unit)
    sign, role = BARS[step.kind]
    first = min(low, high - 1) if low == high else low
    bar = chunk(Span(sign * max(1, high - low), role))
    return (space(max(0, first)), bar) if first > 0 else (bar,)
