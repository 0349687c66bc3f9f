"""What is being worked out is waited for, at the foot of the screen that shows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from boardtui.panels.dialogs.sheet import Sheet
from boardtui.panels.dialogs.writing import waiting_sheet
from boardtui.screens.dialogs.placing import Placing, at_the_foot
from boardtui.screens.dialogs.sheet_screen import SheetScreen

STEP = 0.1
"""Seconds from one look to the next. Where nothing has changed, a look sends nothing."""

Awaited = Callable[[], str | None]
"""Gives what is waited for, in words; None once it is there."""


class Waiting(SheetScreen[bool]):
    """Says what is waited for; gives back whether it came, or was waited for no longer."""

    dims = False
    placing: Placing = staticmethod(at_the_foot)

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "wait no longer", id="waiting.back", tooltip="Wait no longer"),
    ]

    def __init__(self, purpose: str, awaited: Awaited) -> None:
        """Take what comes after the waiting ("copied"), and what is waited for."""
        super().__init__()
        self._purpose, self._awaited = purpose, awaited
        self._said = awaited() or ""

    def on_mount(self) -> None:
        self.set_interval(STEP, self._look)

    def sheet(self, width: int) -> Sheet:
        return waiting_sheet(self._purpose, self._said, width)

    def _look(self) -> None:
        awaited = self._awaited()
        if awaited is None:
            self.dismiss(True)
        elif awaited != self._said:
            self._said = awaited
            self.view.renew()

    def action_leave(self) -> None:
        self.dismiss(False)
