"""Asking from the screen: names read once, one question at a time, those overtaken dropped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from threading import Lock

from msgspec import Struct

from boardtui.review.day.review import Review
from boardtui.review.find import naming
from boardtui.review.find.answer import Answer
from boardtui.review.find.asking import ask, read_names
from boardtui.review.find.counting import AT_A_KEY, counted
from boardtui.review.find.finder import Finder
from boardtui.review.find.target import ActionTarget, PartTarget
from boardtui.store.connection.database import Database
from boardtui.store.held.snapshots import open_same


class Offered(Struct, frozen=True):
    """What is named by whoever asks: what can be done there, and the parts of what changed."""

    actions: tuple[ActionTarget, ...] = ()
    parts: tuple[PartTarget, ...] = ()


class Asker:
    """Answers questions about one review, from any thread.

    The names are read with the first question: keep the asker for as long as the review is looked
    at. With `cases`, a case can be asked for by its pseudonym; in a `room`, no other day.
    """

    def __init__(
        self,
        location: str,
        review: Review,
        actions: Sequence[ActionTarget] = (),
        *,
        cases: bool,
        room: bool = False,
    ) -> None:
        self.cases, self.room = cases, room
        self.review = review
        self._location = location
        self._offered = self._named = Offered(tuple(actions))
        self._finder: Finder | None = None
        self._turn = Lock()

    def offer(self, actions: Sequence[ActionTarget], parts: Sequence[PartTarget] = ()) -> None:
        """Say what can be done where the next questions are asked, and what is known of changes.

        It waits for no answer.
        """
        self._offered = Offered(tuple(actions), tuple(parts))

    def answer(
        self, text: str, wanted: Callable[[], bool], most: int | None = AT_A_KEY
    ) -> Answer | None:
        """What a text names; None where that is wanted no more when its turn comes.

        `most` is how many records may be read for its numbers: any, for None.
        """
        with self._turn:
            if not wanted():
                return None
            with closing(open_same(self._location, *self.review.selection.snapshots)) as database:
                names = self._names(database)
                answer = ask(names, self.review, database, text, cases=self.cases)
                return counted(self.review, database, answer, wanted, most)

    def _names(self, database: Database) -> Finder:
        """All that can be asked for, with what is offered at the moment."""
        offered = self._offered
        if self._finder is None:
            self._finder = read_names(
                self.review, database, offered.actions, offered.parts, room=self.room
            )
        elif offered != self._named:
            doing = self._finder.doing(naming.actions(offered.actions), offered.actions)
            self._finder = doing.doing(naming.parts(offered.parts), offered.parts)
        self._named = offered
        return self._finder
