"""A terminal of 16 colours of its own: which of those the board's are drawn with.

The nearest ones would leave what is dimmed on a ground of the same colour. A ground of bright white
is not to be had everywhere: the console of Linux draws plain white in its place. So the ground is
plain white, everything that is read is black on it, and grey is what is dimmed or orders. The dark
colours are drawn with those that are nearest, but for notices, which lie on grey.
"""

from __future__ import annotations

from functools import lru_cache

from rich.color import Color as Drawn
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from boardtui.screens.drawing.palette import LIGHT

BLACK, BLUE, WHITE, GREY, BRIGHT = "#000000", "#0000aa", "#aaaaaa", "#555555", "#ffffff"
"""Five of the 16 as the console of Linux has them: no other is nearer, however often it is drawn.

They are the numbers 0, 4, 7, 8 and 15: ECMA-48, SGR 30 to 37; 90 and 97, which are no standard.
"""

AS = {
    **dict.fromkeys((LIGHT.ground, LIGHT.raised), WHITE),
    **dict.fromkeys((LIGHT.text, LIGHT.label, LIGHT.headline, LIGHT.synthetic), BLACK),
    **dict.fromkeys((LIGHT.border, LIGHT.then, LIGHT.dimmed), GREY),
    LIGHT.accent: BLUE,
}

WHITES, NUMBER_OF_GREY = (7, 15), 8

MOST = 256
"""Styles that are held."""


class Sixteen(LineFilter):
    """Draws with 16 colours.

    Many terminals draw bold blue as bright blue, which is too near to white. One that `brightens`
    does so with black too: nothing is bold there on white.
    """

    def __init__(self, *, brightens: bool) -> None:
        super().__init__()
        self._unbold = (BLACK, BLUE) if brightens else (BLUE,)
        self._as_drawn = lru_cache(maxsize=MOST)(self._drawn)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [
            Segment(text, self._as_drawn(style) if style else None, control)
            for text, style, control in segments
        ]

    def _drawn(self, style: Style) -> Style:
        colour, ground = _own(style.color), _own(style.bgcolor)
        # Fields that one types in, and notices, have shades of their own.
        if ground is None and _nearest(style.bgcolor) in WHITES:
            ground = WHITE
        if colour is None and _nearest(style.color) in WHITES:
            if ground == WHITE:
                colour = GREY
            elif _nearest(style.bgcolor) == NUMBER_OF_GREY:
                colour = BRIGHT
        bold = False if colour in self._unbold else None
        return style + Style(color=colour, bgcolor=ground, bold=bold)


def _own(colour: Drawn | None) -> str | None:
    """What one of the light colours is drawn with; None for any other."""
    return None if colour is None or colour.triplet is None else AS.get(colour.triplet.hex)


def _nearest(colour: Drawn | None) -> int | None:
    """The number of the nearest of the 16."""
    return None if colour is None else colour.downgrade(ColorSystem.STANDARD).number
