"""An app whose first screen is a board: what is looked at, and opening a screen over another."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from textual.screen import ModalScreen, Screen

from boardtui.panels.notes import standing_notes
from boardtui.review import NotThereError
from boardtui.screens.board.board_screen import BoardScreen
from boardtui.screens.copying import Copying
from boardtui.screens.drawing.full_screen import FullScreen
from boardtui.store.connection.database import Database, DatabaseUnreadableError

if TYPE_CHECKING:
    from boardtui.access.access import Access
    from boardtui.review.day.review import Review
    from boardtui.review.day.selection import Selection

MOST_OPEN = 12
"""Screens that stand on one another at most; one more takes the place of the upper one."""


class Boarded(Copying):
    """An app whose first screen is a board."""

    access: Access | None = None
    """Where what is looked at is written down, if it is."""

    def write_down(self, access: Access | None, selection: Selection, database: Database) -> None:
        """Write down from now on what is looked at, beginning with the board.

        Raises:
            AccessLogError: it cannot be written.
        """
        self.access = access
        if access is not None:
            from boardtui.review.day.sealed import seal_of

            access.look_at(selection.force.name, selection.day, seal_of(database, selection))
            access.write("opened")

    def looked(self, event: str, **what: object) -> bool:
        """Write down what is about to be shown, and whether it may be: where that was written.

        Else it is told, and whatever is open above the board is closed.
        """
        if self.access is None:
            return True
        from boardtui.screens.leading.access import failed

        why = failed(self.access, self.review, event, what)
        if why is not None:
            self.close_above()
            self.notify(why, severity="error")
        return why is None

    @property
    def board(self) -> BoardScreen:
        """The first screen."""
        first = self.screen_stack[0]
        assert isinstance(first, BoardScreen)
        return first

    @property
    def review(self) -> Review:
        return self.board.review

    @property
    def cases_open(self) -> bool:
        """Whether single cases may be seen at the moment."""
        return self.review.cases_open

    def notes(self) -> tuple[str, ...]:
        """What is to be known of the figures as a whole, on every screen that shows them."""
        return (*self.board.notes(), *standing_notes(self.review))

    def awaited_of(self, needs: Iterable[str]) -> str | None:
        """What the board still works out of what a screen needs, in words."""
        return self.board.awaited_of(needs)

    def open_over(self, made: Callable[[], Screen[Any]]) -> None:
        """Open a screen over the one that is seen, to which esc comes back.

        A sentence is told in its place where the database cannot be read to make it.
        """
        try:
            screen = made()
        except (DatabaseUnreadableError, NotThereError) as error:
            self.notify(str(error))
            return
        if isinstance(screen, FullScreen) and not self.looked("screen", **screen.looked_at()):
            return
        if len(self.screen_stack) < MOST_OPEN:
            self.push_screen(screen)
        else:
            self.switch_screen(screen)

    def leave_sheets(self) -> None:
        """Go to the screen that what is over it was asked from."""
        while isinstance(self.screen, ModalScreen):
            self.pop_screen()

    def close_above(self) -> None:
        """Close whatever was opened: what is looked at cannot be written down any more."""
        self.back_to_board()

    def back_to_board(self) -> None:
        while len(self.screen_stack) > 1:
            self.pop_screen()


def card_of(screen: Screen[Any]) -> str | None:
    """The name of the card that a screen's current figure belongs to."""
    name = getattr(screen, "card_name", None)
    return name if isinstance(name, str) else None
