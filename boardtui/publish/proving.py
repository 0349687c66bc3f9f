"""Proving a pattern: witnesses for every hidden cell, one question serving as many as it can."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np

from boardtui.publish.layout import Ints
from boardtui.publish.pattern import MANY, Pattern
from boardtui.publish.program import NEARLY, Answer, Flags, Program
from boardtui.publish.programs import Programs
from boardtui.publish.proof import Witnesses

Progress = Callable[[str, int, int | None], None]

WORTH = 0.04
"""Of many cells that are asked about at once, the share to be proved for it to be done again."""

FEW = 8
"""Cells that are so few are asked about one by one."""


class Prover:
    """Proves that the hidden cells of a pattern are safe.

    What is possible in the narrower of the `programs` is possible.
    """

    def __init__(
        self, pattern: Pattern, people: Ints, programs: Programs, progress: Progress
    ) -> None:
        self.pattern, self.people = pattern, people
        self.programs, self.progress = programs, progress
        self.witnesses = Witnesses(pattern.layout, people)
        self.most_up: Ints = np.full(len(pattern.true), MANY, dtype=np.int64)
        self.most_wide: Ints = np.full(len(pattern.true), MANY, dtype=np.int64)
        """How far up, and how wide, cells can be whatever is hidden; known of few."""
        self.hard: dict[int, Program] = {}
        """Cells that are asked about in a program of all that can be otherwise, where none is."""
        self.taken = np.zeros(len(pattern.true), dtype=np.bool_)
        """Cells of which it is taken that they are safe: nothing is asked of them."""
        self.asked = 0
        """How much was asked so far: columns of programs."""
        self.low, self.high = pattern.ends()
        self.up, self.wide = pattern.needs()
        self._room = self.high

    def know(self) -> None:
        """Take the pattern as it is now."""
        before = self.low, self.high
        self.low, self.high = self.pattern.ends()
        closer = np.flatnonzero((self.low > before[0]) | (self.high < before[1]))
        if len(closer):
            # More is shown than before: of that, what was a witness may not be one.
            self.witnesses = self.witnesses.within(self.low, self.high, closer)
        self.up, self.wide = self.pattern.needs()
        self.up = np.where(self.taken, 0, np.minimum(self.up, self.most_up))
        self.wide = np.where(self.taken, 0, np.minimum(self.wide, self.most_wide))
        room = np.maximum(self.up, self.pattern.true) + self.wide + self.pattern.rules.threshold
        self._room = np.where(self.high > room, room, self.high)

    def tell(self, program: Program) -> Program:
        """Tell a program what a reader knows."""
        program.know(self.low, self._room)
        program.price()
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
        # Whatever was shown and hidden on the way here: only what stands now is a witness.
        self.witnesses = self.witnesses.within(self.low, self.high, np.arange(len(self.low)))
        self.prove_many(self.programs)
        found = []
        lacking = np.flatnonzero(self.lacking()).tolist()
        for number, cell in enumerate(lacking):
            self.progress("proving", number, len(lacking))
            if not self.prove(cell):
                found.append(cell)
        # What was found for those after it may prove one.
        return [cell for cell in found if not self.is_proved(cell)]

    def prove_many(self, programs: Iterable[Program]) -> None:
        """Prove many cells at once by each of some programs, as long as it helps."""
        for program in programs:
            cells = np.flatnonzero(self.lacking() & program.has)
            while len(cells) >= FEW:
                self.tell(program)
                for cell in cells.tolist():
                    far = max(
                        int(self.up[cell]), int(self.witnesses.low[cell] + self.wide[cell]) - 1
                    )
                    program.wish(cell, least=far)
                self._take(program, program.solve())
                before = len(cells)
                cells = np.flatnonzero(self.lacking() & program.has)
                self.progress("proving", 0, len(cells))
                if before - len(cells) < WORTH * before:
                    break

    def prove(self, cell: int) -> bool:
        """Whether a cell can be proved safe, by witnesses of its own where there are none yet."""
        return self.is_proved(cell) or any(
            self._proved(program, cell) for program in self.programs_of(cell)
        )

    def between(self, cell: int) -> tuple[int, int]:
        """The least and the most that a cell can be, by all that a reader knows."""
        program = self.programs.all or self.programs.widest()
        ends = []
        for asked in ({"most": int(self.low[cell])}, {"least": int(self.high[cell])}):
            program.know(self.low, self.high)
            program.price()
            program.wish(cell, **asked)
            answer = program.solve()
            true = float(self.pattern.true[cell])
            ends.append(true if answer is None else program.counted(answer, cell))
        return int(np.ceil(ends[0] - NEARLY)), int(np.floor(ends[1] + NEARLY))

    def programs_of(self, cell: int) -> list[Program]:
        """The programs that a cell can be otherwise in, the narrow ones first."""
        found = [program for program in self.programs.of_one if program.has[cell]]
        return [*found, self.hard[cell]] if cell in self.hard else found

    def ask_all_of(self, cell: int) -> bool:
        """Ask about a cell in all that can be otherwise from now on; False where that was done."""
        if self.programs.all is not None or cell in self.hard:
            return False
        self.hard[cell] = next(iter(self.hard.values()), None) or self.programs.widest()
        return True

    def _proved(self, program: Program, cell: int) -> bool:
        """Look for witnesses with a cell as far up as it must be, and as far apart."""
        up, wide = int(self.up[cell]), int(self.wide[cell])
        far = max(up, int(self.witnesses.low[cell]) + wide - 1)
        self.tell(program).wish(cell, least=far)
        answer = program.solve()
        if answer is None:
            return False
        reached = int(program.counted(answer, cell) + NEARLY)
        if reached < up:
            return False
        if not self._take(program, answer):
            self._witnessed(program, cell, least=reached)
        high = int(self.witnesses.high[cell])
        if high < up or self.is_proved(cell):
            return self.is_proved(cell)
        return self._witnessed(program, cell, most=high - wide + 1)

    def _witnessed(
        self, program: Program, cell: int, least: int | None = None, most: int | None = None
    ) -> bool:
        """Look for a witness with a cell at least, or at most, so much; whether there is one."""
        self.tell(program).ask(cell, least, most)
        return self._take(program, program.solve())

    def _take(self, program: Program, answer: Answer | None) -> bool:
        """Take an answer as a witness, or one like it in whole numbers; whether there is one."""
        if answer is not None and not answer.is_whole:
            answer = program.whole(answer)
        return answer is not None and self.witnesses.take(answer, self.low, self.high)
