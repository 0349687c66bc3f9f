"""Copying and writing all that a screen shows, once nothing of it is still worked out."""

from __future__ import annotations

import os
from abc import abstractmethod
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.geometry import Size
from textual.screen import Screen

from boardtui.core.words.wording import counted
from boardtui.export.outlets import NOT_COPIED, NOT_WRITTEN, Outlets
from boardtui.screens.drawing.drawn_app import DrawnApp
from boardtui.screens.drawing.full_screen import FullScreen
from boardtui.store.connection.database import DatabaseUnreadableError

if TYPE_CHECKING:
    from boardtui.export.export import Export
    from boardtui.export.picture.picture import Picture
    from boardtui.review.day.review import Review


COPIES = ("copy", "defining.copy")
"""The ids of the keys that copy."""


class Copying(DrawnApp):
    """An app that copies or writes whatever its current screen shows."""

    byte_order_mark = True
    """Whether CSV files say that they are UTF-8."""

    outlets = Outlets()
    """What may leave the app besides its screen."""

    @property
    @abstractmethod
    def review(self) -> Review:
        """What is looked at."""

    def why_not(self, name: str) -> str | None:
        """Why a key does not copy or write, by its id; None where it does, or does something else.

        All that copies or writes without a key of ours asks it too.
        """
        if name in COPIES:
            from boardtui.screens.terminal.clipboard import no_clipboard

            return no_clipboard(os.environ) if self.outlets.clipboard else NOT_COPIED
        return NOT_WRITTEN if name == "write" and not self.outlets.files else None

    def copy_to_clipboard(self, text: str) -> None:
        """As Textual's own, where anything may go there: keys of a field cut and copy too."""
        if self.why_not("copy") is None:
            super().copy_to_clipboard(text)

    @abstractmethod
    def looked(self, event: str, **what: object) -> bool:
        """Write down what is about to be shown or taken; whether it may be."""

    def action_copy(self) -> None:
        self._once_there("copied", self._copy)

    def action_write(self) -> None:
        self._once_there("written", self._write)

    def _once_there(self, done: str, act: Callable[[Screen[Any], Export], None]) -> None:
        """Do what needs all that the screen shows: at once, or when the last of it has come."""
        from boardtui.export.export import Exportable

        screen = self.screen
        if not isinstance(screen, Exportable):
            return
        if screen.awaited() is None:
            self._do(act, screen)
            return
        from boardtui.screens.dialogs.waiting import Waiting

        def go_on(there: bool | None) -> None:
            if there and self.screen is screen:
                self._do(act, screen)

        self.push_screen(Waiting(done, screen.awaited), go_on)

    def _do(self, act: Callable[[Screen[Any], Export], None], screen: Screen[Any]) -> None:
        """Do something with all that a screen shows; say so, where the database is lost."""
        from boardtui.export.export import Exportable

        assert isinstance(screen, Exportable)
        try:
            act(screen, screen.export())
        except DatabaseUnreadableError as error:
            self.notify(str(error))

    def _copy(self, screen: Screen[Any], export: Export) -> None:
        from boardtui.screens.dialogs.writing import copied

        text, told = copied(export)
        if text is not None:
            assert isinstance(screen, FullScreen)
            if not self.looked("copied", **screen.looked_at(), rows=export.count):
                return
            self.copy_to_clipboard(text)
        self.notify(told)

    def copy_text(self, text: str) -> None:
        """Send text to the clipboard, and say so."""
        if not self.looked("copied", lines=len(text.splitlines())):
            return
        self.copy_to_clipboard(text)
        self.notify(f"{counted(len(text.splitlines()), 'lines')} sent to the clipboard")

    def _write(self, screen: Screen[Any], export: Export) -> None:
        from boardtui.screens.dialogs.writing import Writing

        assert isinstance(screen, FullScreen)
        pictured = partial(self._pictured, screen, export.about)
        folder = self.outlets.folder
        may_write = partial(self._may_write, screen, export.count)
        writing = Writing(export, pictured, may_write, folder, byte_order_mark=self.byte_order_mark)
        self.push_screen(writing, self._told)

    def _may_write(self, screen: FullScreen, rows: int, file: str, what: str) -> bool:
        """Whether a file may be written: that it is, has been written down."""
        picture = {"picture": what} if what else {"rows": rows}
        return self.looked("written", file=file, **picture, **screen.looked_at())

    def _pictured(self, screen: FullScreen, about: Sequence[str], size: Size) -> Picture | str:
        """A screen as a picture of a size; or what of it is not there yet, in words."""
        from boardtui.screens.drawing.pictured import pictured

        return pictured(screen, size, None if self.no_color else self.palette, about)

    def _told(self, told: str | None) -> None:
        if told:
            self.notify(told)
