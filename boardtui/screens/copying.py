"""Copying and writing all that a screen shows."""

from __future__ import annotations

from collections.abc import Callable

from boardtui.core.words.wording import counted
from boardtui.export.export import CountedFirst, Export, Exportable
from boardtui.screens.terminal.crash import Failing
from boardtui.store.connection.database import DatabaseUnreadableError


class Copying(Failing):
    """An app that copies or writes whatever its current screen shows."""

    byte_order_mark = True
    """Whether CSV files say that they are UTF-8."""

    def action_copy(self) -> None:
        self._once_counted(self._copy)

    def action_write(self) -> None:
        self._once_counted(self._write)

    def _once_counted(self, act: Callable[[], None]) -> None:
        if isinstance(self.screen, CountedFirst):
            self.screen.when_counted(act)
        else:
            act()

    def _copy(self) -> None:
        from boardtui.screens.dialogs.writing import copied

        if export := self._export():
            try:
                text, told = copied(export)
            except DatabaseUnreadableError as error:
                text, told = None, str(error)
            if text is not None:
                self.copy_to_clipboard(text)
            self.notify(told, markup=False)

    def copy_text(self, text: str) -> None:
        """Send text to the clipboard, and say so."""
        self.copy_to_clipboard(text)
        self.notify(f"{counted(len(text.splitlines()), 'lines')} sent to the clipboard")

    def _write(self) -> None:
        from boardtui.screens.dialogs.writing import Writing

        if export := self._export():
            writing = Writing(export, byte_order_mark=self.byte_order_mark)
            self.push_screen(writing, self._told)

    def _export(self) -> Export | None:
        """All that the screen shows; a sentence, where the database is lost meanwhile."""
        try:
            return self.screen.export() if isinstance(self.screen, Exportable) else None
        except DatabaseUnreadableError as error:
            self.notify(str(error), markup=False)
            return None

    def _told(self, told: str | None) -> None:
        if told:
            self.notify(told, markup=False)
