"""What a sheet lies over: the screen that asked, dimmed but for what the sheet explains."""

from __future__ import annotations

from collections.abc import Iterator

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.strip import Strip

from boardtui.panels.text import Role
from boardtui.screens.drawing.full_screen import FullView
from boardtui.screens.drawing.palette import Palette


class Beneath:
    """The screen that a sheet lies over."""

    def __init__(
        self, view: FullView | None, *, explained: bool, dims: bool = True, colourless: bool
    ) -> None:
        """Take what fills the screen; `explained` is whether the sheet is about what is current.

        Without colours, what is dimmed is drawn faint; where nothing is, all stays as it is.
        """
        self._view, self._explained = view, explained
        self._dims, self._colourless = dims, colourless

    def lit(self) -> tuple[Region, ...]:
        """What the sheet explains: the whole of it, then what is to be seen at the least."""
        return self._view.lit() if self._view is not None and self._explained else ()

    def rows(self, size: Size, palette: Palette, sheet: Region) -> list[Strip]:
        """The rows as they are seen; what the sheet does not cover of its subject stays lit."""
        lit = next(iter(self.lit()), None)
        if lit is not None and sheet.contains_region(lit):
            lit = None
        faint = palette.dimmed_style() + Style(dim=self._colourless)
        strips = [self._row(y, size.width, faint) for y in range(size.height)]
        if not self._dims:
            return strips
        return [
            _partly_lit(strip, palette, faint, lit)
            if lit is not None and lit.y <= y < lit.bottom
            else _faint(strip, faint)
            for y, strip in enumerate(strips)
        ]

    def _row(self, y: int, width: int, blank: Style) -> Strip:
        if self._view is None or y >= self._view.size.height:
            return Strip.blank(width, blank)
        return self._view.render_line(y).adjust_cell_length(width, blank)


def _partly_lit(strip: Strip, palette: Palette, faint: Style, lit: Region) -> Strip:
    return Strip.join(
        [
            _faint(strip.crop(0, lit.x), faint),
            Strip(_framed(strip.crop(lit.x, lit.right), palette)),
            _faint(strip.crop(lit.right, strip.cell_length), faint),
        ]
    )


def _faint(strip: Strip, faint: Style) -> Strip:
    """A row in one style: every colour code is as dear as three letters."""
    return Strip([Segment(strip.text, faint)] if strip.text else [], strip.cell_length)


def _framed(strip: Strip, palette: Palette) -> Iterator[Segment]:
    """What stays lit, with its border as the sheet's frame: the two belong together."""
    styles = palette.styles()
    border, frame = styles[Role.BORDER], styles[Role.FRAME]
    for text, style, control in strip:
        yield Segment(text, frame if style == border else style, control)
