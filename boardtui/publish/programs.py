"""The programs by which it is asked of a layout what could be otherwise, narrow and wide."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

import numpy as np

from boardtui.core.criterion.dimension import UNIT
from boardtui.publish.layout import Ints, Layout
from boardtui.publish.pattern import Pattern
from boardtui.publish.program import Flags, Program

WIDE = 5_000
"""Where more numbers of people are not known, one question about all of them takes seconds: it is
then not asked, and what is not proved without it is not offered."""

PAIRS = 2
"""For each measure, people are exchanged between so many pairs of kinds."""


class Programs:
    """The programs of a layout, each about the same people; the wider are made when first asked.

    Narrow are those of a dimension `alone`, all else being as it is; and those `between` kinds that
    differ in few measures, of which some are taken to be another. In `all` is whatever can be
    otherwise; it is None where that would take too long.
    """

    def __init__(
        self,
        alone: Sequence[Program],
        between: Callable[[], Sequence[Program]],
        widest: Callable[[], Program],
        *,
        has_all: bool,
    ) -> None:
        self.alone, self._between = alone, between
        self.widest, self.has_all = widest, has_all
        """`widest` makes the program of all, for the few cells of which nothing else is left."""

    @cached_property
    def between(self) -> Sequence[Program]:
        return self._between()

    @cached_property
    def all(self) -> Program | None:
        return self.widest() if self.has_all else None

    def __iter__(self) -> Iterator[Program]:
        yield from (*self.alone, *self.between, *([self.all] if self.all else []))

    @property
    def narrow(self) -> Sequence[Program]:
        """Those by which it is found out what to hide for many cells at once."""
        return self.alone if self.has_all else (*self.alone, *self.between)

    @property
    def of_one(self) -> Sequence[Program]:
        """Those by which one cell is proved: what is possible between kinds is so in all."""
        return (*self.alone, self.all) if self.all else (*self.alone, *self.between)

    @property
    def of_hiding(self) -> Sequence[Program]:
        """Those by which it is found out what to hide; all at once hides least."""
        return (self.all,) if self.all else (*self.alone, *self.between)


def everything(pattern: Pattern, people: Ints) -> Program:
    """The program of all that can be otherwise: of whom nobody is shown there is nobody."""
    return Program(pattern.layout, people, _free(pattern, pattern.nobody()), pattern.told())


def _free(pattern: Pattern, nobody: Flags) -> Flags:
    """The numbers of people that are not known, where nobody is in some cells."""
    layout = pattern.layout
    free = np.ones(layout.count, dtype=np.bool_)
    rows = np.repeat(np.arange(layout.cells.count), np.diff(layout.cells.starts))
    free[layout.cells.of[nobody[rows]]] = False
    return free


def programs_of(
    pattern: Pattern, people: Ints, *, wide: bool = False, exact: bool = False
) -> Programs:
    """The programs of a pattern; if `wide`, that of all too, however long it takes.

    Where there are many numbers of people, it is taken to be known too where nobody is in tables
    that are not offered, unless it is to be `exact`: what is safe from who knows that is safe.
    """
    layout, told = pattern.layout, pattern.told()
    free = _free(pattern, pattern.nobody())
    zeros = (pattern.true == 0) & pattern.rules.zeros
    if free.sum() >= WIDE and not (exact or wide):
        free = _free(pattern, pattern.nobody() | zeros)
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
