"""Which cells are hidden: the small ones, what protects them, and nothing that need not be."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from boardtui.publish.layout import Ints
from boardtui.publish.pattern import Pattern, Table, people_hidden
from boardtui.publish.program import NEARLY, Answer, Flags, Floats, Program
from boardtui.publish.proof import Witnesses

Progress = Callable[[str, int, int | None], None]

ROUNDS = 8
"""After so many rounds of hiding, tables are no longer offered that still cannot be made safe."""

AGAIN = 2
"""How often the cheapest cells are looked for, the prices of each time following the last."""

TRIES = 6
"""Questions about many cells at once, before each is asked about alone."""


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
        return high >= self.up[cell] and high - low + 1 >= self.wide[cell]

    def _solve(self, weights: dict[int, float]) -> Answer | None:
        self.solves += 1
        return self.program.solve(weights, dear=1e-4)

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
            answer = self._solve({cell: sign})
            if answer is None:
                return False
            if not self.witnesses.take(answer, self.low, self.high):
                whole = self._in_whole_numbers(cell, sign)
                if whole is not None:
                    self.witnesses.take(whole, self.low, self.high)
            if self._is_proved(cell):
                return True
            if sign > 0 and self.witnesses.high[cell] < self.up[cell]:
                return False
        return False

    def _in_whole_numbers(self, cell: int, sign: float) -> Answer | None:
        return self.program.whole({cell: sign})

    # Hiding

    def protect(self) -> None:
        """Hide what must be hidden, and what makes that safe; leave out what cannot be."""
        pattern = self.pattern
        pattern.hidden |= pattern.primary
        for number in range(ROUNDS):
            self._know()
            failing = np.flatnonzero(self._lacking()).tolist() if number == 0 else self.prove()
            if not failing:
                return
            for place, cell in enumerate(failing):
                self.progress(f"hiding, round {number + 1}", place, len(failing))
                self._know()
                if not self._is_proved(cell) and not self._make_room(cell):
                    self._leave_out(cell)
        for cell in self.prove():
            self._leave_out(cell)

    def _make_room(self, cell: int) -> bool:
        """Hide what lets a cell reach as far as it must, and be as wide; whether that can be."""
        witnesses, wide = self.witnesses, int(self.wide[cell])
        if witnesses.high[cell] < self.up[cell]:
            self._hide_for(cell, least=int(self.up[cell]))
            if witnesses.high[cell] < self.up[cell]:
                return False
        if self._is_proved(cell):
            return True
        bottom = int(witnesses.high[cell]) - wide + 1
        if bottom >= self.low[cell]:
            self._hide_for(cell, most=bottom)
        if not self._is_proved(cell):
            self._hide_for(cell, least=int(witnesses.low[cell]) + wide - 1)
        return self._is_proved(cell)

    def _hide_for(self, cell: int, least: int | None = None, most: int | None = None) -> None:
        """Hide the cheapest cells that let one be so much, or so little, and show that they do."""
        if not self.program.has[cell]:
            return
        prices = self._open(cell, least, most)
        answer = None
        for _ in range(AGAIN):
            self.solves += 1
            again = self.program.solve({}, prices, dear=1e-3)
            if again is None:
                break
            answer = again
            # What deviates much costs no more than what deviates a little: few cells are better.
            prices = np.where(answer.beyond > NEARLY, 1.0 / (answer.beyond + 0.1), 10.0)
        if answer is None:
            self._know()
            return
        if not self._is_whole(answer):
            self.solves += 1
            answer = self.program.whole({}, prices, dear=1e-3)
            if answer is None:
                self._know()
                return
        for each in np.flatnonzero(answer.beyond > NEARLY).tolist():
            self.pattern.hidden[each] = True
            self.because[each] = cell
        self._know()
        self.witnesses.take(answer, self.low, self.high)

    @staticmethod
    def _is_whole(answer: Answer) -> bool:
        return bool(np.abs(answer.people - np.rint(answer.people)).max(initial=0) < NEARLY)

    def _open(self, cell: int, least: int | None, most: int | None) -> Floats:
        """Let shown cells deviate at a price; the price of each."""
        pattern, program = self.pattern, self.program
        can = pattern.hideable() & ~_pinned(pattern)
        room = 2 * pattern.rules.threshold
        program.open(np.where(can, room, 0), np.where(can, np.maximum(0, self.low - 1), 0))
        program.ask(cell, least, most)
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
        for number, cell in enumerate(others[np.argsort(-pattern.true[others])].tolist()):
            self.progress("showing again", number, len(others))
            pattern.hidden[cell] = False
            before = self.witnesses
            self.witnesses = before.without(cell)
            self._know()
            lacking = np.flatnonzero(self._lacking())
            first = self.because.get(cell)
            order = sorted(lacking.tolist(), key=lambda each: each != first)
            if self.prove(np.array(order, dtype=np.int64), enough=True):
                pattern.hidden[cell] = True
                self.witnesses = before

    def most_hidden(self, share: float = 0.5) -> list[Table]:
        """The tables of which so large a share of the people is hidden."""
        found = []
        for table in self.pattern.tables:
            if table not in self.pattern.not_offered and table[1]:
                hidden, total = people_hidden(self.pattern, [table])
                if hidden > share * total:
                    found.append(table)
        return found


def _pinned(pattern: Pattern) -> Flags:
    """The cells that are known from elsewhere, so that hiding them would protect nothing."""
    return pattern.known.low == pattern.known.high
