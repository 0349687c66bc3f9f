"""The seals of what a board is opened on, checked while it is open."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from msgspec import Struct

from boardtui.review.day.selection import Selection
from boardtui.store.connection.opening import is_url
from boardtui.store.connection.sqlite_file import Stamp
from boardtui.store.held.snapshots import open_same
from boardtui.store.sealed.verifying import Verified, verify

Progress = Callable[[str, int, int | None], None]


class SealCheck(Struct, frozen=True):
    """What was found of a whole database, and the file that it was found of."""

    found: Verified
    stamp: Stamp | None

    def holds(self, location: str) -> bool:
        """Whether the file is still the one that was looked at; of a server that is not known."""
        return self.stamp == stamp_of(location)


def stamp_of(location: str) -> Stamp | None:
    """What tells a file from itself after it was written to; None of a server."""
    return None if is_url(location) else Stamp.of(Path(location))


def check_seals(location: str, selection: Selection, progress: Progress) -> SealCheck:
    """Check all that is stored against its seals. A million cases take some seconds.

    Raises:
        DatabaseUnreadableError: it cannot be read, or is no longer what the board was opened on.
    """
    before = stamp_of(location)
    with closing(open_same(location, *selection.snapshots)) as database:
        found = verify(database, progress)
    return SealCheck(found, before)
