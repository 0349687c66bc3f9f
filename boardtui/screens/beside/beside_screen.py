"""A screen beside the board: rows over what the board is of, one place on them current."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult

from boardtui.panels.panel import Board
from boardtui.panels.rows import Rows
from boardtui.panels.text import Line
from boardtui.screens.board.figures_screen import FiguresScreen
from boardtui.screens.drawing.full_screen import FullScreen, PaintedOnce
from boardtui.screens.drawing.palette import Palette
from boardtui.screens.drawing.rows_view import RowsView
from boardtui.screens.keys.keys import caps_line, help_cap, keys_in_force

WIDE = 70
"""Columns of a screen from which its keys are told in full."""


class BesideScreen(FiguresScreen, FullScreen, PaintedOnce[None]):
    """Rows of the same day and baseline as the board that it was opened from."""

    name_of_page: ClassVar[str]
    """What the screen is asked for by, of the app's action `page`."""

    crumb: ClassVar[str]
    """Where one is, in words."""

    def __init__(
        self, board: Board, palette: Palette, notes: tuple[str, ...], card: str | None = None
    ) -> None:
        """Take what is shown, what to bear in mind of it, and the card that was looked at."""
        super().__init__()
        self.notes = notes
        self.view = RowsView(board, self.rows, palette, self._caps)

    @staticmethod
    def read(board: Board) -> None:
        """Have all read that the screen shows of a board: to draw it then needs no database.

        Raises:
            DatabaseUnreadableError: the database has gone away.
        """

    @abstractmethod
    def rows(self, board: Board, width: int, height: int) -> Rows:
        """What the screen shows of a board, for its size."""

    @abstractmethod
    def foot(self) -> Iterator[tuple[str, str]]:
        """The bindings that do something here and now, the most useful first, and their words."""

    def told(self, words: str, brief: str) -> str:
        """What a key does, in full or in brief, as the screen has room."""
        return words if self.view.size.width >= WIDE else brief

    def compose(self) -> ComposeResult:
        yield self.view

    def figures_view(self) -> RowsView:
        return self.view

    def take(self, board: Board, notes: tuple[str, ...]) -> None:
        """Show another board, or the same with more known."""
        self.notes = notes
        self.view.show(board)

    def action_aside(self, by: int) -> None:
        self.view.aside(by)

    def action_page(self, by: int) -> None:
        self.view.page(by)

    def on_rows_view_opened(self) -> None:
        self.call_later(self.run_action, "open")

    def _caps(self, width: int) -> Line:
        keys = keys_in_force(self)
        shown = ((keys[name][0], word) for name, word in self.foot() if name in keys)
        return caps_line(shown, width, help_cap(self))
