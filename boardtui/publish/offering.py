"""What is offered of a snapshot: every table that can be made safe and is worth reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from boardtui.core.criterion.dimension import UNIT
from boardtui.publish.layout import Dimensions, Ints, Layout
from boardtui.publish.pattern import Pattern, Table, people_hidden
from boardtui.publish.program import Flags, Program, Programs
from boardtui.publish.protection import Protection
from boardtui.publish.proving import Progress

SMALL_WHOLE = "few people in all"
MOST_HIDDEN = "most people in it would be hidden"

WIDE = 5_000
"""Where more numbers of people are not known, one question about all of them takes seconds: it is
then not asked, and what is not proved without it is not offered."""

MOST = 0.5
"""Where a larger share of the people of a table would be hidden, it is not offered."""


PAIRS = 2
"""For each measure, people are exchanged between so many pairs of kinds."""


def everything(pattern: Pattern, people: Ints) -> Program:
    """The program of all that can be otherwise: of whom nobody is shown there is nobody."""
    return Program(pattern.layout, people, _free(pattern))


def _free(pattern: Pattern) -> Flags:
    layout = pattern.layout
    free = np.ones(layout.count, dtype=np.bool_)
    rows = np.repeat(np.arange(layout.cells.count), np.diff(layout.cells.starts))
    free[layout.cells.of[pattern.nobody()[rows]]] = False
    return free


def programs_of(pattern: Pattern, people: Ints) -> Programs:
    """The programs of a pattern."""
    layout, free = pattern.layout, _free(pattern)
    kept = np.zeros(layout.count, dtype=np.bool_)
    kept[: len(layout.here)] = True
    units = layout.blocks.get((UNIT.name, None), np.zeros(0, dtype=np.int64))
    kept[units[units >= 0]] = True
    alone = []
    for (name, _), block in layout.blocks.items():
        mine = np.zeros(layout.count, dtype=np.bool_)
        mine[block[block >= 0]] = True
        if name != UNIT.name:
            alone.append(Program(layout, people, mine & ~kept & free))
    between = [
        Program(layout, people, mine & free, differ)
        for mine, differ in _between_kinds(layout, people)
    ]

    def widest() -> Program:
        return everything(pattern, people)

    return Programs(alone, between, widest() if free.sum() < WIDE else None, widest)


def _between_kinds(layout: Layout, people: Ints) -> Iterator[tuple[Flags, frozenset[str]]]:
    """For each measure the numbers of kinds that differ by it, and by which measures they do.

    Of the kinds that differ least it is those of most people.
    """
    kind = np.zeros(layout.count, dtype=np.int64)
    kind[: len(layout.here)] = np.arange(len(layout.here))
    for block in layout.blocks.values():
        for row, numbers in enumerate(block):
            kind[numbers[numbers >= 0]] = row
    many = people[: len(layout.here)]
    chosen = set()
    for measure in layout.kinds.measures:
        pairs = [
            (len(one ^ other), -min(many[row], many[place]), row, place)
            for row, one in enumerate(layout.here)
            for place, other in enumerate(layout.here)
            if measure in one and measure not in other
        ]
        mine = frozenset(row for *_, one, other in sorted(pairs)[:PAIRS] for row in (one, other))
        if mine and mine not in chosen:
            chosen.add(mine)
            kinds = [layout.here[row] for row in mine]
            differ = frozenset.union(*kinds) - frozenset.intersection(*kinds)
            yield np.isin(kind, list(mine)), differ


def offer(pattern: Pattern, people: Ints, progress: Progress) -> Protection:
    """Make a pattern safe: the single dimensions, then one cross after another, if it can be."""
    for table in pattern.tables:
        if table[1] and (why := _not_worth(pattern, table)):
            pattern.withdraw(table, why)
    crosses: dict[Dimensions, list[Table]] = {}
    for measure, by in pattern.tables:
        if len(by) > 1 and (measure, by) not in pattern.not_offered:
            crosses.setdefault(by, []).append((measure, by))
    for table in (table for tables in crosses.values() for table in tables):
        pattern.withdraw(table, "")
    protection = Protection(pattern, people, programs_of(pattern, people), progress)
    _settled(protection, [table for table in pattern.tables if len(table[1]) == 1])
    for by, tables in crosses.items():
        progress(f"trying {' by '.join(by)}", 0, None)
        before = pattern.saved()
        for table in tables:
            pattern.offer(table)
            protection.prover.ask_all_again(pattern.tables[table])
        _settled(protection, tables)
        singles = [t for t in pattern.tables if len(t[1]) == 1 and t not in before[1]]
        spoilt = any(_share(pattern, [table]) > MOST for table in singles)
        if spoilt or _share(pattern, tables) > MOST:
            pattern.restore(before)
            for table in tables:
                pattern.withdraw(table, MOST_HIDDEN)
    protection.show_again()
    return protection


def held_against_more(
    pattern: Pattern, people: Ints, before: Protection, progress: Progress
) -> Protection:
    """Hide what it takes besides to make a pattern safe from who knows more than before."""
    protection = Protection(pattern, people, programs_of(pattern, people), progress)
    protection.because = dict(before.because)
    protection.protect(lambda: False)
    return protection


def _settled(protection: Protection, tables: Sequence[Table]) -> None:
    """Make a pattern safe, and leave out those of some tables that hide most people."""
    pattern = protection.pattern

    def mostly_hidden() -> list[Table]:
        offered = (table for table in tables if table not in pattern.not_offered)
        return [table for table in offered if _share(pattern, [table]) > MOST]

    while True:
        protection.protect(lambda: bool(mostly_hidden()))
        hidden = mostly_hidden()
        if not hidden:
            return
        worst = max(hidden, key=lambda table: _share(pattern, [table]))
        pattern.withdraw(worst, MOST_HIDDEN)


def _share(pattern: Pattern, tables: Sequence[Table]) -> float:
    """The share of the people of some tables that is hidden, or not offered."""
    offered = [table for table in tables if table not in pattern.not_offered]
    hidden, _ = people_hidden(pattern, offered)
    left_out = sum(
        int(pattern.true[pattern.tables[table]].sum())
        for table in tables
        if table in pattern.not_offered
    )
    _, total = people_hidden(pattern, tables)
    return (hidden + left_out) / total if total else 0.0


def _not_worth(pattern: Pattern, table: Table) -> str | None:
    """Why a table is not offered at all; None where it may be."""
    measure, by = table
    cells = pattern.tables[table]
    counts = pattern.true[cells]
    whole = int(pattern.true[pattern.tables[measure, ()][0]])
    single = bool(pattern.whole[cells[counts > 0]].all())
    if single and len(by) == 1:  # all are in one slice, which says no more than the whole
        return None
    if 0 < whole < pattern.rules.threshold:
        return SMALL_WHOLE
    small = counts[counts < pattern.rules.threshold]
    return MOST_HIDDEN if small.sum() > MOST * counts.sum() else None
