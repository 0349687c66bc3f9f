"""The show: how it is opened and left, what is asked in it, and what it closes meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from boardtui.review import NotThereError
from boardtui.screens.drawing.palette import PALETTES
from boardtui.screens.leading.finding import Finding
from boardtui.store.connection.database import DatabaseUnreadableError

if TYPE_CHECKING:
    from boardtui.decks.stage import Stage
    from boardtui.panels.slides.slide import Slide
    from boardtui.review.find import Asker
    from boardtui.screens.drawing.palette import Palette
    from boardtui.screens.show.show_screen import ShowScreen
    from boardtui.screens.show.telling import Telling

BEFORE_TELLING, AFTER_SHOWING = 0.3, 0.05
"""Seconds after which the notes are told: the room comes first."""

NO_DAY = "Another day is opened from the board, and not in a show."


class Presenting(Finding):
    """An app that shows slides of its board, and answers questions between them."""

    _show: ShowScreen | None = None
    _worn: Palette | None = None
    _told_by: Telling | None = None
    _to_tell = False
    _with_cases = False
    _room_asker: Asker | None = None

    @property
    def cases_open(self) -> bool:
        """Whether single cases may be seen: in a show only where it was started with them.

        The one place that says so: whatever leads to a case asks it.
        """
        return super().cases_open and (self._show is None or self._with_cases)

    def stage(self) -> Stage:
        """What slides are of by now."""
        from boardtui.decks.stage import Stage

        return Stage(self.board.board)

    # Opening and leaving

    def action_present(self) -> None:
        """Show slides of what the board is of: at once, or when the last of it is worked out."""
        if self._show is not None:
            return
        self.leave_sheets()
        awaited = partial(self.awaited_of, ("figures", "flows"))
        if awaited() is None:
            self._present()
            return
        from boardtui.screens.dialogs.waiting import Waiting

        def go_on(there: bool | None) -> None:
            if there:
                self._present()

        self.push_screen(Waiting("shown", awaited), go_on)

    def _present(self) -> None:
        """Show the deck of the settings, where it is of this day; else the day's own slides."""
        from boardtui.decks.faults import DeckError
        from boardtui.decks.reading import read_named
        from boardtui.screens.leading.decks import deck_of

        stage = self.stage()
        file = self.board.settings.present.deck
        try:
            deck = deck_of(stage, read_named(file))
        except DeckError as error:
            from boardtui.screens.dialogs.reading import Reading

            rows = [_row(fault.removeprefix(f"{file}: ")) for fault in error.faults]
            self.push_screen(Reading(f"{file} cannot be shown", rows))
        except (DatabaseUnreadableError, NotThereError) as error:
            self.notify(str(error))
        else:
            if self.looked("screen", screen="show"):
                self.open_show(stage, deck.slides)

    def open_show(self, stage: Stage, slides: Sequence[Slide], *, with_cases: bool = False) -> None:
        """Show slides in the colours of a room; afterwards all looks as before."""
        from boardtui.screens.show.show_screen import ShowScreen

        self._with_cases = with_cases
        self._worn = self._palette
        room = PALETTES[self.board.settings.present.theme]
        if room is not self._palette:
            self.wear(room)
        self._show = ShowScreen(stage, slides, room)
        self.push_screen(self._show)
        # Not before the first slide is seen: nobody waits for the notes.
        if self.outlets.followed:
            self.set_timer(BEFORE_TELLING, partial(self._begin_telling, self._show))

    def _begin_telling(self, show: ShowScreen) -> None:
        from boardtui.screens.show.telling import Telling

        if self._show is show and show.is_attached:
            self._told_by = Telling(show, self.location)
            self._told_by.begin()
            self.shown_otherwise()

    def leave_show(self) -> None:
        """Back to the board."""
        self._show = None
        self.back_to_board()
        if self._worn is not None and self._worn is not self._palette:
            self.wear(self._worn)

    def close_above(self) -> None:
        """In a show back to the slide: the room sees no board."""
        if self._show is None:
            super().close_above()
            return
        while self.screen is not self._show:
            self.pop_screen()

    def shown_otherwise(self) -> None:
        """Something else is before the room: say so to the notes, once it is there."""
        if self._told_by is not None and not self._to_tell:
            self._to_tell = True
            self.set_timer(AFTER_SHOWING, self._tell)

    def _tell(self) -> None:
        self._to_tell = False
        if self._told_by is not None:
            self._told_by.tell(self.screen)

    def show_ended(self) -> None:
        """Take leave of the notes."""
        if self._told_by is not None:
            self._told_by.end()
            self._told_by = None

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
            asker = Asker(self.board.location, self.review, cases=cases, room=True)
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


def _row(fault: str) -> tuple[str, str]:
    """A fault with the slide that it is of before it."""
    where, colon, told = fault.partition(": ")
    return (where, told) if colon and where.startswith("slide ") else ("", fault)
