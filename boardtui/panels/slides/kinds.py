"""Every kind of slide, declared: adding one here, with its module, is all that adding one takes."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from msgspec import Struct

from boardtui.panels.panel import Board
from boardtui.panels.slides.message import Message
from boardtui.panels.slides.slide import Slide


class KindOf(Struct, frozen=True):
    """A kind of slide: the module that tells it, which keys it takes, and what it is in words.

    `needs` are the keys without which there is no such slide, `takes` those that it may have beside
    what every slide may. `measures` are those that it can be of; none means any.
    """

    module: str
    help: str
    takes: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    words: int = 28
    numbers: int = 12

    def message(self, slide: Slide, board: Board) -> Message:
        """What a slide of this kind says of a board.

        Raises:
            NotToldError: there is nothing of it there.
        """
        # Only the kinds that are shown are imported: a show starts with one.
        module = import_module(f"boardtui.panels.slides.{self.module}")
        found = module.message(slide, board)
        assert isinstance(found, Message)
        return found


FIGURE = ("measure", "slice", "baseline")

KINDS: Mapping[str, KindOf] = {
    "title": KindOf("title", "What the meeting is about, in large letters.", ("title", "text")),
    "figure": KindOf("figure", "One figure in large digits.", FIGURE, ("measure",)),
}
