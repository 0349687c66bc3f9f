"""The app: opens on the board, and closes with it."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import BindingType

from boardtui.core.criterion.definition import Definition
from boardtui.export.outlets import Outlets
from boardtui.process.collecting import collect_again
from boardtui.review.day.selection import Selection
from boardtui.screens.board.board_screen import BoardScreen
from boardtui.screens.drawing.drawn_app import ANYWHERE
from boardtui.screens.keys.keys import TO_CASES
from boardtui.screens.leading.presenting import Presenting
from boardtui.screens.terminal.far import escape_delay, takes_mouse
from boardtui.screens.terminal.in_turn import InTurn
from boardtui.screens.terminal.running import run_app
from boardtui.settings import Settings
from boardtui.store.connection.database import Database

if TYPE_CHECKING:
    from boardtui.access.access import Access

LONG_READ = 20
"""Seconds for which a warning of several lines stands."""


class BoardApp(Presenting, InTurn, App[None], inherit_css=False):
    """boardtui's screens over one database."""

    BINDINGS: ClassVar[list[BindingType]] = ANYWHERE

    ENABLE_COMMAND_PALETTE = True

    def __init__(
        self,
        database: Database,
        location: str,
        selection: Selection,
        settings: Settings,
        definition: Definition | None = None,
        warnings: Sequence[str] = (),
        outlets: Outlets | None = None,
    ) -> None:
        """Take what the board is of; `definition` is the settings', unless another is asked for.

        The `warnings` are told once the board stands. `outlets` say what may leave it; without
        them, anything may.
        """
        super().__init__(settings.display.theme)
        self._opening = ExitStack()
        self._database = database
        self.location = location
        self._selection = selection
        self._settings = settings
        self._definition = definition
        self._warnings = list(warnings)
        if settings.display.keys:
            self._take_keys(settings.display.keys)
        self.at_once |= set(self.own_keys.get("app.interrupt", "").split(","))
        self.mouse = takes_mouse(settings.display.mouse, os.environ)
        self.escape_delay = escape_delay(settings.display.escape_delay, os.environ)
        self.byte_order_mark = settings.export.byte_order_mark
        self.outlets = outlets or Outlets()
        self.closed_actions = frozenset() if settings.cases_open() else TO_CASES
        self.set_keymap(dict(self.own_keys))

    def _take_keys(self, keys: Mapping[str, str]) -> None:
        """Take somebody's own keys; those of names that there are no more are told of."""
        from boardtui.screens.keys.retired import still_there, warned

        self.own_keys = still_there(keys)
        if retired := warned(keys):
            self._warnings.append(retired)

    def on_load(self) -> None:
        """Hold back painting until the board is laid out: Textual would paint it three times."""
        self._opening.enter_context(self.batch_update())

    def opened(self) -> None:
        """The board is laid out: paint it. Later calls do nothing."""
        self._opening.close()
        collect_again()
        if self._warnings:
            self.notify("\n".join(self._warnings), timeout=LONG_READ)
            self._warnings = []

    def get_default_screen(self) -> BoardScreen:
        return BoardScreen(
            self._database,
            self.location,
            self._selection,
            self._settings,
            self._palette,
            self._definition,
        )


def open_board(
    database: Database,
    location: str,
    selection: Selection,
    settings: Settings,
    definition: Definition | None = None,
    warnings: Sequence[str] = (),
    outlets: Outlets | None = None,
    access: Access | None = None,
) -> int:
    """Open the board and stay until it is left; the exit status.

    With an access log, what is looked at is written down.

    Raises:
        AccessLogError: the access log cannot be written.
        BaseException: what the board failed by, once the terminal is as it was.
    """
    app = BoardApp(database, location, selection, settings, definition, warnings, outlets)
    app.write_down(access, selection, database)
    return run_app(app, mouse=app.mouse)
