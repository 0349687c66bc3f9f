"""A sheet, drawn by one widget with what lies beneath it: a key sends what it changed."""

from __future__ import annotations

from collections.abc import Callable

from rich.segment import Segment
from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.strip import Strip

from boardtui.panels.cards.grid import Piece
from boardtui.panels.dialogs.listed import MARGIN
from boardtui.panels.dialogs.sheet import SIDES, Keys, Sheet, framed
from boardtui.panels.text import Line, line_width
from boardtui.screens.dialogs.beneath import Beneath
from boardtui.screens.dialogs.placing import Placing, placed
from boardtui.screens.drawing.full_screen import FullView
from boardtui.screens.drawing.palette import Palette
from boardtui.screens.drawing.pieces import runs_of
from boardtui.screens.drawing.redrawn import regions

TITLE_AT = 3
"""The column of a sheet that its key and title begin at."""


class SheetView(FullView):
    """A sheet over a dimmed screen."""

    class Clicked(Message):
        """A line of the sheet was clicked, by its number; None beside the sheet."""

        def __init__(self, line: int | None) -> None:
            super().__init__()
            self.line = line

    def __init__(
        self,
        make: Callable[[int], Sheet],
        keys: Keys,
        palette: Palette,
        beneath: Beneath,
        placing: Placing = placed,
    ) -> None:
        """Take what gives the sheet for a width of text, what it lies over, and where it lies."""
        super().__init__()
        self._make, self._keys, self._placing = make, keys, placing
        self._palette, self._styles = palette, palette.styles()
        self._beneath = beneath
        self._dimmed: list[Strip] = []
        self._rows: list[Strip] = []
        self._top = 0
        self.place = Region()
        """Where the sheet lies."""
        self.sheet = Sheet("", ())
        """What it says at the moment."""

    # What is drawn

    def lay_out(self, size: Size) -> None:
        """Find the sheet's place on a screen of a size, and draw it with what lies beneath."""
        self.place = self._placing(size, self._beneath.lit(), lambda wide: self._make(wide).height)
        self._dimmed = self._beneath.rows(size, self._palette, self.place)
        self._say()

    def _say(self) -> None:
        self.sheet = self._make(self.place.width - SIDES)
        self._top = self.sheet.top(self._top, self.place.height)
        left, right = self.place.x, self.place.right
        lines = framed(self.sheet, self.place.width, self.place.height, self._top, self._keys)
        self._rows = list(self._dimmed)
        for y, line in enumerate(lines, start=self.place.y):
            if y < len(self._rows):
                under = self._rows[y]
                row = Strip(self._segments(line), self.place.width)
                parts = [under.crop(0, left), row, under.crop(right, under.cell_length)]
                self._rows[y] = Strip.join(parts)

    def _segments(self, line: Line) -> list[Segment]:
        pieces = [Piece(span.text, span.role, 0) for piece in line for span in piece.spans]
        return runs_of(pieces, lambda piece: self._styles[piece.role], {})

    @property
    def field(self) -> Region:
        """Where one types: in the row of the sheet's field, behind its words; else nowhere."""
        row = self.sheet.field
        if row is None:
            return Region()
        before = line_width(self.sheet.head[row])
        left = self.place.x + SIDES // 2 + before
        wide = max(1, self.place.width - SIDES - before)
        return Region(left, self.place.y + 1 + row, wide, 1)

    def marked(self) -> Offset | None:
        """The current entry of a list; of a text to be read, its title."""
        current = self.sheet.current
        if not current:
            return Offset(self.place.x + TITLE_AT, self.place.y)
        row = 1 + len(self.sheet.head) + current.start - self._top
        return Offset(self.place.x + SIDES // 2 + MARGIN, self.place.y + row)

    def render_line(self, y: int) -> Strip:
        """One row of the screen."""
        return self._rows[y] if y < len(self._rows) else Strip.blank(self.size.width)

    def text(self) -> str:
        """What is on the screen, as plain text."""
        return "\n".join(row.text.rstrip() for row in self._rows) + "\n"

    # What changes

    def renew(self, *, beneath: bool = False) -> None:
        """Say anew what the sheet says, and what lies beneath it; only what differs is sent."""
        before = self._rows
        if beneath:
            self.lay_out(self.size)
        else:
            self._say()
        if len(before) != len(self._rows):  # the terminal is of another size, which is told later
            self.refresh()
        elif changed := regions(before, self._rows):
            self.refresh(*changed)

    def dress(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette, self._styles = palette, palette.styles()
        self.renew(beneath=True)

    def on_resize(self) -> None:
        if len(self._rows) != self.size.height or self._rows[0].cell_length != self.size.width:
            self.lay_out(self.size)
            self.refresh()

    def show_from(self, top: int) -> None:
        """Show the lines from one on, as far as there are any."""
        before, self._top = self._top, top
        self._top = self.sheet.top(top, self.place.height)
        if self._top != before:
            self.renew()

    @property
    def top(self) -> int:
        """The first line that is seen."""
        return self._top

    @property
    def room(self) -> int:
        """How many lines are seen at once."""
        return self.sheet.room(self.place.height)

    # The mouse

    def on_click(self, event: Click) -> None:
        if not self.place.contains(event.x, event.y):
            self.post_message(self.Clicked(None))
            return
        line = event.y - self.place.y - 1 - len(self.sheet.head) + self._top
        if 0 <= line < len(self.sheet.lines) and line < self._top + self.room:
            self.post_message(self.Clicked(line))

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        self.show_from(self._top + 3)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        self.show_from(self._top - 3)
