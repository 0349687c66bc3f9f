"""A sheet in which one line is typed."""

from __future__ import annotations

from typing import TypeVar

from textual.app import ComposeResult
from textual.events import Resize
from textual.geometry import Offset
from textual.widgets import Input

from boardtui.panels import cells
from boardtui.panels.text import Line
from boardtui.screens.dialogs.sheet_screen import SheetScreen
from boardtui.screens.drawing.palette import Palette
from boardtui.screens.keys.keys import caps_line, shown_keys
from boardtui.screens.keys.ways import palette_of

T = TypeVar("T")

LONGEST = 200
"""Letters that can be typed: as many as any text in an extract can have."""


class FieldSheet(SheetScreen[T]):
    """A sheet with a field in the row of its head that `Sheet.field` names, behind its words.

    What is typed comes as Textual's `Input.Changed` and `Input.Submitted`. `entered` says what
    `enter` does, at the foot.
    """

    AUTO_FOCUS = "Input"

    DEFAULT_CSS = """
    FieldSheet { layers: sheet field; }
    FieldSheet SheetView { layer: sheet; }
    FieldSheet Input { layer: field; position: absolute; border: none; padding: 0; height: 1; }
    """

    entered = "take"

    def __init__(self, text: str = "", placeholder: str = "", longest: int = LONGEST) -> None:
        """Take what stands in the field to begin with, and what stands there where nothing is."""
        super().__init__()
        self.input = Input(text, placeholder, max_length=longest, compact=True)
        self.input.cursor_blink = False  # an idle screen sends nothing

    def compose(self) -> ComposeResult:
        yield from super().compose()
        self._colour(palette_of(self))
        self._put()
        yield self.input

    def marked(self) -> Offset | None:
        """Where one types."""
        field = self.input
        typed = cells.width(field.value[: field.cursor_position])
        return field.content_region.offset + Offset(typed - field.scroll_offset.x, 0)

    def on_resize(self, event: Resize) -> None:
        self.call_after_refresh(self._put)

    def _put(self) -> None:
        """Put the field where the sheet has room for it."""
        field, styles = self.view.field, self.input.styles
        styles.offset = (field.x, field.y)
        styles.width = field.width

    def _colour(self, palette: Palette) -> None:
        if not self.app.no_color:
            self.input.styles.background = palette.ground
            self.input.styles.color = palette.headline

    def dress(self, palette: Palette) -> None:
        super().dress(palette)
        self._colour(palette)

    def say(self) -> None:
        """Draw what has come to be said otherwise."""
        if self.is_attached:
            self.view.renew()

    def keys(self, width: int) -> Line:
        return caps_line([("enter", self.entered), *shown_keys(self)], width)
