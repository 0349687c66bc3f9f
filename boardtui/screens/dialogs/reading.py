"""A sheet to read: a title, and rows with what each is about before them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from boardtui.panels.dialogs.rows import Row, rows_sheet
from boardtui.panels.dialogs.sheet import Sheet
from boardtui.screens.dialogs.sheet_screen import SheetScreen
from boardtui.screens.keys.movement import scrolling

__all__ = ["Reading", "Row"]


def reading_keys(*more: Binding, back: str = "escape,q,enter") -> list[BindingType]:
    """The keys of a sheet that is read: the way back, those of its own, and through its lines."""
    tooltip = "Back to where you were"
    leave = Binding(back, "dismiss", "back", id="reading.back", tooltip=tooltip)
    return [leave, *more, *scrolling("reading")]


class ReadSheet(SheetScreen[None]):
    """A sheet that is read and left, scrolled where it is longer than its place."""

    def action_scroll_by(self, lines: int) -> None:
        self.view.show_from(self.view.top + lines)

    def action_page(self, by: int) -> None:
        self.view.show_from(self.view.top + by * self.view.room)

    def action_end(self, last: int) -> None:
        self.view.show_from(len(self.view.sheet.lines) if last else 0)

    async def action_dismiss(self, result: None = None) -> None:
        self.dismiss(result)


class Reading(ReadSheet):
    """A title and labelled rows of text."""

    BINDINGS: ClassVar[list[BindingType]] = reading_keys(
        back="escape,q,enter,d,question_mark,exclamation_mark"
    )

    def __init__(
        self, title: str, rows: Sequence[Row], *, explains: bool = False, key: str = ""
    ) -> None:
        """Take what it says; `explains` is whether it is about what is current beneath.

        `key` is the key that it was asked by.
        """
        super().__init__()
        self._title, self._said, self._key = title, rows, key
        self.explains = explains

    def sheet(self, width: int) -> Sheet:
        return rows_sheet(self._title, self._said, width, self._key)
