"""Words typed over a list, which shows what holds them as they are typed."""

from __future__ import annotations

from collections.abc import Callable

from textual.widgets import Input

from boardtui.screens.dialogs.asking import Asking
from boardtui.screens.dialogs.sought import Sought


class Filtering(Asking):
    """Tells the words at each key; enter keeps them, esc takes them back.

    Either way it is written down that something was looked for, in a screen of the name `among`.
    """

    entered = "keep"

    def __init__(self, told: Callable[[str], None], among: str, text: str = "") -> None:
        super().__init__("Filter", "only with", text)
        self._told, self._sought = told, Sought(among)

    def on_input_changed(self, event: Input.Changed) -> None:
        if self.is_current:
            words = event.value.strip()
            self._sought.type(words)
            self._told(words)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self._leave(event.value.strip())

    def action_leave(self) -> None:
        self._leave(None)

    def _leave(self, kept: str | None) -> None:
        self.dismiss(kept if self._sought.write_down(self) else None)

    def on_unmount(self) -> None:
        self._sought.write_down(self)
