"""A flow as an audience may see it: its parts are slices of a backlog, and hidden like them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from boardtui.core.audience.line import Cell, hidden_in
from boardtui.core.audience.rounding import to_nearest
from boardtui.core.audience.rules import Rules
from boardtui.core.flow.counts import CLOSING, OPENING, Flow
from boardtui.core.flow.parts import CAME, CLEARED_WITHOUT, GONE, STAYED, Part, done_part
from boardtui.core.measures.backlogs import BACKLOGS

Group = frozenset[Part]
"""Parts that are told together too, or one part alone."""


def shown(flow: Flow, rules: Rules, *, to_be_proved: bool = False) -> Flow:
    """A flow with what an audience may not see hidden, and rounded for the public.

    The backlog on both days is the force's own total, and shown. Of what is not known in part, no
    sum is certain: nothing small of it is shown, and nothing that could give it away. What stands
    beside the parts bounds them, and is hidden with those that it is about; but not where it is
    `to_be_proved` afterwards that nothing is given away. A flow that was hidden before stays as it
    is.
    """
    if not rules.hides or flow.why_unknown or flow.sums:
        return flow
    parts = {part: count for part, count in flow.parts.items() if count is not None}
    known = len(parts) == len(flow.parts)
    found = _hidden(flow, parts, rules) if known else _Hidden.all_of(flow)
    return _with(flow, found, rules, set() if to_be_proved else _bounding(found, rules))


class _Hidden(Struct):
    """The hidden parts, and the hidden sums of parts."""

    parts: set[Part] = field(default_factory=set)
    sums: set[Group] = field(default_factory=set)

    @staticmethod
    def all_of(flow: Flow) -> _Hidden:
        return _Hidden(set(flow.parts), set(_sums_of(flow)))

    def hide(self, group: Group) -> None:
        """Hide a sum with all of its parts: of some of them it could be worked out."""
        self.parts |= group
        if len(group) > 1:
            self.sums.add(group)


def _sums_of(flow: Flow) -> list[Group]:
    """The sums that are told, of the parts that the backlog has."""
    every = (CLEARED_WITHOUT, GONE, STAYED, CAME)
    return [frozenset(part for part in parts if part in flow.parts) for parts in every]


def _hidden(flow: Flow, parts: Mapping[Part, int], rules: Rules) -> _Hidden:
    without, gone, stayed, came = _sums_of(flow)
    alone = [frozenset({done_part(BACKLOGS[flow.backlog])}), frozenset({Part.WENT_MISSING})]
    groups: list[Group] = [*alone, without, gone, stayed]
    count = {group: sum(parts[part] for part in group) for group in (*groups, came)}
    found = _Hidden()
    ends = (flow.opening or 0, flow.closing or 0)
    chosen = (
        None if any(_small(end, rules) for end in ends) else _chosen(groups, came, count, rules)
    )
    if chosen is None:
        return _Hidden.all_of(flow)
    for group in chosen:
        found.hide(group)
    if stayed in chosen:
        found.hide(came)  # the backlog now less the one is the other
    for group in (without, gone, stayed, came):
        if group not in found.sums:
            found.parts |= _of_sum(sorted(group), parts, rules)
    return found


def _small(count: int, rules: Rules) -> bool:
    return 0 < count < rules.threshold


def _chosen(
    groups: Sequence[Group], came: Group, count: Mapping[Group, int], rules: Rules
) -> list[Group] | None:
    """Which of what the backlog then is made up of is hidden; None where no choice is safe."""
    cells = []
    for group in groups:
        value = count[group]
        # How many were cleared without a visit is the last to be hidden as well.
        cell = Cell(value, low=1 if value and rules.zeros else 0, dear=group == groups[2])
        if _small(value, rules):
            # Each of its parts may be all of it but one for each of the others.
            cell.up = rules.threshold
        cells.append(cell)
    stayed = cells[-1]
    both = count[groups[-1]] + count[came]
    stayed.high = both - (1 if count[came] and rules.zeros else 0)
    if _small(count[came], rules):
        if both - rules.threshold < stayed.low:
            return None
        stayed.down = both - rules.threshold
    if any(cell.up is not None and cell.high < cell.up for cell in cells):
        return None
    places = hidden_in(cells, rules.threshold)
    return None if places is None else [groups[place] for place in sorted(places)]


def _of_sum(group: Sequence[Part], parts: Mapping[Part, int], rules: Rules) -> set[Part]:
    """Which parts are hidden of a sum that is shown: all, zeros too, where no choice is safe."""
    places = line_of([parts[part] for part in group], rules)
    return {group[place] for place in places}


def line_of(counts: Sequence[int], rules: Rules) -> frozenset[int]:
    """The places that are hidden of counts of which the sum is shown."""
    cells = [
        Cell(
            count,
            low=1 if count and rules.zeros else 0,
            up=rules.threshold if _small(count, rules) else None,
        )
        for count in counts
    ]
    found = None if _small(sum(counts), rules) else hidden_in(cells, rules.threshold)
    return frozenset(range(len(counts))) if found is None else found


BESIDE: Mapping[str, Group] = {
    "dates_moved": frozenset({Part.REGRADED, Part.DATE_MOVED}),
    "overdue_by_dates_then": frozenset({Part.STILL_OVERDUE, Part.REGRADED, Part.DATE_MOVED}),
    "overdue_by_dates_now": frozenset({Part.STILL_OVERDUE, Part.NEWLY_OVERDUE}),
}
"""What stands beside the parts of a flow, and the parts that it bounds by its definition.

Whoever is still overdue is overdue by the date now, and nobody else is but the newly overdue. Who
is still overdue, or was cleared by a lower risk or a later date, is overdue by the date then; and
the latter had their date moved.
"""


def _bounding(found: _Hidden, rules: Rules) -> set[str]:
    """What stands beside and would say something of a hidden part; rounded, it may of any."""
    rounded = rules.rounding > 1 and bool(found.parts)
    return {name for name, parts in BESIDE.items() if rounded or parts & found.parts}


def _with(flow: Flow, found: _Hidden, rules: Rules, bounding: set[str]) -> Flow:
    """The flow without what is hidden; small counts beside its parts are hidden too."""
    counts: dict[str, int | None] = {OPENING: flow.opening, CLOSING: flow.closing}
    counts |= {name: getattr(flow, name) for name in BESIDE}
    counts |= {part.value: count for part, count in flow.parts.items()}
    hidden = {part.value for part in found.parts}
    hidden |= bounding | {name for name in BESIDE if _small(counts[name] or 0, rules)}
    told = {name: None if name in hidden else _told(count, rules) for name, count in counts.items()}
    hidden |= {name for name, count in told.items() if count is None}
    sums = {
        group: None if group in found.sums else _told(flow.together(group), rules)
        for group in _sums_of(flow)
    }
    if (without := _sums_of(flow)[0]) not in found.sums:
        sums[without] = _told(flow.cleared_without, rules)  # which an assumption may make known
    return replace(
        flow,
        parts={part: told[part.value] for part in flow.parts},
        opening=told[OPENING],
        closing=told[CLOSING],
        dates_moved=told["dates_moved"],
        overdue_by_dates_then=told["overdue_by_dates_then"],
        overdue_by_dates_now=told["overdue_by_dates_now"],
        reasons=_reasons(flow, hidden, rules),
        hidden=frozenset(hidden - flow.unknown.keys()),
        sums=sums,
    )


def _told(count: int | None, rules: Rules) -> int | None:
    """A count as it is shown; None of nobody, where that is not, and of what rounds to none."""
    if count is None or (count == 0 and not rules.zeros):
        return None
    return count if count == 0 else to_nearest(count, rules.rounding) or None


def _reasons(flow: Flow, hidden: set[str], rules: Rules) -> dict[str | None, int | None]:
    """Why people left; nothing of it where it is hidden how many did."""
    if Part.LEFT in hidden:
        return {}
    places = line_of([count or 0 for count in flow.reasons.values()], rules)
    return {
        reason: None if place in places else _told(count, rules)
        for place, (reason, count) in enumerate(flow.reasons.items())
    }
