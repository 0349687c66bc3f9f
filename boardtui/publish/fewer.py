"""Fewer hidden cells: each shown again that is not needed, then some exchanged for fewer others.

What was hidden for one count after another is seldom the least that all of them need. So a few of
what is hidden for others is shown again, and hidden anew is what is cheapest for all of them now.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from random import Random

import numpy as np

from boardtui.publish.layout import Ints
from boardtui.publish.protection import Protection

SHOWING = 500_000
"""How much is asked about needless cells, as `Prover.asked` has it; the others stay hidden. As much
is asked about those of one dimension as about those of crosses."""

TOGETHER = 4
"""So many are shown at a time where each protects no more than the others of them."""

EXCHANGING = 1_000_000
"""How much is asked about exchanges."""

AT_ONCE = (3, 4, 5, 10)
"""So many cells that have something in common are shown again at a time, by chance."""

DRAWS = 20
"""So often it is drawn which, before it may be one cell."""

IN_VAIN, IN_VAIN_EACH = 30, 2
"""After so many exchanges in a row that leave as many hidden, no more are tried: in all, and for
each cell that is hidden for others, where there are few."""


class Fewer:
    """Hides fewer cells of what was made safe, and leaves it safe."""

    def __init__(self, protection: Protection) -> None:
        self.protection = protection
        self.pattern, self.prover = protection.pattern, protection.prover
        self._chance = Random(1)

    def hide_fewer(self) -> None:
        """Show again what is needless, and exchange the rest as long as it helps."""
        self.show_again()
        if self.prover.programs.all is None:
            return  # each question takes too long there
        before = self.pattern.hidden.copy()
        in_vain, enough = 0, self.prover.asked + EXCHANGING
        while in_vain < self._most_in_vain() and self.prover.asked < enough:
            in_vain = 0 if self._exchange() else in_vain + 1
        if (self.pattern.hidden != before).any():
            self.show_again()

    def _most_in_vain(self) -> int:
        return min(IN_VAIN, IN_VAIN_EACH * len(self._others()))

    def _others(self) -> Ints:
        """The cells that are hidden for others."""
        return np.flatnonzero(self.pattern.hidden & ~self.pattern.primary)

    def show_again(self) -> None:
        """Show what turns out to be needless: counts of one dimension first, and the largest."""
        pattern, cells = self.pattern, self._others()
        order = cells[np.argsort(-pattern.true[cells], kind="stable")]
        singles, crossed = order[pattern.single[order]], order[~pattern.single[order]]
        self._show_each([*self._of_tables(), *([cell] for cell in singles.tolist())], TOGETHER)
        self._show_each([[cell] for cell in crossed.tolist()], 1)
        self.prover.know()

    def _show_each(self, some: Sequence[Sequence[int]], most: int) -> None:
        """Show some cells after others, so many at a time at most, until enough was asked."""
        enough = self.prover.asked + SHOWING
        for number, cells in enumerate(some):
            self.protection.progress("showing again", number, None)
            mine = [cell for cell in cells if self.pattern.hidden[cell]]
            while mine and self.prover.asked <= enough:
                exposed = self._show(mine)
                if exposed is None or len(mine) >= most or not self._is_for_others(exposed):
                    break
                mine.append(exposed)

    def _is_for_others(self, cell: int) -> bool:
        return bool(self.pattern.hidden[cell] and not self.pattern.primary[cell])

    def _of_tables(self) -> list[list[int]]:
        """What is hidden of each table by one dimension of which nothing is small."""
        pattern = self.pattern
        found = []
        for table, cells in pattern.tables.items():
            mine = cells[pattern.hidden[cells]]
            if len(table[1]) == 1 and len(mine) and not pattern.primary[mine].any():
                found.append(mine.tolist())
        return found

    def _show(self, cells: Sequence[int]) -> int | None:
        """Show some cells, unless others cannot be proved to be safe then; the first of those."""
        pattern, prover = self.pattern, self.prover
        before, witnesses = pattern.hidden.copy(), prover.witnesses
        pattern.hidden[cells] = False
        prover.know()
        near = set().union(*map(self._near, cells))
        lacking = np.flatnonzero(prover.lacking()).tolist()
        mine = [cell for cell in lacking if cell in near]
        exposed = next((cell for cell in mine if not prover.prove(cell)), None)
        if exposed is None and len(mine) < len(lacking):
            prover.prove_many(prover.programs)
            others = np.flatnonzero(prover.lacking()).tolist()
            exposed = next((cell for cell in others if not prover.prove(cell)), None)
        if exposed is not None:
            pattern.hidden, prover.witnesses = before, witnesses
            prover.know()
        return exposed

    def _near(self, cell: int) -> set[int]:
        """The cells of the tables that a cell is in."""
        tables = {(measure, by) for measure, by, _ in self.pattern.layout.names[cell]}
        return {each for table in tables for each in self.pattern.tables[table].tolist()}

    def _exchange(self) -> bool:
        """Show some cells again and hide others instead, if that is no more; whether it is fewer.

        Where it is as many, the others stay hidden all the same: from there it may go on.
        """
        pattern, prover = self.pattern, self.prover
        before, witnesses = pattern.hidden.copy(), prover.witnesses
        count = int(before.sum())
        self.protection.progress("hiding fewer", 0, count)
        pattern.hidden[self._some()] = False
        if self._is_safe_again(count):
            return int(pattern.hidden.sum()) < count
        pattern.hidden, prover.witnesses = before, witnesses
        prover.know()
        return False

    def _some(self) -> Ints:
        """Some cells that are hidden for others, and have in common with one what is drawn.

        Shown again by itself, a cell is only hidden anew: it is two at least, if that can be.
        """
        traits = {cell: list(self._traits(cell)) for cell in self._others().tolist()}
        mine: list[int] = []
        for _ in range(DRAWS):
            trait = self._chance.choice(traits[self._chance.choice(list(traits))])
            mine = [cell for cell, found in traits.items() if trait in found]
            if len(mine) > 1:
                break
        most = self._chance.choice(AT_ONCE)
        return np.array(mine if len(mine) <= most else self._chance.sample(mine, most))

    def _traits(self, cell: int) -> Iterator[Hashable]:
        """What a cell may have in common with others: table, measure, dimensions, and slices."""
        for measure, by, slices in self.pattern.layout.names[cell]:
            if (measure, by) not in self.pattern.not_offered:
                yield from ((measure, by), measure, by, *zip(by, slices, strict=True))

    def _is_safe_again(self, most: int) -> bool:
        """Hide what makes all safe again, if that is no more than some number of cells."""
        pattern, prover = self.pattern, self.prover
        while True:
            prover.know()
            lacking = np.flatnonzero(prover.lacking()).tolist()
            if not lacking:
                return True
            self._chance.shuffle(lacking)
            for cell in lacking:
                prover.know()
                if prover.is_proved(cell):
                    continue
                if not self.protection.make_room(cell) or pattern.hidden.sum() > most:
                    return False
