"""Long work for a board, off the screen's thread: each piece opens the database for itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from importlib import import_module
from typing import TYPE_CHECKING

from msgspec import Struct

from boardtui.core.criterion.definition import Definition
from boardtui.core.flow.counts import Flow
from boardtui.panels.panel import ConclusionKey
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review
from boardtui.review.day.selection import Selection
from boardtui.review.flow.start import FlowStart
from boardtui.store.held.snapshots import open_same

if TYPE_CHECKING:
    from boardtui.core.comparing.conclusions import Conclusion
    from boardtui.core.flow.slices import FlowBySlice

Progress = Callable[[int, int], object]
"""Told how many records have been read, and of how many."""

SLICED = ("risk_level", "unit")
"""The dimensions by which flows are told apart on their page."""

FAILED = "could not be worked out"
"""What stands in place of what was waited for in vain."""
WORKED_OUT: Mapping[str, str] = {
    "figures": "the figures under another definition are being worked out",
    "flows": "what changed between the two days is being worked out",
    "slices": "what changed is being worked out by risk and unit",
    "conclusions": "what may be concluded is being worked out",
}
"""What a board or a page beside it can need, and what is said while that is waited for."""


class OvertakenError(Exception):
    """The board is of something else by now."""


class Asked(Struct, frozen=True):
    """What a piece of work is of: whatever comes for another is not taken in."""

    location: str
    selection: Selection
    start: FlowStart
    definition: Definition


class Restated(Struct, frozen=True):
    """Every figure computed again, in memory."""

    asked: Asked
    review: Review


class Flows(Struct, frozen=True):
    """Every backlog's flow."""

    asked: Asked
    found: Mapping[str, Flow]


class Slices(Struct, frozen=True):
    """Every backlog's flow by each dimension of the page."""

    asked: Asked
    found: Mapping[tuple[str, str], FlowBySlice]


class Concluded(Struct, frozen=True):
    """What may be concluded from differences."""

    asked: Asked
    found: Mapping[ConclusionKey, Conclusion]


def restated(asked: Asked) -> Restated:
    """The review with every figure computed again under a definition, in memory."""
    with closing(open_same(asked.location, *asked.selection.snapshots)) as database:
        review = Review(database, asked.selection, asked.definition)
        review.restate()
        return Restated(asked, review)


def worked_out_flows(asked: Asked, progress: Progress) -> Flows:
    """Every backlog's flow, worked out from records where it is not stored."""
    from boardtui.review.flow.flows import flows_of

    then, now = asked.start.snapshot, asked.selection.snapshot
    if then is None or now is None:
        return Flows(asked, {})
    with closing(open_same(asked.location, then, now)) as database:
        return Flows(asked, flows_of(database, then, now, asked.definition, progress))


def worked_out_slices(asked: Asked, progress: Progress) -> Slices:
    """Every backlog's flow by the slices of each dimension of the page."""
    from boardtui.review.flow.flows import slices_of_flows

    then, now = asked.start.snapshot, asked.selection.snapshot
    if then is None or now is None:
        return Slices(asked, {})
    with closing(open_same(asked.location, then, now)) as database:
        found = slices_of_flows(database, then, now, asked.definition, SLICED, progress)
        return Slices(asked, found)


def concluded(asked: Asked, compared: Mapping[ConclusionKey, ComparedFigure]) -> Concluded:
    """What may be concluded of figures; the first time takes a second or two."""
    from boardtui.panels.compare.chance import conclusions_of

    return Concluded(asked, conclusions_of(compared))


NEXT = ("screens.beside.compare_screen", "screens.breakdown.breakdown_screen")
"""What the first keys will need that takes long enough to import to be felt: each takes memory."""


def warm(names: Sequence[str]) -> None:
    """Import what the next keys will need, so that the first of them is as quick as the rest."""
    for name in names:
        import_module(f"boardtui.{name}")
