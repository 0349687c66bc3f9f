"""Pairs of records of one person in two snapshots, as a query that the flow reads.

A pair has the columns of `boardtui.core.flow`: those of the case then and now (`then_…`, `now_…`
in SQL) and the five facts, each 'yes' or 'no'.
"""

from __future__ import annotations

from collections.abc import Sequence

from boardtui.core.criterion import Criterion
from boardtui.core.definition import Definition
from boardtui.core.flow import COLUMNS
from boardtui.core.measure import Backlog
from boardtui.core.measures.backlogs import VISITS
from boardtui.store.criteria import Parameters, condition
from boardtui.store.snapshots import SnapshotKey


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
        parameters: Parameters | None = None,
    ) -> None:
        """Take what pairs are of; `parameters` of a query that they are a part of."""
        self.parameters = Parameters() if parameters is None else parameters
        name = self.parameters.name
        self._backlog = backlog
        self._definition = definition
        self._then, self._now = then, now
        self._ids = {"t": name(then.id), "n": name(now.id)}
        self._start, self._end = name(then.as_at), name(now.as_at)
        self.between = ", ".join(name(snapshot.id) for snapshot in between)

    def condition(self, criterion: Criterion) -> str:
        """A criterion on a pair as SQL; its dates are read on the later day."""
        return condition(
            criterion, self._now.as_at, self._definition, self.parameters, _column_of_pair
        )

    def overdue_then(self) -> str:
        """Who was overdue then, with what became of them."""
        return f"{self._select()} {self._from('t', 'n', 'LEFT JOIN')} AND {self._overdue('t')}"

    def overdue_on_either(self) -> str:
        """Who was overdue on either day, each once."""
        came = (
            f"{self._select()} {self._from('n', 't', 'LEFT JOIN')} AND {self._overdue('n')} "
            f"AND NOT COALESCE({self._overdue('t')}, FALSE)"
        )
        return f"{self.overdue_then()} UNION ALL {came}"

    def both(self) -> str:
        """The pairs of everybody who is in both snapshots, to select from."""
        return self._from("n", "t", "JOIN")

    def condition_on_both(self, criterion: Criterion) -> str:
        """A criterion on a pair of `both` as SQL, straight on the two tables."""
        return condition(
            criterion, self._now.as_at, self._definition, self.parameters, self._column_of_both
        )

    def _column_of_both(self, column: str) -> str:
        side, dot, name = column.partition(".")
        if dot:
            return f"{ALIASES[side]}.{name}"
        if column.startswith("in_"):
            return "'yes'"
        return _yes(self._seen() if column == "seen" else self._overdue(ALIASES[column[8:]]))

    def _select(self) -> str:
        columns = [f"{a}.{c} AS {s}_{c}" for a, s in SIDES.items() for c in COLUMNS]
        facts = [
            *(f"{_yes(f'{a}.id IS NOT NULL')} AS in_{s}" for a, s in SIDES.items()),
            *(f"{_yes(self._overdue(a))} AS overdue_{s}" for a, s in SIDES.items()),
            f"{_yes(self._seen())} AS seen",
        ]
        return f"SELECT COALESCE(t.case_ref, n.case_ref) AS case_ref, {', '.join(columns + facts)}"

    def _from(self, first: str, second: str, join: str) -> str:
        same = (
            f"{second}.snapshot_id = {self._ids[second]} AND {second}.case_ref = {first}.case_ref"
        )
        return (
            f"FROM cases {first} {join} cases {second} ON {same} "
            f"WHERE {first}.snapshot_id = {self._ids[first]}"
        )

    def _overdue(self, alias: str) -> str:
        day = self._then.as_at if alias == "t" else self._now.as_at
        return condition(
            self._backlog.overdue, day, self._definition, self.parameters, f"{alias}.{{}}".format
        )

    def _seen(self) -> str:
        """Seen (or assessed) after the earlier day and up to the later one."""
        last = f"n.{self._backlog.last}"
        dated = f"({last} IS NOT NULL AND {last} > {self._start} AND {last} <= {self._end})"
        if self._backlog is not VISITS:
            return dated
        return (
            f"({dated} OR EXISTS (SELECT 1 FROM visits v "
            "WHERE v.case_ref = COALESCE(t.case_ref, n.case_ref) AND v.outcome = 'seen' "
            f"AND v.visited_on > {self._start} AND v.visited_on <= {self._end} "
            f"AND +v.snapshot_id IN ({self.between})))"
        )


SIDES = {"t": "then", "n": "now"}
"""The tables' names in a query, and the side of the pair that each is."""

ALIASES = {side: alias for alias, side in SIDES.items()}


def _column_of_pair(column: str) -> str:
    return column.replace(".", "_")


def _yes(condition: str) -> str:
    return f"CASE WHEN {condition} THEN 'yes' ELSE 'no' END"
