"""The board, drawn: one widget for heading, panels and keys, so that a key sends what it changed.

Boxes of their own for each panel would cost two or three times the bytes over a slow line.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.events import MouseScrollDown, MouseScrollUp
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from boardtui.panels.heading import heading_lines
from boardtui.panels.layout import Box, Layout, Piece, laid_out
from boardtui.panels.panel import Board, Panel
from boardtui.panels.subject import Subject
from boardtui.panels.text import Role
from boardtui.screens.board.board_pieces import runs_of
from boardtui.screens.drawing.full_screen import FullView
from boardtui.screens.drawing.palette import Palette

KeyBar = Callable[[int], str]
"""Gives the line of keys for a width."""


class BoardView(FullView):
    """The board in the whole screen: a heading, the panels, and a line of keys.

    One spot at a time is current: the figure that `d` explains. `top` is the first row of the
    panels that is seen.
    """

    DEFAULT_CSS = "BoardView { width: 100%; height: 100%; }"

    class Moved(Message):
        """Another spot is current."""

    def __init__(
        self,
        board: Board,
        panels: Sequence[Panel],
        palette: Palette,
        key_bar: KeyBar,
        spacing: str = "auto",
        least: int | None = None,
    ) -> None:
        """Take what is shown, in which panels, and how narrow one may be on a page."""
        super().__init__()
        self.board = board
        self._panels, self._least = panels, least
        self.notes: tuple[str, ...] = ()
        self.palette = palette
        self._styles = palette.styles()
        self._key_bar = key_bar
        self._spacing = spacing
        self._layout = Layout([], [], [])
        self._heading: list[str] = []
        self._spot = 0
        self._letters: Mapping[int, str] = {}
        self._top = 0
        self._laid_out_for = Size(0, 0)

    # What is current

    @property
    def subject(self) -> Subject | None:
        """What the current spot shows; None on a board without a figure."""
        spots = self._layout.spots
        return spots[self._spot].subject if spots else None

    @property
    def panel(self) -> int | None:
        """The number of the current panel."""
        spots = self._layout.spots
        return spots[self._spot].panel if spots else None

    def panels_standing(self) -> list[Box]:
        """The panels that are on the board, in order."""
        return self._layout.boxes

    @property
    def spot_count(self) -> int:
        return len(self._layout.spots)

    def subjects(self) -> list[Subject]:
        """What all spots show, in order."""
        return [spot.subject for spot in self._layout.spots]

    def whole_text(self) -> str:
        """The heading and the whole board, seen or not, as plain text."""
        return "\n".join([*self._heading, self._layout.text()]) + "\n"

    def places(self) -> list[int]:
        """The spots in sight."""
        return [place for place, spot in enumerate(self._layout.spots) if self._sees(spot.row)]

    def letter(self, letters: Mapping[int, str]) -> None:
        """Put letters on spots, and take those before away."""
        self._letters = letters
        self.refresh()

    def go_to(self, place: int) -> None:
        """Make a spot current."""
        self._go(place)

    def step(self, by: int) -> None:
        """Make the next spot current, or the one before; stops at the ends."""
        self._go(max(0, min(len(self._layout.spots) - 1, self._spot + by)))

    def step_panel(self, by: int) -> None:
        """Make the next panel that shows a figure current, round and round."""
        numbers = sorted({spot.panel for spot in self._layout.spots})
        if self.panel is not None:
            place = (numbers.index(self.panel) + by) % len(numbers)
            self.go_to_panel(numbers[place])

    def go_to_panel(self, number: int) -> bool:
        """Make a panel's first spot current; False where the panel shows no figure."""
        for place, spot in enumerate(self._layout.spots):
            if spot.panel == number:
                self._go(place)
                self._reveal(number)
                return True
        self._reveal(number)
        return False

    def page(self, by: int) -> None:
        """Scroll by screens, and keep the current spot in sight."""
        self._show_from(self._top + by * max(1, self._room - 1))
        seen = [n for n, spot in enumerate(self._layout.spots) if self._sees(spot.row)]
        if seen and self._spot not in seen:
            self._go(seen[0] if self._spot < seen[0] else seen[-1])

    # What is drawn

    def show(self, board: Board, notes: tuple[str, ...] = ()) -> None:
        """Draw another board, or the same with more known."""
        self.board, self.notes = board, notes
        self._lay_out()
        self.refresh()

    def dress(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.palette, self._styles = palette, palette.styles()
        self.refresh()

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        self._show_from(self._top + 3)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        self._show_from(self._top - 3)

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        width = self.size.width
        if self._laid_out_for != self.size:
            # Here and not on Resize, which comes after the first painting: that would be a second.
            self._lay_out()
        if y < len(self._heading):
            style = self._styles[Role.HEADING if y == 0 else Role.TEXT]
            return self._plain(self._heading[y], style)
        if y == self.size.height - 1:
            return self._plain(self._keys(width), self._styles[Role.QUIET])
        row = y - len(self._heading) + self._top
        if row >= len(self._layout.rows):
            return self._plain("", self._styles[Role.TEXT])
        segments = runs_of(self._layout.rows[row], self._style, self._letters_on(row))
        return Strip(segments).adjust_cell_length(width, self._styles[Role.TEXT]).simplify()

    def text(self) -> str:
        """What is on the screen, as plain text."""
        rows = [self.render_line(y).text.rstrip() for y in range(self.size.height)]
        return "\n".join(rows) + "\n"

    def _letters_on(self, row: int) -> Mapping[int, str]:
        """The letters of the spots that begin on a row."""
        spots = self._layout.spots
        return {
            spot: letter
            for spot, letter in self._letters.items()
            if spot < len(spots) and spots[spot].row == row
        }

    def _style(self, piece: Piece) -> Style:
        style = self._styles[piece.role]
        if piece.spot is not None and piece.spot == self._spot:
            return style + Style(reverse=True)
        if piece.panel == self.panel and piece.role is Role.HEADING:
            return style + Style(color=self.palette.accent, reverse=True)
        return style

    def _plain(self, text: str, style: Style) -> Strip:
        return Strip([Segment(text, style)]).adjust_cell_length(self.size.width, style).simplify()

    def _keys(self, width: int) -> str:
        """The line of keys, with how much of the board is out of sight at its end."""
        rows, bottom = len(self._layout.rows), self._top + self._room
        unseen = "".join(
            arrow for arrow, there in (("↑", self._top > 0), ("↓", bottom < rows)) if there
        )
        more = f" {unseen} more" if unseen else ""
        return self._key_bar(width - len(more)).ljust(width - len(more)) + more

    # Where things are

    @property
    def _room(self) -> int:
        """The lines that are left for panels."""
        return max(1, self.size.height - len(self._heading) - 1)

    def _lay_out(self) -> None:
        width, height = self._laid_out_for = self.size
        if not width or not height:
            return
        subject = self.subject
        self._heading = heading_lines(self.board.review, width, self.notes)
        self._layout = laid_out(
            self.board, self._panels, width, self._room, self._spacing, self._least
        )
        self._spot = self._place_of(subject)
        self._show_from(self._top)

    def _place_of(self, subject: Subject | None) -> int:
        """Where the current figure stands after laying out again; else where the current was."""
        for place, spot in enumerate(self._layout.spots):
            if spot.subject == subject:
                return place
        return max(0, min(self._spot, len(self._layout.spots) - 1))

    def _sees(self, row: int) -> bool:
        return self._top <= row < self._top + self._room

    def _reveal(self, number: int) -> None:
        """Scroll until a whole panel is seen, or its top where it is higher than the screen."""
        box = next((b for b in self._layout.boxes if b.panel.number == number), None)
        if box is None:
            return
        if box.bottom > self._top + self._room:
            self._show_from(box.bottom - self._room)
        if box.top < self._top:
            self._show_from(box.top)

    def _go(self, place: int) -> None:
        spots = self._layout.spots
        if not 0 <= place < len(spots):
            return
        before = self._spot
        self._spot = place
        row = spots[place].row
        # Keep a line of border or context around the current row in sight.
        if row - 1 < self._top:
            self._show_from(row - 1)
        elif row + 1 >= self._top + self._room:
            self._show_from(row + 2 - self._room)
        self._refresh_spots(before, place)
        self.post_message(self.Moved())

    def _refresh_spots(self, *places: int) -> None:
        """Draw anew the rows of spots and the titles of their panels."""
        rows: set[int] = set()
        for place in places:
            if place >= len(self._layout.spots):
                continue
            spot = self._layout.spots[place]
            rows |= {
                n
                for n in range(spot.row, min(spot.row + 4, len(self._layout.rows)))
                if any(piece.spot == place for piece in self._layout.rows[n])
            }
            if spot.panel != self._layout.spots[self._spot].panel or len(set(places)) > 1:
                rows |= {b.top for b in self._layout.boxes if b.panel.number == spot.panel}
        self._refresh_rows(rows)

    def _refresh_rows(self, rows: Sequence[int] | set[int]) -> None:
        offset = len(self._heading) - self._top
        lines = [row + offset for row in rows if self._sees(row)]
        self.refresh(*(Region(0, y, self.size.width, 1) for y in lines))

    def _show_from(self, top: int) -> None:
        top = max(0, min(top, len(self._layout.rows) - self._room))
        if top != self._top:
            self._top = top
            self.refresh()
