"""A panel: what it is called, which key opens it, and what it says of a board."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.flow.counts import Flow
from boardtui.panels.text import Line, chunk, quiet, wrapped
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review
from boardtui.review.flow.start import FlowStart

if TYPE_CHECKING:
    from boardtui.core.comparing.conclusions import Conclusion
    from boardtui.core.flow.slices import FlowBySlice


ConclusionKey = tuple[Figure, Origin]
"""A measure and slice, and the origin of the figure then that it is set against."""


@dataclass(frozen=True, slots=True)
class Board:
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


@dataclass(frozen=True, slots=True)
class Panel:
    """One panel of the board, declared once.

    `lines` says it all for a width in columns, and gives nothing where there is nothing to say;
    `missing` then says what there is not, and `filled_by` which file would fill the panel, to whom
    has files. A panel without them stands only where it has something to say. `title` may depend on
    the board.
    """

    number: int
    name: str
    title: Callable[[Board], str]
    lines: Callable[[Board, int], list[Line]]
    missing: str = ""
    filled_by: str = ""
    measure: str | None = None
    """The measure that the panel opens as a breakdown, and the dimension that it begins with."""
    dimension: str = "risk_level"

    def content(self, board: Board, width: int) -> list[Line]:
        """The panel's lines, or what is missing."""
        records = board.review.selection.snapshot is not None
        told = f"{self.missing} {self.filled_by}" if records else UNPUBLISHED
        return self.lines(board, width) or wrapped([chunk(quiet(told))], width)

    def stands(self, board: Board) -> bool:
        return bool(self.missing) or bool(self.lines(board, ANY_WIDTH))


UNPUBLISHED = "Nothing of this was published in the year to this day."
"""What a panel says of a published day that has nothing for it, nor a day shortly before."""

ANY_WIDTH = 80
"""A width to lay a panel out for where only its subjects matter."""


def shown_by(panels: Iterable[Panel], board: Board) -> frozenset[Figure]:
    """The published figures that panels show."""
    return frozenset(
        piece.subject.figure
        for panel in panels
        for line in panel.lines(board, ANY_WIDTH)
        for piece in line
        if isinstance(piece.subject, ComparedFigure)
    )
