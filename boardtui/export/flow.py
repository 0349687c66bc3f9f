"""The flow of a backlog as JSON, and as rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from boardtui.core.criterion.definition import Definition
from boardtui.core.figure.hedge import SUPPRESSED
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

    `unknown_numbers` says why of each number that is null; `notes` are sentences on what cannot be
    known of it, or was taken for granted, for want of a file or a column.
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
                **({"suppressed": flow.hides(part)} if flow.sums else {}),
            }
            for part, count in flow.parts.items()
        ],
        "dates_moved": flow.dates_moved,
        "overdue_by_dates_then": flow.overdue_by_dates_then,
        "overdue_by_dates_now": flow.overdue_by_dates_now,
        "unknown": flow.why_unknown,
        "notes": list(unknown.values()),
        "definition": stated(MEASURES[BACKLOGS[flow.backlog].overdue_name], definition),
        "cleared_without": flow.cleared_without,
        "unknown_numbers": dict(flow.unknown),
        **({"suppressed_numbers": sorted(flow.hidden)} if flow.sums else {}),
    }


HEADER = ("force", "synthetic", "backlog", "from", "to", "part", "reason", "count", "unknown")


def csv_rows(force: ForceKey, flow: Flow) -> Iterator[list[object]]:
    """A row for each number; those who left have one for each reason besides, which adds up."""
    whose = [force.name, force.synthetic, flow.backlog, flow.start, flow.end]

    def row(name: str, count: int | None) -> list[object]:
        told = SUPPRESSED if flow.hides(name) else count
        return [*whose, name, None, told, flow.unknown.get(name)]

    yield row("opening", flow.opening)
    for part, count in flow.parts.items():
        yield row(part.value, count)
        if part is Part.LEFT:
            for reason, people in flow.reasons.items():
                yield [
                    *whose,
                    part.value,
                    reason or "not recorded",
                    SUPPRESSED if people is None else people,
                    None,
                ]
    yield row("closing", flow.closing)
    yield row("dates_moved", flow.dates_moved)
    yield row("overdue_by_dates_then", flow.overdue_by_dates_then)
    yield row("overdue_by_dates_now", flow.overdue_by_dates_now)
