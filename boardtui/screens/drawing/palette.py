"""The board's own colours, dark and light, and how each role of text is drawn with them.

One accent and four greys. Text and labels have a contrast of at least 4.5:1 on their ground (WCAG
2.2, success criterion 1.4.3), bars and large digits of 3:1 (1.4.11); borders are faint, so that
they order and do not shout. No two are told apart by hue alone: colour only repeats what the text
says.
"""

from __future__ import annotations

from functools import partial
from typing import Protocol, runtime_checkable

from msgspec import Struct
from rich.style import Style
from textual.theme import Theme

from boardtui.panels.text import Role


class Palette(Struct, frozen=True):
    """Colours by their use, as #rrggbb."""

    name: str
    dark: bool
    ground: str
    text: str
    label: str
    border: str
    headline: str
    accent: str
    then: str
    synthetic: str
    dimmed: str
    raised: str

    def theme(self) -> Theme:
        """The colours for Textual's own widgets: lists, inputs, the command palette."""
        return Theme(
            name=self.name,
            dark=self.dark,
            primary=self.accent,
            secondary=self.label,
            accent=self.accent,
            warning=self.headline,
            error=self.headline,
            success=self.headline,
            foreground=self.text,
            background=self.ground,
            surface=self.raised,
            panel=self.raised,
            text_alpha=1.0,
            variables={
                "block-cursor-background": self.accent,
                "block-cursor-foreground": self.ground,
                "block-cursor-text-style": "bold",
                "border": self.border,
                "scrollbar": self.border,
                "scrollbar-background": self.raised,
            },
        )

    def styles(self) -> dict[Role, Style]:
        """How each role is drawn on the ground."""
        on = partial(Style, bgcolor=self.ground)
        return {
            Role.TEXT: on(color=self.text),
            Role.NUMBER: on(color=self.text),
            Role.STRONG: on(color=self.headline, bold=True),
            Role.HEADLINE: on(color=self.headline, bold=True),
            Role.QUIET: on(color=self.label),
            Role.DIGITS: on(color=self.headline),
            Role.DIGITS_THEN: on(color=self.then),
            Role.BAR: on(color=self.accent),
            Role.BAR_THEN: on(color=self.label),
            Role.BAR_GONE: on(color=self.label),
            Role.BAR_WITHOUT: on(color=self.label),
            Role.HEADING: on(color=self.headline, bold=True),
            Role.SYNTHETIC: on(color=self.synthetic, bold=True),
            Role.BORDER: on(color=self.border),
            Role.FRAME: on(color=self.accent),
            Role.KEY: on(color=self.accent, bold=True),
            Role.LETTER: Style(color=self.ground, bgcolor=self.accent, bold=True, underline=True),
        }

    def dimmed_style(self) -> Style:
        """How everything is drawn beneath a sheet, but for what the sheet explains."""
        return Style(color=self.dimmed, bgcolor=self.ground)


DARK = Palette(
    name="boardtui-dark",
    dark=True,
    ground="#12151a",
    text="#c9cfd8",
    label="#8993a1",
    border="#3a424e",
    headline="#ffffff",
    accent="#4f9cf9",
    then="#7d8896",
    synthetic="#e3b341",
    dimmed="#333b46",
    raised="#1b2027",
)

LIGHT = Palette(
    name="boardtui-light",
    dark=False,
    ground="#fcfcfa",
    text="#2c3138",
    label="#636c77",
    border="#c3c9d0",
    headline="#000000",
    accent="#1257c9",
    then="#6b747e",
    synthetic="#8a5a00",
    dimmed="#d3d8dd",
    raised="#efefeb",
)

PALETTES = {"dark": DARK, "light": LIGHT}


@runtime_checkable
class Dressed(Protocol):
    """What can be drawn in other colours."""

    def dress(self, palette: Palette) -> None: ...
