"""The show: how it is opened and left, what is asked in it, and what it closes meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from boardtui.screens.drawing.palette import PALETTES
from boardtui.screens.leading.finding import Finding

if TYPE_CHECKING:
    from boardtui.panels.panel import Board
    from boardtui.panels.slides.slide import Slide
    from boardtui.review.find import Asker
    from boardtui.screens.drawing.palette import Palette
    from boardtui.screens.show.show_screen import ShowScreen

NO_DAY = "Another day is opened from the board, and not in a show."


class Presenting(Finding):
    """An app that shows slides of its board, and answers questions between them."""

    _show: ShowScreen | None = None
    _worn: Palette | None = None
    _with_cases = False
    _room_asker: Asker | None = None

    @property
    def cases_open(self) -> bool:
        """Whether single cases may be seen: in a show only where it was started with them.

        The one place that says so: whatever leads to a case asks it.
        """
        return super().cases_open and (self._show is None or self._with_cases)

    def show_board(self) -> Board:
        return self.board.board

    # Opening and leaving

    def action_present(self) -> None:
        """Show the slides of what the board is of."""
        from boardtui.decks.default import default_deck

        if self._show is None:
            self.leave_sheets()
            self.open_show(default_deck(self.board.board).slides)

    def open_show(self, slides: Sequence[Slide], *, with_cases: bool = False) -> None:
        """Show slides in the colours of a room; afterwards all looks as before."""
        from boardtui.screens.show.show_screen import ShowScreen

        self._with_cases = with_cases
        self._worn = self._palette
        room = PALETTES[self.board.settings.present.theme]
        if room is not self._palette:
            self.wear(room)
        self._show = ShowScreen(self.board.board, slides, room)
        self.push_screen(self._show)

    def leave_show(self) -> None:
        """Back to the board."""
        self._show = None
        self.back_to_board()
        if self._worn is not None and self._worn is not self._palette:
            self.wear(self._worn)

    def shown_otherwise(self) -> None:
        """Something else is before the room."""

    # What is asked in it

    def action_find(self) -> None:
        """In a show, answer a question on one screen; elsewhere go to what is found."""
        if self._show is None:
            super().action_find()
            return
        from boardtui.panels.flow.found import parts_of
        from boardtui.review.find import Asker
        from boardtui.screens.dialogs.find_screen import FindScreen
        from boardtui.screens.show.blank_screen import BlankScreen

        self.leave_sheets()
        if isinstance(self.screen, BlankScreen):
            self.pop_screen()
        asker, cases = self._room_asker, self.cases_open
        if asker is None or asker.review is not self.review or asker.cases != cases:
            asker = Asker(self.board.location, self.review, cases=cases, days=False)
            self._room_asker = asker
        asker.offer((), parts_of(self.board.board))
        self.push_screen(FindScreen(asker), partial(self._asked_in, self._show))

    def _asked_in(self, show: ShowScreen, target: object) -> None:
        from boardtui.review.find import ByTarget, CaseTarget, FigureTarget, PartTarget

        if isinstance(target, CaseTarget):
            self.open_case(target.case_ref, "Show › Find")
        elif isinstance(target, ByTarget | FigureTarget | PartTarget):
            show.answer(target, cases_open=self.cases_open)

    def action_choose(self, what: str) -> None:
        if self._show is None:
            super().action_choose(what)
        else:
            self.notify(NO_DAY)
