"""The ways between screens: what was found, and what was asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.screen import ModalScreen, Screen

from boardtui.core.criterion.dimension import Slices
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.review import NotThereError
from boardtui.review.breakdown import breakdown_at
from boardtui.review.day.review import Review
from boardtui.screens.board.board_screen import BoardScreen
from boardtui.screens.copying import Copying
from boardtui.screens.drawing.palette import Palette
from boardtui.screens.keys.actions import actions_of
from boardtui.screens.keys.ways import Renewed
from boardtui.store.connection.database import DatabaseUnreadableError

if TYPE_CHECKING:
    from boardtui.core.measures.measure import Backlog
    from boardtui.review.cases.cases import CaseList
    from boardtui.review.cases.part_asked import Side, Which
    from boardtui.review.find import ActionTarget, Asker
    from boardtui.screens.pages.page_screen import PageScreen
    from boardtui.store.held.snapshots import SnapshotKey


CLOSED = "Single cases are closed on this screen."


class Routes(Copying):
    """An app that knows the way from any screen to any other."""

    _asker: Asker | None = None

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
    def palette(self) -> Palette:
        return self.board.view.palette

    # Find

    def action_find(self) -> None:
        """Ask for any figure, day, case or action by its words."""
        from boardtui.review.find import Asker
        from boardtui.screens.dialogs.find_screen import FindScreen

        if isinstance(self.screen, ModalScreen):
            return
        if self._asker is None or self._asker.review is not self.review:
            self._asker = Asker(self.board.location, self.review, cases=self.review.cases_open)
        here = self.screen
        mine = actions_of(here)
        names = {action.title for action in mine}
        others = [action for action in actions_of(self.board) if action.title not in names]
        self._asker.offer([*mine, *others])
        self.push_screen(FindScreen(self._asker), partial(self._found, here, mine))

    def action_command_palette(self) -> None:
        """Find takes the place of Textual's palette: it knows the actions, and the figures too."""
        self.action_find()

    def _found(self, here: Screen[Any], mine: Sequence[ActionTarget], target: object) -> None:
        """Go to what was found, from the board; do what can be done, on the screen that can."""
        from boardtui.review.find import ActionTarget, CaseTarget, DayTarget, FigureTarget

        if target is None:
            return
        if isinstance(target, ActionTarget) and target in mine:
            self.call_later(here.run_action, target.action)
            return
        self.back_to_board()
        match target:
            case FigureTarget(measure, slices):
                self.land(measure, slices)
            case DayTarget(force, day):
                self.board.open_day(force, day)
            case CaseTarget(case_ref):
                self.open_case(case_ref, "Board › Find")
            case ActionTarget():
                self.call_later(self.board.run_action, target.action)

    def back_to_board(self) -> None:
        while len(self.screen_stack) > 1:
            self.pop_screen()

    def land(self, measure: str, slices: Slices) -> None:
        """Open a figure: broken down to its slices, or its definition where it has none."""
        from boardtui.panels.explain import explained
        from boardtui.screens.dialogs.reading import Reading

        breakdown, at = breakdown_at(measure, slices, self.review.definition)
        if breakdown is not None:
            self.board.break_down(breakdown, at)
        elif found := self.review.figures(measure):
            self.push_screen(Reading(*explained(found[0])))

    # Cases

    def open_cases(self, measure: str, slices: Slices, crumb: str) -> None:
        """The cases behind a figure; closed where single cases are."""
        from boardtui.review.cases.cases import case_list

        review = self.review
        self._open_list(
            lambda: case_list(
                self.board.database,
                review.selection,
                measure,
                slices,
                review.definition,
                shown=True,
            ),
            crumb,
        )

    def open_part(
        self,
        then: SnapshotKey,
        now: SnapshotKey,
        backlog: Backlog,
        which: Which,
        slices: Slices,
        crumb: str,
        counted: Side | None = None,
    ) -> None:
        """The cases of a part of a flow; closed where single cases are.

        `counted` is the side on which a slice of those who stayed is meant.
        """
        from boardtui.review.cases.part_cases import part_list

        database, review = self.board.database, self.review
        self._open_list(
            lambda: part_list(
                database,
                then,
                now,
                review.selection,
                backlog,
                which,
                slices,
                review.definition,
                counted,
            ),
            crumb,
        )

    def _open_list(self, listed: Callable[[], CaseList], crumb: str) -> None:
        from boardtui.screens.cases.cases_screen import CasesScreen

        if self.review.cases_open:
            self._push(lambda: CasesScreen(listed(), self.board.location, self.palette, crumb))
        else:
            self.notify(CLOSED)

    # What the board is of

    def awaited_of(self, needs: Iterable[str]) -> str | None:
        """What the board still works out of what a screen needs, in words."""
        return self.board.awaited_of(needs)

    def action_choose(self, what: str) -> None:
        """Choose a baseline or a definition on any screen; a day from the board, which it changes.

        Where the board cannot be read, it says so beneath: say it above too.
        """
        if isinstance(self.screen, ModalScreen):
            return
        if what == "day":
            self.back_to_board()
        known = self.board.notes()
        self.board.choose(what, None)
        if self.screen is not self.board:
            for note in self.board.notes():
                if note not in known:
                    self.notify(note, markup=False)

    # Pages beside the board

    def action_page(self, name: str) -> None:
        """Open a page beside the board, at the panel of what is looked at."""
        from boardtui.panels.pages import PAGES
        from boardtui.screens.pages.page_screen import PageScreen

        here, board, page = self.screen, self.board, PAGES[name]
        if isinstance(here, PageScreen) and here.page is page:
            return
        focus = card_of(here)
        try:
            page.read(board.board)
        except DatabaseUnreadableError as error:
            self.notify(str(error), markup=False)
            return
        if isinstance(here, PageScreen):
            self.pop_screen()
        for need in page.needs:
            board.need(need)
        notes = board.notes()
        self.push_screen(PageScreen(page, board.board, self.palette, focus, notes))

    def on_working_screen_renewed(self) -> None:
        """The screens above show what the board is of."""
        from boardtui.screens.pages.page_screen import PageScreen

        for screen in self.screen_stack:
            if isinstance(screen, PageScreen):
                self._renew(screen)
            elif isinstance(screen, Renewed):
                try:
                    screen.renew(self.review)
                except DatabaseUnreadableError as error:
                    self.notify(str(error), markup=False)

    def _renew(self, screen: PageScreen) -> None:
        """Show on a page what the board is of; where that can't be read, what was there stays."""
        board, notes = self.board.board, self.board.notes()
        try:
            screen.page.read(board)
        except DatabaseUnreadableError as error:
            screen.take(screen.view.board, (*notes, str(error)))
            return
        for need in screen.page.needs:
            self.board.need(need)
        screen.take(board, notes)

    def choose_on(self, page: PageScreen, what: str) -> None:
        """Choose a baseline, a definition, or among the figures given for a page's current one."""
        self.board.choose(what, page.view.subject)

    def open_number(self, page: PageScreen) -> None:
        """Go into a figure of a page: to a part's cases, or to a breakdown."""
        number = page.number
        crumb = f"Board › {page.page.title}"
        if number is None:
            self.board.open_figure(page.view.subject, card_of(page))
            return
        start, now = self.board.board.start.snapshot, self.review.selection.snapshot
        if number.which is None or start is None or now is None:
            page.action_define()
            return
        backlog = BACKLOGS[number.flow.backlog]
        crumb = f"{crumb} › {number.flow.backlog} › {number.title}"
        self.open_part(start, now, backlog, number.which, number.slices, crumb, number.counted)

    def _push(self, made: Callable[[], Screen[Any]]) -> None:
        """Open a screen that reads the database to be made; a sentence, where that fails."""
        try:
            screen = made()
        except (DatabaseUnreadableError, NotThereError) as error:
            self.notify(str(error), markup=False)
        else:
            self.push_screen(screen)

    def open_case(self, case_ref: str, crumb: str) -> None:
        """One case; closed where single cases are."""
        from boardtui.screens.cases.case_screen import CaseScreen

        if self.review.cases_open:
            self._push(lambda: CaseScreen(self.review, case_ref, crumb, self.palette))
        else:
            self.notify(CLOSED)


def card_of(screen: Screen[Any]) -> str | None:
    """The name of the card that a screen's current figure belongs to."""
    name = getattr(screen, "card_name", None)
    return name if isinstance(name, str) else None
