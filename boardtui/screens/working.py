"""Long work for a board, off the screen's thread: each piece opens the database for itself."""

from __future__ import annotations

from boardtui.core.definition import Definition
from boardtui.core.flow import Flow
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.review.flows import FlowStart, flows_of
from boardtui.review.review import Review
from boardtui.review.selection import Selection
from boardtui.store.database import open_database
from boardtui.store.flows import stored_flow


def restated(location: str, selection: Selection, definition: Definition) -> Review:
    """The review with every figure computed again under a definition, in memory."""
    database = open_database(location)
    try:
        review = Review(database, selection, definition)
        review.restate()
        return review
    finally:
        database.close()


def worked_out_flows(
    location: str, selection: Selection, start: FlowStart, definition: Definition
) -> dict[str, Flow]:
    """Every backlog's flow, worked out from records where it is not stored."""
    if start.snapshot is None or selection.snapshot is None:
        return {}
    database = open_database(location)
    try:
        return flows_of(database, start.snapshot, selection.snapshot, definition)
    finally:
        database.close()


def stored_flows(review: Review, start: FlowStart) -> dict[str, Flow]:
    """The flows that need no work, being stored under the definition that is asked for."""
    now = review.selection.snapshot
    if start.snapshot is None or now is None or now.definition != review.definition:
        return {}
    found = {
        name: stored_flow(review.database, start.snapshot, now, backlog)
        for name, backlog in BACKLOGS.items()
    }
    return {name: flow for name, flow in found.items() if flow is not None}


def warm() -> None:
    """Import what the next keys will need, so that the first of them is as quick as the rest."""
    import boardtui.panels.explain
    import boardtui.screens.breakdown_screen
    import boardtui.screens.case_screen
    import boardtui.screens.cases_screen
    import boardtui.screens.choosing
    import boardtui.screens.find_screen
    import boardtui.screens.reading  # noqa: F401
