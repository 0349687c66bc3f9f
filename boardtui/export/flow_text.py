"""The flow of a backlog as text, in the order in which it is told: stood then, went, came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from boardtui.core.criterion.dimension import DIMENSIONS, slice_title
from boardtui.core.flow.counts import Flow
from boardtui.core.flow.parts import CAME, CLEARED_WITHOUT, PART_TITLES, STAYED, Part
from boardtui.core.flow.slices import FlowBySlice
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import count_text, number_text
from boardtui.export.layout import aligned
from boardtui.panels.flow.story import headline, reason_unknown
from boardtui.store.held.snapshots import ForceKey


def lines(
    force: ForceKey, flow: Flow, unknown: Mapping[str, str], notes: Iterable[str] = ()
) -> Iterator[str]:
    """The flow as lines; the first says whose it is, of what, between which days.

    `unknown` says what cannot be known of it, by the kind of file that was not given.
    """
    synthetic = " (SYNTHETIC)" if force.synthetic else ""
    start, end = day_text(flow.start), day_text(flow.end)
    yield f"{force.name}{synthetic}: overdue {flow.backlog}, {start} to {end}, from records."
    yield from notes
    yield headline(flow)
    if flow.why_unknown:
        return
    yield from unknown.values()
    backlog = BACKLOGS[flow.backlog]
    none = reason_unknown(unknown)
    went = [p for p in flow.parts if p not in STAYED and p not in CAME]
    rows = [
        [f"Overdue on {start}", count_text(flow.opening), ""],
        *(_row(flow, part, none) for part in (*STAYED, *went)),
        [f"Overdue on {end}", count_text(flow.closing), ""],
        *(_row(flow, part, none) for part in (*STAYED, *CAME)),
        [f"Cleared without {backlog.a_one}", count_text(flow.cleared_without), ""],
        *(_row(flow, part, none) for part in CLEARED_WITHOUT if part in flow.parts),
    ]
    yield from aligned(rows, indent="")
    yield ""
    yield (
        f"Due dates moved later, or removed, with no {backlog.one} in between: "
        f"{count_text(flow.dates_moved)}."
    )
    yield (
        f"Of those in both records and not {backlog.seen} in between, overdue on {end} by the due "
        f"dates of {start}, had none been touched: {count_text(flow.overdue_by_dates_then)}; by "
        f"the dates of {end}: {count_text(flow.overdue_by_dates_now)}."
    )


def by_slice(by: FlowBySlice) -> Iterator[str]:
    """The parts by slices: a table of who was overdue then, and one of who is now."""
    dimension = DIMENSIONS[by.dimension].title
    if by.why_unknown:
        yield ""
        yield f"By {dimension.lower()} it is not known: {by.why_unknown}."
        return
    sides = (by.start, by.opening, by.overdue_then), (by.end, by.closing, by.overdue_now)
    for day, side, totals in sides:
        yield ""
        yield f"Overdue on {day_text(day)}, by the {dimension.lower()} on that day:"
        names = [name for name in side if totals[name] is not None]
        parts = list(next(iter(side.values()), ()))
        rows = [["", *(slice_title(by.dimension, name) for name in names)]]
        rows.append(["all", *(count_text(totals[name]) for name in names)])
        rows += [
            [PART_TITLES[part], *(count_text(side[name][part]) for name in names)] for part in parts
        ]
        # Units are many and parts are few: they stand in the lines, the parts in the columns.
        yield from aligned(zip(*rows, strict=True) if by.dimension == "unit" else rows)


def _row(flow: Flow, part: Part, none: str) -> list[str]:
    return [f"  {PART_TITLES[part]}", count_text(flow.parts[part]), _reasons(flow, part, none)]


def _reasons(flow: Flow, part: Part, none: str) -> str:
    if part is not Part.LEFT:
        return ""
    return ", ".join(
        f"{(reason or none).replace('_', ' ')} {number_text(count)}"
        for reason, count in flow.reasons.items()
    )
