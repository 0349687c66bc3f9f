"""Forces side by side: one measure of all of them, with the limits of a funnel."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from msgspec.structs import replace
from textual.binding import BindingType

from boardtui.core.measures import MEASURES
from boardtui.export.export import Export
from boardtui.panels.forces.page import CRUMB, forces_rows
from boardtui.panels.panel import Board
from boardtui.panels.rows import Rows
from boardtui.review import NotThereError
from boardtui.review.forces.compare import compare_forces
from boardtui.review.forces.offered import OFFERED, measure_of_card
from boardtui.review.forces.side import SideBySide
from boardtui.review.forces.told import dispersion_sentence
from boardtui.screens.beside.beside_screen import BesideScreen
from boardtui.screens.beside.forces_keys import FORCES_KEYS
from boardtui.screens.drawing.palette import Palette


class ForcesScreen(BesideScreen):
    """One measure of all forces, on the days nearest to the board's."""

    BINDINGS: ClassVar[list[BindingType]] = FORCES_KEYS
    name_of_page = "forces"
    named = "forces side by side"
    crumb = CRUMB

    def __init__(
        self, board: Board, palette: Palette, notes: tuple[str, ...], card: str | None = None
    ) -> None:
        """Take what is shown, and the card that was looked at: its measure is compared."""
        self._measure = measure_of_card(board.review, card)
        self._by_size = False
        self._found: tuple[Board, str, SideBySide] | None = None
        super().__init__(board, palette, notes)

    @staticmethod
    def read(board: Board) -> None:
        _compared(board, OFFERED[0])

    def rows(self, board: Board, width: int, height: int) -> Rows:
        found = self._side_by_side(board)
        return forces_rows(board, found, width, height, self.notes, by_size=self._by_size)

    def _side_by_side(self, board: Board) -> SideBySide:
        """What is compared, read once for a board and a measure."""
        if self._found is None or self._found[:2] != (board, self._measure):
            self._found = (board, self._measure, _compared(board, self._measure))
        return self._found[2]

    def foot(self) -> Iterator[tuple[str, str]]:
        yield "forces.back", "back"
        yield "forces.next", self.told("next measure", "measure")
        yield "forces.sort", "by name" if self._by_size else "by size"
        yield "forces.define", "define"
        yield "forces.help", "keys"
        yield "write", "write"

    def action_measure(self, by: int) -> None:
        """Another measure, of those that forces are compared by."""
        here = OFFERED.index(self._measure) if self._measure in OFFERED else 0
        self._measure = OFFERED[(here + by) % len(OFFERED)]
        self.view.renew()

    def action_sort(self) -> None:
        """In the order of sizes, or of names."""
        self._by_size = not self._by_size
        self.view.renew()

    def action_define(self) -> None:
        """What is compared, and by which limits, on a sheet."""
        from boardtui.screens.dialogs.reading import Reading

        measure = MEASURES[self._measure]
        found = self._side_by_side(self.view.board)
        rows = [("measure", measure.definition), *LIMITS]
        if spread := dispersion_sentence(found):
            rows.append(("here", spread))
        self.app.push_screen(Reading(measure.title, rows))

    def action_end(self, by: int) -> None:
        """To the first line, or the last."""
        self.view.page(by * len(self.view.whole_text()))

    def looked_at(self) -> dict[str, object]:
        return {**super().looked_at(), "measure": self._measure}

    def export(self) -> Export:
        """Each force as a row; as text all of it."""
        from boardtui.export.forces import HEADER, csv_rows, text_lines

        found = self._side_by_side(self.view.board)
        rows = list(csv_rows(found))
        return replace(
            super().export(),
            columns=HEADER,
            count=len(rows),
            rows=lambda: iter(rows),
            text=lambda: text_lines(found),
        )


LIMITS = [
    (
        "limits",
        "Between the inner limits lie 95%, between the outer 99.8% of forces that chance alone "
        "sets apart: exact binomial limits about the share of all together (Spiegelhalter, "
        "Statistics in Medicine 24 (2005) 1185–1202).",
    ),
    (
        "spread",
        "Where forces differ beyond chance, the limits are wider by the spread of the forces "
        "themselves (τ, a random effect that is added), found with the outermost tenth at either "
        "end drawn in.",
    ),
    (
        "alike",
        "Forces that count otherwise, said no exact number, or did not say of what, stand apart. "
        "Forces that exist and invented ones are never put together.",
    ),
]


def _compared(board: Board, measure: str) -> SideBySide:
    review = board.review
    selection = review.selection
    database, force = review.database, selection.force
    of = (review.definition, review.audience)
    try:
        return compare_forces(database, measure, selection.day, force, *of)
    except NotThereError as error:
        return SideBySide(
            measure,
            selection.day,
            force.synthetic,
            (),
            (),
            None,
            f"{error}".rstrip("."),
            force.name,
        )
