"""What is hidden for a cell that can be placed too closely: the cheapest others that make room."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from msgspec import Struct

from boardtui.publish.layout import Ints, Name
from boardtui.publish.pattern import Pattern, Table
from boardtui.publish.program import NEARLY, Floats, Program
from boardtui.publish.programs import programs_of
from boardtui.publish.proving import Progress, Prover

BATCHES = 12
"""For many cells it is asked in so many batches what to hide: what helps one often helps others."""

AGAIN = 2
"""How often the cheapest cells are looked for, the prices of each time following the last; once
where each question takes long."""

SINGLE = 3.0
"""How many times as dear a cell of one dimension is as one of a cross."""

DEAR = 100.0
"""What a cell that is hidden costs, in deviations of a number of people."""


ASKS = 3
"""A cell is asked about so often: further up, then down, then once more."""


class Ask(Struct, frozen=True):
    """That a cell be so much at least, or at most."""

    cell: int
    least: int | None = None
    most: int | None = None


class Hiding:
    """Hides cells of a pattern so that others are safe."""

    def __init__(self, pattern: Pattern, people: Ints, progress: Progress) -> None:
        self.pattern, self.progress = pattern, progress
        self.prover = Prover(pattern, people, programs_of(pattern, people), progress)
        self.because: dict[Name, Name | None] = {}
        """Of cells hidden for others, the one that each was hidden for; None if for several."""

    def hide_many(self) -> None:
        """Hide what must be hidden, and most of what makes that safe."""
        self.pattern.hidden |= self.pattern.primary
        self.prover.know()
        self.prover.prove_many(self.prover.programs.narrow)
        self._hide_together()

    def _hide_together(self) -> None:
        """Hide for many cells at once, of each table few at a time; some may be left for later."""
        prover = self.prover
        names = self.pattern.layout.names
        for program in prover.programs.narrow:
            for _ in range(2):  # further up, then wider
                prover.know()
                cells = np.flatnonzero(prover.lacking() & program.has).tolist()
                batches = _few_of_each([names[cell][0] for cell in cells], cells)
                for place, batch in enumerate(batches):
                    self.progress("hiding", sum(map(len, batches[:place])), len(cells))
                    asks = [ask for cell in batch for ask in self.further(cell)[:1]]
                    if asks:
                        self._hide_for(program, asks)

    def further(self, cell: int) -> list[Ask]:
        """What would let a cell reach as far up as it must, or then be as wide, either way.

        Nothing where it does, and is.
        """
        prover = self.prover
        up, wide = int(prover.up[cell]), int(prover.wide[cell])
        low, high = int(prover.witnesses.low[cell]), int(prover.witnesses.high[cell])
        if high < up:
            return [Ask(cell, least=up)]
        if high - low + 1 >= wide:
            return []
        down = [Ask(cell, most=high - wide + 1)] if high - wide + 1 >= prover.low[cell] else []
        return [*down, Ask(cell, least=low + wide - 1)]

    def make_room(self, cell: int) -> bool:
        """Hide what lets a cell reach as far as it must, and be as wide; whether that can be."""

        def made(program: Program) -> bool:
            return self.made(cell, lambda ask: self._hide_for(program, [ask]))

        return any(made(each) for each in self.prover.programs.of_hiding if each.has[cell])

    def made(self, cell: int, do: Callable[[Ask], bool]) -> bool:
        """Do what lets a cell be as it must, one ask after another; whether it is then."""
        for _ in range(ASKS):
            if not any(map(do, self.further(cell))):
                break
        return self.prover.is_proved(cell)

    def _hide_for(self, program: Program, asks: list[Ask]) -> bool:
        """Hide the cheapest cells that let some be so much, or so little; whether that can be."""
        prices = self._open(program, asks)
        answer = None
        for _ in range(AGAIN if self.prover.programs.has_all else 1):
            program.price(DEAR * prices)
            again = program.solve()
            if again is None:
                break
            answer = again
            if (answer.beyond > NEARLY).sum() < 2:
                break
            # What deviates much costs no more than what deviates a little: few cells are better.
            prices = np.where(answer.beyond > NEARLY, 1.0 / (answer.beyond + 0.1), 10.0)
        if answer is not None and len(asks) == 1 and not answer.is_whole:
            answer = program.whole(answer)
        if answer is None:
            return False
        self.hide(np.flatnonzero(answer.beyond > NEARLY), asks[0].cell if len(asks) == 1 else None)
        prover = self.prover
        prover.know()
        prover.witnesses.take(answer, prover.low, prover.high)
        return True

    def hide(self, cells: Ints, for_cell: int | None) -> None:
        """Hide some cells for another, or for several."""
        names = self.pattern.layout.names
        for each in cells.tolist():
            self.pattern.hidden[each] = True
            self.because[names[each][0]] = None if for_cell is None else names[for_cell][0]

    def _open(self, program: Program, asks: Sequence[Ask]) -> Floats:
        """Let shown cells deviate at a price, so that some cells do as asked; the price of each."""
        self.know(program)
        can = self.pattern.hideable()
        up, down = self.room(2 * self.pattern.rules.threshold, least=1)
        program.open(np.where(can, up, 0), np.where(can, down, 0))
        for each in asks:
            told = program.ask if len(asks) == 1 else program.wish
            told(each.cell, each.least, each.most)
        return prices(self.pattern)

    def know(self, program: Program) -> None:
        """Take the pattern as it is now, and tell a program what a reader knows of it."""
        self.prover.know()
        self.prover.tell(program)

    def room(self, most: int, *, least: int) -> tuple[Ints, Ints]:
        """How far up and down each cell could be besides if nothing were told of it.

        That is so much at most and `least` people at least, and within what is known elsewhere.
        """
        known, prover = self.pattern.known, self.prover
        down = prover.low - np.maximum(known.low, least)
        return np.minimum(most, known.high - prover.high), np.maximum(0, down)


def prices(pattern: Pattern) -> Floats:
    """What it costs to hide each cell: more of a single dimension, and where many people are."""
    found: Floats = 1.0 + pattern.true / (pattern.true + 200.0)
    return found * np.where(pattern.single, SINGLE, 1.0)


def _few_of_each(names: Sequence[Name], cells: Sequence[int]) -> list[list[int]]:
    """Some cells in batches, each with as few of one table as can be."""
    turns: dict[Table, int] = {}
    batches: list[list[int]] = []
    for (measure, by, _), cell in zip(names, cells, strict=True):
        turn = turns.get((measure, by), 0)
        turns[measure, by] = (turn + 1) % BATCHES
        if turn == len(batches):
            batches.append([])
        batches[turn].append(cell)
    return batches
