"""The notes, drawn: what a show says, and the clock."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from boardtui.panels.speaker import Page, Speaker, page_of
from boardtui.panels.text import Line, space
from boardtui.screens.dialogs.helping import Helping
from boardtui.screens.drawing.full_screen import FullScreen, PaintedOnce
from boardtui.screens.drawing.lines_view import LinesView
from boardtui.screens.drawing.palette import Palette
from boardtui.screens.keys.help import groups_of
from boardtui.screens.keys.keys import key_caps
from boardtui.screens.notes.notes_keys import NOTES_KEYS


class NotesScreen(FullScreen, PaintedOnce[None]):
    """The notes of a slide, the next one's sentence, the clock, and what may be asked."""

    BINDINGS: ClassVar[list[BindingType]] = NOTES_KEYS
    named = "notes"

    def __init__(self, speaker: Speaker, palette: Palette) -> None:
        super().__init__()
        self.speaker = speaker
        self._top = 0
        self._page = Page((), (), ())
        self._caps = key_caps(self)
        self.view = LinesView(self._lines, palette)

    def compose(self) -> ComposeResult:
        yield self.view

    def take(self, speaker: Speaker) -> None:
        """Show what is known by now; another slide's notes begin at their first line."""
        before, self.speaker = self.speaker, speaker
        if _place(before) != _place(speaker):
            self._top = 0
        self.view.renew()

    def dress(self, palette: Palette) -> None:
        self.view.dress(palette)

    def _lines(self, width: int, height: int) -> Sequence[Line]:
        self._page = page_of(self.speaker, width)
        self._top = min(self._top, self._last(height - 1))
        return [*self._page.rows(height - 1, self._top), (space(1), *self._caps(width - 2))]

    def _last(self, height: int) -> int:
        """The line from which the last ones are in sight."""
        return max(0, len(self._page.lines) - self._page.room(height))

    def _show_from(self, top: int) -> None:
        self._top = max(0, min(top, self._last(self.view.size.height - 1)))
        self.view.renew()

    def action_scroll_by(self, lines: int) -> None:
        self._show_from(self._top + lines)

    def action_page(self, by: int) -> None:
        self._show_from(self._top + by * self._page.room(self.view.size.height - 1))

    def action_end(self, last: int) -> None:
        self._show_from(len(self._page.lines) if last else 0)

    def action_help(self) -> None:
        self.app.push_screen(Helping(self.named, groups_of(self)))

    async def action_other(self) -> None:
        await self.app.run_action("app.other")

    def action_leave(self) -> None:
        self.app.exit()


def _place(speaker: Speaker) -> tuple[int, int, str] | None:
    said = speaker.said
    return None if said is None else (said.slide, said.step, said.asked)
