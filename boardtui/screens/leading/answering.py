"""Why a key does nothing here and now, in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.dom import DOMNode

from boardtui.review.day.catalogue import Catalogue
from boardtui.review.day.definitions import definitions
from boardtui.screens.keys.keys import bindings_of, why_not
from boardtui.screens.keys.ways import CARD, is_card
from boardtui.screens.leading.changing import Changing
from boardtui.screens.leading.opening import BESIDE
from boardtui.screens.leading.trending import Trending
from boardtui.store.connection.database import DatabaseUnreadableError

if TYPE_CHECKING:
    from textual.actions import ActionParseResult

    from boardtui.review.day.review import Review


class Answering(Trending, Changing):
    """An app that says why a key does nothing, where it does not."""

    _known: tuple[Review, Catalogue] | None = None

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """As Textual's own; but what does nothing here and now says why."""
        if default_namespace is self.screen:
            binding = next((one for one in bindings_of(self.screen) if one.action == action), None)
            if binding is not None and (why := why_not(self.screen, binding)):
                self.notify(why)
                return True
        return await super().run_action(action, default_namespace, namespaces)

    def why_not(self, name: str) -> str | None:
        """Why a key of all screens does nothing, by its id; None where it does something."""
        if closed := super().why_not(name):
            return closed
        if is_card(name):
            return self._no_card(int(name.removeprefix(CARD)))
        if name in BESIDE and name == getattr(self.screen, "name_of_page", None):
            return "This is what you are looking at."
        answers = {
            "compare": self._nothing_then,
            "flow": self._no_flow,
            "day": self._no_other_day,
            "baseline": self._no_other_baseline,
            "definition": self._no_other_definition,
        }
        try:
            return answers[name]() if name in answers else None
        except DatabaseUnreadableError:
            return None  # the key itself says so

    def _no_card(self, number: int) -> str | None:
        count = len(self.board.view.there)
        return None if number <= count else f"There is no card {number}: this board has {count}."

    def _nothing_then(self) -> str | None:
        if self.review.selection.baseline is not None:
            return None
        return self._no_other_baseline() or "Nothing is compared with: b chooses an earlier day."

    def _no_flow(self) -> str | None:
        start = self.board.board.start
        return start.note if start.snapshot is None else None

    @property
    def _catalogue(self) -> Catalogue:
        """What can be opened and compared with, read once for what the board is of."""
        if self._known is None or self._known[0] is not self.review:
            self._known = self.review, Catalogue(self.board.database)
        return self._known[1]

    def _no_other_day(self) -> str | None:
        return None if self._catalogue.several else "There is no other day to open."

    def _no_other_baseline(self) -> str | None:
        selection = self.review.selection
        if any(day < selection.day for day in self._catalogue.days(selection.force)):
            return None
        return f"No earlier day of {selection.force.name} is held to compare with."

    def _no_other_definition(self) -> str | None:
        selection = self.review.selection
        if selection.snapshot is None:
            return "Only figures were published of this day: they cannot be worked out again."
        if len(definitions(selection, self.board.settings.definition)) < 2:
            return "Both days are counted under the settings' definition: there is no other."
        return None
