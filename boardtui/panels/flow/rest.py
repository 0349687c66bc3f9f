"""What a waterfall has no room for: the parts of its sums, why people left, parts of nobody."""

from __future__ import annotations

from collections.abc import Collection

from boardtui.core.flow.counts import Flow
from boardtui.core.flow.parts import Part
from boardtui.panels.flow.steps import nobody, steps_of
from boardtui.panels.flow.waterfall import Row, Told, listed_lines, reasons_lines
from boardtui.panels.subject import FlowNumber
from boardtui.panels.text import Line, Role, chunk, quiet


def rest_lines(flow: Flow, told: Told, unknown: Collection[str], width: int) -> list[Line]:
    """What is left to tell of a flow whose waterfall shows the parts of those `told`."""
    lines: list[Line] = []
    for step in steps_of(flow):
        if step.kind in told:
            continue
        if step.parts:
            of = f"of the {step.number.text} {step.number.title}"
            lines.append((chunk(quiet(of)),))
            lines += _listed(flow, step.parts, unknown, width)
        elif _left(step.number):
            lines.append((chunk(quiet(step.number.title)),))
            lines += reasons_lines(flow, unknown, width)
    if none := nobody(flow):
        lines.append((chunk(quiet("nobody")),))
        lines += _listed(flow, none, unknown, width)
    return lines


def _listed(
    flow: Flow, numbers: Collection[FlowNumber], unknown: Collection[str], width: int
) -> list[Line]:
    rows = [Row(number, "", Role.TEXT if number.people else Role.QUIET) for number in numbers]
    lines: list[Line] = []
    for row, told in zip(rows, listed_lines(rows, width), strict=True):
        lines += told
        if _left(row.number) and row.number.people:
            lines += reasons_lines(flow, unknown, width)
    return lines


def _left(number: FlowNumber) -> bool:
    return number.which == (Part.LEFT,)
