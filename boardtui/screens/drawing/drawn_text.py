"""The last look at all that is drawn: nothing in it moves a terminal, nor needs what it has not."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from boardtui.core.words.ascii import UNKNOWN, as_ascii
from boardtui.core.words.shown import MARK, is_obeyed, is_plain


class Harmless(LineFilter):
    """Takes out what a terminal would obey, wherever it came from; the width stays as it was."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        if all(is_plain(text) for text, _, _ in segments):
            return segments
        return [Segment(harmless(text), style, control) for text, style, control in segments]


def harmless(text: str) -> str:
    """Text of which nothing moves or hides its neighbours, as wide as before."""
    return "".join(MARK * cell_len(c) if is_obeyed(c) else c for c in text)


class InAscii(LineFilter):
    """Draws in ASCII alone; the width stays as it was."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        if all(text.isascii() for text, _, _ in segments):
            return segments
        return [Segment(_in_ascii(text), style, control) for text, style, control in segments]


def _in_ascii(text: str) -> str:
    return "".join((as_ascii(c) + UNKNOWN)[: cell_len(c)] for c in text)
