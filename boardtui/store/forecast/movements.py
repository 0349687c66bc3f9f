"""What happened between one snapshot and the next: who came and went."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from boardtui.core.criterion.definition import Definition
from boardtui.core.criterion.dimension import RISK_LEVELS
from boardtui.core.forecast.again import Again
from boardtui.core.forecast.owed import DAYS_A_MONTH, Kind, owed
from boardtui.core.forecast.rates import Towards
from boardtui.core.measures.given import LAST_SEEN
from boardtui.core.measures.measure import Backlog
from boardtui.store.connection.database import Database
from boardtui.store.counting.criteria import Parameters, condition
from boardtui.store.forecast.dates import Dates, dates_of
from boardtui.store.forecast.owed_people import people, people_columns
from boardtui.store.forecast.towards import towards
from boardtui.store.held.snapshots import SnapshotKey

RANKED = RISK_LEVELS[:-1]
"""The levels that have a rank, from the highest."""


class Regrades(Struct, frozen=True):
    """Of the people in the base on both days, whose risk level was raised, and whose lowered."""

    raised: int
    lowered: int


class Movement(Struct, frozen=True):
    """Who came into and left the base of a backlog from one snapshot to the next.

    `people` were in it on the first day, and so many `left` of them; `overdue` and `left_overdue`
    count those of them who were overdue on it. `arriving` are those of the new who have a due date,
    by kind as at the second day. `assessed` counts whom something was done for, by the date in
    their case. `unseen` are those in it on both days who would be overdue on the second by their
    dates on the first, and were not seen; `moved` those of them who are not, by the months after
    the second day at whose end they will be: their dates were moved. `turns` are, by their
    interval in months, how many were seen of all who would be overdue. `not_due` are those in it on
    both days who would not be overdue on the second, and were not seen; `redated` those of them who
    have another date by then, by kind. `again` are those who were seen, by the interval that they
    had, with how many were given which. `towards`, of visits, is None without a visits file.
    """

    months: float
    people: int
    left: int
    overdue: int
    left_overdue: int
    unseen: int
    moved: Mapping[int, int]
    turns: Mapping[int, tuple[int, int]]
    not_due: int
    redated: Mapping[Kind, int]
    again: Again
    regrades: Regrades
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
    told, done = counted.dates(months), counted.done()
    given = backlog.by_visits and "visits" in now.given.files
    visits = towards(database, then, now, backlog, definition, months) if given else None
    return Movement(
        months=days / DAYS_A_MONTH,
        people=counted.people(),
        left=counted.left(),
        overdue=counted.people(overdue=True),
        left_overdue=counted.left(overdue=True),
        unseen=sum(told.unseen.values()),
        moved={month: count for month, count in told.unseen.items() if month},
        turns=told.turns,
        not_due=counted.not_due(),
        redated=told.redated,
        again=told.again,
        regrades=counted.regrades(),
        arriving=counted.arriving(months),
        assessed=done,
        towards=_towards(told, done) if not backlog.by_visits else visits,
    )


def _towards(told: Dates, done: int) -> Towards:
    """Of whom assessments were, by the dates in their cases: who is new was not owed any then."""
    early = {months: count for months, count in told.in_time.items() if months}
    known = sum(told.in_time.values())
    return Towards(told.in_time.get(0, 0), early, max(0, done - known))


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

    def _on_both(self, further: str) -> str:
        """Rows of the people in the base on both days with a due date then, of whom more is so."""
        return (
            f"FROM cases t JOIN cases n ON n.case_ref = t.case_ref AND {self._in('n')} "
            f"WHERE {self._in('t')} AND {further}"
        )

    def _due_by_now(self) -> str:
        cutoff = self._definition.cutoff(self._now.as_at)
        return f"t.{self._backlog.due} < {self._parameters.name(cutoff)}"

    def _seen(self) -> str:
        return f"n.{self._last} > {self._parameters.name(self._then.as_at)}"

    @property
    def _last(self) -> str:
        return LAST_SEEN if self._backlog.by_visits else self._backlog.last

    def dates(self, months: int) -> Dates:
        """What became of the dates of those who are due by now, were seen, or have another date."""
        due = self._backlog.due
        rows = self._database.rows(
            f"SELECT t.{due}, t.{self._last}, {people_columns(self._backlog, 'n.')} "
            + self._on_both(
                f"(({self._due_by_now()}) OR ({self._seen()}) "
                f"OR (t.{due} IS NOT NULL AND n.{due} IS NULL) OR t.{due} <> n.{due}) "
                "ORDER BY t.id"
            ),
            self._parameters,
        )
        return dates_of(rows, self._then.as_at, self._now.as_at, self._definition, months)

    def not_due(self) -> int:
        """How many are not due by now, and were not seen."""
        due = f"t.{self._backlog.due} IS NOT NULL AND NOT ({self._due_by_now()})"
        seen = f"({self._seen()})"
        return self._count(
            "SELECT COUNT(*) " + self._on_both(f"{due} AND (n.{self._last} IS NULL OR NOT {seen})")
        )

    def regrades(self) -> Regrades:
        """Whose risk level was raised, and whose lowered, of levels that have a rank."""
        rows = self._database.rows(
            "SELECT t.risk_level, n.risk_level, COUNT(*) "
            + self._on_both("t.risk_level <> n.risk_level")
            + " GROUP BY t.risk_level, n.risk_level",
            self._parameters,
        )
        ranks = {level: rank for rank, level in enumerate(RANKED)}
        changes = [
            (ranks[then] - ranks[now], count)
            for then, now, count in rows
            if then in ranks and now in ranks
        ]
        return Regrades(
            sum(count for up, count in changes if up > 0),
            sum(count for up, count in changes if up < 0),
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
