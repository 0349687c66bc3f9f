"""Whom visits were tried to: people who were due one, people who were not yet, or others."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby

from boardtui.core.criterion.definition import Definition
from boardtui.core.forecast.owed import month_after
from boardtui.core.forecast.rates import Towards
from boardtui.core.measures.measure import Backlog
from boardtui.store.connection.database import Database, Record, as_date
from boardtui.store.counting.criteria import Parameters, condition
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
    months = (now.as_at.year - then.as_at.year) * 12 + now.as_at.month - then.as_at.month + 1
    ends = [month_after(now.as_at, number) for number in range(-months, ahead + 1)]
    cutoffs = [definition.cutoff(end) for end in ends]
    counts: Counter[int | None] = Counter()
    for _, visits in groupby(rows, key=lambda row: row[0]):
        counts.update(_of_one(visits, ends, cutoffs, ahead + 1))
    early = {before: count for before, count in counts.items() if before}
    return Towards(counts[0], early, counts[None])


def _of_one(
    visits: Iterable[Record], ends: list[date], cutoffs: list[date], most: int
) -> Iterable[int | None]:
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
        # The first month's end on or after the visit, and the first by which the person is late.
        yield min(max(bisect_right(cutoffs, due) - bisect_left(ends, day), 0), most)
        if outcome == SEEN:
            due = day + (
                _interval(last_now, due_now) or _interval(last_then, due_then) or HALF_A_YEAR
            )


def _interval(last: date | None, due: date | None) -> timedelta | None:
    return due - last if last and due and due > last else None
