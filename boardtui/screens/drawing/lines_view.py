"""Lines that fill a screen, drawn anew where they differ from what stood there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.geometry import Size
from textual.strip import Strip

from boardtui.panels.cards.grid import Piece
from boardtui.panels.text import Line, Role
from boardtui.screens.drawing.full_screen import FullView
from boardtui.screens.drawing.palette import Palette
from boardtui.screens.drawing.pieces import runs_of
from boardtui.screens.drawing.redrawn import regions

Lines = Callable[[int, int], Sequence[Line]]
"""Gives the lines of a screen, for its columns and rows."""


class LinesView(FullView):
    """Lines of text, as many as the screen has rows."""

    DEFAULT_CSS = "LinesView { width: 100%; height: 100%; }"

    def __init__(self, lines: Lines, palette: Palette) -> None:
        super().__init__()
        self._lines, self._styles = lines, palette.styles()
        self._rows: list[Strip] = []
        self._laid_out_for = Size(0, 0)

    def render_line(self, y: int) -> Strip:
        """One row of the screen."""
        if self._laid_out_for != self.size:
            self._lay_out()
        return self._rows[y] if y < len(self._rows) else Strip.blank(self.size.width)

    def renew(self) -> None:
        """Draw what the lines are by now; only what differs is sent."""
        before, size = self._rows, self._laid_out_for
        if not self.size:
            return
        self._lay_out()
        if size != self.size:
            self.refresh()
        elif changed := regions(before, self._rows):
            self.refresh(*changed)

    def dress(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._styles = palette.styles()
        self._laid_out_for = Size(0, 0)
        self.refresh()

    def laid_out_again(self) -> None:
        self._laid_out_for = Size(0, 0)

    def _lay_out(self) -> None:
        width, height = self._laid_out_for = self.size
        if width and height:
            lines = list(self._lines(width, height))[:height]
            self._rows = [self._strip(line) for line in [*lines, *[()] * (height - len(lines))]]

    def _strip(self, line: Line) -> Strip:
        pieces = [Piece(span.text, span.role, 0) for part in line for span in part.spans]
        strip = Strip(runs_of(pieces, lambda piece: self._styles[piece.role], {}))
        return strip.adjust_cell_length(self.size.width, self._styles[Role.TEXT]).simplify()
