"""The sheet of a screen's keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from boardtui.panels.dialogs.help import KeyGroup, help_sheet
from boardtui.panels.dialogs.sheet import Sheet
from boardtui.screens.dialogs.placing import Placing, widely
from boardtui.screens.dialogs.reading import ReadSheet, reading_keys


class Helping(ReadSheet):
    """The keys of the screen beneath, with what each does there and then."""

    named = "keys"
    placing: Placing = staticmethod(widely)

    BINDINGS: ClassVar[list[BindingType]] = reading_keys(back="escape,q,enter,question_mark")

    def __init__(self, named: str, groups: Sequence[KeyGroup], note: str = "") -> None:
        """Take what the screen beneath is called, its keys by their use, and a note on it."""
        super().__init__()
        self._title, self._groups, self._note = f"Keys: {named}", groups, note

    def sheet(self, width: int) -> Sheet:
        return help_sheet(self._title, self._groups, width, self.app.size.height, self._note)
