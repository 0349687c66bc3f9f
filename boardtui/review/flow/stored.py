"""The flows of a board that need no work: those that were stored at ingest."""

from __future__ import annotations

from boardtui.core.flow.counts import Flow
from boardtui.review.day.review import Review
from boardtui.review.flow.start import FlowStart
from boardtui.store.flow.stored_flows import stored_between


def stored_flows(review: Review, start: FlowStart) -> dict[str, Flow]:
    """The flows that need no work, being stored under the definition that is asked for."""
    now = review.selection.snapshot
    if start.snapshot is None or now is None or now.definition != review.definition:
        return {}
    return stored_between(review.database, start.snapshot, now)
