"""Words typed over a list, which shows what holds them as they are typed."""

from __future__ import annotations

from collections.abc import Callable

from textual.widgets import Input

from boardtui.screens.dialogs.asking import Asking


class Filtering(Asking):
    """Tells the words at each key; enter keeps them, esc takes them back."""

    entered = "keep"

    def __init__(self, told: Callable[[str], None], text: str = "") -> None:
        super().__init__("Filter", "only with", text)
        self._told = told

    def on_input_changed(self, event: Input.Changed) -> None:
        if self.is_current:
            self._told(event.value.strip())
