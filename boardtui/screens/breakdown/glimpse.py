"""The first cases of slices, read off the screen's thread."""

from __future__ import annotations

from threading import Lock

from msgspec import Struct

from boardtui.core.criterion.definition import Definition
from boardtui.core.criterion.dimension import Slices
from boardtui.core.history.case import Case
from boardtui.review import NotThereError
from boardtui.review.cases.cases import CaseList, case_list
from boardtui.review.day.selection import Selection
from boardtui.store.connection.database import Database, DatabaseUnreadableError
from boardtui.store.held.snapshots import open_same
from boardtui.store.lists.pages import EVERYWHERE, head, leave

MOST = 40
"""Cases that are read: as many as the largest screens have room for."""


class Cases(Struct, frozen=True):
    """The first cases of some slices, or why none can be listed; `glimpse` is who read them."""

    glimpse: Glimpse
    slices: Slices
    found: CaseList | None
    cases: tuple[Case, ...] = ()
    why: str = ""


class Glimpse:
    """Reads the first cases of slices of a measure, one after another; the latest wanted alone."""

    def __init__(
        self, location: str, selection: Selection, measure: str, definition: Definition
    ) -> None:
        self._location, self._selection = location, selection
        self._measure, self._definition = measure, definition
        self._turn, self._opening = Lock(), Lock()
        self._database: Database | None = None
        self._wanted: Slices | None = None
        self._closed = False

    def read(self, slices: Slices) -> Cases | None:
        """On a thread: the first cases of slices; None where others are wanted by now."""
        with self._turn:
            try:
                if self._wanted != slices or (database := self._opened()) is None:
                    return None
                return self._read(database, slices)
            except DatabaseUnreadableError:
                if self._wanted == slices:
                    raise
                return None
            finally:
                self._close_if_left()

    def _read(self, database: Database, slices: Slices) -> Cases:
        try:
            found = case_list(
                database, self._selection, self._measure, slices, self._definition, shown=True
            )
        except NotThereError as error:
            return Cases(self, slices, None, why=str(error))
        return Cases(self, slices, found, tuple(head(database, found.listing, EVERYWHERE, MOST)))

    def _opened(self) -> Database | None:
        with self._opening:
            if self._database is None and not self._closed:
                self._database = open_same(self._location, self._selection.snapshot)
            return self._database

    # On the screen's own

    def want(self, slices: Slices | None) -> None:
        """Want other slices: what is read for those before is left."""
        with self._opening:
            self._wanted = slices
            if self._database is not None:
                leave(self._database)

    def close(self) -> None:
        """Close the connection, once what is under way has ended: nobody waits for that."""
        self.want(None)
        with self._opening:
            self._closed = True
        if self._turn.acquire(blocking=False):
            self._close_if_left()
            self._turn.release()

    # On either

    def _close_if_left(self) -> None:
        with self._opening:
            if self._closed and self._database is not None:
                self._database.close()
                self._database = None
