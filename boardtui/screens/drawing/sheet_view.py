"""A table in the whole screen, with what stands above and under it, and one current row.

The cursor frames: it stands in the margin, and hides nothing. What changes on the screen is sent
row by row, and of each row no more than from the first cell that has changed to the last.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from rich.segment import Segment
from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip

from boardtui.panels.sheet import MARGIN, Sheet, cursor
from boardtui.panels.table import starts
from boardtui.panels.text import Line, Role, chunk, clipped, line_width, quiet
from boardtui.screens.drawing.full_screen import FullView
from boardtui.screens.drawing.palette import Palette
from boardtui.screens.drawing.pieces import strip_of
from boardtui.screens.drawing.redrawn import regions

Laid = Callable[[int, int], Sheet]
"""Gives the sheet for a width and a height."""


class SheetView(FullView):
    """A sheet in the whole screen, with a line of keys at its foot."""

    class Opened(Message):
        """The current row was clicked."""

    class HeadChosen(Message):
        """The head of a column was clicked, or its letter pressed."""

        def __init__(self, column: str) -> None:
            super().__init__()
            self.column = column

    class Moved(Message):
        """Another row is current, or other rows are in sight."""

    def __init__(self, laid: Laid, palette: Palette, keys: Callable[[int], Line]) -> None:
        super().__init__()
        self._laid, self._keys = laid, keys
        self._styles = palette.styles()
        self._sheet: tuple[tuple[int, int], Sheet] | None = None
        self._drawn: list[Strip] = []
        self._letters: Mapping[int, str] = {}
        self.current = 0
        self.top = 0
        """The first row in sight."""

    # What there is

    @property
    def sheet(self) -> Sheet:
        size = (self.size.width, self.size.height)
        if self._sheet is None or self._sheet[0] != size:
            self._sheet = (size, self._laid(*size))
        return self._sheet[1]

    @property
    def room(self) -> int:
        """How many rows have room."""
        return max(1, self.sheet.room)

    def in_sight(self, pages: int = 0) -> range:
        """The rows in sight, and so many screens of rows before and after."""
        around = pages * self.room
        return range(max(0, self.top - around), self.top + self.room + around)

    def text(self) -> str:
        """What is on the screen, as plain text."""
        rows = [self._line(y).text.rstrip() for y in range(self.size.height)]
        return "\n".join(rows) + "\n"

    def marked(self) -> Offset | None:
        """The first cell of the current row."""
        at = self._seen if self.current >= self.sheet.count else self.current - self.top
        row = len(self.sheet.top) + 1 + at
        return Offset(min(MARGIN, self.size.width - 1), row) if row < self.size.height else None

    # Moving

    def go(self, row: int) -> None:
        """Make a row current, and scroll so that it is seen: beyond an edge to the middle."""
        sheet = self.sheet
        row = max(0, min(row, sheet.last))
        self.current = row
        if row < sheet.count and row not in self.in_sight():
            step = abs(row - self.top) <= self.room
            near = row if row < self.top else row - self.room + 1
            self.top = near if step else row - self.room // 2
        self._keep_in_bounds()
        self.draw()
        self.post_message(self.Moved())

    def step(self, by: int) -> None:
        self.go(self.current + by)

    def page(self, by: int) -> None:
        """A screen of rows on, or back; the cursor keeps its place on the screen."""
        self.top += by * self.room
        self._keep_in_bounds()
        self.go(self.current + by * self.room)

    def _keep_in_bounds(self) -> None:
        self.top = max(0, min(self.top, self.sheet.count - self.room))

    def _keep_in_sight(self) -> None:
        """Scroll no further than to where the current row is seen."""
        self._keep_in_bounds()
        if self.current < self.sheet.count:
            self.top = min(self.current, max(self.top, self.current - self.room + 1))

    def renew(self, current: int | None = None) -> None:
        """Ask for the sheet anew and draw it; the current row stays, or is the one given."""
        self._sheet = None
        if not self.size.width:
            self.current = self.current if current is None else current
            return
        self.top = 0 if current is not None else self.top
        self.go(self.current if current is None else current)

    def know_more(self) -> None:
        """Ask for the sheet anew and draw it, as more of the same is known."""
        self._sheet = None
        if self.size.width:
            self._keep_in_bounds()
            self.draw()

    # Letters to jump by, on the rows in sight and on the heads of the columns

    def places(self) -> list[int]:
        """The rows in sight; below 0 the heads of the columns, which sort."""
        rows = range(self.top, min(self.top + self.room, self.sheet.count))
        total = range(self.sheet.count, self.sheet.last + 1)
        return [*rows, *total, *(-1 - number for number in self._heads_at())]

    def _heads_at(self) -> dict[int, int]:
        """The blank before the head of each column in sight, by the column's number."""
        columns = self.sheet.columns
        at = (max(0, MARGIN + start - 1) for start in starts(columns))
        heads = zip(range(len(columns)), columns, at, strict=False)
        return {number: x for number, each, x in heads if each.head and x < self.size.width}

    def letter(self, letters: Mapping[int, str]) -> None:
        """Put letters on places, and take those before away."""
        self._letters = letters
        self.draw()

    def go_to(self, place: int) -> None:
        if place < 0:
            self.post_message(self.HeadChosen(self.sheet.columns[-1 - place].name))
        else:
            self.go(place)

    # The mouse

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        self.step(3)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        self.step(-3)

    def on_click(self, event: Click) -> None:
        """A row is gone to by a click, and opened by one more; a head sorts."""
        row = self._row_at(event.y)
        if row is not None and row == self.current:
            self.post_message(self.Opened())
        elif row is not None:
            self.go(row)
        elif event.y == len(self.sheet.top):
            self._click_head(event.x - MARGIN)

    def _click_head(self, x: int) -> None:
        columns = self.sheet.columns
        for column, start in reversed(list(zip(columns, starts(columns), strict=True))):
            if x >= start - column.gap:
                self.post_message(self.HeadChosen(column.name))
                return

    def _row_at(self, y: int) -> int | None:
        """The place that a line of the screen shows, if it does."""
        sheet = self.sheet
        at = y - len(sheet.top) - 1
        if 0 <= at < self._seen:
            return self.top + at if sheet.count else None
        if at == self._seen and sheet.total is not None:
            return sheet.count
        return None

    @property
    def _seen(self) -> int:
        """The lines that rows take, or the word that there are none."""
        return min(max(1, self.sheet.count - self.top), self.room)

    # Drawing

    def laid_out_again(self) -> None:
        self._sheet = None
        self._keep_in_bounds()

    def dress(self, palette: Palette) -> None:
        self._styles = palette.styles()
        self._drawn = []
        self.draw()

    def draw(self) -> None:
        """Draw what has changed."""
        width, height = self.size
        if not width or not self.is_attached:
            return
        before, self._drawn = self._drawn, [self._line(y) for y in range(height)]
        if len(before) != height:
            self.refresh()
        elif changed := regions(before, self._drawn):
            self.refresh(*changed)

    def render_line(self, y: int) -> Strip:
        if len(self._drawn) != self.size.height or self._drawn[0].cell_length != self.size.width:
            # Here and not on Resize, which comes after the first painting: that would be a second.
            self._sheet = None
            self._keep_in_sight()
            self._drawn = [self._line(each) for each in range(self.size.height)]
        return self._drawn[y]

    def on_resize(self) -> None:
        self.post_message(self.Moved())

    def _line(self, y: int) -> Strip:
        """One line of the screen."""
        sheet = self.sheet
        if y == self.size.height - 1:
            return self._strip([Segment(" ", self._styles[Role.TEXT])], self._foot())
        if y < len(sheet.top):
            return self._strip([], sheet.top[y])
        at = y - len(sheet.top) - 1
        if at < 0:
            return self._heads()
        row = self._row_at(y)
        if row is not None:
            return self._row(row)
        if at == 0 and not sheet.count:
            return self._strip([self._blank(MARGIN)], sheet.empty)
        under = at - self._seen - (sheet.total is not None)
        if 0 <= under < len(sheet.below):
            return self._strip([self._blank(MARGIN)], sheet.below[under])
        return self._strip([], ())

    def _row(self, row: int) -> Strip:
        sheet, current = self.sheet, row == self.current
        is_total = row == sheet.count and sheet.total is not None
        line = sheet.total(current) if is_total and sheet.total else sheet.row(row, current)
        return self._strip(self._margin(row, current), line)

    def _margin(self, row: int, current: bool) -> list[Segment]:
        """The blank before a row, with the cursor, or with the letter to jump by."""
        if row in self._letters:
            letter = Segment(self._letters[row], self._styles[Role.LETTER])
            return [self._blank(1), letter, self._blank(1)]
        mark = Segment(cursor(), self._styles[Role.KEY]) if current else self._blank(1)
        return [self._blank(1), mark, self._blank(1)]

    def _heads(self) -> Strip:
        sheet = self.sheet
        strip = self._strip([self._blank(MARGIN)], sheet.heads)
        for number, at in self._heads_at().items():
            if (letter := self._letters.get(-1 - number)) is not None:
                mark = Strip([Segment(letter, self._styles[Role.LETTER])])
                parts = [strip.crop(0, at), mark, strip.crop(at + 1, self.size.width)]
                strip = Strip.join(parts)
        return strip

    def _foot(self) -> Line:
        """The keys, and which rows are in sight where that is not all of them."""
        sheet, width = self.sheet, self.size.width
        last = min(self.top + self.room, sheet.count)
        seen = f"{self.top + 1:,}–{last:,} of {sheet.count:,}"
        place = (chunk(quiet(seen)),) if sheet.count > self.room else ()
        keys = self._keys(width - 2 - (line_width(place) + 2 if place else 0))
        gap = width - 2 - line_width(keys) - line_width(place)
        return (*keys, chunk(" " * max(0, gap)), *place)

    def _blank(self, cells: int) -> Segment:
        return Segment(" " * cells, self._styles[Role.TEXT])

    def _strip(self, lead: Sequence[Segment], line: Line) -> Strip:
        width = self.size.width
        room = max(0, width - sum(segment.cell_length for segment in lead))
        runs = [
            Segment(span.text, self._styles[span.role])
            for piece in clipped(line, room)
            for span in piece.spans
            if span.text
        ]
        return strip_of(list(Segment.simplify([*lead, *runs])), width, self._styles[Role.TEXT])
