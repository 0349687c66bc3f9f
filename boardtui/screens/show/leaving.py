"""Asks before a show is left that nothing stands behind: a slip of the hand ends no meeting."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from boardtui.panels.dialogs.sheet import Sheet
from boardtui.screens.dialogs.placing import Placing, at_the_foot
from boardtui.screens.dialogs.sheet_screen import SheetScreen


class Leaving(SheetScreen[bool]):
    """Leave the show? Gives back whether to."""

    dims = False
    named = "leaving"
    placing: Placing = staticmethod(at_the_foot)

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,y", "take", "leave", id="leaving.take", tooltip="Leave the show"),
        Binding("escape,n,q", "stay", "stay", id="leaving.back", tooltip="Stay in the show"),
    ]

    def sheet(self, width: int) -> Sheet:
        return Sheet("Leave the show?", ())

    def action_take(self) -> None:
        self.dismiss(True)

    def action_stay(self) -> None:
        self.dismiss(False)

    def leave(self) -> None:
        self.dismiss(False)
