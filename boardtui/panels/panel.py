"""A panel: what it is called, which key opens it, and what it says of a board."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import force_setattr

from boardtui.core.audience.rules import Way
from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.flow.counts import Flow
from boardtui.review.day.review import Review
from boardtui.review.flow.start import FlowStart

if TYPE_CHECKING:
    from boardtui.core.comparing.conclusions import Conclusion
    from boardtui.core.flow.slices import FlowBySlice


ConclusionKey = tuple[Figure, Origin]
"""A measure and slice, and the origin of the figure then that it is set against."""


class Board(Struct, frozen=True):
    """What panels read: a review, and the flows from `start`, by backlog, as far as known yet.

    `elsewhere` are the published figures that panels of their own show. `slices` are the flows by
    backlog and dimension, and `conclusions` what may be concluded of differences: None until known.
    `working` says how far work that is waited for has come. The bars of both backlogs are on one
    scale, and have room in `backlogs_width` columns.
    """

    review: Review
    start: FlowStart
    flows: Mapping[str, Flow]
    elsewhere: frozenset[Figure] = frozenset()
    slices: Mapping[tuple[str, str], FlowBySlice] = field(default_factory=dict)
    conclusions: Mapping[ConclusionKey, Conclusion] | None = None
    working: str | None = None
    backlogs_width: int | None = None

    def __post_init__(self) -> None:
        """Let in no more of the flows than the review's audience may see, wherever they are from.

        By slice they are crosses, and closed where those are.
        """
        audience = self.review.audience
        if audience.hides:
            from boardtui.review.flow.shown import shown_to

            shown = {name: shown_to(audience, flow) for name, flow in self.flows.items()}
            force_setattr(self, "flows", shown)
            if audience.closes(Way.CROSSES):
                force_setattr(self, "slices", {})
