"""The board, drawn: one widget for head, cards and keys, so that a key sends what it changed.

Boxes of their own for each card would cost two or three times the bytes over a slow line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import chain, pairwise

from rich.style import Style
from textual.events import Click
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.strip import Strip

from boardtui.panels import cells
from boardtui.panels.cards.grid import LARGEST, Box, Piece, Spot
from boardtui.panels.cards.page import Page, more_line, page_of
from boardtui.panels.cards.standing import Standing
from boardtui.panels.panel import Board
from boardtui.panels.subject import Subject
from boardtui.panels.text import Line, Role, line_width
from boardtui.screens.drawing.full_screen import FullView
from boardtui.screens.drawing.palette import Palette
from boardtui.screens.drawing.pieces import runs_of, strip_of

HEADLINE_ROWS = 7
"""Rows of a card that hold its title, its number, and what stands beside that."""

TITLE_AT = 3
"""The column of a card that its number and title begin at."""

KeyBar = Callable[[int], Line]
"""Gives the line of keys for a width."""


class CardsView(FullView):
    """The board in the whole screen. One spot at a time is current: the figure that `d` explains.

    The card of the current spot is framed; where the spot is not its headline, it is underlined. In
    a list of cards, a mark stands before the current one.
    """

    class Moved(Message):
        """Another spot is current."""

    class Opened(Message):
        """A card was clicked that was current already."""

    def __init__(self, board: Board, palette: Palette, key_bar: KeyBar) -> None:
        super().__init__()
        self.board = board
        self.notes: tuple[str, ...] = ()
        self.palette = palette
        self._styles = palette.styles()
        self._key_bar = key_bar
        self._page = Page()
        self._spot = 0
        self._letters: Mapping[int, str] = {}
        self._laid_out_for = Size(0, 0)

    # What is current

    @property
    def subject(self) -> Subject | None:
        """What the current spot shows; None on a board without a figure."""
        spots = self._page.spots
        return spots[self._spot].subject if spots else None

    @property
    def card(self) -> Standing | None:
        """The current card."""
        spots = self._page.spots
        number = spots[self._spot].card if spots else 1
        return next((each for each in self._page.there if each.number == number), None)

    @property
    def there(self) -> tuple[Standing, ...]:
        """The cards that have something to say, those in sight first."""
        return self._page.there

    @property
    def boxes(self) -> list[Box]:
        """Where the cards stand that are in sight."""
        return self._page.boxes

    @property
    def spot_count(self) -> int:
        return len(self._page.spots)

    def subjects(self) -> list[Subject]:
        """What all spots show, in order."""
        return [spot.subject for spot in self._page.spots]

    def whole_text(self) -> str:
        """The board as it is seen, as plain text."""
        return self._page.text() + "\n"

    def places(self) -> list[int]:
        """The spots in sight: all."""
        return list(range(len(self._page.spots)))

    def letter(self, letters: Mapping[int, str]) -> None:
        """Put letters on spots, and take those before away."""
        self._letters = letters
        self.refresh()

    def go_to(self, place: int) -> None:
        """Make a spot current."""
        if 0 <= place < len(self._page.spots):
            before, self._spot = self._spot, place
            self._refresh_spots(before, place)
            self.post_message(self.Moved())

    def step(self, by: int) -> None:
        """Make the next spot current, or the one before; stops at the ends."""
        self.go_to(max(0, min(len(self._page.spots) - 1, self._spot + by)))

    def step_card(self, by: int) -> None:
        """Make the next card that shows a figure current, round and round."""
        numbers = list(dict.fromkeys(spot.card for spot in self._page.spots))
        if numbers:
            here = self._page.spots[self._spot].card
            self.go_to_card(numbers[(numbers.index(here) + by) % len(numbers)])

    def go_to_card(self, number: int) -> bool:
        """Make a card's first spot current; False where it shows no figure or is not in sight."""
        for place, spot in enumerate(self._page.spots):
            if spot.card == number:
                self.go_to(place)
                return True
        return False

    def lit(self) -> tuple[Region, ...]:
        """The current card, and its headline."""
        card = self.card
        box = next((box for box in self.boxes if card and box.number == card.number), None)
        if box is None:
            return ()
        wide, tall = box.right - box.left, box.bottom - box.top
        least = min(tall, HEADLINE_ROWS)
        return (
            Region(box.left, box.top, wide, tall),
            Region(box.left, box.top, wide, least),
        )

    def marked(self) -> Offset | None:
        """The title of the card, where its headline is current; else what is current itself."""
        if not self._page.spots:
            return None
        spot, card = self._page.spots[self._spot], self.card
        box = next((box for box in self.boxes if card and box.number == card.number), None)
        if spot.head and box is not None:
            return Offset(box.left + TITLE_AT, box.top)
        start = 0
        for piece in self._page.rows[spot.row]:
            if piece.spot == self._spot:
                break
            start += cells.width(piece.text)
        return Offset(start, spot.row)

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

    def tells_keys(self, y: int) -> bool:
        rows = self._page.rows
        told = y < len(rows) and any(piece.role is Role.KEY for piece in rows[y])
        return told or super().tells_keys(y)

    def on_click(self, event: Click) -> None:
        """A card is gone to by a click, and opened by one more."""
        box = next((box for box in self.boxes if _within(box, event.x, event.y)), None)
        if box is None:
            return
        card = self.card
        if card is not None and card.number == box.number:
            self.post_message(self.Opened())
        else:
            self.go_to_card(box.number)

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        width, height = size = self.size
        if self._laid_out_for != size:
            # Here and not on Resize, which comes after the first painting: that would be a second.
            self._lay_out()
        ground = self._styles[Role.TEXT]
        if y == height - 1:
            segments = runs_of(self._last(width), self._style, {})
        elif y < len(self._page.rows):
            segments = runs_of(self._page.rows[y], self._style, self._letters_on(y))
        else:
            segments = []
        return strip_of(segments, width, ground)

    def _last(self, width: int) -> list[Piece]:
        """The line of keys, and at its right end the cards that have no room."""
        right = more_line(self._page, width)
        keys = self._key_bar(width - line_width(right) - 4)
        gap = width - 2 - line_width(keys) - line_width(right)
        pieces = [Piece(" ", Role.TEXT, -1)]
        pieces += [Piece(span.text, span.role, -1) for piece in keys for span in piece.spans]
        pieces.append(Piece(" " * max(1, gap), Role.TEXT, -1))
        pieces += [Piece(span.text, span.role, -1) for piece in right for span in piece.spans]
        return pieces

    def _letters_on(self, row: int) -> Mapping[int, str]:
        """The letters of the spots that begin on a row."""
        spots = self._page.spots
        return {
            spot: letter
            for spot, letter in self._letters.items()
            if spot < len(spots) and spots[spot].row == row
        }

    def _style(self, piece: Piece) -> Style:
        style, spots = self._styles[piece.role], self._page.spots
        if not spots:
            return style
        here, current = spots[self._spot], piece.spot == self._spot
        if not current and piece.role is not Role.BORDER:
            return style
        if piece.role is Role.BORDER:
            # The frame's sides stay as they are: repainting them would double the bytes of a key.
            ends = piece.card == here.card and not {"╭", "╮", "╰"}.isdisjoint(piece.text)
            if ends or current:
                # Without colour the frame is told by being reversed alone.
                reverse = current or (ends and self.app.no_color) or None
                style += Style(color=self.palette.accent, reverse=reverse)
        elif current and self._page.listed:
            style = self._styles[Role.HEADING]
        elif current and not here.head:
            style += Style(bold=True, underline=True)
        return style

    def _lay_out(self) -> None:
        width, height = self._laid_out_for = self.size
        if not width or not height:
            return
        before = self._page.spots[self._spot] if self._page.spots else None
        self._page = page_of(self.board, width, height, self.notes)
        self._spot = self._place_of(before) if before else 0

    def _place_of(self, before: Spot) -> int:
        """Where the current figure stands after laying out again; else its card, or the first."""
        spots = self._page.spots
        same = (place for place, spot in enumerate(spots) if spot.subject == before.subject)
        of_card = (place for place, spot in enumerate(spots) if spot.card == before.card)
        return next(chain(same, of_card), 0)

    def _refresh_spots(self, *places: int) -> None:
        """Draw anew what of spots and their cards looks otherwise when they are current."""
        regions: list[Region] = []
        for place in places:
            spot = self._page.spots[place]
            if self._page.listed or not spot.head:
                regions += self._of_spot(place, spot.row)
            box = next((box for box in self.boxes if box.number == spot.card), None)
            several = len({self._page.spots[each].card for each in places}) > 1
            if box is not None and several and not self._page.listed:
                wide = box.right - box.left
                regions += [Region(box.left, y, wide, 1) for y in (box.top, box.bottom - 1)]
        self.refresh(*regions)

    def _of_spot(self, place: int, row: int) -> Iterable[Region]:
        """The cells that a spot takes on its rows."""
        for y in range(row, min(row + 1 + LARGEST, len(self._page.rows))):
            ends = [0]
            for piece in self._page.rows[y]:
                ends.append(ends[-1] + cells.width(piece.text))
            for (start, end), piece in zip(pairwise(ends), self._page.rows[y], strict=True):
                if piece.spot == place:
                    yield Region(start, y, end - start, 1)


def _within(box: Box, x: int, y: int) -> bool:
    return box.left <= x < box.right and box.top <= y < box.bottom
