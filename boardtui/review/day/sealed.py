"""The seal of what is looked at."""

from __future__ import annotations

from boardtui.review.day.selection import Selection
from boardtui.store.connection.database import Database
from boardtui.store.held.seals import seal_held


def seal_of(database: Database, selection: Selection) -> str | None:
    """The seal of the snapshot; where only published figures are looked at, of those of the force.

    None where there is none. Whether it still holds is not asked.
    """
    snapshot = selection.snapshot
    day = None if snapshot is None else snapshot.as_at
    return seal_held(database, selection.force.name, day)
