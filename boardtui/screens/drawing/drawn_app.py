"""An app in boardtui's own colours, of which nothing moves a terminal and little is sent twice."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from rich.console import RenderableType
from textual._compositor import LayoutUpdate
from textual.app import App
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.events import Resize
from textual.filter import ANSIToTruecolor, LineFilter
from textual.geometry import Offset
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets._toast import ToastRack

from boardtui.core.words.ascii import here_utf8
from boardtui.core.words.shown import shown
from boardtui.process.ending import INTERRUPTED
from boardtui.screens.drawing.drawn_text import Harmless, InAscii
from boardtui.screens.drawing.full_screen import FullView, PaintedOnce
from boardtui.screens.drawing.palette import PALETTES, Dressed, Palette
from boardtui.screens.terminal.crash import Failing
from boardtui.screens.terminal.driver import Terminal
from boardtui.screens.terminal.powers import powers_of

ANYWHERE: list[BindingType] = [
    Binding("ctrl+c", "interrupt", "leave", show=False, priority=True, id="app.interrupt"),
]
"""The keys of every such app."""

FEW_COLOURS = "standard"
"""What rich calls the colours of a terminal that has 16."""


class DrawnApp(Failing):
    """An app whose screens are drawn in one of the palettes, or without colour."""

    TITLE = "boardtui"
    # Without Textual's own rules, which are for widgets that are not here: read at each launch.
    CSS = """
    BoardApp, NotesApp, PaintedOnce { background: $background; color: $foreground; }
    BoardApp:ansi, NotesApp:ansi, PaintedOnce:ansi {
        background: ansi_default; color: ansi_default;
    }
    Screen { background: $background; color: $foreground; }
    BoardApp:nocolor Input > .input--cursor { text-style: reverse; }
    Toast { max-width: 100%; }
    """

    own_keys: Mapping[str, str] = {}
    closed_actions: Collection[str] = frozenset()
    _all_colours = False

    def __init__(self, theme: str) -> None:
        """Take the name of the palette to begin with."""
        # Without colour the terminal's own are left alone: the app must know before it is built.
        powers = powers_of(os.environ.get("TERM", ""))
        colourless = bool(os.environ.get("NO_COLOR")) or not powers.colours
        if colourless:
            os.environ["NO_COLOR"] = "1"
        else:  # Textual takes an empty one for one that is set
            os.environ.pop("NO_COLOR", None)
        self._line_filters: list[LineFilter] = [Harmless()]
        if colourless:
            from boardtui.screens.drawing.uncoloured import Uncoloured

            self._line_filters.append(Uncoloured())
        self._line_filters += [] if here_utf8() else [InAscii()]
        super().__init__(ansi_color=True if colourless else None, driver_class=Terminal)
        if self.console.color_system == FEW_COLOURS:
            from boardtui.screens.drawing.sixteen import Sixteen

            self._line_filters.append(Sixteen(brightens=powers.brightens))
        self._palette = PALETTES[theme]
        for palette in PALETTES.values():
            self.register_theme(palette.theme())
        self.set_reactive(App.theme, self._palette.name)
        # Notices and fields in our own colours from the start: Textual's were read before.
        self.stylesheet.set_variables(self.get_css_variables())

    def get_css_variables(self) -> dict[str, str]:
        """As Textual's, but before there is a widget of its own no more than ours: they take long.

        And none of a theme of Textual's, before ours is known.
        """
        if "_palette" not in vars(self):
            return {}
        if not self._all_colours:
            return {"background": self._palette.ground, "foreground": self._palette.text}
        return super().get_css_variables()

    def _register(self, parent: DOMNode, *widgets: Widget, **where: Any) -> list[Widget]:
        """As Textual's, but all colours are known from the first widget on that is not ours."""
        ours = (PaintedOnce, FullView)
        if not self._all_colours and not all(isinstance(each, ours) for each in widgets):
            self._all_colours = True
            self.stylesheet.set_variables(self.get_css_variables())
        return super()._register(parent, *widgets, **where)

    def on_resize(self, event: Resize) -> None:
        """Take a new size in at once: on a busy machine the timer that Textual sets never comes.

        And while it waits for that one, Textual would take in no other. Where it is the old one
        again, the terminal was of another meanwhile, and Textual would paint nothing.
        """
        self.call_later(self._check_resize)
        terminal, upper = self._driver, self.screen
        was_another = isinstance(terminal, Terminal) and terminal.was_resized_and_back(event.size)
        if was_another and isinstance(upper, PaintedOnce):
            upper.call_later(upper.paint_all)

    @property
    def palette(self) -> Palette:
        """The colours that screens are drawn in."""
        return self._palette

    def wear(self, palette: Palette) -> None:
        """Draw every screen in the colours of a palette."""
        self._palette = palette
        self.theme = palette.name
        for screen in self.screen_stack:
            if isinstance(screen, Dressed):
                screen.dress(palette)

    def action_toggle_light(self) -> None:
        """Dark to light, or back."""
        self.wear(PALETTES["light" if self._palette.dark else "dark"])

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Tell something in passing; what comes from data is neither markup nor obeyed."""
        super().notify(
            shown(message), title=title, severity=severity, timeout=timeout, markup=markup
        )

    def _refresh_notifications(self) -> None:
        """As Textual's, but what shows notices is on a screen only from the first of them on."""
        wanted = self._notifications and not self._disable_notifications
        if wanted and not self.screen.query(ToastRack):
            self.call_later(self._show_notices, self.screen)
        else:
            super()._refresh_notifications()

    async def _show_notices(self, screen: Screen[Any]) -> None:
        if screen.is_attached and not screen.query(ToastRack):
            await screen.mount(ToastRack(id="textual-toastrack"))
        super()._refresh_notifications()

    @property
    def _background_screens(self) -> list[Screen[Any]]:
        """The screens that are seen beneath the upper one: none, where that one is opaque.

        Textual would paint the one beneath all the same, and the upper one again for each change
        of it: over a slow line, and on a busy machine, up to three times for one key.
        """
        seen_through = self.screen.styles.background.a < 1
        return super()._background_screens if seen_through else []

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """As Textual's, but the cursor is put where something is marked, and may be seen there."""
        terminal = self._driver
        if isinstance(terminal, Terminal):
            if isinstance(renderable, LayoutUpdate):
                terminal.begin_whole(renderable.region.size)
            self._put_cursor(terminal)
        super()._display(screen, renderable)

    def _put_cursor(self, terminal: Terminal) -> None:
        upper = self.screen
        marked = upper.marked() if isinstance(upper, PaintedOnce) else None
        self.cursor_position = marked or Offset()
        terminal.shows_cursor = marked is not None

    def get_line_filters(self) -> Sequence[LineFilter]:
        """As Textual's, but for the one that puts colours in the place of a terminal's own.

        Where that would have something to do, no such colours are drawn here.
        """
        textuals = (
            each for each in super().get_line_filters() if not isinstance(each, ANSIToTruecolor)
        )
        return [*textuals, *self._line_filters]

    def action_interrupt(self) -> None:
        """Leave at once, with the exit status of a command that was interrupted."""
        self.end(INTERRUPTED)
