"""A screen of panels: moving from figure to figure, and what can be asked of the current one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual.app import ComposeResult
from textual.screen import Screen

from boardtui.panels.panel import Board, Panel
from boardtui.panels.subject import Subject
from boardtui.screens.board_view import BoardView
from boardtui.screens.export import Export, about, file_name
from boardtui.screens.full_screen import FullScreen
from boardtui.screens.keys import key_bar
from boardtui.screens.palette import Palette


class PanelsScreen(FullScreen):
    """Panels of figures in `view`, one figure current: the board, and the pages beside it."""

    named = "board"
    """What the screen is called, in the head of its keys and in the names of files."""

    def __init__(
        self,
        board: Board,
        panels: Sequence[Panel],
        palette: Palette,
        spacing: str = "auto",
        *,
        least: int | None = None,
        notes: tuple[str, ...] = (),
    ) -> None:
        super().__init__()
        self.view = BoardView(board, panels, palette, key_bar(self), spacing, least)
        self.view.notes = notes

    def compose(self) -> ComposeResult:
        yield self.view

    def action_step(self, by: int) -> None:
        self.view.step(by)

    def action_next_panel(self, by: int) -> None:
        self.view.step_panel(by)

    def action_panel(self, number: int) -> None:
        self.view.go_to_panel(number)

    def action_page(self, by: int) -> None:
        self.view.page(by)

    def action_end(self, by: int) -> None:
        self.view.step(by * self.view.spot_count)

    def action_jump(self) -> None:
        from boardtui.screens.jump import jump

        jump(self, self.view)

    def action_define(self) -> None:
        """The definition, base and source of the current figure."""
        if self.view.subject is not None:
            self.define(self.view.subject)

    def define(self, subject: Subject) -> None:
        """The definition, base and source of a figure."""
        from boardtui.panels.explain import explained
        from boardtui.screens.reading import Reading

        self.app.push_screen(Reading(*explained(subject)))

    def action_help(self) -> None:
        from boardtui.screens.help import keys_of
        from boardtui.screens.reading import Reading

        self.app.push_screen(Reading(f"Keys of the {self.named}", keys_of(self)))

    def dress(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.view.dress(palette)

    def export(self) -> Export:
        """All of it: as text, and its figures as rows."""
        from boardtui.screens.board_export import COLUMNS, rows_of

        board, subjects, text = self.view.board, self.view.subjects(), self.view.whole_text()
        selection = board.review.selection
        return Export(
            name=file_name(selection, self.named),
            about=about(selection, self.named.capitalize()),
            columns=COLUMNS,
            count=len(subjects),
            rows=rows_of(board, subjects),
            text=lambda: iter(text.splitlines()),
        )


def panel_of(screen: Screen[Any]) -> str | None:
    """The name of the panel that a screen's current figure belongs to."""
    if not isinstance(screen, PanelsScreen):
        return None
    standing = (box.panel for box in screen.view.panels_standing())
    return next((panel.name for panel in standing if panel.number == screen.view.panel), None)
