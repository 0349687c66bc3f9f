"""Drawing without colour: for NO_COLOR, and whoever cannot tell colours apart."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter


class Uncoloured(LineFilter):
    """Leaves bold, underlined and reversed as they are, and sends no colour code at all.

    Textual's own filter still names the terminal's default colours in every run of text.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [
            Segment(text, style.without_color if style else None, control)
            for text, style, control in segments
        ]
