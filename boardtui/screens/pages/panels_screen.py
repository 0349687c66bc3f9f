"""A screen of panels: moving from figure to figure, and from panel to panel."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult

from boardtui.panels.panel import Board, Panel
from boardtui.screens.board.figures_screen import FiguresScreen, FiguresView
from boardtui.screens.drawing.palette import Palette
from boardtui.screens.keys.keys import key_bar
from boardtui.screens.pages.board_view import BoardView


class PanelsScreen(FiguresScreen):
    """Panels of figures in `view`, one figure current: the pages beside the board."""

    def __init__(
        self,
        board: Board,
        panels: Sequence[Panel],
        palette: Palette,
        *,
        least: int | None = None,
        notes: tuple[str, ...] = (),
    ) -> None:
        super().__init__()
        self.view = BoardView(board, panels, palette, key_bar(self), "auto", least)
        self.view.notes = notes

    def compose(self) -> ComposeResult:
        yield self.view

    def figures_view(self) -> FiguresView:
        return self.view

    def action_next_panel(self, by: int) -> None:
        self.view.step_panel(by)

    def action_panel(self, number: int) -> None:
        self.view.go_to_panel(number)

    def action_page(self, by: int) -> None:
        self.view.page(by)

    @property
    def card_name(self) -> str | None:
        """The name of the panel that the current figure belongs to."""
        standing = (box.panel for box in self.view.panels_standing())
        return next((panel.name for panel in standing if panel.number == self.view.panel), None)
