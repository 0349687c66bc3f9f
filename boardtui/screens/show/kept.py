"""Slides as they were drawn, of a database that may go away while they are shown."""

from __future__ import annotations

from msgspec import Struct

from boardtui.decks.stage import Stage
from boardtui.panels.panel import Board
from boardtui.panels.slides.drawn import Drawn, drawn
from boardtui.panels.slides.slide import Slide
from boardtui.review import NotThereError
from boardtui.store.connection.database import DatabaseUnreadableError

LOST = (DatabaseUnreadableError, NotThereError)
"""What reading fails by where the database has gone away, or is another by now."""


class Kept(Struct, frozen=True, eq=False):
    """A slide that was drawn, with what for: its board, columns and rows."""

    slide: Slide
    board: Board
    window: tuple[int, int]
    drawn: Drawn

    def is_of(self, slide: Slide, board: Board, window: tuple[int, int], step: int) -> bool:
        """Whether it is what is asked for."""
        same = self.slide is slide and self.board is board
        return same and (self.window, self.drawn.step) == (window, step)


def board_of(slide: Slide, stage: Stage) -> Board:
    """What a slide is of; what the show is of, where its own baseline cannot be read any more."""
    try:
        return stage.board_of(slide)
    except LOST:
        return stage.board


def drawn_or_told(slide: Slide, board: Board, window: tuple[int, int], step: int = 0) -> Drawn:
    """A slide as it is drawn; where the database has gone away, a sentence in its place."""
    try:
        return drawn(slide, board, *window, step)
    except LOST as error:
        told = Slide(kind="text", title=str(error), notes=slide.notes)
        return drawn(told, board, *window)


def sentence_of(slide: Slide, stage: Stage, window: tuple[int, int]) -> str:
    """What a slide says, in a sentence; its kind, where it says nothing in words."""
    return drawn_or_told(slide, board_of(slide, stage), window).sentence or slide.kind
