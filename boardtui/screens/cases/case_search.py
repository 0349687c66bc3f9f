"""Cases looked up off the screen's thread, each piece told as a message as soon as it is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from threading import Event, Lock

from textual.message import Message

from boardtui.core.history.case import Case
from boardtui.screens.cases.case_rows import HEAD
from boardtui.store.connection.database import Database, DatabaseUnreadableError
from boardtui.store.connection.opening import shown
from boardtui.store.held.snapshots import SnapshotKey, open_same
from boardtui.store.lists.listing import Listing
from boardtui.store.lists.pages import (
    EVERYWHERE,
    Order,
    Span,
    count,
    head,
    leave,
    order,
    page,
    place,
    span,
)

Tell = Callable[[Message], object]


class Begun(Message):
    """The first rows of a list."""

    def __init__(self, listing: Listing, cases: list[Case]) -> None:
        super().__init__()
        self.listing, self.cases = listing, cases


class Counted(Message):
    """How long a list is."""

    def __init__(self, listing: Listing, count: int) -> None:
        super().__init__()
        self.listing, self.count = listing, count


class Ordered(Message):
    """The whole order of a list."""

    def __init__(self, listing: Listing, order: Order) -> None:
        super().__init__()
        self.listing, self.order = listing, order


class Paged(Message):
    """Rows of a list, by their number."""

    def __init__(self, listing: Listing, cases: Mapping[int, Case]) -> None:
        super().__init__()
        self.listing, self.cases = listing, cases


class Placed(Message):
    """At which row a case stands; None where it is not in the list."""

    def __init__(self, listing: Listing, case_ref: str, row: int | None) -> None:
        super().__init__()
        self.listing, self.case_ref, self.row = listing, case_ref, row


class Ticket:
    """One search that somebody waits for, until it is left."""

    def __init__(self, listing: Listing) -> None:
        self.listing = listing
        self._left = Event()

    def leave(self) -> None:
        """Nobody waits any more."""
        self._left.set()

    def is_left(self) -> bool:
        return self._left.is_set()


class CaseLookup:
    """Looks up the lists of some snapshots, by two connections: one for pages, one for searches.

    Both are opened together and stay open, so that ids of the one are good for the other whatever
    is written in the meantime. A page never waits for a search.
    """

    def __init__(self, location: str, snapshots: Sequence[SnapshotKey], tell: Tell) -> None:
        self._location, self._snapshots, self._tell = location, snapshots, tell
        self._searching, self._paging, self._opening = Lock(), Lock(), Lock()
        self._databases: tuple[Database, Database] | None = None
        self._span: Span | None = None
        self._closed = False

    # On a thread

    def search(self, ticket: Ticket) -> None:
        """Tell a list's first rows, then its length, then its order, unless it is left before."""
        with self._turn(self._searching):
            if ticket.is_left():
                return
            try:
                for found in self._steps(self._opened()[0], ticket.listing):
                    if ticket.is_left():
                        return
                    self._tell(found)
            except DatabaseUnreadableError:
                if not ticket.is_left():
                    raise

    def _steps(self, database: Database, listing: Listing) -> Iterator[Message]:
        first = head(database, listing, self._span or EVERYWHERE, HEAD)
        yield Begun(listing, first)
        if len(first) < HEAD:
            return
        self._span = self._span or span(database, listing.snapshot)
        yield Counted(listing, count(database, listing, self._span))
        yield Ordered(listing, order(database, listing, self._span))

    def read(self, listing: Listing, ids: Mapping[int, int]) -> None:
        """Tell rows, given by number and id."""
        with self._turn(self._paging):
            found = page(self._opened()[1], list(ids.values()), listing)
        self._tell(Paged(listing, {row: found[id] for row, id in ids.items() if id in found}))

    def place(self, listing: Listing, order: Order, case_ref: str) -> None:
        """Tell at which row a case stands."""
        with self._turn(self._paging):
            row = place(self._opened()[1], listing, order, case_ref)
        self._tell(Placed(listing, case_ref, row))

    def _opened(self) -> tuple[Database, Database]:
        with self._opening:
            if self._closed:
                raise DatabaseUnreadableError(f"{shown(self._location)} has been closed.")
            if self._databases is None:
                first = open_same(self._location, *self._snapshots)
                self._databases = first, open_same(self._location, *self._snapshots)
            return self._databases

    # On the screen's own

    def leave(self, ticket: Ticket) -> None:
        """Nobody waits for the rest of a search: end the query under way, where that can be."""
        ticket.leave()
        with self._opening:
            if self._databases is not None and not self._closed:
                leave(self._databases[0])

    def close(self) -> None:
        """Close the connections, each once what is under way has ended: nobody waits for that."""
        with self._opening:
            self._closed = True
        for turn in (self._searching, self._paging):
            if turn.acquire(blocking=False):
                self._give_back(turn)

    # On either

    def _give_back(self, turn: Lock) -> None:
        """End a turn; of a lookup that has been closed, with the connection that it had."""
        with self._opening:
            if self._closed and self._databases is not None:
                mine = self._databases[0 if turn is self._searching else 1]
                mine.close()
        turn.release()

    @contextmanager
    def _turn(self, turn: Lock) -> Iterator[None]:
        turn.acquire()
        try:
            yield
        finally:
            self._give_back(turn)
