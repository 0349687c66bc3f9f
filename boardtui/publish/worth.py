"""Whether a table is worth offering: whether most of its people can be shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from boardtui.publish.layout import Dimensions
from boardtui.publish.pattern import Pattern, Table, people_hidden

SMALL_WHOLE = "few people in all"
MOST_HIDDEN = "most people in it would be hidden"

MOST = 0.5
"""Where a larger share of the people of a table would be hidden, it is not offered."""

LITTLE = 0.05
"""Single dimensions are given up for a cross where they tell of fewer people than this part of
those that it tells of."""


def share_hidden(pattern: Pattern, tables: Sequence[Table]) -> float:
    """The share of the people of some tables that is hidden, or not offered."""
    offered = [table for table in tables if table not in pattern.not_offered]
    hidden, told = people_hidden(pattern, offered)
    _, total = people_hidden(pattern, tables)
    return (hidden + total - told) / total if total else 0.0


def mostly_hidden(pattern: Pattern, tables: Iterable[Table]) -> list[Table]:
    """Those of some tables that are offered, though most of their people are hidden."""
    offered = (table for table in tables if table not in pattern.not_offered)
    return [table for table in offered if share_hidden(pattern, [table]) > MOST]


def least_told(pattern: Pattern, tables: Iterable[Table]) -> list[Table]:
    """For each dimension, and each cross, the half of some tables that tells least.

    Of two that tell as little it is the one of fewer people.
    """
    found: dict[Dimensions, list[Table]] = {}
    for table in tables:
        found.setdefault(table[1], []).append(table)

    def told(table: Table) -> tuple[float, int]:
        return -share_hidden(pattern, [table]), int(pattern.true[pattern.tables[table]].sum())

    halves = (sorted(mine, key=told)[: (len(mine) + 1) // 2] for mine in found.values())
    return [table for half in halves for table in half]


def is_worth(before: Pattern, after: Pattern, tables: Sequence[Table]) -> bool:
    """Whether a cross is worth what it takes: its tables, and what else had to be left out."""
    if share_hidden(after, tables) > MOST:
        return False
    hidden, told = people_hidden(after, [t for t in tables if t not in after.not_offered])
    return _people_lost(before, after) <= LITTLE * (told - hidden)


def could_be_worth(before: Pattern, after: Pattern, tables: Sequence[Table]) -> bool:
    """Whether a cross could still be worth it if nothing more were hidden or left out."""
    _, left_out = people_hidden(after, [t for t in tables if t in after.not_offered])
    _, total = people_hidden(after, tables)
    return left_out <= MOST * total and _people_lost(before, after) <= LITTLE * (total - left_out)


def _people_lost(before: Pattern, after: Pattern) -> int:
    """The people of the tables that are not offered any more."""
    lost = [t for t in before.tables if t in after.not_offered and t not in before.not_offered]
    return people_hidden(before, lost)[1]


def why_not_worth(pattern: Pattern, table: Table) -> str | None:
    """Why a table is not offered at all; None where it may be."""
    measure, by = table
    cells = pattern.tables[table]
    counts = pattern.true[cells]
    whole = int(pattern.true[pattern.tables[measure, ()][0]])
    single = bool(pattern.whole[cells[counts > 0]].all())
    if 0 < whole < pattern.rules.threshold:
        return SMALL_WHOLE
    if single and len(by) == 1:  # all are in one slice, which says no more than the whole
        return None
    small = counts[counts < pattern.rules.threshold]
    return MOST_HIDDEN if small.sum() > MOST * counts.sum() else None
