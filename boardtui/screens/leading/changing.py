"""What the board is of: another day, another then, another definition; shown on every screen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual.screen import ModalScreen

from boardtui.core.criterion.definition import Definition
from boardtui.review.day.catalogue import Baseline, Catalogue
from boardtui.review.day.selection import Selection, select
from boardtui.screens.keys.ways import Renewed
from boardtui.screens.leading.boarded import Boarded
from boardtui.store.connection.database import DatabaseUnreadableError

if TYPE_CHECKING:
    from boardtui.core.figure.figure import Figure
    from boardtui.screens.beside.beside_screen import BesideScreen


class Changing(Boarded):
    """An app in which the day, what it is compared with and the definition can be chosen."""

    def action_choose(self, what: str) -> None:
        """Choose a day, a baseline or a definition on any screen."""
        if isinstance(self.screen, ModalScreen):
            return
        choosing = {
            "day": self._choose_day,
            "baseline": self._choose_baseline,
            "definition": self._choose_definition,
        }
        try:
            choosing[what]()
        except DatabaseUnreadableError as error:
            self.notify(str(error))

    def _choose_day(self) -> None:
        from boardtui.screens.dialogs.choosing import Choosing, day_to_open
        from boardtui.screens.dialogs.choosing_day import MANY, ChoosingDay

        days = Catalogue(self.board.database).every_day()
        here = (self.review.selection.force.name, self.review.selection.day)
        if len(days) > MANY:
            self.push_screen(ChoosingDay(days, here), self._opened)
            return
        choices = list(map(day_to_open, days))
        self.push_screen(Choosing("Open which force and day?", choices, here, "o"), self._opened)

    def _choose_baseline(self) -> None:
        from boardtui.screens.dialogs.choosing import Choosing, baselines_of

        choices = baselines_of(Catalogue(self.board.database), self.review.selection)
        baseline = self.review.selection.baseline
        self.push_screen(Choosing("Which day is then?", choices, baseline, "b"), self._compared)

    def _choose_definition(self) -> None:
        from boardtui.screens.dialogs.choosing import Choosing, definitions_of

        own = self.board.settings.definition
        choices = definitions_of(self.review.selection, own)
        title = "Work the figures out under which definition?"
        self.push_screen(Choosing(title, choices, self.board.definition, "r"), self._redefined)

    def _opened(self, choice: object) -> None:
        if isinstance(choice, tuple):
            self.open_day(*choice)

    def _compared(self, choice: object) -> None:
        """Compare the day against the baseline that was chosen; the choice None is no baseline."""
        from boardtui.screens.dialogs.choice import CANCELLED

        if choice is not CANCELLED:
            baseline = choice if isinstance(choice, Baseline) else None
            self.change(replace(self.review.selection, baseline=baseline))

    def _redefined(self, choice: object) -> None:
        if isinstance(choice, Definition):
            self.change(definition=choice)

    def prefer(self, figure: Figure) -> None:
        """Let a figure stand, of those given for one thing, on every screen."""
        self.review.prefer(figure)
        self.change()

    def open_day(self, force: str, day: date) -> None:
        """Open a force and day on the board, against its default baseline."""
        self.back_to_board()
        if not self.looked("day", force=force, day=day.isoformat()):
            return
        self.board.attempt(
            lambda: self.board.change(select(Catalogue(self.board.database), force, day))
        )

    def change(
        self, selection: Selection | None = None, definition: Definition | None = None
    ) -> None:
        """Show another selection, or the same under another definition, on every screen.

        Where the board cannot be read, it says so beneath: say it above too.
        """
        known = self.board.notes()
        self.board.attempt(lambda: self.board.change(selection, definition))
        if self.screen is not self.board:
            for note in self.board.notes():
                if note not in known:
                    self.notify(note)

    def on_working_screen_renewed(self) -> None:
        """The screens above show what the board is of."""
        from boardtui.screens.beside.beside_screen import BesideScreen

        for screen in self.screen_stack:
            if isinstance(screen, BesideScreen):
                self._renew(screen)
            elif isinstance(screen, Renewed):
                try:
                    screen.renew(self.review)
                except DatabaseUnreadableError as error:
                    self.notify(str(error))

    def _renew(self, screen: BesideScreen) -> None:
        """Show on a screen what the board is of; where that can't be read, what was there stays."""
        board, notes = self.board.board, self.notes()
        try:
            screen.read(board)
        except DatabaseUnreadableError as error:
            screen.take(screen.view.board, (*notes, str(error)))
            return
        for need in screen.needs:
            self.board.need(need)
        screen.take(board, notes)
