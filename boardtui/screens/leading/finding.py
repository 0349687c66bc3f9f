"""Find: from any screen, to what was found."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from boardtui.screens.leading.answering import Answering
from boardtui.screens.leading.trending import trends_of

if TYPE_CHECKING:
    from boardtui.review.find import ActionTarget, Asker


class Finding(Answering):
    """An app in which any figure, day, case or action is found by its words."""

    _asker: Asker | None = None

    def action_find(self) -> None:
        """Ask for any figure, day, case or action by its words."""
        from boardtui.panels.cards.all_cards import all_cards
        from boardtui.panels.flow.found import parts_of
        from boardtui.review.find import Asker
        from boardtui.screens.dialogs.find_screen import FindScreen
        from boardtui.screens.keys.actions import actions_of, cards_of

        self.leave_sheets()
        if self._asker is None or self._asker.review is not self.review:
            self._asker = Asker(self.board.location, self.review, cases=self.cases_open)
        here = self.screen
        mine = [*actions_of(here), *cards_of(all_cards(self.board.board)), *trends_of()]
        names = {action.title for action in mine}
        others = [action for action in actions_of(self.board) if action.title not in names]
        self._asker.offer([*mine, *others], parts_of(self.board.board))
        self.push_screen(FindScreen(self._asker), partial(self._found, here, mine))

    def action_command_palette(self) -> None:
        """Find takes the place of Textual's palette: it knows the actions, and the figures too."""
        self.action_find()

    def _found(self, here: Screen[Any], mine: Sequence[ActionTarget], target: object) -> None:
        """Go to what was found, over the screen that asked; do what can be done where it can."""
        from boardtui.review.find import (
            ActionTarget,
            ByTarget,
            CaseTarget,
            DayTarget,
            FigureTarget,
            PartTarget,
        )

        match target:
            case FigureTarget(measure, slices):
                self.land(measure, slices)
            case ByTarget(measure, dimension):
                self.break_down_by(measure, dimension)
            case PartTarget(backlog, name):
                self.open_part_of_flow(backlog, name)
            case DayTarget(force, day):
                self.open_day(force, day)
            case CaseTarget(case_ref):
                self.open_case(case_ref, "Board › Find")
            case ActionTarget() if target in mine:
                self.call_later(here.run_action, target.action)
            case ActionTarget():
                self.back_to_board()
                self.call_later(self.board.run_action, target.action)
