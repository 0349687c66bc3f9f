"""What happened between one snapshot and the next: who came and went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from msgspec import Struct

from boardtui.core.criterion.definition import Definition
from boardtui.core.forecast.owed import DAYS_A_MONTH, Kind, months_between, owed
from boardtui.core.forecast.rates import Towards
from boardtui.core.measures.given import LAST_SEEN
from boardtui.core.measures.measure import Backlog
from boardtui.store.connection.database import Database, as_date
from boardtui.store.counting.criteria import Parameters, condition
from boardtui.store.forecast.owed_people import people, people_columns
from boardtui.store.forecast.towards import towards
from boardtui.store.held.snapshots import SnapshotKey


class Movement(Struct, frozen=True):
    """Who came into and left the base of a backlog from one snapshot to the next.

    `people` were in it on the first day, and so many `left` of them; `overdue` and `left_overdue`
    count those of them who were overdue on it. `arriving` are those of the new who have a due date,
    by kind as at the second day. `assessed` counts whom something was done for, by the date in
    their case. `unseen` are those in it on both days who would be overdue on the second by their
    dates on the first, and were not seen; `moved` those of them who are not, by the months after
    the second day at whose end they will be: their dates were moved. `turns` are, by their
    interval in months, how many were seen of all who would be overdue. `towards` is None without a
    visits file.
    """

    months: float
    people: int
    left: int
    overdue: int
    left_overdue: int
    unseen: int
    moved: Mapping[int, int]
    turns: Mapping[int, tuple[int, int]]
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
    unseen, turns = counted.waiting(months)
    tells = backlog.by_visits and "visits" in now.given.files
    return Movement(
        months=days / DAYS_A_MONTH,
        people=counted.people(),
        left=counted.left(),
        overdue=counted.people(overdue=True),
        left_overdue=counted.left(overdue=True),
        unseen=sum(unseen.values()),
        moved={month: count for month, count in unseen.items() if month},
        turns=turns,
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

    def _overdue_then(self) -> str:
        cutoff = self._definition.cutoff(self._then.as_at)
        return f"t.{self._backlog.due} < {self._parameters.name(cutoff)}"

    def people(self, *, overdue: bool = False) -> int:
        late = f" AND {self._overdue_then()}" if overdue else ""
        return self._count(f"SELECT COUNT(*) FROM cases t WHERE {self._in('t')}{late}")

    def left(self, *, overdue: bool = False) -> int:
        late = f" AND {self._overdue_then()}" if overdue else ""
        return self._count(
            f"SELECT COUNT(*) FROM cases t WHERE {self._in('t')}{late} AND NOT EXISTS "
            f"(SELECT 1 FROM cases n WHERE n.case_ref = t.case_ref AND {self._in('n')})"
        )

    def waiting(self, months: int) -> tuple[Counter[int], dict[int, tuple[int, int]]]:
        """Those who would be overdue now by their dates then.

        Of those who were not seen, how many by the month in which they will be overdue: 0 is now,
        and whoever has no date any more is beyond the last month. And by their interval in months,
        how many were seen, and how many there are in all.
        """
        name = self._parameters.name
        last = LAST_SEEN if self._backlog.by_visits else self._backlog.last
        rows = self._database.rows(
            f"SELECT t.{self._backlog.due}, t.{last}, {people_columns(self._backlog, 'n.')} "
            f"FROM cases t JOIN cases n ON n.case_ref = t.case_ref AND {self._in('n')} "
            f"WHERE {self._in('t')} "
            f"AND t.{self._backlog.due} < {name(self._definition.cutoff(self._now.as_at))}",
            self._parameters,
        )
        turns: dict[int, tuple[int, int]] = {}
        unseen = []
        for due, before, *now in rows:
            after = as_date(now[1])
            seen = after is not None and after > self._then.as_at
            if not seen:
                unseen.append(tuple(now))
            interval = months_between(as_date(before), as_date(due))
            if interval is not None:
                at = min(max(round(interval), 1), months + 1)
                of = turns.get(at, (0, 0))
                turns[at] = of[0] + seen, of[1] + 1
        found = owed(people(unseen), self._now.as_at, self._definition.grace_days, months)
        counts: Counter[int] = Counter({months + 1: found.undated} if found.undated else {})
        for (month, _), count in found.people.items():
            counts[month] += count
        return counts, turns

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
