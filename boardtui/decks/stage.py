"""What slides are shown of: a board, and beside it those against other baselines."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from boardtui.panels.panel import Board
from boardtui.panels.slides.slide import Slide
from boardtui.review.day.catalogue import Catalogue
from boardtui.review.day.review import Review
from boardtui.review.day.selection import Selection
from boardtui.review.flow.start import flow_start
from boardtui.review.flow.stored import stored_flows


class Stage:
    """The boards of a deck's slides: its own, and one for each other baseline that slides name."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._others: dict[str, Board] = {}

    @property
    def board(self) -> Board:
        """The deck's own board."""
        return self._board

    def board_of(self, slide: Slide) -> Board:
        """The board that a slide is of.

        A flow from another baseline than the deck's is worked out here, where it is not stored.

        Raises:
            NotThereError: there is no such baseline as it names.
        """
        if slide.baseline is None:
            return self._board
        board = self._others.get(slide.baseline) or self._against(slide.baseline)
        if slide.kind == FLOW:
            board = with_flows(board)
        self._others[slide.baseline] = board
        return board

    def _against(self, baseline: str) -> Board:
        review = self._board.review
        catalogue = Catalogue(review.database)
        selection = review.selection
        against = baseline if baseline in NAMED else date.fromisoformat(baseline)
        other = Selection(
            selection.force,
            selection.day,
            selection.snapshot,
            catalogue.baseline(selection.force, selection.day, against),
        )
        mine = Review(
            review.database,
            other,
            review.definition,
            cases_open=review.cases_open,
            preferred=review.preferred,
            audience=review.audience,
        )
        mine.adopt(review)
        if mine.stale:
            mine.restate()
        return board_of(mine)


FLOW = "flow"
"""The kind of slide that needs flows."""

NAMED = ("inspection", "none")
"""What a baseline may be called besides its day."""


def board_of(review: Review) -> Board:
    """The board of a review, with the flows that are stored."""
    start = flow_start(review.database, review.selection)
    return Board(review, start, stored_flows(review, start))


def whole_board(review: Review) -> Board:
    """The board of a review with all its flows, worked out where they are not stored."""
    return with_flows(board_of(review))


def with_flows(board: Board) -> Board:
    """A board with all its flows, worked out where they are not stored."""
    review, then = board.review, board.start.snapshot
    now = review.selection.snapshot
    if then is None or now is None or board.flows:
        return board
    # Stored flows need none of what works them out.
    from boardtui.review.flow.flows import flows_of

    return replace(board, flows=flows_of(review.database, then, now, review.definition))
