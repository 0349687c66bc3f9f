"""What a place on the board shows, and can be asked about."""

from __future__ import annotations

from dataclasses import dataclass

from boardtui.core.flow import Flow
from boardtui.review.review import ComparedFigure


@dataclass(frozen=True, slots=True)
class FlowNumber:
    """One number of a flow: its name, what it counts, and how many people."""

    flow: Flow
    title: str
    definition: str
    people: int


Subject = ComparedFigure | FlowNumber
