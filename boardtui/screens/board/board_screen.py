"""The first screen: the board, and where its keys lead."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from boardtui.panels.subject import FlowNumber
from boardtui.screens.board.board_keys import BOARD_KEYS
from boardtui.screens.board.working_screen import WorkingScreen
from boardtui.screens.drawing.full_screen import FullScreen, PaintedOnce
from boardtui.screens.keys.ways import leading


class BoardScreen(WorkingScreen, FullScreen, PaintedOnce[None]):
    """The board of a force on a day, beside a baseline."""

    BINDINGS: ClassVar[list[BindingType]] = BOARD_KEYS

    def action_next_card(self, by: int) -> None:
        self.view.step_card(by)

    def on_cards_view_opened(self) -> None:
        self.action_open()

    @property
    def card_name(self) -> str | None:
        """The name of the current card."""
        return self.view.card.of.name if self.view.card else None

    def action_open(self) -> None:
        """Open the current figure by one dimension; where it has none, say what it is."""
        if isinstance(self.view.subject, FlowNumber):
            leading(self).action_page("flow")
        else:
            leading(self).open_figure(self.view.subject, self.card_name)
