"""What is being worked out is waited for, at the foot of the screen that shows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from boardtui.core.words.shown import shown
from boardtui.screens.dialogs.dismissal import DismissedOnce
from boardtui.screens.keys.keys import key_line, shown_keys

STEP = 0.1
"""Seconds from one look to the next. Where nothing has changed, a look sends nothing."""

Awaited = Callable[[], str | None]
"""Gives what is waited for, in words; None once it is there."""


class Waiting(DismissedOnce[bool]):
    """Says what is waited for; gives back whether it came, or was waited for no longer."""

    AUTO_FOCUS = ""

    # Not default CSS: the app says of every screen that it has a ground.
    CSS = "Waiting { background: transparent; }"

    DEFAULT_CSS = """
    Waiting { align: left bottom; }
    Waiting Static { height: 1; width: 100%; background: $background; text-style: bold; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", id="waiting.back", tooltip="Wait no longer"),
    ]

    def __init__(self, purpose: str, awaited: Awaited) -> None:
        """Take what comes after the waiting ("to be copied"), and what is waited for."""
        super().__init__()
        self._purpose, self._awaited = purpose, awaited
        self._said = awaited() or ""

    def compose(self) -> ComposeResult:
        yield Static()

    def on_mount(self) -> None:
        self._say()
        self.set_interval(STEP, self._look)

    def _look(self) -> None:
        awaited = self._awaited()
        if awaited is None:
            self.dismiss(True)
        elif awaited != self._said:
            self._said = awaited
            self._say()

    def _say(self) -> None:
        keys = key_line(shown_keys(self), self.app.size.width)
        text = f"{keys}  {self._purpose} when it is there: {self._said}…"
        self.query_one(Static).update(Content(shown(text)))

    def action_leave(self) -> None:
        self.dismiss(False)
