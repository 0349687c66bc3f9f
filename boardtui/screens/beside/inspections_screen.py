"""Inspections: what was found, by when to answer it, and the figures that speak to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from msgspec.structs import replace
from textual.binding import BindingType

from boardtui.export.export import Export
from boardtui.panels.inspections.page import CRUMB, inspections_rows
from boardtui.panels.panel import Board
from boardtui.panels.rows import Rows
from boardtui.review.inspections.inspections import Inspected, inspected
from boardtui.screens.beside.beside_screen import BesideScreen
from boardtui.screens.beside.inspections_keys import INSPECTIONS_KEYS
from boardtui.screens.drawing.palette import Palette
from boardtui.screens.keys.ways import leading


class InspectionsScreen(BesideScreen):
    """The inspections of the board's force, the newest first."""

    BINDINGS: ClassVar[list[BindingType]] = INSPECTIONS_KEYS
    name_of_page = "inspections"
    named = "inspections"
    crumb = CRUMB

    def __init__(
        self, board: Board, palette: Palette, notes: tuple[str, ...], card: str | None = None
    ) -> None:
        self._found: tuple[Board, list[Inspected]] | None = None
        super().__init__(board, palette, notes, card)

    @staticmethod
    def read(board: Board) -> None:
        inspected(board.review)

    def rows(self, board: Board, width: int, height: int) -> Rows:
        if self._found is None or self._found[0] is not board:
            self._found = (board, inspected(board.review))
        return inspections_rows(board, self._found[1], width, height, self.notes)

    def foot(self) -> Iterator[tuple[str, str]]:
        yield "inspections.back", "back"
        if self.view.subject is not None:
            yield "inspections.open", self.told("break down", "open")
            yield "inspections.define", "define"
        yield "inspections.help", "keys"
        yield "baseline", "other then"
        yield "write", "write"

    def action_open(self) -> None:
        """The breakdown of a figure, or what it is where it has none."""
        if self.view.subject is not None:
            leading(self).open_figure(self.view.subject, None)

    def export(self) -> Export:
        """All of it: as text, and by columns of its own as rows."""
        from boardtui.export.inspections import HEADER, csv_rows

        found = list(csv_rows(self.view.board.review))
        export = super().export()
        return replace(export, columns=HEADER, count=len(found), rows=lambda: iter(found))
