"""A page to read over what was there: a definition, or the keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from boardtui.core.words.shown import shown
from boardtui.screens.dialogs.dismissal import DismissedOnce
from boardtui.screens.keys.keys import key_line, shown_keys

Row = tuple[str, str]


class Reading(DismissedOnce[None]):
    """A title and labelled rows of text, as high as the screen allows, scrolled by the arrows."""

    DEFAULT_CSS = """
    Reading { align: center middle; background: $background; }
    Reading > VerticalScroll { width: 90%; max-width: 96; height: auto; max-height: 90%;
        border: round $primary; padding: 0 1; background: $background; }
    Reading Static { margin-bottom: 0; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,q,d,enter,question_mark",
            "dismiss",
            "back",
            id="reading.back",
            tooltip="Back to where you were",
        ),
    ]

    def __init__(self, title: str, rows: Sequence[Row]) -> None:
        super().__init__()
        self._title = title
        self._rows = rows

    def compose(self) -> ComposeResult:
        with VerticalScroll(can_focus=True):
            yield Static(Content.styled(shown(self._title), "bold"))
            yield Static(Content(""))
            for label, text in self._rows:
                # Built of Content and not of text: what comes from data is never markup.
                yield Static(Content.assemble((f"{label}: ", "bold"), shown(text)))
            yield Static(Content(""))
            yield Static(Content(key_line(shown_keys(self), self.app.size.width)))

    async def action_dismiss(self, result: None = None) -> None:
        self.dismiss(result)
