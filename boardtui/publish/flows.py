"""A flow as it is published: parts that are small are told together, and audited.

The parts of a backlog's flow are few, and their total is shown: where one is small, its neighbours
say nearly all of it. So whatever is below twenty is hidden with others, under the rules that the
screens hide flows by, and every hidden number is then bounded in whole numbers. The sums that are
told stay where that is safe, how many were cleared without a visit above all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from boardtui.core.audience.flow import BESIDE, shown
from boardtui.core.audience.rules import Rules
from boardtui.core.flow.counts import Flow
from boardtui.core.flow.parts import Part
from boardtui.publish.flow_reader import Bound, FlowReader, Limits, Told

MERGED_BELOW = 20
"""Parts of fewer people are hidden, and told together with others."""


def published_flow(
    flow: Flow, rules: Rules, limits: Limits, editions: Sequence[Told] = ()
) -> tuple[Flow, list[Bound]]:
    """A flow as it is published, and what a reader can bound of what is hidden in it.

    `limits` are the most that parts can be by the force's own totals; `editions` are what was told
    of the same flow before. Where a hidden number is not safe, what stands beside the parts is
    hidden as well; where that is not enough, all of them: the backlog then and now is the force's
    own total.
    """
    known = [each for each in editions if each.is_true_of(flow)]
    most = replace(rules, threshold=max(rules.threshold, MERGED_BELOW))
    strict = shown(flow, most, to_be_proved=True)
    nothing = _without_beside(
        replace(
            strict,
            parts=dict.fromkeys(strict.parts),
            reasons={},
            hidden=strict.hidden | {part.value for part in strict.parts} - strict.unknown.keys(),
            sums=dict.fromkeys(strict.sums),
        )
    )
    before = FlowReader([Told(nothing, rules), *known], limits)
    merged = _merged(shown(flow, rules, to_be_proved=True), flow)
    for found in _ways(merged, strict):
        bounds = FlowReader([Told(found, rules), *known], limits).bounds(_hidden_parts(found))
        if all(is_safe(b, rules) or is_safe(b, rules, before.bound(Part(b.name))) for b in bounds):
            return _reasons_as_before(found, known), bounds
    return nothing, []


def _ways(*found: Flow) -> Iterator[Flow]:
    """Ways to tell a flow, each with what stands beside the parts and without."""
    for each in found:
        yield each
        yield _without_beside(each)


def _without_beside(flow: Flow) -> Flow:
    """A flow without what stands beside its parts: nearly all who are overdue are told there too.

    Who is overdue now by the date now was not seen and was there before, so that the rest of the
    backlog are those who joined it or were seen: few, where the two numbers are near each other.
    """
    return replace(
        flow,
        **dict.fromkeys(BESIDE),
        hidden=flow.hidden | {name for name in BESIDE if name not in flow.unknown},
    )


def _hidden_parts(flow: Flow) -> list[Part]:
    """The parts that are hidden while something of the flow's parts is told."""
    if all(count is None for count in flow.parts.values()):
        told = any(count is not None for count in flow.sums.values())
        told = told or any(getattr(flow, name) is not None for name in BESIDE)
        return [part for part in flow.parts if flow.hides(part)] if told else []
    return [part for part, count in flow.parts.items() if count is None and flow.hides(part)]


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


def _reasons_as_before(found: Flow, editions: Sequence[Told]) -> Flow:
    """A flow without reasons for leaving where one is told that an edition hides."""
    for each in editions:
        for reason, count in each.flow.reasons.items():
            if count is None and found.reasons.get(reason) is not None:
                return replace(found, reasons={})
    return found


def is_safe(bound: Bound, rules: Rules, before: Bound | None = None) -> bool:
    """Whether a number may be the threshold or more, and is not known too closely.

    No more is asked than is open without the flow, `before`.
    """
    if bound.low >= rules.threshold:
        return True
    up = wide = rules.threshold
    if before is not None:
        up, wide = min(up, before.high), min(wide, before.high - before.low + 1)
    return bound.high >= up and bound.high - bound.low + 1 >= wide


def flow_bounds(flow: Flow, rules: Rules, limits: Limits) -> list[Bound]:
    """The least and the most that each hidden part can be, by all that is shown of the flow."""
    return FlowReader([Told(flow, rules)], limits).bounds(_hidden_parts(flow))


def without_flow(flow: Flow, rules: Rules, limits: Limits) -> Mapping[str, Bound]:
    """What is known of each part by the backlog then and now, and the force's own totals."""
    nothing = _without_beside(
        replace(flow, parts=dict.fromkeys(flow.parts), sums=dict.fromkeys(flow.sums))
    )
    reader = FlowReader([Told(nothing, rules)], limits)
    return {part.value: reader.bound(part) for part in flow.parts}
