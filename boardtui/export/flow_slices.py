"""The flow by slices as JSON and as rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from boardtui.core.flow.parts import Part
from boardtui.core.flow.slices import FlowBySlice
from boardtui.store.held.snapshots import ForceKey


def slices_json(by: FlowBySlice) -> dict[str, Any]:
    """What stands besides in the JSON of a flow: each slice, and of what it opens and closes."""
    return {
        "by": by.dimension,
        "by_unknown": by.why_unknown,
        "slices": [
            {
                "slice": name,
                "opening": by.overdue_then[name],
                "closing": by.overdue_now[name],
                "opening_parts": _parts(by.opening[name]),
                "closing_parts": _parts(by.closing[name]),
            }
            for name in by.opening
        ],
    }


def _parts(counts: Mapping[Part, int | None]) -> list[dict[str, Any]]:
    return [{"part": part.value, "count": count} for part, count in counts.items()]


BY_HEADER = (
    *("force", "synthetic", "backlog", "from", "to"),
    *("by", "slice", "overdue_on", "part", "count", "unknown"),
)


def slice_rows(force: ForceKey, by: FlowBySlice) -> Iterator[list[object]]:
    """A row for each number; `overdue_on` is the day on which its people were overdue.

    The slice is that of their records of the same day.
    """
    whose = [force.name, force.synthetic, by.backlog, by.start, by.end, by.dimension]
    for day, side, total in (
        (by.start, by.opening, by.overdue_then),
        (by.end, by.closing, by.overdue_now),
    ):
        for name, parts in side.items():
            yield [*whose, name, day, "all", total[name], None]
            for part, count in parts.items():
                yield [*whose, name, day, part.value, count, by.unknown.get(part)]
