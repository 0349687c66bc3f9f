"""Which cases are behind a part of a flow, as SQL, and what is known of them on the other day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from boardtui.core.criterion.criterion import Criterion
from boardtui.core.criterion.definition import Definition
from boardtui.core.history.case import COLUMNS, Case
from boardtui.core.history.paired import Leaving, PairedCase, paired
from boardtui.core.measures.measure import Backlog
from boardtui.store.connection.database import Database, as_date
from boardtui.store.counting.criteria import Parameters
from boardtui.store.flow.pairs import ALIASES, Pairs, Side
from boardtui.store.held.snapshots import SnapshotKey
from boardtui.store.lists.case_rows import case_of


class Pairing(Struct, frozen=True):
    """The people of a criterion on pairs of records, by their cases on the side `listed`.

    They are looked for among the rows of the side `read`, whose ids lie in `ids`, and of these
    among those that meet `first`, which asks of that side alone.
    """

    then: SnapshotKey
    now: SnapshotKey
    between: tuple[SnapshotKey, ...]
    backlog: Backlog
    definition: Definition
    first: Criterion
    criterion: Criterion
    listed: Side
    read: Side
    ids: tuple[int, int]

    def condition(self, parameters: Parameters) -> str:
        """The SQL of being one of these people, on a case of the side that is listed."""
        pairs = Pairs(self.then, self.now, self.between, self.backlog, self.definition, parameters)
        # Within a CASE the condition cannot tempt a database to begin with the other side, where
        # it would read all of this one for each row.
        met = f"CASE WHEN {pairs.sql(self.criterion)} THEN 1 ELSE 0 END = 1"
        least, greatest = map(parameters.name, self.ids)
        people = f"{pairs.of(self.read, least, greatest)} AND {pairs.sql(self.first)} AND {met}"
        return f"id IN (SELECT {ALIASES[self.listed]}.id {people})"

    def beside(self, database: Database, cases: Sequence[Case]) -> list[PairedCase]:
        """Cases of the list, each with its record of the other day; two queries at most."""
        others = self._others(database, cases)
        gone = [c.case_ref for c in cases if self.listed == "then" and c.case_ref not in others]
        left = self._left(database, gone)
        found = []
        for case in cases:
            ref = case.case_ref
            sides = (case, others.get(ref))
            then, now = sides if self.listed == "then" else reversed(sides)
            found.append(paired(case, then=then, now=now, left=left.get(ref)))
        return found

    def _others(self, database: Database, cases: Sequence[Case]) -> Mapping[str, Case]:
        """The records of the same people in the other snapshot, by case_ref."""
        if not cases:
            return {}
        other = self.now if self.listed == "then" else self.then
        parameters = Parameters()
        snapshot = parameters.name(other.id)
        refs = ", ".join(parameters.name(case.case_ref) for case in cases)
        rows = database.rows(
            f"SELECT {', '.join(COLUMNS)} FROM cases "
            f"WHERE snapshot_id = {snapshot} AND case_ref IN ({refs})",
            parameters,
        )
        return {case.case_ref: case for case in map(case_of, rows)}

    def _left(self, database: Database, refs: Sequence[str]) -> Mapping[str, Leaving]:
        """The latest leavers' row of each of some people."""
        if not refs or not self.between:
            return {}
        parameters = Parameters()
        names = ", ".join(map(parameters.name, refs))
        files = ", ".join(parameters.name(snapshot.id) for snapshot in self.between)
        rows = database.rows(
            "SELECT case_ref, left_on, reason FROM leavers "
            f"WHERE case_ref IN ({names}) AND snapshot_id IN ({files}) ORDER BY left_on, id",
            parameters,
        )
        return {ref: Leaving(day, reason) for ref, on, reason in rows if (day := as_date(on))}
