"""What is offered of a snapshot: every table that can be made safe and is worth reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from boardtui.core.criterion.dimension import UNIT
from boardtui.publish.fewer import Fewer
from boardtui.publish.layout import Dimensions, Ints, Layout
from boardtui.publish.narrowing import Narrowed, known_crosses, narrowed
from boardtui.publish.pattern import Pattern, Table
from boardtui.publish.program import Flags, Program
from boardtui.publish.programs import Programs
from boardtui.publish.protection import Protection
from boardtui.publish.proving import Progress
from boardtui.publish.worth import (
    MOST_HIDDEN,
    could_be_worth,
    is_worth,
    least_told,
    mostly_hidden,
    why_not_worth,
)

WIDE = 5_000
"""Where more numbers of people are not known, one question about all of them takes seconds: it is
then not asked, and what is not proved without it is not offered."""

PAIRS = 2
"""For each measure, people are exchanged between so many pairs of kinds."""


def everything(pattern: Pattern, people: Ints) -> Program:
    """The program of all that can be otherwise: of whom nobody is shown there is nobody."""
    return Program(pattern.layout, people, _free(pattern), pattern.told())


def _free(pattern: Pattern) -> Flags:
    layout = pattern.layout
    free = np.ones(layout.count, dtype=np.bool_)
    rows = np.repeat(np.arange(layout.cells.count), np.diff(layout.cells.starts))
    free[layout.cells.of[pattern.nobody()[rows]]] = False
    return free


def programs_of(pattern: Pattern, people: Ints, *, wide: bool = False) -> Programs:
    """The programs of a pattern; if `wide`, that of all too, however long it takes."""
    layout, free, told = pattern.layout, _free(pattern), pattern.told()
    kept = np.zeros(layout.count, dtype=np.bool_)
    kept[: len(layout.here)] = True
    units = layout.blocks.get((UNIT.name, None), np.zeros(0, dtype=np.int64))
    kept[units[units >= 0]] = True
    alone = []
    for (name, _), block in layout.blocks.items():
        mine = np.zeros(layout.count, dtype=np.bool_)
        mine[block[block >= 0]] = True
        if name != UNIT.name:
            alone.append(Program(layout, people, mine & ~kept & free, told))

    def between() -> list[Program]:
        return [
            Program(layout, people, mine & free, told, differ)
            for mine, differ in _between_kinds(layout, people)
        ]

    def widest() -> Program:
        return Program(layout, people, free, told)

    return Programs(alone, between, widest, has_all=wide or bool(free.sum() < WIDE))


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
    """Make a pattern safe: the single dimensions, then one cross after another, if it can be.

    Whether a cross is worth offering is judged by what it nearly comes to; what is left in the end
    is made safe at once. Returns what proves it, over a pattern without the other crosses.
    """
    for table in pattern.tables:
        if table[1] and (why := why_not_worth(pattern, table)):
            pattern.withdraw(table, why)
    crosses: dict[Dimensions, list[Table]] = {}
    for measure, by in pattern.tables:
        if len(by) > 1 and (measure, by) not in pattern.not_offered:
            crosses.setdefault(by, []).append((measure, by))
    for table in (table for tables in crosses.values() for table in tables):
        pattern.withdraw(table, MOST_HIDDEN)
    crossed = known_crosses(pattern)
    here = narrowed(pattern, people, crossed)
    _settle(_protection(here, progress), list(here.pattern.tables))
    for by, tables in crosses.items():
        progress(f"trying {' by '.join(by)}", 0, None)
        here.keep(pattern)
        tried = narrowed(pattern, people, {*crossed, by[1]})
        for table in tables:
            tried.pattern.offer(table)
        _settle_nearly(_protection(tried, progress), here.pattern, tables)
        if is_worth(here.pattern, tried.pattern, tables):
            crossed, here = {*crossed, by[1]}, tried
    found = _protection(here, progress)
    _settle(found, list(here.pattern.tables))
    Fewer(found).hide_fewer()
    here.keep(pattern)
    return found


def held_against_more(
    pattern: Pattern, people: Ints, before: Protection, progress: Progress
) -> Protection:
    """Hide what it takes besides to make a pattern safe from who knows more than before."""
    crossed = {*before.pattern.layout.crossed, *known_crosses(pattern)}
    here = narrowed(pattern, people, crossed)
    found = _protection(here, progress)
    found.because.update(before.because)
    found.protect(lambda: False)
    here.keep(pattern)
    return found


def _protection(here: Narrowed, progress: Progress) -> Protection:
    return Protection(here.pattern, here.people, programs_of(here.pattern, here.people), progress)


def _settle(protection: Protection, tables: Sequence[Table]) -> None:
    """Make a pattern safe, and leave out those of some tables that hide most people."""
    pattern = protection.pattern
    before = pattern.hidden.copy()
    while True:
        protection.protect(lambda: bool(mostly_hidden(pattern, tables)))
        if not _leave_out(pattern, mostly_hidden(pattern, tables)):
            return
        pattern.hidden &= before


def _settle_nearly(protection: Protection, without: Pattern, tables: Sequence[Table]) -> None:
    """Make a pattern nearly safe, and leave out what hides most people: of a cross, then others.

    Ends as soon as the cross cannot be worth more than the pattern without it.
    """
    pattern = protection.pattern
    before = pattern.hidden.copy()
    new = np.concatenate([pattern.tables[table] for table in tables])
    protection.prover.taken[:] = True
    protection.prover.taken[new] = False
    while True:
        protection.hide_many()
        most = mostly_hidden(pattern, tables) or mostly_hidden(pattern, pattern.tables)
        if not _leave_out(pattern, most) or not could_be_worth(without, pattern, tables):
            return
        pattern.hidden &= before


def _leave_out(pattern: Pattern, tables: Sequence[Table]) -> bool:
    """Offer no more those of some tables that tell least; whether there are any."""
    for table in least_told(pattern, tables):
        pattern.withdraw(table, MOST_HIDDEN)
    return bool(tables)
