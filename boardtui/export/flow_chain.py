"""What changed month by month, as lines, as rows and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from boardtui.core.flow.counts import Flow
from boardtui.core.flow.parts import PART_TITLES
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import count_text
from boardtui.export.flow import csv_rows
from boardtui.review.flow.chain_told import sentences
from boardtui.review.flow.chained import NO_SUM, Chain
from boardtui.store.held.snapshots import ForceKey


def chain_json(force: ForceKey, chain: Chain) -> dict[str, Any]:
    """Each link with its parts; the sums of these, and the parts of the flow from first to last."""
    return {
        "version": 1,
        "force": force.name,
        "synthetic": force.synthetic,
        "backlog": chain.backlog.name,
        "from": chain.direct.start,
        "to": chain.direct.end,
        "chain": [{**_flow(link), "break": chain.breaks.get(link.end)} for link in chain.links],
        "sums": {part.value: count for part, count in chain.sums.items()},
        "direct": _flow(chain.direct),
        "note": NO_SUM,
    }


def _flow(flow: Flow) -> dict[str, Any]:
    return {
        "from": flow.start,
        "to": flow.end,
        "opening": flow.opening,
        "closing": flow.closing,
        "parts": {part.value: count for part, count in flow.parts.items()},
        "suppressed": sorted(flow.hidden),
        "unknown": flow.why_unknown,
    }


def chain_rows(force: ForceKey, chain: Chain) -> Iterator[list[object]]:
    """The rows of each link's flow, one after another."""
    for link in chain.links:
        yield from csv_rows(force, link)


def chain_lines(force: ForceKey, chain: Chain) -> Iterator[str]:
    """A line for each link: what was overdue, what became of it, and what is overdue then."""
    synthetic = " (SYNTHETIC)" if force.synthetic else ""
    start, end = day_text(chain.direct.start), day_text(chain.direct.end)
    yield f"{force.name}{synthetic}: overdue {chain.backlog.name}, {start} to {end}, step by step."
    yield next(sentences(chain))
    for link in chain.links:
        if link.end in chain.breaks:
            yield f"Counted otherwise {chain.breaks[link.end]}."
        yield f"{day_text(link.start)} to {day_text(link.end)}: {_told(link)}"
    yield ""
    yield f"From first to last, {start} to {end}: {_told(chain.direct)}"
    sums = ", ".join(
        f"{PART_TITLES[part]} {count_text(count)}" for part, count in chain.sums.items() if count
    )
    yield f"Sums over the steps: {sums or 'nothing'}."
    yield NO_SUM


def _told(flow: Flow) -> str:
    if flow.why_unknown:
        return f"not known: {flow.why_unknown}."
    parts = ", ".join(
        f"{PART_TITLES[part]} {count_text(count, hidden=flow.hides(part))}"
        for part, count in flow.parts.items()
        if count != 0
    )
    return f"{count_text(flow.opening)} overdue; {parts}; {count_text(flow.closing)} overdue."
