"""Proving a pattern: witnesses for every hidden cell, one question serving as many as it can."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from boardtui.publish.layout import Ints
from boardtui.publish.pattern import Pattern
from boardtui.publish.program import NEARLY, Flags, Program
from boardtui.publish.proof import Witnesses

Progress = Callable[[str, int, int | None], None]

LEANINGS = 3
"""How often an answer that is not in whole numbers is asked for, each time leaning a little."""

WORTH = 0.04
"""Of many cells that are asked about at once, the share to be proved for it to be done again."""

FEW = 8
"""Cells that are so few are asked about one by one."""


class Prover:
    """Proves that the hidden cells of a pattern are safe.

    Of the `programs` the narrower come first, which take more numbers of people to be as they are:
    what is possible in them is possible. The last is the whole of what a reader does not know.
    """

    def __init__(
        self, pattern: Pattern, people: Ints, programs: Sequence[Program], progress: Progress
    ) -> None:
        self.pattern, self.programs, self.progress = pattern, programs, progress
        self.witnesses = Witnesses(pattern.layout, people)
        self.cannot: Flags = np.zeros(len(pattern.true), dtype=np.bool_)
        """Cells that the force's own totals tell, whatever is hidden."""
        self.asked = 0
        """How much was asked so far: columns of programs."""
        self.low, self.high = pattern.ends()
        self.up, self.wide = pattern.needs()
        self._room = self.high
        self._chance = np.random.default_rng(1)

    def know(self) -> None:
        """Take the pattern as it is now."""
        before = self.low, self.high
        self.low, self.high = self.pattern.ends()
        if (self.low > before[0]).any() or (self.high < before[1]).any():
            # More is shown than before: of that, what was a witness may not be one.
            self.witnesses = self.witnesses.within(self.low, self.high)
        self.up, self.wide = self.pattern.needs()
        self.up[self.cannot] = self.wide[self.cannot] = 0
        room = np.maximum(self.up, self.pattern.true) + self.wide + self.pattern.rules.threshold
        self._room = np.where(self.high > room, room, self.high)

    def tell(self, program: Program) -> Program:
        """Tell a program what a reader knows."""
        program.know(self.low, self._room)
        self.asked += program.columns
        return program

    def lacking(self) -> Flags:
        """The cells that are not proved yet."""
        return self.witnesses.lacking(self.up, self.wide)

    def is_proved(self, cell: int) -> bool:
        low, high = int(self.witnesses.low[cell]), int(self.witnesses.high[cell])
        return bool(high >= self.up[cell] and high - low + 1 >= self.wide[cell])

    def failing(self) -> list[int]:
        """The cells that cannot be proved safe."""
        self.know()
        self.ask_many(np.ones(len(self.pattern.true), dtype=np.bool_))
        found = []
        lacking = np.flatnonzero(self.lacking()).tolist()
        for number, cell in enumerate(lacking):
            self.progress("proving", number, len(lacking))
            if not self.prove(cell):
                found.append(cell)
        return found

    def ask_many(self, cells: Flags) -> None:
        """Ask about many cells at once, some up and some down, as long as it helps."""
        for program in self.programs:
            left = len(np.flatnonzero(self.lacking() & program.has & cells))
            while left >= FEW:
                self._ask(program, np.flatnonzero(self.lacking() & program.has & cells))
                before, left = left, len(np.flatnonzero(self.lacking() & program.has & cells))
                self.progress("proving", 0, left)
                if before - left < WORTH * before:
                    break

    def _ask(self, program: Program, cells: Ints) -> None:
        signs = np.where(self._chance.random(len(cells)) < 0.5, 1.0, -1.0)
        weights = dict(zip(cells.tolist(), signs.tolist(), strict=True))
        answer = self.tell(program).solve(weights)
        if answer is not None:
            self.witnesses.take(answer, self.low, self.high)

    def prove(self, cell: int) -> bool:
        """Whether a cell can be proved safe, by witnesses of its own where there are none yet."""
        if self.is_proved(cell):
            return True
        return any(
            self._witnessed(program, cell, 1.0) and self._witnessed(program, cell, -1.0)
            for program in self.programs
            if program.has[cell]
        ) or self.is_proved(cell)

    def _witnessed(self, program: Program, cell: int, sign: float) -> bool:
        """Look for a witness with a cell as far up, or down, as can be; False if it is no use.

        An answer that is not whole is asked for again with a slight leaning, which mostly helps.
        """
        if self.is_proved(cell) or (sign < 0 and self.witnesses.high[cell] < self.up[cell]):
            return self.is_proved(cell)
        others = np.flatnonzero(self.pattern.hidden & program.has)
        for again in range(LEANINGS):
            weights: dict[int, float] = {}
            if again:
                leaning = self._chance.uniform(-1e-3, 1e-3, len(others)).tolist()
                weights = dict(zip(others.tolist(), leaning, strict=True))
            answer = self.tell(program).solve({**weights, cell: sign})
            if answer is None:
                return False
            if sign > 0 and program.counted(answer, cell) < self.up[cell] - NEARLY:
                return False
            if self.witnesses.take(answer, self.low, self.high):
                return sign > 0 or self.is_proved(cell)
        whole = program.whole({cell: sign})
        if whole is not None:
            self.witnesses.take(whole, self.low, self.high)
        return sign > 0 or self.is_proved(cell)
