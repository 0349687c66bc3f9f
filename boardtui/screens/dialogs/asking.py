"""One line to type into, at the foot of what is looked at."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from boardtui.panels.dialogs.sheet import Sheet
from boardtui.panels.text import chunk, quiet
from boardtui.screens.dialogs.field_sheet import FieldSheet
from boardtui.screens.dialogs.placing import Placing, at_the_foot


class Asking(FieldSheet[str | None]):
    """Asks for words under what is shown: gives them on enter, and nothing on esc."""

    dims = False
    placing: Placing = staticmethod(at_the_foot)

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", id="asking.back", tooltip="Change nothing"),
    ]

    def __init__(self, title: str, prompt: str, text: str = "") -> None:
        super().__init__(text)
        self._title, self._prompt = title, prompt

    def sheet(self, width: int) -> Sheet:
        return Sheet(self._title, (), head=((chunk(quiet(f"{self._prompt} ")),),), field=0)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip())

    def action_leave(self) -> None:
        self.dismiss(None)
