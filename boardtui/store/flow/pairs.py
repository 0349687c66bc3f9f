"""Pairs of records of one person in two snapshots, as SQL straight on the two rows of cases.

A pair has the columns of `boardtui.core.flow.parts`: those of the case then and now (`t` and `n` in
SQL) and the five facts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from boardtui.core.criterion.criterion import Criterion, OneOf
from boardtui.core.criterion.definition import Definition
from boardtui.core.criterion.facts import FACTS
from boardtui.core.measures.measure import Backlog
from boardtui.store.counting.criteria import Parameters, condition
from boardtui.store.held.snapshots import SnapshotKey

Side = Literal["then", "now"]

ALIASES: dict[str, str] = {"then": "t", "now": "n"}
"""The name of each side's row in SQL."""


class Pairs:
    """The pairs of two snapshots, for one backlog under one definition.

    `between` are the snapshots after the earlier day and up to the later one: their visits and
    leavers, taken as a set, are what happened in that time.
    """

    def __init__(
        self,
        then: SnapshotKey,
        now: SnapshotKey,
        between: Sequence[SnapshotKey],
        backlog: Backlog,
        definition: Definition,
        parameters: Parameters,
    ) -> None:
        """Take what pairs are of, and the `parameters` of the query that they are a part of."""
        self._parameters, name = parameters, parameters.name
        self._backlog, self._definition = backlog, definition
        self._days = {"then": then.as_at, "now": now.as_at}
        self._ids = {"then": name(then.id), "now": name(now.id)}
        self._start, self._end = name(then.as_at), name(now.as_at)
        self._between = ", ".join(name(snapshot.id) for snapshot in between)
        halfway = (snapshot.id for snapshot in between if snapshot.id != now.id)
        self._halfway = ", ".join(map(name, halfway))

    def of(self, first: Side, least: str, greatest: str) -> str:
        """Everybody on one side whose id is in a range, with their row of the other side, if any.

        The range's ends are given as they are named in the query.

        The plus keeps a database from reading along an index, and each row from somewhere else.
        """
        second: Side = "now" if first == "then" else "then"
        a, b = ALIASES[first], ALIASES[second]
        return (
            f"FROM cases {a} LEFT JOIN cases {b} "
            f"ON {b}.snapshot_id = {self._ids[second]} AND {b}.case_ref = {a}.case_ref "
            f"WHERE {a}.id BETWEEN {least} AND {greatest} AND +{a}.snapshot_id = {self._ids[first]}"
        )

    def sql(self, criterion: Criterion) -> str:
        """A criterion on a pair as a condition; its dates are read on the later day."""
        if isinstance(criterion, OneOf) and criterion.column in FACTS:
            met = self._fact(criterion.column)
            return met if criterion.values == ("yes",) else f"NOT COALESCE({met}, FALSE)"
        day = self._days["now"]
        return condition(criterion, day, self._definition, self._parameters, self._column)

    def reason(self) -> str:
        """Why somebody left, by the leavers files in between; the latest one counts."""
        return (
            "(SELECT l.reason FROM leavers l WHERE l.case_ref = t.case_ref "
            f"AND l.left_on > {self._start} AND l.snapshot_id IN ({self._between}) "
            "ORDER BY l.left_on DESC, l.id DESC LIMIT 1)"
        )

    def _column(self, column: str) -> str:
        if column in FACTS:
            return f"CASE WHEN {self._fact(column)} THEN 'yes' ELSE 'no' END"
        side, _, name = column.partition(".")
        return f"{ALIASES[side]}.{name}"

    def _fact(self, name: str) -> str:
        if name == "seen":
            return self._seen()
        what, _, side = name.partition("_")
        alias = ALIASES[side]
        if what == "in":
            return f"{alias}.id IS NOT NULL"
        overdue, day = self._backlog.overdue, self._days[side]
        return condition(overdue, day, self._definition, self._parameters, f"{alias}.{{}}".format)

    def seen_by_now(self) -> str:
        """Seen (or assessed) in that time by the record now: most of who was, and soon known."""
        return self._done_in_time("n")

    def _seen(self) -> str:
        """Seen (or assessed) after the earlier day and up to the later one."""
        ways = [self.seen_by_now()]
        person = "COALESCE(t.case_ref, n.case_ref)"
        if self._halfway:
            ways.append(
                f"EXISTS (SELECT 1 FROM cases h WHERE h.case_ref = {person} "
                f"AND h.snapshot_id IN ({self._halfway}) AND {self._done_in_time('h')})"
            )
        if self._backlog.by_visits:
            # Another plus: by the index of days, every pair would read all visits of the time.
            ways.append(
                f"EXISTS (SELECT 1 FROM visits v WHERE v.case_ref = {person} "
                f"AND v.outcome = 'seen' AND v.visited_on > {self._start} "
                f"AND v.visited_on <= {self._end} AND +v.snapshot_id IN ({self._between}))"
            )
        return f"({' OR '.join(ways)})"

    def _done_in_time(self, alias: str) -> str:
        last = f"{alias}.{self._backlog.last}"
        return f"({last} IS NOT NULL AND {last} > {self._start} AND {last} <= {self._end})"
