"""The records that a snapshot's figures are counted of, wherever they are: in the database here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from msgspec import Struct

from boardtui.core.criterion.definition import Definition
from boardtui.core.measures.measure import VisitCount
from boardtui.store.connection.database import Database, as_date
from boardtui.store.counting.criteria import Parameters, condition
from boardtui.store.counting.tabulate import Tabulation
from boardtui.store.held.snapshots import SnapshotKey


class Met(Struct, frozen=True):
    """How many people are in the later of two snapshots, in the earlier one, and in both."""

    now: int
    then: int
    both: int


class Records(Protocol):
    """The records of one snapshot."""

    def cases(self) -> Tabulation: ...

    def posts(self) -> Mapping[str, float]:
        """Each officer of the officers file, with how much of a full-time post they work."""
        ...

    def visits(self, measures: Sequence[VisitCount]) -> Mapping[date, Sequence[int]]:
        """By the day of the visits, how many of them meet each measure's criterion."""
        ...

    def met(self, previous: SnapshotKey) -> Met:
        """How many people there are beside the snapshot before."""
        ...


class StoredRecords:
    """Those of a snapshot that is stored, counted under a definition."""

    def __init__(self, database: Database, snapshot: SnapshotKey, definition: Definition) -> None:
        self._database, self._snapshot, self._definition = database, snapshot, definition

    def cases(self) -> Tabulation:
        # numpy takes a tenth of a second to import, which nobody should wait for who only looks.
        from boardtui.store.counting.column_reading import read_columns

        snapshot = self._snapshot
        return read_columns(self._database, snapshot.id, snapshot.as_at, self._definition)

    def posts(self) -> Mapping[str, float]:
        """See `Records.posts`."""
        return dict(
            self._database.rows(
                "SELECT officer_ref, fte FROM officers WHERE snapshot_id = :snapshot",
                {"snapshot": self._snapshot.id},
            )
        )

    def visits(self, measures: Sequence[VisitCount]) -> Mapping[date, Sequence[int]]:
        """See `Records.visits`."""
        parameters, day = Parameters(), self._snapshot.as_at
        met = (condition(m.criterion, day, self._definition, parameters) for m in measures)
        counts = ", ".join(f"COUNT(CASE WHEN {each} THEN 1 END)" for each in met)
        rows = self._database.rows(
            f"SELECT visited_on, {counts} FROM visits "
            f"WHERE snapshot_id = {parameters.name(self._snapshot.id)} GROUP BY visited_on",
            parameters,
        )
        return {visited: found for text, *found in rows if (visited := as_date(text))}

    def met(self, previous: SnapshotKey) -> Met:
        """See `Records.met`."""
        ((now, then, both),) = self._database.rows(
            "SELECT (SELECT COUNT(*) FROM cases WHERE snapshot_id = :now) AS people_now, "
            "(SELECT COUNT(*) FROM cases WHERE snapshot_id = :then) AS people_then, "
            "(SELECT COUNT(*) FROM cases n JOIN cases t ON t.case_ref = n.case_ref "
            "WHERE n.snapshot_id = :now AND t.snapshot_id = :then) AS in_both",
            {"now": self._snapshot.id, "then": previous.id},
        )
        return Met(int(now), int(then), int(both))
