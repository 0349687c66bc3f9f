"""Asking from the screen: names read once, one question at a time, those overtaken dropped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from threading import Lock

from boardtui.review.find import naming
from boardtui.review.find.answer import Answer
from boardtui.review.find.asking import ask, read_names
from boardtui.review.find.finder import Finder
from boardtui.review.find.target import ActionTarget
from boardtui.review.review import Review
from boardtui.store.database import open_database


class Asker:
    """Answers questions about one review, from any thread.

    The names are read with the first question: keep the asker for as long as the review is looked
    at. With `cases`, a case can be asked for by its pseudonym.
    """

    def __init__(
        self,
        location: str,
        review: Review,
        actions: Sequence[ActionTarget] = (),
        *,
        cases: bool,
    ) -> None:
        self.cases = cases
        self.review = review
        self._location = location
        self._actions = tuple(actions)
        self._finder: Finder | None = None
        self._turn = Lock()

    def offer(self, actions: Sequence[ActionTarget]) -> None:
        """Take what can be done where the next questions are asked."""
        with self._turn:
            self._actions = tuple(actions)
            if self._finder is not None:
                self._finder = self._finder.doing(naming.actions(self._actions), self._actions)

    def answer(self, text: str, wanted: Callable[[], bool]) -> Answer | None:
        """What a text names; None where that is wanted no more when its turn comes."""
        with self._turn:
            if not wanted():
                return None
            with closing(open_database(self._location)) as database:
                if self._finder is None:
                    self._finder = read_names(self.review, database, self._actions)
                return ask(self._finder, self.review, database, text, cases=self.cases)
