"""A black or a white screen, until any key: the room looks at whoever speaks."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Click, Key
from textual.strip import Strip

from boardtui.screens.drawing.full_screen import FullView, PaintedOnce
from boardtui.screens.terminal.in_turn import KeepsKeys

GROUNDS = {"black": "#000000", "white": "#ffffff"}


class BlankView(FullView):
    """Nothing at all, in one colour; without colours, in the terminal's own."""

    DEFAULT_CSS = "BlankView { width: 100%; height: 100%; }"

    def __init__(self, ground: str) -> None:
        super().__init__()
        self._style = Style(bgcolor=ground)

    def render_line(self, y: int) -> Strip:
        return Strip([Segment(" " * self.size.width, self._style)], self.size.width)


class BlankScreen(KeepsKeys, PaintedOnce[None]):
    """One colour, and no word; any key leads back to what was shown."""

    named = "black or white screen"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "back", id="blank.back", tooltip="Back, as by any key"),
    ]

    def __init__(self, colour: str) -> None:
        """Take "black" or "white"."""
        super().__init__()
        self.colour = colour

    def compose(self) -> ComposeResult:
        yield BlankView(GROUNDS[self.colour])

    def action_back(self) -> None:
        if self.is_current:
            self.app.pop_screen()

    def on_key(self, event: Key) -> None:
        event.stop()
        self.action_back()

    def on_click(self, event: Click) -> None:
        self.action_back()
