"""One line to type into, at the foot of what is looked at."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from boardtui.screens.dialogs.dismissal import DismissedOnce

LONGEST = 200
"""Letters that can be typed: as many as any text in an extract can have."""


class Asking(DismissedOnce[str | None]):
    """Asks for words over what is shown: gives them on enter, and nothing on esc."""

    AUTO_FOCUS = "Input"

    # Not default CSS: the app says of every screen that it has a ground.
    CSS = "Asking { background: transparent; }"
    # Else what is made of this one would have its own name before it, and be a blank screen.
    SCOPED_CSS = False

    DEFAULT_CSS = """
    Asking { align: left bottom; }
    Asking > Horizontal { height: 1; background: $background; }
    Asking Static { width: auto; }
    Asking Input { width: 1fr; background: $background; color: $foreground; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", id="asking.back", tooltip="Change nothing"),
    ]

    def __init__(self, prompt: str, text: str = "") -> None:
        super().__init__()
        self._prompt, self._text = prompt, text

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Static(Content.styled(f"{self._prompt}: ", "bold"))
            typed = Input(self._text, max_length=LONGEST, compact=True)
            typed.cursor_blink = False  # an idle screen sends nothing
            yield typed

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip())

    def action_leave(self) -> None:
        self.dismiss(None)
