"""Whom visits were tried to: people who were due one, people who were not yet, or others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby

from boardtui.core.criterion.definition import Definition
from boardtui.core.forecast.rates import Towards
from boardtui.core.measures.measure import Backlog
from boardtui.store.connection.database import Database, Record, as_date
from boardtui.store.counting.criteria import Parameters, condition
from boardtui.store.forecast.early import Early
from boardtui.store.held.snapshots import SnapshotKey

HALF_A_YEAR = timedelta(days=182)
"""The interval of a person of whom it is not known."""

SEEN = "seen"


def towards(
    database: Database,
    then: SnapshotKey,
    now: SnapshotKey,
    backlog: Backlog,
    definition: Definition,
    ahead: int,
) -> Towards:
    """To whom the visits between two snapshots were tried, by the later one's file.

    A person is due as the earlier snapshot says, and after each visit that saw them by their own
    interval. A visit is to somebody who is due if it comes in the month in which they become
    overdue, or later; months end on the day of the month of the later snapshot. Visits to those
    who were not owed any then, such as people who came since, are to others.
    """
    parameters = Parameters()
    name = parameters.name
    base = condition(
        backlog.base.criterion, then.as_at, definition, parameters, lambda column: f"t.{column}"
    )
    due = backlog.due
    rows = database.stream(
        f"SELECT v.case_ref, v.visited_on, v.outcome, t.{due}, t.last_seen, n.{due}, n.last_seen "
        "FROM visits v "
        f"LEFT JOIN cases t ON t.snapshot_id = {name(then.id)} AND t.case_ref = v.case_ref "
        f"AND {base} "
        f"LEFT JOIN cases n ON n.snapshot_id = {name(now.id)} AND n.case_ref = v.case_ref "
        f"WHERE v.snapshot_id = {name(now.id)} AND v.visited_on > {name(then.as_at)} "
        f"AND v.visited_on <= {name(now.as_at)} ORDER BY v.case_ref, v.visited_on, v.id",
        parameters,
    )
    early = Early(then.as_at, now.as_at, definition, ahead)
    counts: Counter[int | None] = Counter()
    for _, visits in groupby(rows, key=lambda row: row[0]):
        counts.update(_of_one(visits, early))
    before = {months: count for months, count in counts.items() if months}
    return Towards(counts[0], before, counts[None])


def _of_one(visits: Iterable[Record], early: Early) -> Iterable[int | None]:
    """How many months early each visit to one person was, in their order.

    0 is to somebody who is due, None to somebody who is not owed any.
    """
    due: date | None = None
    begun = False
    for _, on, outcome, *dates in visits:
        day = as_date(on)
        assert day is not None
        due_then, last_then, due_now, last_now = map(as_date, dates)
        if not begun:
            due, begun = due_then, True
        if due is None:
            yield None
            continue
        yield early.by(day, due)
        if outcome == SEEN:
            due = day + (
                _interval(last_now, due_now) or _interval(last_then, due_then) or HALF_A_YEAR
            )


def _interval(last: date | None, due: date | None) -> timedelta | None:
    return due - last if last and due and due > last else None
