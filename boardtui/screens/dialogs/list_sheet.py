"""A sheet with a list, of which one entry is current."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import TypeVar

from boardtui.panels.dialogs.listed import Cells, Listed, listed
from boardtui.screens.dialogs.sheet_screen import SheetScreen
from boardtui.screens.dialogs.sheet_view import SheetView

T = TypeVar("T")


class ListSheet(SheetScreen[T]):
    """Entries that are gone through and taken, by keys and by clicks alike."""

    current: int | None = None
    """The number of the current entry."""

    _listed = Listed((), (), range(0))

    @abstractmethod
    def entries(self) -> Sequence[Cells]:
        """What can be chosen, in order."""

    @abstractmethod
    def take(self) -> None:
        """Give back the current entry."""

    def listed(self, width: int) -> Listed:
        """The entries as lines, for a width of text."""
        self._listed = listed(self.entries(), self.current, width)
        return self._listed

    def go_to(self, entry: int) -> None:
        """Make an entry current."""
        if entry != self.current and 0 <= entry < len(self.entries()):
            self.current = entry
            self.view.renew()

    def action_step(self, by: int) -> None:
        """To the next entry, or the one before; round and round."""
        if count := len(self.entries()):
            self.go_to(((self.current or 0) + by) % count)

    def action_page(self, by: int) -> None:
        count = len(self.entries())
        self.go_to(max(0, min(count - 1, (self.current or 0) + by * self.view.room)))

    def action_end(self, last: int) -> None:
        self.go_to(len(self.entries()) - 1 if last else 0)

    def action_take(self) -> None:
        self.take()

    def on_sheet_view_clicked(self, event: SheetView.Clicked) -> None:
        """An entry is taken by a click."""
        if event.line is not None and event.line < len(self._listed.entries):
            self.current = self._listed.entry(event.line)
            self.take()
