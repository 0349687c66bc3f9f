"""Which cells are hidden: the small ones, what protects them, and nothing that need not be."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from msgspec import Struct

from boardtui.publish.layout import Ints, Name
from boardtui.publish.pattern import Pattern, Table, people_hidden
from boardtui.publish.program import NEARLY, Answer, Flags, Floats, Program
from boardtui.publish.proof import Witnesses

Progress = Callable[[str, int, int | None], None]

PATIENCE = 4_000_000
"""How much is asked about needless cells: so many columns of programs."""

ROUNDS = 8
"""After so many rounds of hiding, tables are no longer offered that still cannot be made safe."""

AGAIN = 2
"""How often the cheapest cells are looked for, the prices of each time following the last."""

DEAR = 0.0

LEANINGS = 3

TRIES = 6
"""Questions about many cells at once, before each is asked about alone."""


class Ask(Struct, frozen=True):
    """That a cell be so much at least, or at most."""

    cell: int
    least: int | None = None
    most: int | None = None


class Protection:
    """Makes a pattern safe, and proves that it is."""

    def __init__(
        self, pattern: Pattern, people: Ints, program: Program, progress: Progress
    ) -> None:
        self.pattern, self.program, self.progress = pattern, program, progress
        self.witnesses = Witnesses(pattern.layout, people)
        self.because: dict[int, int] = {}
        """Of cells hidden for others, the one that each was hidden for."""
        self.cannot: Flags = np.zeros(len(pattern.true), dtype=np.bool_)
        """Cells that are known by the force's own totals, whatever is hidden."""
        self._chance = np.random.default_rng(1)
        self.solves = 0

    # Proving

    def prove(self, only: Ints | None = None, *, enough: bool = False) -> list[int]:
        """The cells that cannot be proved safe; with `enough`, the first of them alone."""
        self._know()
        if only is None:
            for _ in range(TRIES):
                if not self._many():
                    break
        failing = []
        lacking = np.flatnonzero(self._lacking()) if only is None else only
        for number, cell in enumerate(lacking.tolist()):
            if only is None:
                self.progress("proving", number, len(lacking))
            if not self._prove(cell):
                failing.append(cell)
                if enough:
                    break
        return failing

    def _know(self) -> None:
        self.low, self.high = self.pattern.ends()
        self.up, self.wide = self.pattern.needs()
        self.up[self.cannot] = self.wide[self.cannot] = 0
        room = np.maximum(self.up, self.pattern.true) + self.wide + self.pattern.rules.threshold
        self.program.know(self.low, np.where(self.high > room, room, self.high))

    def _lacking(self) -> Flags:
        return self.witnesses.lacking(self.up, self.wide)

    def _is_proved(self, cell: int) -> bool:
        low, high = int(self.witnesses.low[cell]), int(self.witnesses.high[cell])
        return bool(high >= self.up[cell] and high - low + 1 >= self.wide[cell])

    def _solve(self, weights: dict[int, float]) -> Answer | None:
        self.solves += 1
        return self.program.solve(weights, dear=DEAR)

    def _many(self) -> bool:
        """Ask about all cells that are not proved yet, some up and some down; False if none are."""
        cells = np.flatnonzero(self._lacking() & self.program.has)
        if len(cells) < 8:
            return False
        signs = np.where(self._chance.random(len(cells)) < 0.5, 1.0, -1.0)
        answer = self._solve(dict(zip(cells.tolist(), signs.tolist(), strict=True)))
        if answer is not None:
            self.witnesses.take(answer, self.low, self.high)
        return True

    def _prove(self, cell: int) -> bool:
        """Whether a cell can be proved safe, by witnesses of its own where there are none yet."""
        if self._is_proved(cell):
            return True
        if not self.program.has[cell]:
            return False
        for sign in (1.0, -1.0):
            if not self._witnessed(cell, sign):
                return False
            if self._is_proved(cell):
                return True
            if sign > 0 and self.witnesses.high[cell] < self.up[cell]:
                return False
        return False

    def _witnessed(self, cell: int, sign: float) -> bool:
        """Look for a witness with a cell as far up, or down, as can be; False if none is possible.

        An answer that is not whole is asked for again with a slight leaning, which mostly helps.
        """
        others = np.flatnonzero(self.pattern.hidden & self.program.has)
        for again in range(LEANINGS):
            weights = {}
            if again:
                leaning = self._chance.uniform(-1e-3, 1e-3, len(others)).tolist()
                weights = dict(zip(others.tolist(), leaning, strict=True))
            answer = self._solve({**weights, cell: sign})
            if answer is None:
                return False
            reached = float(self.program.counted(answer, cell))
            if sign > 0 and reached < self.up[cell] - NEARLY:
                return False
            if self.witnesses.take(answer, self.low, self.high):
                return True
        self.solves += 1
        whole = self.program.whole({cell: sign}, dear=DEAR)
        return whole is not None and self.witnesses.take(whole, self.low, self.high)

    # Hiding

    def protect(self) -> None:
        """Hide what must be hidden, and what makes that safe; leave out what cannot be."""
        pattern = self.pattern
        pattern.hidden |= pattern.primary
        self._hide_together()
        for number in range(ROUNDS):
            failing = self.prove()
            if not failing:
                return
            for place, cell in enumerate(failing):
                self.progress(f"hiding, round {number + 1}", place, len(failing))
                self._know()
                if not self._is_proved(cell) and not self._make_room(cell):
                    self._leave_out(cell)
        for cell in self.prove():
            self._leave_out(cell)

    def _hide_together(self) -> None:
        """Hide for many cells at once, of each table one at a time; some may be left for later."""
        for reach in (self._further_up, self._wider):
            self._know()
            cells = np.flatnonzero(self._lacking() & self.program.has).tolist()
            batches = _one_of_each([self.pattern.layout.names[cell][0] for cell in cells], cells)
            for place, batch in enumerate(batches):
                self.progress("hiding", sum(map(len, batches[:place])), len(cells))
                self._hide_for_all([ask for ask in map(reach, batch) if ask is not None])

    def _further_up(self, cell: int) -> Ask | None:
        """What would let a cell reach as far up as it must; None where it does."""
        up = int(self.up[cell])
        return Ask(cell, least=up) if self.witnesses.high[cell] < up else None

    def _wider(self, cell: int) -> Ask | None:
        """What would let a cell be as wide as it must; None where it is, or does not reach up."""
        low, high = int(self.witnesses.low[cell]), int(self.witnesses.high[cell])
        wide = int(self.wide[cell])
        if high < self.up[cell] or high - low + 1 >= wide:
            return None
        bottom = high - wide + 1
        return (
            Ask(cell, most=bottom) if bottom >= self.low[cell] else Ask(cell, least=low + wide - 1)
        )

    def _hide_for_all(self, asks: list[Ask]) -> None:
        """Hide for several cells at once; in halves where they are not possible together."""
        if asks and not self._hide_for(asks) and len(asks) > 1:
            half = len(asks) // 2
            self._hide_for_all(asks[:half])
            self._hide_for_all(asks[half:])

    def _make_room(self, cell: int) -> bool:
        """Hide what lets a cell reach as far as it must, and be as wide; whether that can be."""
        for reach in (self._further_up, self._wider, self._wider):
            ask = reach(cell)
            if ask is not None:
                self._hide_for([ask])
            if reach == self._further_up and self.witnesses.high[cell] < self.up[cell]:
                return False
        return self._is_proved(cell)

    def _hide_for(self, asks: list[Ask]) -> bool:
        """Hide the cheapest cells that let some be so much, or so little; whether that can be."""
        asks = [ask for ask in asks if self.program.has[ask.cell]]
        if not asks:
            return False
        prices = self._open(asks)
        answer = None
        for _ in range(AGAIN):
            self.solves += 1
            again = self.program.solve({}, prices, dear=1e-3)
            if again is None:
                break
            answer = again
            # What deviates much costs no more than what deviates a little: few cells are better.
            prices = np.where(answer.beyond > NEARLY, 1.0 / (answer.beyond + 0.1), 10.0)
        if answer is not None and len(asks) == 1 and not self._is_whole(answer):
            self.solves += 1
            answer = self.program.whole({}, prices, dear=1e-3)
        if answer is None:
            self._know()
            return False
        for each in np.flatnonzero(answer.beyond > NEARLY).tolist():
            self.pattern.hidden[each] = True
            self.because[each] = asks[0].cell if len(asks) == 1 else -1
        self._know()
        self.witnesses.take(answer, self.low, self.high)
        return True

    @staticmethod
    def _is_whole(answer: Answer) -> bool:
        return bool(np.abs(answer.people - np.rint(answer.people)).max(initial=0) < NEARLY)

    def _open(self, asks: Sequence[Ask]) -> Floats:
        """Let shown cells deviate at a price, so that some cells do as asked; the price of each."""
        pattern, program = self.pattern, self.program
        self._know()
        can = pattern.hideable() & ~_pinned(pattern)
        room = 2 * pattern.rules.threshold
        program.open(np.where(can, room, 0), np.where(can, np.maximum(0, self.low - 1), 0))
        for ask in asks:
            program.ask(ask.cell, ask.least, ask.most)
        return 1.0 + pattern.true / (pattern.true + 200.0)

    def _leave_out(self, cell: int) -> None:
        """Offer the tables of a cell no more that cannot be made safe."""
        tables = self._tables_of(cell)
        if not tables:
            self.cannot[cell] = True
        for table in tables:
            self.pattern.withdraw(table, "it cannot be made safe")

    def _tables_of(self, cell: int) -> list[Table]:
        names = {(measure, by) for measure, by, _ in self.pattern.layout.names[cell] if by}
        return [name for name in names if name not in self.pattern.not_offered]

    # Showing again

    def show_again(self) -> None:
        """Show each cell again that turned out to be needless."""
        pattern = self.pattern
        others = np.flatnonzero(pattern.hidden & ~pattern.primary)
        budget = self.solves + PATIENCE // self.program.columns
        for number, cell in enumerate(others[np.argsort(-pattern.true[others])].tolist()):
            self.progress("showing again", number, len(others))
            pattern.hidden[cell] = False
            before = self.witnesses
            self.witnesses = before.without(cell)
            self._know()
            lacking = np.flatnonzero(self._lacking())
            near = self._near(cell)
            order = sorted(lacking.tolist(), key=lambda each: each not in near)
            spent = self.solves >= budget
            if spent and len(lacking):
                failing = True
            else:
                failing = bool(self.prove(np.array(order, dtype=np.int64), enough=True))
            if failing:
                pattern.hidden[cell] = True
                self.witnesses = before

    def _near(self, cell: int) -> set[int]:
        """The cells of the tables that a cell is in."""
        tables = {(measure, by) for measure, by, _ in self.pattern.layout.names[cell]}
        return {each for table in tables for each in self.pattern.tables[table].tolist()}

    def most_hidden(self, share: float = 0.5) -> list[Table]:
        """The tables of which so large a share of the people is hidden."""
        found = []
        for table in self.pattern.tables:
            if table not in self.pattern.not_offered and table[1]:
                hidden, total = people_hidden(self.pattern, [table])
                if hidden > share * total:
                    found.append(table)
        return found


def _one_of_each(names: Sequence[Name], cells: Sequence[int]) -> list[list[int]]:
    """Some cells in batches, of which none has two of one table."""
    turns: dict[Table, int] = {}
    batches: list[list[int]] = []
    for (measure, by, _), cell in zip(names, cells, strict=True):
        turn = turns.get((measure, by), 0)
        turns[measure, by] = turn + 1
        if turn == len(batches):
            batches.append([])
        batches[turn].append(cell)
    return batches


def _pinned(pattern: Pattern) -> Flags:
    """The cells that are known from elsewhere, so that hiding them would protect nothing."""
    pinned: Flags = pattern.known.low == pattern.known.high
    return pinned
