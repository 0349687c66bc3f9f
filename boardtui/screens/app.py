"""The app: opens on the board, and closes with it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import ExitStack
from typing import Any, ClassVar

from rich.console import RenderableType
from textual._compositor import ChopsUpdate
from textual.app import App
from textual.binding import Binding, BindingType
from textual.filter import LineFilter
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.widgets._toast import ToastRack

from boardtui.core.criterion.definition import Definition
from boardtui.core.words.ascii import here_utf8
from boardtui.core.words.shown import shown
from boardtui.process.collecting import collect_again
from boardtui.process.ending import INTERRUPTED
from boardtui.review.day.selection import Selection
from boardtui.screens.board.board_screen import BoardScreen
from boardtui.screens.drawing.drawn_text import Harmless, InAscii
from boardtui.screens.drawing.palette import PALETTES, Dressed
from boardtui.screens.drawing.uncoloured import Uncoloured
from boardtui.screens.keys.actions import TO_CASES
from boardtui.screens.keys.retired import still_there, warned
from boardtui.screens.leading.finding import Finding
from boardtui.screens.terminal.driver import Terminal
from boardtui.screens.terminal.in_turn import InTurn
from boardtui.screens.terminal.mouse import takes_mouse
from boardtui.screens.terminal.running import run_to_the_end
from boardtui.screens.terminal.trimmed import trimmed
from boardtui.settings import Settings
from boardtui.store.connection.database import Database

LONG_READ = 20
"""Seconds for which a warning of several lines stands."""


class BoardApp(Finding, InTurn, inherit_css=False):
    """boardtui's screens over one database."""

    TITLE = "boardtui"
    # Without Textual's own rules, which are for widgets that are not here: read at each launch.
    CSS = """
    BoardApp, PaintedOnce { background: $background; color: $foreground; }
    BoardApp:ansi, PaintedOnce:ansi { background: ansi_default; color: ansi_default; }
    Screen { background: $background; color: $foreground; }
    BoardApp:nocolor Input > .input--cursor { text-style: reverse; }
    """
    ENABLE_COMMAND_PALETTE = True

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "interrupt", "leave", show=False, priority=True, id="app.interrupt"),
    ]

    def __init__(
        self,
        database: Database,
        location: str,
        selection: Selection,
        settings: Settings,
        definition: Definition | None = None,
        warnings: Sequence[str] = (),
    ) -> None:
        """Take what the board is of; `definition` is the settings', unless another is asked for.

        The `warnings` are told once the board stands.
        """
        # Without colour the terminal's own are left alone: the app must know before it is built.
        colourless = bool(os.environ.get("NO_COLOR"))
        if not colourless:  # Textual takes an empty one for one that is set
            os.environ.pop("NO_COLOR", None)
        self._line_filters: list[LineFilter] = [Harmless()]
        self._line_filters += [Uncoloured()] if colourless else []
        self._line_filters += [] if here_utf8() else [InAscii()]
        super().__init__(ansi_color=True if colourless else None, driver_class=Terminal)
        self._opening = ExitStack()
        self._database = database
        self.location = location
        self._selection = selection
        self._settings = settings
        self._definition = definition
        self._palette = PALETTES[settings.display.theme]
        for palette in PALETTES.values():
            self.register_theme(palette.theme())
        self.set_reactive(App.theme, self._palette.name)
        # Notices and fields in our own colours from the start: Textual's were read before.
        self.stylesheet.set_variables(self.get_css_variables())
        self.own_keys = still_there(settings.display.keys)
        self.at_once |= set(self.own_keys.get("app.interrupt", "").split(","))
        self.mouse = takes_mouse(settings.display.mouse, os.environ)
        retired = warned(settings.display.keys)
        self._warnings = [*warnings, *([retired] if retired else [])]
        self.byte_order_mark = settings.export.byte_order_mark
        self.closed_actions = frozenset() if settings.display.cases else TO_CASES
        self.set_keymap(dict(self.own_keys))

    def get_css_variables(self) -> dict[str, str]:
        """As Textual's, but none of a theme of its own, before ours is known: they take long."""
        return super().get_css_variables() if "_palette" in vars(self) else {}

    def on_load(self) -> None:
        """Hold back painting until the board is laid out: Textual would paint it three times."""
        self._opening.enter_context(self.batch_update())

    def on_resize(self) -> None:
        """Take a new size in at once: on a busy machine the timer that Textual sets never comes.

        And while it waits for that one, Textual would take in no other.
        """
        self.call_later(self._check_resize)

    def opened(self) -> None:
        """The board is laid out: paint it. Later calls do nothing."""
        self._opening.close()
        collect_again()
        if self._warnings:
            self.notify("\n".join(self._warnings), timeout=LONG_READ)
            self._warnings = []

    def get_default_screen(self) -> Screen[None]:
        return BoardScreen(
            self._database,
            self.location,
            self._selection,
            self._settings,
            self._palette,
            self._definition,
        )

    def action_toggle_light(self) -> None:
        """Dark to light, or back."""
        self._palette = PALETTES["light" if self._palette.dark else "dark"]
        self.theme = self._palette.name
        for screen in self.screen_stack:
            if isinstance(screen, Dressed):
                screen.dress(self._palette)

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
        """As Textual's, but each row is sent from the first cell of it that changes."""
        if isinstance(renderable, ChopsUpdate):
            renderable = trimmed(renderable)
        super()._display(screen, renderable)

    def get_line_filters(self) -> Sequence[LineFilter]:
        return [*super().get_line_filters(), *self._line_filters]

    def action_interrupt(self) -> None:
        """Leave at once, with the exit status of a command that was interrupted."""
        self.end(INTERRUPTED)


def open_board(
    database: Database,
    location: str,
    selection: Selection,
    settings: Settings,
    definition: Definition | None = None,
    warnings: Sequence[str] = (),
) -> int:
    """Open the board and stay until it is left; the exit status.

    Raises:
        BaseException: what the board failed by, once the terminal is as it was.
    """
    app = BoardApp(database, location, selection, settings, definition, warnings)
    run_to_the_end(app, mouse=app.mouse)
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0
