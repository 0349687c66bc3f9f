"""Rows that may be longer than the screen, drawn by one widget: a key sends what it changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.geometry import Offset, Size
from textual.message import Message
from textual.strip import Strip

from boardtui.panels.cards.grid import Piece
from boardtui.panels.panel import Board
from boardtui.panels.rows import Place, Rows
from boardtui.panels.subject import Subject
from boardtui.panels.text import Line, Role, space
from boardtui.screens.drawing.full_screen import FullView
from boardtui.screens.drawing.palette import Palette
from boardtui.screens.drawing.pieces import (
    framed,
    last_row,
    pages_of,
    runs_of,
    strip_of,
    whereabouts,
)
from boardtui.screens.drawing.redrawn import regions


class RowsView(FullView):
    """A head, rows under it that are scrolled, and a line of keys.

    One place at a time is current, and framed.
    """

    class Moved(Message):
        """Another place is current."""

    class Opened(Message):
        """A place was clicked that was current already."""

    def __init__(
        self,
        board: Board,
        rows: Callable[[Board, int, int], Rows],
        palette: Palette,
        key_bar: Callable[[int], Line],
    ) -> None:
        """Take what gives the rows of a board for a width and a height of the screen."""
        super().__init__()
        self.board = board
        self._make = rows
        self._key_bar = key_bar
        self.palette = palette
        self._styles = palette.styles()
        self._rows = Rows()
        self._place = 0
        self._top = 0
        self._letters: Mapping[int, str] = {}
        self._laid_out_for = Size(0, 0)
        self._drawn: list[list[Segment]] = []
        """The lines as they were painted last, or asked to be."""

    # What is current

    @property
    def place(self) -> Place | None:
        """The current place; None where there is none."""
        places = self._rows.places
        return places[self._place] if places else None

    @property
    def subject(self) -> Subject | None:
        """What the current place shows."""
        return self.place.subject if self.place else None

    @property
    def spot_count(self) -> int:
        return len(self._rows.places)

    def subjects(self) -> list[Subject]:
        """What all places show, in order."""
        return [place.subject for place in self._rows.places]

    def whole_text(self) -> str:
        """All rows, seen or not, as plain text."""
        return self._rows.text() + "\n"

    def places(self) -> list[int]:
        """The places in sight."""
        return [n for n, place in enumerate(self._rows.places) if self._sees(place.row)]

    def letter(self, letters: Mapping[int, str]) -> None:
        """Put letters on places, and take those before away."""
        self._letters = letters
        self.draw()

    def marked(self) -> Offset | None:
        if (here := self.place) is None or not self._sees(here.row):
            return None
        return Offset(here.start, here.row - self._top + len(self._rows.head))

    # Moving

    def go_to(self, place: int) -> None:
        """Make a place current, and scroll until it is seen."""
        if 0 <= place < len(self._rows.places):
            self._redraw(lambda: self._go(place))
            self.post_message(self.Moved())

    def step(self, by: int) -> None:
        """To the row below that has a place, or the one above; where there is none, scroll on."""
        here = self.place
        rows = sorted({p.row for p in self._rows.places if here and p.side == here.side})
        if here is None or (by > 0 and here.row == rows[-1]) or (by < 0 and here.row == rows[0]):
            self._redraw(lambda: self._show_from(self._top + by))
            return
        at = max(0, min(len(rows) - 1, rows.index(here.row) + by))
        self.go_to(self._rows.nearest(rows[at], here.side, here.start))

    def aside(self, by: int) -> bool:
        """To the next place of the row, or the one before; False where there is none."""
        here = self.place
        if here is None:
            return False
        beside = self._rows.places_on(here.row, here.side)
        at = beside.index(self._place) + by
        if not 0 <= at < len(beside):
            return False
        self.go_to(beside[at])
        return True

    def go_to_side(self, side: int) -> None:
        """To the row of another half of the screen that stands nearest."""
        here = self.place
        rows = {place.row for place in self._rows.places if place.side == side}
        if here is not None and rows:
            row = min(rows, key=lambda row: abs(row - here.row))
            self.go_to(self._rows.nearest(row, side, 0))

    def end_of(self, last: int) -> None:
        """To the first place of the row, or the last."""
        while self.aside(last):
            pass

    def page(self, by: int) -> None:
        """Scroll by screens, and keep the current place in sight."""
        self._redraw(lambda: self._turn(by))
        self.post_message(self.Moved())

    def on_click(self, event: Click) -> None:
        """A place is gone to by a click, and opened by one more."""
        at = event.y - len(self._rows.head)
        row = at + self._top if 0 <= at < self._room else None
        places = enumerate(self._rows.places)
        found = (n for n, p in places if p.row == row and p.start <= event.x < p.end)
        place = next(found, None)
        if place is not None and place == self._place:
            self.post_message(self.Opened())
        elif place is not None:
            self.go_to(place)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        self._scroll(3)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        self._scroll(-3)

    def _scroll(self, by: int) -> None:
        if self._rows.pages:
            self.page(1 if by > 0 else -1)
        else:
            self._redraw(lambda: self._show_from(self._top + by))

    # What is drawn

    def show(self, board: Board) -> None:
        """Draw another board, or the same with more known."""
        self.board = board
        self.renew()

    def renew(self) -> None:
        """Lay out anew; the same place stays current, or the one that stands nearest."""
        self._redraw(self._lay_out)

    def laid_out_again(self) -> None:
        self._lay_out()

    def dress(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.palette, self._styles = palette, palette.styles()
        self._drawn = []
        self.draw()

    def draw(self) -> None:
        """Draw the cells that look otherwise than they were drawn last."""
        rows = range(self.size.height)
        before, self._drawn = self._drawn, [self._line(y) for y in rows]
        if len(before) != len(rows):
            self.refresh()
        elif changed := regions(before, self._drawn):
            self.refresh(*changed)

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        if self._laid_out_for != self.size:
            # Here and not on Resize, which comes after the first painting: that would be a second.
            self._lay_out()
            self._drawn = [self._line(each) for each in range(self.size.height)]
        drawn = self._drawn[y] if y < len(self._drawn) else self._line(y)
        return strip_of(drawn, self.size.width, self._styles[Role.TEXT])

    def _line(self, y: int) -> list[Segment]:
        head = self._rows.head
        if y == self.size.height - 1:
            return self._last()
        if y < len(head):
            return runs_of(head[y], self._style, {})
        row = y - len(head) + self._top
        if row >= len(self._rows.rows):
            return []
        pieces: Sequence[Piece] = self._rows.rows[row]
        here = self.place
        if here is not None and here.row == row and not self._letters:
            pieces = framed(pieces, here.start, here.end)
        return runs_of(pieces, self._style, self._letters_on(row))

    def _style(self, piece: Piece) -> Style:
        return self._styles[piece.role]

    def _letters_on(self, row: int) -> Mapping[int, str]:
        places = self._rows.places
        return {
            place: letter
            for place, letter in self._letters.items()
            if place < len(places) and places[place].row == row
        }

    def _last(self) -> list[Segment]:
        """The line of keys; at its right end the marks, and how much of all is in sight."""
        foot = self._rows.foot
        where = whereabouts(self._top, self._room, len(self._rows.rows), self.size.width)
        right = (*foot, *([space(3)] if foot else []), where) if where.width else foot
        return runs_of(last_row(self._key_bar, right, self.size.width), self._style, {})

    # Where things are

    @property
    def _room(self) -> int:
        """The rows of the screen between head and keys."""
        return max(1, self.size.height - len(self._rows.head) - 1)

    @property
    def _pages(self) -> int:
        """The screens that all rows take."""
        return pages_of(len(self._rows.rows), self._room)

    def _sees(self, row: int) -> bool:
        return self._top <= row < self._top + self._room

    def _go(self, place: int) -> None:
        self._place = place
        row = self._rows.places[place].row
        if self._rows.pages:
            self._show_from(row)
        elif row < self._top:
            self._show_from(row - 1)
        elif row >= self._top + self._room:
            self._show_from(row + 2 - self._room)

    def _turn(self, by: int) -> None:
        self._show_from(self._top + by * self._room)
        seen = self.places()
        if seen and self._place not in seen:
            self._place = seen[0] if self._place < seen[0] else seen[-1]

    def _show_from(self, top: int) -> None:
        # The last screen begins where the one before it ends, as a page of a book does.
        self._top = max(0, min(top, (self._pages - 1) * self._room))
        if self._rows.pages:
            self._top -= self._top % self._room

    def _lay_out(self) -> None:
        if not all(self.size):
            return
        here, resized = self.place, self._laid_out_for != self.size
        self._laid_out_for = self.size
        self._rows = self._make(self.board, *self.size)
        self._place = self._rows.like(here)
        self._show_from(self._top)
        if here is not None and resized and not self._sees(self._rows.places[self._place].row):
            self._go(self._place)

    def _redraw(self, change: Callable[[], object]) -> None:
        """Make a change, and draw what looks otherwise after it."""
        change()
        self.draw()
