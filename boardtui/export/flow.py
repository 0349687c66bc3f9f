"""The flow of a backlog as JSON, and as rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from boardtui.core.criterion.definition import Definition
from boardtui.core.flow.counts import Flow
from boardtui.core.flow.parts import Part
from boardtui.core.measures import MEASURES
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.measures.measure import stated
from boardtui.store.held.snapshots import ForceKey


def flow_json(
    force: ForceKey, flow: Flow, unknown: Mapping[str, str], definition: Definition
) -> dict[str, Any]:
    """The flow as the contract has it; a leaver without a reason counts under "".

    `notes` are sentences on what cannot be known of it, for want of a file.
    """
    reasons = {reason or "": count for reason, count in flow.reasons.items()}
    return {
        "version": 1,
        "force": force.name,
        "synthetic": force.synthetic,
        "backlog": flow.backlog,
        "from": flow.start,
        "to": flow.end,
        "opening": flow.opening,
        "closing": flow.closing,
        "parts": [
            {
                "part": part.value,
                "count": count,
                "reasons": reasons if part is Part.LEFT else None,
                "unknown": flow.unknown.get(part),
            }
            for part, count in flow.parts.items()
        ],
        "dates_moved": flow.dates_moved,
        "overdue_by_dates_then": flow.overdue_by_dates_then,
        "overdue_by_dates_now": flow.overdue_by_dates_now,
        "unknown": flow.why_unknown,
        "notes": list(unknown.values()),
        "definition": stated(MEASURES[BACKLOGS[flow.backlog].overdue_name], definition),
    }


HEADER = ("force", "synthetic", "backlog", "from", "to", "part", "reason", "count")


def csv_rows(force: ForceKey, flow: Flow) -> Iterator[list[object]]:
    """A row for each number; those who left have one for each reason besides, which adds up."""
    whose = [force.name, force.synthetic, flow.backlog, flow.start, flow.end]
    yield [*whose, "opening", None, flow.opening]
    for part, count in flow.parts.items():
        yield [*whose, part.value, None, count]
        if part is Part.LEFT:
            for reason, people in flow.reasons.items():
                yield [*whose, part.value, reason or "not recorded", people]
    yield [*whose, "closing", None, flow.closing]
    yield [*whose, "dates_moved", None, flow.dates_moved]
    yield [*whose, "overdue_by_dates_then", None, flow.overdue_by_dates_then]
    yield [*whose, "overdue_by_dates_now", None, flow.overdue_by_dates_now]
