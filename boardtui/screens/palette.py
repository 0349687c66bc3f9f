"""The board's own colours, dark and light, and how each role of text is drawn with them.

Every text colour has a contrast of at least 4.5:1 on its ground (WCAG 2.2, success criterion
1.4.3), and no two are told apart by hue alone: colour only repeats what the text says.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from rich.style import Style
from textual.theme import Theme

from boardtui.panels.text import Role


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by their use, as #rrggbb."""

    name: str
    dark: bool
    ground: str
    text: str
    strong: str
    quiet: str
    accent: str
    bar: str
    border: str
    raised: str

    def theme(self) -> Theme:
        """The colours for Textual's own widgets: lists, inputs, the command palette."""
        return Theme(
            name=self.name,
            dark=self.dark,
            primary=self.accent,
            secondary=self.bar,
            accent=self.accent,
            warning=self.strong,
            error=self.strong,
            success=self.strong,
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
        return {
            Role.TEXT: Style(color=self.text, bgcolor=self.ground),
            Role.NUMBER: Style(color=self.strong, bgcolor=self.ground, bold=True),
            Role.HEADLINE: Style(color=self.accent, bgcolor=self.ground, bold=True),
            Role.QUIET: Style(color=self.quiet, bgcolor=self.ground),
            Role.BAR: Style(color=self.bar, bgcolor=self.ground),
            Role.HEADING: Style(color=self.strong, bgcolor=self.ground, bold=True),
            Role.BORDER: Style(color=self.border, bgcolor=self.ground),
            Role.LETTER: Style(color=self.ground, bgcolor=self.accent, bold=True, underline=True),
        }


DARK = Palette(
    name="boardtui-dark",
    dark=True,
    ground="#0f151c",
    text="#dfe5eb",
    strong="#ffffff",
    quiet="#a7b3bf",
    accent="#8ecbff",
    bar="#5f9fd6",
    border="#647280",
    raised="#1b242e",
)

LIGHT = Palette(
    name="boardtui-light",
    dark=False,
    ground="#fbfbf8",
    text="#1f2933",
    strong="#000000",
    quiet="#4b5763",
    accent="#0b4f94",
    bar="#3a78b0",
    border="#7d8894",
    raised="#ecebe5",
)

PALETTES = {"dark": DARK, "light": LIGHT}


@runtime_checkable
class Dressed(Protocol):
    """What can be drawn in other colours."""

    def dress(self, palette: Palette) -> None: ...
