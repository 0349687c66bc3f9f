"""A table in the whole screen: heading, columns, rows that can be many, a total, and keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby

from rich.segment import Segment
from rich.style import Style
from textual.events import MouseScrollDown, MouseScrollUp
from textual.geometry import Region
from textual.strip import Strip

from boardtui.core.words.shown import shown
from boardtui.panels import cells
from boardtui.panels.text import Role
from boardtui.screens.drawing.full_screen import FullView
from boardtui.screens.drawing.palette import Palette

Cells = Sequence[tuple[str, Role]]
"""A row's cells, each with its role, in the order of the columns."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width in cells, and whether it is set flush right."""

    head: str
    width: int
    right: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """What a table shows; rows are asked for when they come in sight.

    The total stands under the rows, and is one more to go to. `cell` is the column of the one cell
    of the current row that is meant; None where the whole row is.
    """

    heading: Sequence[str]
    columns: Sequence[Column]
    count: int
    row: Callable[[int], Cells]
    total: Cells | None = None
    empty: str = "nothing to show"
    cell: int | None = None

    @property
    def last(self) -> int:
        """The last row that can be gone to: the total, where there is one."""
        return self.count - 1 + (self.total is not None)


GAP = 2


class TableView(FullView):
    """A table with one current row."""

    DEFAULT_CSS = "TableView { width: 100%; height: 100%; }"

    def __init__(
        self, table: Callable[[int], Table], palette: Palette, key_bar: Callable[[int], str]
    ) -> None:
        """Take what gives the table for a width."""
        super().__init__()
        self._make = table
        self._key_bar = key_bar
        self._palette = palette
        self._styles = palette.styles()
        self._made: tuple[int, Table] | None = None
        self.current = 0
        self._top = 0
        self._letters: Mapping[int, str] = {}

    @property
    def table(self) -> Table:
        width = self.size.width
        if self._made is None or self._made[0] != width:
            self._made = (width, self._make(width))
        return self._made[1]

    def renew(self, current: int | None = None) -> None:
        """Ask for the table anew and draw it; the current row stays, or is the one given."""
        self._made = None
        self.current = self.current if current is None else current
        self._top = 0 if current is not None else self._top
        self.go(self.current)
        self.refresh()

    def dress(self, palette: Palette) -> None:
        self._palette, self._styles = palette, palette.styles()
        self.refresh()

    def step(self, by: int) -> None:
        self.go(self.current + by)

    def page(self, by: int) -> None:
        self._top = max(0, min(self._top + by * self._room, self.table.count - self._room))
        self.current = max(0, min(self.current + by * self._room, self.table.last))
        self.go(self.current)
        self.refresh()

    def go(self, row: int) -> None:
        """Make a row current, and scroll so that it is seen."""
        row = max(0, min(row, self.table.last))
        before, self.current = self.current, row
        # The total is in sight wherever the rows are scrolled to.
        if row < self.table.count and not self._top <= row < self._top + self._room:
            self._top = row if row < self._top else row - self._room + 1
            self.refresh()
            return
        lines = {self._line_of(before), self._line_of(row)}
        self.refresh(
            *(Region(0, y, self.size.width, 1) for y in lines if 0 <= y < self.size.height)
        )

    def _line_of(self, row: int) -> int:
        """The line of the screen that a row stands on, in sight or not."""
        under_heading = len(self.table.heading) + 1
        if row < self.table.count or self.table.total is None:
            return under_heading + row - self._top
        # Under the last row, or under the word that there is none.
        return under_heading + min(max(1, self.table.count), self._room)

    def places(self) -> list[int]:
        """The rows in sight."""
        rows = range(self._top, min(self._top + self._room, self.table.count))
        return [*rows, *range(self.table.count, self.table.last + 1)]

    def letter(self, letters: Mapping[int, str]) -> None:
        """Put letters on rows, and take those before away."""
        self._letters = letters
        self.refresh()

    def go_to(self, place: int) -> None:
        self.go(place)

    def on_resize(self) -> None:
        """With more room than before, no row stays out of sight above an empty screen."""
        lowest = max(0, self.table.count - self._room)
        if self._top > lowest:
            self._top = lowest
            self.refresh()

    @property
    def _room(self) -> int:
        """The lines left for rows."""
        fixed = len(self.table.heading) + 2 + (self.table.total is not None)
        return max(1, self.size.height - fixed)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        self.step(3)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        self.step(-3)

    def render_line(self, y: int) -> Strip:
        table, height = self.table, self.size.height
        if y < len(table.heading):
            return self._plain(table.heading[y], Role.HEADING if y == 0 else Role.TEXT)
        if y == height - 1:
            return self._plain(self._keys(), Role.QUIET)
        if table.total is not None and y == self._line_of(table.count):
            return self._row(table.count)
        row = y - len(table.heading) - 1
        if row < 0:
            return self._cells([(column.head, Role.QUIET) for column in table.columns])
        if table.count == 0 and row == 0:
            return self._plain(table.empty, Role.QUIET)
        number = row + self._top
        if row >= self._room or number >= table.count:
            return self._plain("", Role.TEXT)
        return self._row(number)

    def _row(self, number: int) -> Strip:
        """A row; in jump mode to the right of its letter."""
        current, total = number == self.current, self.table.total
        if number == self.table.count and total is not None:
            strip = self._cells(total, current=current, bold=True)
        else:
            strip = self._cells(self.table.row(number), current=current)
        if number not in self._letters:
            return strip
        letter = Segment(self._letters[number], self._styles[Role.LETTER])
        blank, cut = Segment(" ", self._styles[Role.TEXT]), Segment("…", self._styles[Role.TEXT])
        shifted, width = Strip([letter, blank, *without_spare(strip, 2)]), self.size.width
        if shifted.cell_length > width:
            # A number that lost its end would be another number.
            shifted = Strip([*shifted.crop(0, width - 1), cut])
        return shifted

    def text(self) -> str:
        """What is on the screen, as plain text."""
        rows = [self.render_line(y).text.rstrip() for y in range(self.size.height)]
        return "\n".join(rows) + "\n"

    def _keys(self) -> str:
        table, width = self.table, self.size.width
        last = min(self._top + self._room, table.count)
        place = (
            f" {self._top + 1:,}–{last:,} of {table.count:,}" if table.count > self._room else ""
        )
        return self._key_bar(width - len(place)).ljust(width - len(place)) + place

    def _plain(self, text: str, role: Role) -> Strip:
        style = self._styles[role]
        segment = Segment(fitted(text, self.size.width), style)
        return Strip([segment]).adjust_cell_length(self.size.width, style).simplify()

    def _cells(self, row: Cells, *, current: bool = False, bold: bool = False) -> Strip:
        """A row; the current one is marked, or its name and its current cell alone."""
        runs: list[tuple[str, Style]] = []
        ground = self._styles[Role.TEXT]
        mark, cell = ground + Style(reverse=True), self.table.cell
        for number, (column, (text, role)) in enumerate(zip(self.table.columns, row, strict=True)):
            marked = current and (cell is None or number in (0, cell))
            style = self._styles[role] + Style(bold=True) if bold else self._styles[role]
            drawn = fitted(text, column.width, right=column.right) + " " * GAP
            if runs and not marked and not drawn.strip() and not runs[-1][1].reverse:
                style = runs[-1][1]
            runs.append((drawn, mark if marked else style))
        joined = (
            Segment("".join(text for text, _ in group), style)
            for style, group in groupby(runs, key=lambda run: run[1])
        )
        rest = mark if current and cell is None else ground
        return Strip(joined).adjust_cell_length(self.size.width, rest).simplify()


def without_spare(strip: Iterable[Segment], spare: int) -> Iterator[Segment]:
    """A row without so many of its blanks: the first ones that have another before them."""
    before = " "
    for segment in strip:
        kept = ""
        for character in segment.text:
            if spare and before == character == " ":
                spare -= 1
            else:
                kept += character
            before = character
        yield Segment(kept, segment.style)


def fitted(text: str, width: int, *, right: bool = False) -> str:
    """Text in so many cells, fit to be drawn; where it is longer, it ends in an ellipsis."""
    text = cells.shortened(shown(text), width)
    pad = " " * (width - cells.width(text))
    return pad + text if right else text + pad


def text_lines(columns: Sequence[Column], rows: Iterable[Cells]) -> Iterator[str]:
    """A whole table as lines of text, its head first."""
    heads = [(column.head, Role.QUIET) for column in columns]
    for row in chain([heads], rows):
        texts = (
            fitted(text, column.width, right=column.right)
            for column, (text, _) in zip(columns, row, strict=True)
        )
        yield (" " * GAP).join(texts).rstrip()
