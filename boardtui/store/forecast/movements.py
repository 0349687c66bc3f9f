"""What happened between one snapshot and the next: who came and went."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from boardtui.core.criterion.definition import Definition
from boardtui.core.forecast.owed import DAYS_A_MONTH, Kind, owed
from boardtui.core.forecast.rates import Towards
from boardtui.core.measures.measure import Backlog
from boardtui.store.connection.database import Database
from boardtui.store.counting.criteria import Parameters, condition
from boardtui.store.forecast.owed_people import people, people_columns
from boardtui.store.forecast.towards import towards
from boardtui.store.held.snapshots import SnapshotKey


class Movement(Struct, frozen=True):
    """Who came into and left the base of a backlog from one snapshot to the next.

    `people` were in it on the first day. `arriving` are those of the new who have a due date, by
    kind as at the second day. `assessed` counts whom something was done for, by the date in their
    case. `towards` is None where there is no visits file.
    """

    months: float
    people: int
    left: int
    arriving: Mapping[Kind, int]
    assessed: int
    towards: Towards | None

    @property
    def joined(self) -> int:
        return sum(self.arriving.values())


def movement(
    database: Database,
    then: SnapshotKey,
    now: SnapshotKey,
    backlog: Backlog,
    definition: Definition,
    months: int,
) -> Movement:
    """What happened from one snapshot to the next of the same force."""
    counted = _Between(database, then, now, backlog, definition)
    days = (now.as_at - then.as_at).days
    tells = backlog.by_visits and "visits" in now.given.files
    return Movement(
        months=days / DAYS_A_MONTH,
        people=counted.people(),
        left=counted.left(),
        arriving=counted.arriving(months),
        assessed=counted.done(),
        towards=towards(database, then, now, backlog, definition) if tells else None,
    )


class _Between:
    """Counts of two snapshots: the base of the backlog as it was then (`t`) and is now (`n`)."""

    def __init__(
        self,
        database: Database,
        then: SnapshotKey,
        now: SnapshotKey,
        backlog: Backlog,
        definition: Definition,
    ) -> None:
        self._database, self._backlog, self._definition = database, backlog, definition
        self._then, self._now = then, now
        self._parameters = Parameters()

    def _in(self, alias: str) -> str:
        """Who is in the base on a day, as a condition on the row of that day."""
        snapshot = self._then if alias == "t" else self._now
        base = condition(
            self._backlog.base.criterion,
            snapshot.as_at,
            self._definition,
            self._parameters,
            lambda column: f"{alias}.{column}",
        )
        return f"{alias}.snapshot_id = {self._parameters.name(snapshot.id)} AND {base}"

    def _count(self, sql: str) -> int:
        ((count,),) = self._database.rows(sql, self._parameters)
        return int(count)

    def people(self) -> int:
        return self._count(f"SELECT COUNT(*) FROM cases t WHERE {self._in('t')}")

    def left(self) -> int:
        return self._count(
            f"SELECT COUNT(*) FROM cases t WHERE {self._in('t')} AND NOT EXISTS "
            f"(SELECT 1 FROM cases n WHERE n.case_ref = t.case_ref AND {self._in('n')})"
        )

    def arriving(self, months: int) -> Mapping[Kind, int]:
        rows = self._database.rows(
            f"SELECT {people_columns(self._backlog, 'n.')} FROM cases n WHERE {self._in('n')} "
            f"AND NOT EXISTS (SELECT 1 FROM cases t WHERE t.case_ref = n.case_ref "
            f"AND {self._in('t')}) ORDER BY n.id",
            self._parameters,
        )
        return owed(people(rows), self._now.as_at, self._definition.grace_days, months).people

    def done(self) -> int:
        name, last = self._parameters.name, f"n.{self._backlog.last}"
        return self._count(
            f"SELECT COUNT(*) FROM cases n WHERE {self._in('n')} "
            f"AND {last} > {name(self._then.as_at)} AND {last} <= {name(self._now.as_at)}"
        )
