"""A full screen of one table: moving through its rows, and back to where one was."""

from __future__ import annotations

from textual.app import ComposeResult

from boardtui.screens.drawing.full_screen import FullScreen, PaintedOnce
from boardtui.screens.drawing.palette import Palette
from boardtui.screens.drawing.sheet_view import SheetView
from boardtui.screens.keys.ways import leading


class TableScreen(FullScreen, PaintedOnce[None]):
    """A screen whose rows stand in `view`; the keys for its movements are in `movement`."""

    view: SheetView

    def compose(self) -> ComposeResult:
        yield self.view

    def action_step(self, by: int) -> None:
        self.view.step(by)

    def action_page(self, by: int) -> None:
        self.view.page(by)

    def action_end(self, last: int) -> None:
        """To the first row; to the last, where `last` is not 0."""
        self.view.go(self.view.sheet.last if last else 0)

    def action_jump(self) -> None:
        leading(self).letter(self.view)

    def dress(self, palette: Palette) -> None:
        self.view.dress(palette)
