"""What became of people's due dates from one snapshot to the next, with a visit and without."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct

from boardtui.core.criterion.definition import Definition
from boardtui.core.forecast.again import Again
from boardtui.core.forecast.owed import Intervals, Kind, months_between, owed
from boardtui.core.forecast.owed import Person as Owes
from boardtui.store.connection.database import Record, as_date
from boardtui.store.forecast.early import Early
from boardtui.store.forecast.owed_people import people


class Dates(Struct, frozen=True):
    """Counts of people in the base of a backlog on both days, by their dates then and now.

    `unseen` are those who would be overdue now by their dates then and were not seen, by the month
    in which they will be: 0 is now, and whoever has no date any more is beyond the last month.
    `turns` are, by their interval in months, how many were seen of all who would be overdue.
    `redated` are those who would not be, were not seen and have another date, by kind, and `again`
    those who were seen, by the interval that they had, with how many were given which. `in_time`
    are those who were seen, by the months before they would have been overdue: 0 is late, or in the
    month.
    """

    unseen: Mapping[int, int]
    turns: Mapping[int, tuple[int, int]]
    redated: Mapping[Kind, int]
    again: Again
    in_time: Mapping[int, int]


def dates_of(
    rows: Iterable[Record], then: date, now: date, definition: Definition, months: int
) -> Dates:
    """Count rows of the due date and the last visit then, and of a person's columns now."""
    cutoff, early = definition.cutoff(now), Early(then, now, definition, months)
    had, given = Intervals(months + 1), Intervals(months + 1)
    turns: dict[int, tuple[int, int]] = {}
    again: dict[int, Counter[int]] = {}
    in_time: Counter[int] = Counter()
    unseen: list[Record] = []
    redated: list[Record] = []
    for due_then, last_then, *rest in rows:
        due, last, after = as_date(due_then), as_date(last_then), as_date(rest[1])
        seen = after if after is not None and after > then else None
        late = due is not None and due < cutoff
        interval = months_between(last, due)
        if late and interval is not None:
            at = min(max(round(interval), 1), months + 1)
            of = turns.get(at, (0, 0))
            turns[at] = of[0] + (seen is not None), of[1] + 1
        if seen is not None:
            if due is not None:
                in_time[early.by(min(seen, now), due)] += 1
            before, by = had.of(Owes(due, last, "")), given.of(Owes(as_date(rest[0]), seen, ""))
            if before is not None and by is not None:
                again.setdefault(before, Counter())[by] += 1
        elif late:
            unseen.append(tuple(rest))
        elif due is not None:
            redated.append(tuple(rest))
    there = _kinds(unseen, now, definition, months)
    counts: Counter[int] = Counter()
    for (month, _), count in there.items():
        counts[month] += count
    return Dates(counts, turns, _kinds(redated, now, definition, months), again, in_time)


def _kinds(
    rows: Iterable[Record], now: date, definition: Definition, months: int
) -> Mapping[Kind, int]:
    """People by kind; whoever has no date any more is beyond the last month."""
    found = owed(people(rows), now, definition.grace_days, months)
    kinds = Counter(found.people)
    if found.undated:
        kinds[months + 1, months + 1] += found.undated
    return kinds
