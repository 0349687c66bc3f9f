"""What a screen draws, as a picture: its strips, with their styles made plain."""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip

from boardtui.export.picture.picture import Ink, Picture, Run
from boardtui.screens.drawing.drawn_text import harmless
from boardtui.screens.drawing.full_screen import FullScreen, FullView
from boardtui.screens.drawing.palette import Palette

PAPER = Ink("#000000", "#ffffff")
"""How text is drawn where there is no colour."""


def pictured(
    screen: FullScreen, size: Size, palette: Palette | None, about: Sequence[str]
) -> Picture | str:
    """A screen as a picture of a size; or what of it is not there yet, in words."""
    view = screen.query_one(FullView)
    with view.drawn_for(size):
        strips = [view.render_line(y) for y in range(size.height)]
        if awaited := screen.awaited_in_sight():
            return awaited
    return picture_of(strips, palette, about)


def picture_of(strips: Sequence[Strip], palette: Palette | None, about: Sequence[str]) -> Picture:
    """A picture of strips as wide as each other, in a palette's colours; without one, in none."""
    plain = PAPER if palette is None else Ink(palette.text, palette.ground)
    rows = [
        [
            Run(harmless(text), _ink(style or Style(), plain, coloured=palette is not None))
            for text, style, control in strip
            if not control
        ]
        for strip in strips
    ]
    return Picture(about, rows, strips[0].cell_length, plain.ground)


def _ink(style: Style, plain: Ink, *, coloured: bool) -> Ink:
    colour = style.color.get_truecolor().hex if coloured and style.color else plain.colour
    ground = style.bgcolor.get_truecolor().hex if coloured and style.bgcolor else plain.ground
    if style.reverse:
        colour, ground = ground, colour
    return Ink(colour, ground, bool(style.bold), bool(style.underline))
