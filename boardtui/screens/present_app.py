"""The app of a show alone: the board behind it is never seen, and leaving the show ends it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from boardtui.core.criterion.definition import Definition
from boardtui.decks.stage import Stage, with_flows
from boardtui.panels.slides.slide import Slide
from boardtui.review.day.selection import Selection
from boardtui.screens.app import BoardApp
from boardtui.screens.board.board_screen import BoardScreen
from boardtui.screens.show.leaving import Leaving
from boardtui.screens.show.show_screen import ShowScreen
from boardtui.screens.terminal.running import run_app
from boardtui.settings import Settings
from boardtui.store.connection.database import Database

NEXT = (
    *("review.find", "screens.dialogs.find_screen", "screens.show.answer_screen"),
    *("screens.show.telling", "screens.show.overview", "screens.dialogs.defining"),
)
"""What the first keys of a show will need."""


class PresentApp(BoardApp):
    """Slides, from the first key to the last."""

    def __init__(
        self,
        database: Database,
        location: str,
        selection: Selection,
        settings: Settings,
        definition: Definition | None = None,
    ) -> None:
        """Read the board that the slides are of."""
        room = replace(settings.display, theme=settings.present.theme)
        super().__init__(database, location, selection, replace(settings, display=room), definition)
        self._warnings = []
        self._behind = super().get_default_screen()
        self._behind.next_needed = NEXT
        self._stage: Stage | None = None
        self._slides: Sequence[Slide] = ()
        self._cases_asked = False

    @property
    def lacks(self) -> bool:
        """Whether something has to be worked out from records before the slides are there."""
        board = self._behind.board
        return self._behind.review.stale or (board.start.snapshot is not None and not board.flows)

    def stage(self) -> Stage:
        """What the slides are of: as it was read, with all that a slide may need of it."""
        behind = self._behind
        if self._stage is None and self.lacks:
            behind.review.restate()
            behind.board = with_flows(behind.board)
        if self._stage is None or self._stage.board is not behind.board:
            self._stage = Stage(behind.board)
        return self._stage

    def get_default_screen(self) -> BoardScreen:
        return self._behind

    def on_mount(self) -> None:
        self.open_show(self.stage(), self._slides, with_cases=self._cases_asked)

    def opened(self) -> None:
        """The board has its place behind the slides; only these are painted."""
        if isinstance(self.screen, ShowScreen) and self.screen.laid_out:
            super().opened()

    def leave_show(self) -> None:
        """Ask whether to end."""
        self.push_screen(Leaving(), self._left)

    def _left(self, leave: bool | None) -> None:
        if leave:
            self.exit()

    def take(self, slides: Sequence[Slide], *, with_cases: bool) -> None:
        """Take the slides, and whether questions may lead to single cases."""
        self._slides, self._cases_asked = slides, with_cases

    def present(self) -> int:
        """Show the slides until the show is left; the exit status.

        Raises:
            BaseException: what the show failed by, once the terminal is as it was.
        """
        return run_app(self, mouse=self.mouse)
