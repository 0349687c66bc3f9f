"""Which cells are hidden: the small ones, what protects them, and nothing that need not be."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from msgspec import Struct

from boardtui.publish.layout import Ints, Name
from boardtui.publish.pattern import MANY, Pattern, Table
from boardtui.publish.program import NEARLY, Flags, Floats, Program
from boardtui.publish.programs import Programs, programs_of
from boardtui.publish.proving import Progress, Prover

ROUNDS = 8
"""After so many rounds of hiding, tables are no longer offered that still cannot be made safe."""

BATCHES = 12
"""For many cells it is asked in so many batches what to hide: what helps one often helps others."""

AGAIN = 2
"""How often the cheapest cells are looked for, the prices of each time following the last; once
where each question takes long."""

SINGLE = 3.0
"""How many times as dear a cell of one dimension is as one of a cross."""

DEAR = 100.0
"""What a cell that is hidden costs, in deviations of a number of people."""

NOT_SAFE = "it cannot be made safe"


class Ask(Struct, frozen=True):
    """That a cell be so much at least, or at most."""

    cell: int
    least: int | None = None
    most: int | None = None


class Protection:
    """Makes a pattern safe."""

    def __init__(self, pattern: Pattern, people: Ints, progress: Progress) -> None:
        self.pattern, self.progress = pattern, progress
        self.prover = Prover(pattern, people, programs_of(pattern, people), progress)
        self._exact: tuple[set[Table], Programs] | None = None
        self.because: dict[Name, Name | None] = {}
        """Of cells hidden for others, the one that each was hidden for; None if for several."""

    def hide_many(self) -> None:
        """Hide what must be hidden, and most of what makes that safe."""
        self.pattern.hidden |= self.pattern.primary
        self.prover.know()
        self.prover.prove_many(self.prover.programs.narrow)
        self._hide_together()

    def protect(self, is_too_much: Callable[[], bool]) -> None:
        """Hide what must be hidden, and what makes that safe; leave out what cannot be.

        Ends as soon as what is hidden is too much.
        """
        prover = self.prover
        self.hide_many()
        if is_too_much():
            return
        for number in range(ROUNDS):
            prover.know()
            prover.prove_many(prover.programs)
            lacking = np.flatnonzero(prover.lacking()).tolist()
            if not lacking:
                return
            for place, cell in enumerate(lacking):
                self.progress(f"hiding, round {number + 1}", place, len(lacking))
                prover.know()
                if prover.is_proved(cell) or (prover.programs.all is None and prover.prove(cell)):
                    continue
                if not self.make_room(cell):
                    self._leave_out(cell)
                if is_too_much():
                    return
        for _ in range(ROUNDS):
            for cell in prover.failing():
                if not self.make_room(cell):
                    self._leave_out(cell)
        for cell in prover.failing():
            self._leave_out_like(cell)
        for cell in prover.failing():
            self._content(cell)

    def _hide_together(self) -> None:
        """Hide for many cells at once, of each table few at a time; some may be left for later."""
        prover = self.prover
        names = self.pattern.layout.names
        for program in prover.programs.narrow:
            for reach in (self._further_up, self._wider):
                prover.know()
                cells = np.flatnonzero(prover.lacking() & program.has).tolist()
                batches = _few_of_each([names[cell][0] for cell in cells], cells)
                for place, batch in enumerate(batches):
                    self.progress("hiding", sum(map(len, batches[:place])), len(cells))
                    asks = [ask for ask in map(reach, batch) if ask is not None]
                    if asks:
                        self._hide_for(program, asks)

    def _further_up(self, cell: int) -> Ask | None:
        """What would let a cell reach as far up as it must; None where it does."""
        up = int(self.prover.up[cell])
        return Ask(cell, least=up) if self.prover.witnesses.high[cell] < up else None

    def _wider(self, cell: int) -> Ask | None:
        """What would let a cell be as wide as it must; None where it is, or does not reach up."""
        witnesses, wide = self.prover.witnesses, int(self.prover.wide[cell])
        low, high = int(witnesses.low[cell]), int(witnesses.high[cell])
        if high < self.prover.up[cell] or high - low + 1 >= wide:
            return None
        if high - wide + 1 >= self.prover.low[cell]:
            return Ask(cell, most=high - wide + 1)
        return Ask(cell, least=low + wide - 1)

    def make_room(self, cell: int) -> bool:
        """Hide what lets a cell reach as far as it must, and be as wide; whether that can be."""
        prover = self.prover
        for program in prover.programs.of_hiding:
            if not program.has[cell]:
                continue
            for reach in (self._further_up, self._wider, self._wider):
                ask = reach(cell)
                if ask is not None and not self._hide_for(program, [ask]):
                    break
            if prover.is_proved(cell):
                return True
        return False

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
        names = self.pattern.layout.names
        for each in np.flatnonzero(answer.beyond > NEARLY).tolist():
            self.pattern.hidden[each] = True
            self.because[names[each][0]] = names[asks[0].cell][0] if len(asks) == 1 else None
        prover = self.prover
        prover.know()
        prover.witnesses.take(answer, prover.low, prover.high)
        return True

    def _open(self, program: Program, asks: Sequence[Ask], room: int | None = None) -> Floats:
        """Let shown cells deviate at a price, so that some cells do as asked; the price of each."""
        pattern, prover = self.pattern, self.prover
        prover.know()
        prover.tell(program)
        can = pattern.hideable() & ~_pinned(pattern)
        room = room or 2 * pattern.rules.threshold
        program.open(np.where(can, room, 0), np.where(can, np.maximum(0, prover.low - 1), 0))
        for each in asks:
            told = program.ask if len(asks) == 1 else program.wish
            told(each.cell, each.least, each.most)
        return (1.0 + pattern.true / (pattern.true + 200.0)) * np.where(pattern.single, SINGLE, 1.0)

    def _leave_out(self, cell: int) -> None:
        """Offer the tables of a cell no more that cannot be made safe."""
        names = {(measure, by) for measure, by, _ in self.pattern.layout.names[cell] if by}
        tables = [name for name in names if name not in self.pattern.not_offered]
        if not tables:
            self._content(cell)
        for table in sorted(tables):
            self.pattern.withdraw(table, NOT_SAFE)

    def _leave_out_like(self, cell: int) -> None:
        """Offer no table any more by what tells a cell apart: others there give it away."""
        names = self.pattern.layout.names[cell]
        dimension = min((by for _, by, _ in names if by), key=len, default=())[-1:]
        for table in self.pattern.tables:
            if set(dimension) & set(table[1]) and table not in self.pattern.not_offered:
                self.pattern.withdraw(table, NOT_SAFE)

    def _content(self, cell: int) -> None:
        """Ask no more of a cell than could be if all were hidden that can be.

        The force's own totals, or an earlier edition, tell the rest whatever is hidden. Of that it
        is asked exactly, where nobody is known to be; afterwards as before, if that is quicker.
        """
        prover = self.prover
        usual, prover.programs = prover.programs, self._exactly()
        if not self.make_room(cell):
            self._content_exactly(cell)
        if not prover.programs.has_all:
            prover.programs = usual

    def _exactly(self) -> Programs:
        """The programs of what is offered now."""
        left_out = set(self.pattern.not_offered)
        if self._exact is None or self._exact[0] != left_out:
            people = self.prover.people
            self._exact = left_out, programs_of(self.pattern, people, exact=True)
        return self._exact[1]

    def _content_exactly(self, cell: int) -> None:
        prover = self.prover
        if prover.ask_all_of(cell) and prover.prove(cell):
            return
        high = low = int(self.pattern.true[cell])
        up, wide = int(prover.up[cell]), int(prover.wide[cell])
        for program in prover.programs_of(cell):
            high = max(high, self._end(program, cell, least=max(up, low + wide - 1)))
        for program in prover.programs_of(cell):
            low = min(low, self._end(program, cell, most=high - wide + 1))
        prover.most_up[cell], prover.most_wide[cell] = high, high - low + 1

    def _end(
        self, program: Program, cell: int, least: int | None = None, most: int | None = None
    ) -> int:
        """How far up or down a cell could be if all were hidden that can be."""
        self._open(program, [], room=MANY)
        program.price(np.ones(len(self.pattern.true)))
        program.wish(cell, least, most)
        answer = program.solve()
        if answer is None:
            return int(self.pattern.true[cell])
        count = program.counted(answer, cell)
        return int(np.floor(count + NEARLY) if least is not None else np.ceil(count - NEARLY))


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


def _pinned(pattern: Pattern) -> Flags:
    """The cells that are known from elsewhere, so that hiding them would protect nothing."""
    pinned: Flags = pattern.known.low == pattern.known.high
    return pinned
