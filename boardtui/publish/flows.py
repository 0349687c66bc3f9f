"""A flow as it is published: parts that are small are told together, and audited.

The parts of a backlog's flow are few, and their total is shown: where one is small, its neighbours
say nearly all of it. So whatever is below twenty is hidden with others, under the rules that the
screens hide flows by, and every hidden number is then bounded in whole numbers. The sums that are
told stay where that is safe, how many were cleared without a visit above all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import highspy
import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from boardtui.core.audience.flow import shown
from boardtui.core.audience.rules import Rules
from boardtui.core.flow.counts import Flow
from boardtui.core.flow.parts import CAME, STAYED, Part
from boardtui.publish.solver import new_solver

MERGED_BELOW = 20
"""Parts of fewer people are hidden, and told together with others."""


class Bound(Struct, frozen=True):
    """What a hidden number of a flow is, and between what a reader knows it to lie."""

    name: str
    low: int
    high: int


def published_flow(
    flow: Flow, rules: Rules, limits: Mapping[Part, int]
) -> tuple[Flow, list[Bound]]:
    """A flow as it is published, and what a reader can bound of what is hidden in it.

    `limits` are the most that parts can be by the force's own totals. Where a hidden number is not
    safe, all of them are hidden: the backlog then and now is the force's own total.
    """
    strict = shown(flow, replace(rules, threshold=max(rules.threshold, MERGED_BELOW)))
    for found in (_merged(shown(flow, rules), flow), strict):
        bounds = flow_bounds(found, rules, limits)
        if all(is_safe(bound, rules) for bound in bounds):
            return found, bounds
    nothing = replace(
        strict,
        parts=dict.fromkeys(strict.parts),
        reasons={},
        hidden=strict.hidden | {part.value for part in strict.parts},
        sums=dict.fromkeys(strict.sums),
    )
    return nothing, []


def _merged(found: Flow, flow: Flow) -> Flow:
    """A flow with all parts of a sum hidden that are few, where the sum itself is told."""
    few: set[Part] = set()
    for parts, total in found.sums.items():
        small = {part for part in parts if 0 < (flow.parts[part] or 0) < MERGED_BELOW}
        if total is not None and len(small) > 1:  # of one alone the rest would tell
            few |= small
    reasons = {} if Part.LEFT in few else found.reasons
    return replace(
        found,
        parts={part: None if part in few else count for part, count in found.parts.items()},
        hidden=found.hidden | {part.value for part in few},
        reasons=reasons,
    )


def is_safe(bound: Bound, rules: Rules) -> bool:
    """Whether a number may be the threshold or more, and is not known too closely."""
    if bound.low >= rules.threshold:
        return True
    return bound.high >= rules.threshold and bound.high - bound.low + 1 >= rules.threshold


def flow_bounds(flow: Flow, rules: Rules, limits: Mapping[Part, int] = {}) -> list[Bound]:
    """The least and the most that each hidden part can be, by all that is shown of the flow."""
    parts = list(flow.parts)
    if all(count is None for count in flow.parts.values()):
        return []
    place = {part: number for number, part in enumerate(parts)}
    solver = new_solver()
    for part, count in flow.parts.items():
        hidden = flow.hides(part)
        low, high = _ends(count, rules) if count is not None else (0.0, 1e6)
        if count is None and hidden and rules.zeros and _is_counted(part, flow):
            low = 1.0
        solver.addVar(low, min(high, float(limits.get(part, 10**6))))
        solver.changeColIntegrality(place[part], highspy.HighsVarType.kInteger)
    for which, total in _sums(flow):
        if total is not None:
            mine = np.array([place[part] for part in which if part in place], dtype=np.int32)
            low, high = _ends(total, rules)
            solver.addRow(low, high, len(mine), mine, np.ones(len(mine)))
    found = []
    for part in parts:
        if flow.hides(part) and flow.parts[part] is None:
            ends = [_end(solver, place[part], sign) for sign in (1, -1)]
            if ends[0] is not None and ends[1] is not None:
                found.append(Bound(part.value, ends[0], ends[1]))
    return found


def _is_counted(part: Part, flow: Flow) -> bool:
    """Whether a hidden part is known not to be nobody: zeros beside it would be shown."""
    group = next((parts for parts in flow.sums if part in parts and len(parts) > 1), None)
    return group is None or any(flow.parts[each] is not None for each in group)


def _sums(flow: Flow) -> Iterable[tuple[Iterable[Part], int | None]]:
    yield [part for part in flow.parts if part not in CAME], flow.opening
    yield [*STAYED, *CAME], flow.closing
    yield from flow.sums.items()


def _ends(count: int, rules: Rules) -> tuple[float, float]:
    if rules.rounding <= 1 or count == 0:
        return float(count), float(count)
    return float(count - rules.rounding // 2), float(count + (rules.rounding - 1) // 2)


def _end(solver: highspy.Highs, column: int, sign: int) -> int | None:
    count = solver.getNumCol()
    costs = np.zeros(count)
    costs[column] = sign
    solver.changeColsCost(count, np.arange(count, dtype=np.int32), costs)
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    return round(sign * solver.getInfo().objective_function_value)
