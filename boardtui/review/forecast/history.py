"""The snapshots of a force up to a day, and what happened between them, read once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boardtui.core.criterion.definition import Definition
from boardtui.core.forecast.owed import Owed, month_after
from boardtui.core.measures.measure import Backlog
from boardtui.store.connection.database import Database
from boardtui.store.forecast.movements import Movement, movement
from boardtui.store.forecast.owed_people import owed_people
from boardtui.store.forecast.visit_months import VisitMonth, visit_months
from boardtui.store.held.side_by_side import stored_wholes
from boardtui.store.held.snapshots import SnapshotKey

WINDOW = 12
"""Months before a day over which rates are counted."""

SLACK_DAYS = 7
"""By how much a snapshot may miss the day of a month, or the beginning of the window."""


class History:
    """The snapshots of one force that have records, oldest first, for one backlog."""

    def __init__(
        self,
        database: Database,
        snapshots: Sequence[SnapshotKey],
        backlog: Backlog,
        definition: Definition,
        months: int,
    ) -> None:
        self.snapshots = list(snapshots)
        self._database, self._backlog, self._definition = database, backlog, definition
        self._months = months
        self._owed: dict[int, Owed] = {}
        self._movements: dict[int, Movement] = {}
        self._visits: dict[int, list[VisitMonth]] | None = None

    def owed(self, place: int) -> Owed:
        """Who is owed what on the day of a snapshot, by its place."""
        if place not in self._owed:
            self._owed[place] = owed_people(
                self._database,
                self.snapshots[place],
                self._backlog,
                self._definition,
                self._months,
            )
        return self._owed[place]

    def movements(self, place: int) -> list[Movement]:
        """What happened from snapshot to snapshot in the window before one; at least one of them.

        Nothing where there is no earlier snapshot.
        """
        start = month_after(self.snapshots[place].as_at, -WINDOW)
        found: list[Movement] = []
        for later in range(place, 0, -1):
            earlier = self.snapshots[later - 1]
            if found and (start - earlier.as_at).days > SLACK_DAYS:
                break
            found.append(self._movement(later))
        return found

    def _movement(self, place: int) -> Movement:
        if place not in self._movements:
            then, now = self.snapshots[place - 1 : place + 1]
            self._movements[place] = movement(
                self._database, then, now, self._backlog, self._definition, self._months
            )
        return self._movements[place]

    def visits(self, place: int) -> list[VisitMonth]:
        """The whole months of the window before a snapshot, each as the latest file has it."""
        if self._visits is None:
            self._visits = visit_months(self._database, self.snapshots)
        months: dict[date, VisitMonth] = {}
        for snapshot in self.snapshots[: place + 1]:
            months |= {month.first: month for month in self._visits.get(snapshot.id, ())}
        start = month_after(self.snapshots[place].as_at, -WINDOW - 1)
        return [month for first, month in sorted(months.items()) if first > start][-WINDOW:]

    def past(self, place: int) -> tuple[tuple[date, float], ...]:
        """How many were overdue on the days before one, in its window, under the same definition.

        As the snapshots' own figures have it: nobody is counted for it.
        """
        start = month_after(self.snapshots[place].as_at, -WINDOW)
        shown = [
            snapshot
            for snapshot in self.snapshots[:place]
            if snapshot.as_at >= start and snapshot.definition == self._definition
        ]
        counts = stored_wholes(self._database, shown, self._backlog.overdue_name)
        return tuple((s.as_at, counts[s.id]) for s in shown if s.id in counts)

    def at(self, day: date) -> int | None:
        """The place of the snapshot that is nearest to a day, if any is near enough."""
        near = [
            (abs((snapshot.as_at - day).days), place)
            for place, snapshot in enumerate(self.snapshots)
        ]
        days, place = min(near, default=(SLACK_DAYS + 1, 0))
        return place if days <= SLACK_DAYS else None
