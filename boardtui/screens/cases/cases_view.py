"""The list of cases, drawn: a table of which only the rows in sight need be known."""

from __future__ import annotations

from collections.abc import Iterable

from textual.geometry import Region
from textual.message import Message

from boardtui.screens.drawing.table_view import TableView


class CasesView(TableView):
    """A table whose rows are read as they come in sight."""

    class Looked(Message):
        """Other rows are in sight."""

    def in_sight(self, pages: int = 0) -> range:
        """The rows in sight, and so many screens of rows before and after."""
        around = pages * self._room
        return range(max(0, self._top - around), self._top + self._room + around)

    def go(self, row: int) -> None:
        """Make a row current. Beyond an edge it comes to the middle: fewer whole screens are sent.

        A step at a time would draw all rows anew at each step.
        """
        row = max(0, min(row, self.table.count - 1))
        if row not in self.in_sight():
            self._top = max(0, min(row - self._room // 2, self.table.count - self._room))
            self.refresh()
        super().go(row)
        self.post_message(self.Looked())

    def know_rows(self, rows: Iterable[int]) -> None:
        """Draw the rows in sight that have been read."""
        first, seen = len(self.table.heading) + 1 - self._top, self.in_sight()
        lines = [Region(0, first + row, self.size.width, 1) for row in rows if row in seen]
        if lines:
            self.refresh(*lines)

    def know_more(self) -> None:
        """Draw what stands around the rows, of which more is known."""
        before = len(self.table.heading)
        self._made = None
        height = len(self.table.heading)
        if height != before:
            self.refresh()
            return
        width = self.size.width
        self.refresh(Region(0, 0, width, height), Region(0, self.size.height - 1, width, 1))

    def on_resize(self) -> None:
        self.post_message(self.Looked())
