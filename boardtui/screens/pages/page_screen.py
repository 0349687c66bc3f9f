"""A page beside the board: then and now, the flow, or the inspections."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual.binding import BindingType

from boardtui.export.export import Export
from boardtui.panels.pages import Page
from boardtui.panels.panel import Board
from boardtui.panels.subject import FlowNumber
from boardtui.screens.drawing.palette import Palette
from boardtui.screens.keys.ways import leading
from boardtui.screens.pages.page_keys import PAGE_KEYS
from boardtui.screens.pages.panels_screen import PanelsScreen


class PageScreen(PanelsScreen):
    """The panels of a page, of the same day and baseline as the board that it was opened from."""

    BINDINGS: ClassVar[list[BindingType]] = PAGE_KEYS

    def __init__(
        self,
        page: Page,
        board: Board,
        palette: Palette,
        focus: str | None,
        notes: tuple[str, ...],
    ) -> None:
        """Take what is shown, the name of the panel to begin with, and the board's own notes."""
        self.page, self.needs = page, page.needs
        self.named = page.title.lower()
        super().__init__(board, page.panels, palette, least=page.least, notes=self._notes(notes))
        self._focus = focus

    def _notes(self, more: tuple[str, ...]) -> tuple[str, ...]:
        return (*more, f"Board › {self.page.title}")

    def on_full_view_laid_out(self) -> None:
        """Begin with the panel that was looked at on the board."""
        numbers = {panel.name: panel.number for panel in self.page.panels}
        # The first panel is read with what stands above it, in short.
        if numbers.get(self._focus or "", 1) > 1:
            self.view.go_to_panel(numbers[self._focus or ""])
        self._focus = None

    def take(self, board: Board, notes: tuple[str, ...]) -> None:
        """Show another board, or the same with more known."""
        self.view.show(board, self._notes(notes))

    def action_open(self) -> None:
        """The cases behind a number of a flow; the breakdown of any other figure."""
        if self.view.subject is not None:
            leading(self).open_number(self)

    def action_choose(self, what: str) -> None:
        leading(self).choose_on(self, what)

    def export(self) -> Export:
        """All of it: as text, and as rows, by columns of its own where the page has them."""
        export = super().export()
        if self.page.name != "inspections":
            return export
        from boardtui.export.inspections import HEADER, csv_rows

        found = list(csv_rows(self.view.board.review))
        return replace(export, columns=HEADER, count=len(found), rows=lambda: iter(found))

    @property
    def number(self) -> FlowNumber | None:
        """The current number of a flow."""
        subject = self.view.subject
        return subject if isinstance(subject, FlowNumber) else None
